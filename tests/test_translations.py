"""All texts of the window are found, and each language has all of them."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.language import LANGUAGES, TEXTS
from tests.texts import ROOT, compile_texts, find_texts, texts_in

FILES = sorted(TEXTS.glob("*.ts"))
SPOKEN = {"tr", "Words", "UserError", "counted"}
PASS_ON = {"gui/language.py", "core/words.py", "core/errors.py", "core/wordrecord.py"}


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every place, with its file and line, where a text is made or translated."""
    for path in sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "gui").rglob("*.py")]):
        name = path.relative_to(ROOT).as_posix()
        if name in PASS_ON or name.startswith("core/cli/"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in SPOKEN:
                yield f"{name}:{node.lineno}", node


def places(template: str) -> set[tuple[str, str]]:
    """What is filled in, and how it is written."""
    found = string.Formatter().parse(template)
    return {(name, spec or "") for _, name, spec, _ in found if name is not None}


def test_templates_are_written_out_where_they_are_used() -> None:
    """`make texts` reads the code and cannot find one that is put together."""
    for place, call in calls():
        for argument in call.args[: 2 if getattr(call.func, "id", "") == "counted" else 1]:
            parts = ast.walk(argument) if isinstance(argument, ast.IfExp) else [argument]
            assert not any(isinstance(part, ast.JoinedStr | ast.BinOp) for part in parts), place
            if isinstance(argument, ast.IfExp):
                assert not isinstance(argument.body, ast.Constant), place
                assert not isinstance(argument.orelse, ast.Constant), place
            if not isinstance(argument, ast.Constant):
                assert not call.keywords, f"{place}: a variable holds Words, which are whole"


def test_templates_name_the_values_that_are_given() -> None:
    for place, call in calls():
        first = call.args[0] if call.args else None
        given = {keyword.arg for keyword in call.keywords}
        if isinstance(first, ast.Constant) and given and None not in given:
            if getattr(call.func, "id", "") == "counted":
                given.add("n")
            named = {name.partition(".")[0] for name, _ in places(str(first.value))}
            assert named == given, place


def test_every_language_but_english_has_its_file() -> None:
    assert {file.stem for file in FILES} == {f"cantilena_{code}" for code in LANGUAGES} - {
        "cantilena_en"
    }


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_text_of_the_code_is_in_the_file_and_no_other(file: Path, tmp_path: Path) -> None:
    fresh = tmp_path / file.name
    find_texts(fresh)
    wanted = {(text.source, text.comment) for text in texts_in(fresh)}
    there = {(text.source, text.comment) for text in texts_in(file)}
    assert there == wanted, "run `make texts`, and translate what is new"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_text_is_translated_with_all_that_it_names(file: Path) -> None:
    for text in texts_in(file):
        assert text.is_finished, text.source
        for source, form in zip(text.sources, text.forms, strict=True):
            assert form.strip(), source
            if "{" in source:
                assert places(form) == places(source), source
            assert form.count("&") == source.count("&"), source
            assert form.endswith("…") == source.endswith("…"), source
            assert form.startswith(" ") == source.startswith(" "), source
            assert form.endswith(".") == source.endswith("."), source


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_the_program_reads_is_what_was_translated(file: Path, tmp_path: Path) -> None:
    compiled = tmp_path / "fresh.qm"
    compile_texts(file, compiled)
    assert compiled.read_bytes() == file.with_suffix(".qm").read_bytes(), "run `make texts`"

"""Models made elsewhere on the command line: their mapping, and warnings about it."""

import json
import zipfile
from pathlib import Path

import pytest

from core import cli
from core.model.bundle import VOCABULARY
from core.model.grid.vocabulary import json_from_vocabulary, vocabulary_of
from core.model.library import CLASSIC_MODEL
from tests.model.archive.strangers import WORDS, hdf5


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def as_from_elsewhere() -> dict[str, int]:
    """Writes the model in the box without what is ours as `plain.keras`; returns its mapping."""
    with zipfile.ZipFile(CLASSIC_MODEL) as ours, zipfile.ZipFile("plain.keras", "w") as plain:
        for name in ("config.json", "metadata.json", "model.weights.h5"):
            plain.writestr(name, ours.read(name))
        mapping: dict[str, int] = json.loads(ours.read(VOCABULARY))
    return mapping


def test_a_model_from_elsewhere_is_shown_and_composes_with_the_mapping_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    mapping = as_from_elsewhere()
    Path("symbols.json").write_text(json.dumps({n: s for s, n in mapping.items()}))
    assert cli.run(["info", "plain.keras", "--mapping", "symbols.json", "--json"]) == 0
    shown, told = capsys.readouterr()
    assert told == ""
    assert json.loads(shown)["name"] == "plain"
    tune = ["generate", "--seed", "c4 d4", "--model", "plain.keras"]
    assert cli.run([*tune, "--mapping", "symbols.json", "--out", "a.txt"]) == 0
    Path("symbols.json").rename("mapping.json")
    assert cli.run([*tune, "--out", "b.txt"]) == 0
    assert Path("a.txt").read_text() == Path("b.txt").read_text()


def test_a_mapping_of_another_model_is_told_on_stderr(
    capsys: pytest.CaptureFixture[str],
) -> None:
    mapping = as_from_elsewhere()
    Path("mapping.json").write_text(json.dumps(sorted(mapping)))
    for command in (
        ["info", "plain.keras"],
        ["generate", "--seed", "c4 d4", "--model", "plain.keras", "--out", "a.txt"],
    ):
        assert cli.run(command) == 0
        told = capsys.readouterr().err
        assert "plain foretells plain tunes worse than guessing" in told
        assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        (None, "brings no vocabulary"),
        ("none.json", "there is no mapping 'symbols.json'"),
        (json_from_vocabulary(vocabulary_of(range(60, 70))), "13 symbols and its network 8"),
        ("{", "no JSON text"),
    ],
)
def test_a_mapping_that_does_not_fit_is_one_sentence(
    mapping: str | None, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("stranger.h5").write_bytes(hdf5())
    arguments = ["info", "stranger.h5"]
    if mapping is not None:
        arguments += ["--mapping", "symbols.json"]
        if not mapping.endswith(".json"):
            Path("symbols.json").write_text(mapping)
    assert cli.run(arguments) == 2
    shown, told = capsys.readouterr()
    assert shown == ""
    assert sentence in told
    assert told.count("\n") == 1


def test_evaluate_takes_a_mapping(capsys: pytest.CaptureFixture[str]) -> None:
    Path("stranger.h5").write_bytes(hdf5())
    Path("symbols.json").write_text(json_from_vocabulary(WORDS))
    Path("songs").mkdir()
    Path("songs/tune.krn").write_text("**kern\n*M4/4\n4c\n4d\n4e\n4c\n*-\n")
    assert cli.run(["evaluate", "stranger.h5", "songs", "--mapping", "symbols.json"]) == 0
    shown, told = capsys.readouterr()
    assert "bits per note" in shown
    assert "worse than guessing" in told

"""Find the texts of the window and compile their translations: python -m tests.texts.

A language is a file resources/translations/cantilena_CODE.ts, which Qt Linguist opens; the window
reads what is compiled from it, beside it.
"""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from gui.language import TEXTS

ROOT = Path(__file__).parents[1]
_PROGRAMS = Path(PySide6.__file__).parent
_SAME_AS_TR = "Words", "UserError", "counted"
_OTHERS = "core/cli"
"""The command line speaks English."""


@dataclass(frozen=True, slots=True)
class Text:
    """One entry of a file of translations.

    Of what is counted the comment is the English form for one. lupdate takes all that has a comment
    and a value for counted; the forms are the same then.
    """

    source: str
    comment: str
    is_finished: bool
    forms: tuple[str, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """What it says in English, for one and for many where that differs."""
        one = self.comment if "{" in self.comment else self.source
        return (one, self.source) if len(self.forms) > 1 else (self.source,)


def find_texts(file: Path) -> None:
    """Brings the file of translations `file`, which may be new, up to what is in the code."""
    folders = (ROOT / "core", ROOT / "gui")
    sources = sorted(path for folder in folders for path in folder.rglob("*.py"))
    command = [str(_PROGRAMS / "lupdate"), "-silent", "-no-obsolete", "-sort-messages"]
    for name in _SAME_AS_TR:
        command += ["-tr-function-alias", f"tr+={name}"]
    command += ["-locations", "none", "-source-language", "en"]
    command += [str(path) for path in sources if (ROOT / _OTHERS) not in path.parents]
    subprocess.run([*command, "-ts", str(file)], check=True)


def compile_texts(file: Path, compiled: Path) -> None:
    """Writes what the program reads, from a file of translations."""
    command = [str(_PROGRAMS / "lrelease"), "-silent", str(file), "-qm", str(compiled)]
    subprocess.run(command, check=True)


def texts_in(file: Path) -> Iterator[Text]:
    """All entries of a file of translations."""
    for message in ElementTree.parse(file).iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text or "" for form in translation.iter("numerusform")]
        yield Text(
            message.findtext("source", ""),
            message.findtext("comment", ""),
            translation.get("type") is None,
            tuple(forms or [translation.text or ""]),
        )


if __name__ == "__main__":
    for file in sorted(TEXTS.glob("*.ts")):
        find_texts(file)
        compile_texts(file, file.with_suffix(".qm"))

"""Every text of the window is found by `make texts`, said in every language, and shown in it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator

from core.words import Words, counted, joined
from gui.language import figure, hush, install, speak, tr

pytestmark = pytest.mark.usefixtures("qapp")


class Brackets(QTranslator):
    """Says every template in brackets, and knows no other language."""

    def translate(
        self, _context: object, source: object, _comment: object = None, _n: int = -1
    ) -> str:
        return f"«{source}»"


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    before = QLocale()
    yield
    hush()
    QLocale.setDefault(before)


def test_english_is_what_the_code_says() -> None:
    assert tr("Go on from {place}", place="bar 3") == "Go on from bar 3"
    assert tr(Words("{n:,} bits", n=1234.5)) == "1,234.5 bits"
    assert tr("an {unknown} place") == "an {unknown} place"


def test_what_stands_in_a_sentence_is_said_too() -> None:
    install(Brackets())
    what = Words("a {key} scale", key="C")
    assert tr("Undo {what}", what=what) == "«Undo «a C scale»»"
    assert tr(joined(", ", [what, "x"])) == "««a C scale», x»"
    assert tr(counted("{n} notes", "{n} note", 1)) == "«1 notes»"


def test_numbers_are_written_as_the_language_writes_them() -> None:
    QLocale.setDefault(QLocale("de"))
    install(Brackets())
    assert tr("{n:,.1f} bits", n=1234.56) == "«1.234,6 bits»"
    assert tr("{n} bits", n="1.5") == "«1.5 bits»"
    assert figure(0.5, ".2f") == "0,50"


def test_a_language_that_is_not_there_is_that_of_the_system_or_english() -> None:
    speak("tlh")
    assert QLocale().name().partition("_")[0] == "en"
    assert tr("Go on from the seed") == "Go on from the seed"

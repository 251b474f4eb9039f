"""What the window tells of the document, in whatever language."""

import pytest

from core.edit.pen import erased
from core.settings import Settings
from core.words import Words
from gui.language import install
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.test_language import Brackets, english_again

__all__ = ["english_again"]


@pytest.fixture
def studio(open_studio: Open) -> Studio:
    install(Brackets())
    return open_studio(Settings(seed="c4 d4 e4 f4"))


def undo_text(studio: Studio) -> str:
    return studio.actions["undo"].text()


def test_a_step_keeps_its_name_in_another_language_on_its_way_through_signals(
    studio: Studio,
) -> None:
    assert undo_text(studio) == "«&Undo»"
    roll = studio.window.roll
    edited = erased(studio.document.song.melody, frozenset({480}))
    roll.edited.emit(Words("Delete {what}", what=Words("notes")), edited, False)
    assert undo_text(studio) == "«&Undo «Delete «notes»»»"
    studio.actions["undo"].trigger()
    assert studio.actions["redo"].text() == "«&Redo «Delete «notes»»»"


def test_a_length_is_one_sentence_of_another_language(studio: Studio) -> None:
    assert studio.window.facts.text() == "««4 notes» in 1 bars»"

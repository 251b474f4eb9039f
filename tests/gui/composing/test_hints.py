"""What the model makes of the seed is shown beside it, a moment after it was typed."""

import pytest
from pytestqt.qtbot import QtBot

from core.compose.hearing import hear_seed, remark
from core.music.key import C_MAJOR
from core.music.song import Song
from core.music.text import melody_from_text
from gui.studio import Studio
from tests.gui.panels.test_seed import type_seed
from tests.model.tunes import tiny_model


def hints(studio: Studio, qtbot: QtBot) -> list[str]:
    label = studio.window.seed.hints
    qtbot.waitUntil(label.isVisible)
    return label.text().splitlines()


def typed(studio: Studio, qtbot: QtBot, text: str) -> list[str]:
    """The hints on a seed that was just typed, and not those on the one before."""
    hints(studio, qtbot)
    before = studio.window.seed.hints.text()
    type_seed(studio, text)
    qtbot.waitUntil(lambda: studio.window.seed.hints.text() != before)
    return hints(studio, qtbot)


def marked(studio: Studio) -> list[str]:
    return [s.cursor.selectedText() for s in studio.window.seed.field.extraSelections()]


def test_the_key_has_its_margin_and_each_note_its_bits(studio: Studio, qtbot: QtBot) -> None:
    lines = typed(studio, qtbot, "c4 d4 | e4/4")
    assert lines[0] == "A minor next, 0.4 bits less likely"
    seed = Song(melody_from_text("c4 d4 e4"))
    expected = [remark(s, C_MAJOR) for s in hear_seed(tiny_model(), seed, 8)]
    field = studio.window.seed.field
    assert [field.sentence_at(column) for column in (0, 4, 9)] == expected


def test_what_the_model_does_not_know_is_marked_and_named(studio: Studio, qtbot: QtBot) -> None:
    lines = typed(studio, qtbot, "c4 d4 f#1 e4/2 g4/64 r/4")
    assert "does not know 'f#1' and hears 'f#3'" in "\n".join(lines)
    assert {"f#1", "g4/64"} <= set(marked(studio))
    field = studio.window.seed.field
    assert "does not know 'f#1'" in field.sentence_at(7)


def test_more_than_a_few_remarks_are_counted(studio: Studio, qtbot: QtBot) -> None:
    lines = typed(studio, qtbot, "c1 d1 c4 e1 f4 a4 c5 d5 f5 g5 a5")
    assert len(lines) == 4
    assert lines[3].endswith("more, underlined with dots")
    assert len(marked(studio)) >= 3


@pytest.mark.parametrize("text", ["c4 d4 f#1 | e4/2", "c4 d4 f#1 e4/2 |"])
def test_other_letters_for_the_same_notes_are_marked_anew(
    studio: Studio, qtbot: QtBot, text: str
) -> None:
    typed(studio, qtbot, "c4 d4 f#1 e4/2")
    type_seed(studio, text)
    assert not marked(studio), "what is typed removes the marks"
    qtbot.waitUntil(lambda: "f#1" in marked(studio))


def test_no_notes_no_hints(studio: Studio, qtbot: QtBot) -> None:
    hints(studio, qtbot)
    studio.window.seed.clear()
    qtbot.waitUntil(lambda: not studio.window.seed.hints.isVisible())


def test_a_mistake_comes_before_a_remark(studio: Studio, qtbot: QtBot) -> None:
    typed(studio, qtbot, "c4 f#1")
    type_seed(studio, "c4 f#1 x9")
    qtbot.wait(600)
    assert marked(studio) == ["x9"], "nothing is heard before it is mended"
    assert studio.document.song.seed.notes

"""Typed notes: read while typed, mistakes shown, undo by bursts, the piano writes too."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.compose.controls import Controls
from core.music.song import Song
from core.music.text import melody_from_text
from core.words import Words
from gui.panels.seed import SeedPanel
from gui.studio import Studio


def type_seed(studio: Studio, text: str) -> None:
    """As a user does who types over what is there."""
    studio.window.seed.field.setPlainText(text)
    studio.window.seed.finish_typing()


def shown_facts(studio: Studio) -> str:
    return studio.window.seed.facts.text()


def test_typed_letters_become_the_seed_a_moment_later(studio: Studio, qtbot: QtBot) -> None:
    field = studio.window.seed.field
    field.setFocus()
    field.selectAll()
    with qtbot.waitSignal(studio.window.seed.typed):
        QTest.keyClicks(field, "g4 a4/2 h")
    assert studio.document.song.seed == melody_from_text("g4 a4/2")
    assert len(field.extraSelections()) == 1, "h is no note"
    assert studio.window.seed.has_mistakes


def test_a_mistake_is_underlined_where_it_stands_and_explained(studio: Studio) -> None:
    type_seed(studio, "c4 x9 d4")
    field = studio.window.seed.field
    underlined = field.extraSelections()[0]
    assert underlined.cursor.selectedText() == "x9"
    sentence = field.sentence_at(4)
    assert sentence.endswith(".")
    assert studio.window.seed.mistake.text() == sentence
    assert studio.window.seed.mistake.isVisible()
    assert field.sentence_at(0) == ""


def test_letters_that_qt_counts_twice_shift_no_underline(studio: Studio) -> None:
    type_seed(studio, "c4 𝄞9 x9 d4 y9")
    field = studio.window.seed.field
    shown = [selection.cursor.selectedText() for selection in field.extraSelections()]
    assert shown == ["𝄞9", "x9", "y9"]
    assert "no note 'y'" in field.sentence_at(13)


def test_a_mended_seed_shows_no_mistake(studio: Studio) -> None:
    type_seed(studio, "c4 x9")
    type_seed(studio, "c4 d4")
    assert not studio.window.seed.field.extraSelections()
    assert not studio.window.seed.mistake.isVisible()


def test_key_and_length_are_shown(studio: Studio) -> None:
    type_seed(studio, "d4 f#4 a4 d5 | c#5 a4 d5/2")
    assert shown_facts(studio) == "D major · 7 notes · 2 bars"
    type_seed(studio, "")
    assert shown_facts(studio) == "No notes yet"


def test_undo_gives_back_what_was_typed_letter_by_letter_of_its_spelling(studio: Studio) -> None:
    type_seed(studio, "c4   D4 | e4/2")
    studio.document.close_step()
    type_seed(studio, "g4")
    studio.document.undo()
    assert studio.window.seed.text == "c4   D4 | e4/2"


def test_typing_in_one_go_is_one_step_and_a_pause_ends_it(studio: Studio) -> None:
    before = studio.document.song
    type_seed(studio, "g4")
    type_seed(studio, "g4 a4")
    studio.document.close_step()
    type_seed(studio, "g4 a4 b4")
    studio.document.undo()
    assert studio.document.song.seed == melody_from_text("g4 a4")
    studio.document.undo()
    assert studio.document.song == before


def test_ctrl_z_in_the_field_is_the_undo_of_the_document(studio: Studio) -> None:
    type_seed(studio, "g4")
    field = studio.window.seed.field
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert studio.window.seed.text == "c4 d4 e4/2"


def test_a_new_seed_takes_the_place_of_seed_and_continuation(studio: Studio) -> None:
    song = Song(melody_from_text("c4 d4 e4/2 g4/1"), seed_end=4 * 480)
    studio.document.commit(Words("Generate"), song)
    assert studio.window.seed.text == "c4 d4 e4/2"
    type_seed(studio, "c4 d4 e4/2")
    assert studio.document.song == song, "the same seed keeps what was made from it"
    type_seed(studio, "c4 d4")
    assert studio.document.song.melody == melody_from_text("c4 d4")
    studio.document.undo()
    assert studio.document.song == song


def test_the_piano_writes_notes_with_the_length_that_holds(qtbot: QtBot) -> None:
    panel = SeedPanel()
    qtbot.addWidget(panel)
    panel.append("c4", "4")
    panel.append("d4", "8.")
    panel.append("e4", "8.")
    panel.append("r", "4")
    assert panel.text == "c4 d4/8. e4 r/4"


def test_a_press_on_the_piano_is_written_as_its_own_step(studio: Studio) -> None:
    piano = studio.window.keyboard.piano
    piano.pressed.emit(66)
    piano.released.emit(66)
    piano.pressed.emit(67)
    assert studio.window.seed.text == "c4 d4 e4/2 f#4/4 g4"
    assert [n.pitch for n in studio.document.song.melody] == [60, 62, 64, 66, 67]
    studio.document.undo()
    assert studio.window.seed.text == "c4 d4 e4/2 f#4/4"


def test_the_piano_only_sounds_when_it_shall_not_write(studio: Studio) -> None:
    keyboard = studio.window.keyboard
    keyboard.adds.setChecked(False)
    keyboard.piano.pressed.emit(66)
    assert studio.window.seed.text == "c4 d4 e4/2"
    assert not keyboard.length.isEnabled()


def test_ten_thousand_pasted_notes_are_read_without_a_wait(studio: Studio, qtbot: QtBot) -> None:
    with qtbot.waitSignal(studio.window.seed.typed, timeout=5000):
        studio.window.seed.field.setPlainText("c4/16 d4 e4 f#4 " * 2500)
    assert len(studio.document.song.seed) == 10_000
    assert "10,000 notes" in shown_facts(studio)


def test_while_a_long_seed_is_read_generate_waits_for_it(studio: Studio, qtbot: QtBot) -> None:
    studio.document.set_controls(Controls(bars=100))
    seed = studio.window.seed
    seed.field.setPlainText("c4/16 d4 e4 f#4 " * 390)
    with qtbot.waitSignal(seed.typed, timeout=5000):
        seed.finish_typing()
        studio.generate()
        assert "seed is read" in studio.window.statusBar().currentMessage()
        assert not studio.generation.is_running
    qtbot.waitUntil(lambda: studio.document.song.melody.end == 100 * 1920)


def test_the_facts_are_there_again_when_a_long_text_says_the_same(
    studio: Studio, qtbot: QtBot
) -> None:
    many = "c4/16 d4 e4 f#4 " * 300
    for text in (many, f"{many} |"):
        with qtbot.waitSignal(studio.window.seed.typed, timeout=5000):
            studio.window.seed.field.setPlainText(text)
        assert "1,200 notes" in shown_facts(studio)

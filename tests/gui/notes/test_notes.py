"""What the actions do to notes: one step each, and the rest of the document stays right."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.compose.pins.pin import Pin
from core.edit.motion import moved
from core.music.key import key_from_text
from core.music.melody import Melody, Note
from core.music.text import melody_from_text, text_from_melody
from core.recording.choices import RecordingChoices
from core.settings import Settings
from core.sound.reports import OutputOpened, Outputs
from core.words import Words
from gui.menu.edit import CHOSEN
from gui.menu.notes import NOTES
from gui.studio import Studio
from tests.gui.composing.test_following import generated
from tests.gui.conftest import Open
from tests.gui.fakes import FakePlayer

SCALE = "c4 d4 e4 f4"


@pytest.fixture
def studio(open_studio: Open) -> Studio:
    return open_studio(Settings(seed=SCALE))


def choose(studio: Studio, *onsets: int) -> None:
    studio.window.roll.choose(frozenset(onsets))


def do(studio: Studio, *names: str) -> None:
    for name in names:
        studio.actions[name].trigger()


def text(studio: Studio) -> str:
    return text_from_melody(studio.document.song.melody)


def pitches(notes: Iterable[Note]) -> list[int]:
    return [note.pitch for note in notes]


@pytest.mark.parametrize(
    ("action", "after", "label"),
    [
        ("delete", "c4 r e4 f4", "Delete notes"),
        ("cut", "c4 r e4 f4", "Cut notes"),
        ("repeat", "c4 d4 d4 f4", "Duplicate notes"),
        ("up", "c4 eb4 e4 f4", "Transpose notes"),
        ("down", "c4 c#4 e4 f4", "Transpose notes"),
        ("scale_up", "c4 e4 e4 f4", "Transpose notes"),
        ("scale_down", "c4 c4 e4 f4", "Transpose notes"),
        ("octave_up", "c4 d5 e4 f4", "Transpose notes"),
        ("octave_down", "c4 d3 e4 f4", "Transpose notes"),
        ("join", "c4 d4/2 f4/4", "Join notes"),
    ],
)
def test_each_action_is_a_step_with_a_name(
    studio: Studio, action: str, after: str, label: str
) -> None:
    before = studio.document.song
    choose(studio, 480)
    do(studio, action)
    assert text(studio) == after
    assert studio.document.undo_label == label
    assert melody_from_text(studio.window.seed.text) == studio.document.song.seed
    do(studio, "undo")
    assert studio.document.song == before
    do(studio, "redo")
    assert text(studio) == after


def test_without_a_choice_all_say_what_to_do(studio: Studio) -> None:
    names = {entry.name for entry in (*CHOSEN, *NOTES)} - {"paste", "split", "choose_all"}
    assert all("Choose notes first" in studio.actions[name].toolTip() for name in names)
    do(studio, "choose_all")
    assert studio.window.roll.chosen == {0, 480, 960, 1440}
    assert all(studio.actions[name].isEnabled() for name in names)


def test_nudging_and_velocity(studio: Studio) -> None:
    choose(studio, 480)
    do(studio, "later", "later", "earlier")  # the first time it has cut the next one
    assert [note.onset for note in studio.document.song.melody] == [0, 490, 980, 1440]
    do(studio, "louder")
    assert [note.velocity for note in studio.document.song.melody] == [88, 96, 88, 88]
    do(studio, "softer", "softer")
    assert studio.document.song.melody.notes[1].velocity == 80


def test_keys_without_a_pause_are_one_step_for_the_same_notes(studio: Studio) -> None:
    before = text(studio)
    choose(studio, 480)
    do(studio, "up", "up", "down", "up")
    do(studio, "undo")
    assert text(studio) == before
    choose(studio, 480)
    do(studio, "up")
    choose(studio, 960)
    do(studio, "up")
    do(studio, "undo")
    assert text(studio) == "c4 eb4 e4 f4", "other notes, another step"
    choose(studio, 480)
    do(studio, "up")
    studio.document.close_step()  # as the pause does
    do(studio, "up", "undo")
    assert text(studio) == "c4 e4 e4 f4"


def test_undo_chooses_what_was_chosen(studio: Studio) -> None:
    choose(studio, 480, 960)
    do(studio, "later")
    choose(studio, 0)
    do(studio, "undo")
    assert studio.window.roll.chosen == {480, 960}
    choose(studio)
    do(studio, "redo")
    assert studio.window.roll.chosen == {490, 970}
    do(studio, "undo", "delete", "undo")
    assert studio.window.roll.chosen == {480, 960}
    studio.editing.set_tempo(77)
    choose(studio, 0)
    do(studio, "undo")
    assert studio.document.song.tempo != 77
    do(studio, "repeat", "repeat", "undo", "undo")
    assert studio.window.roll.chosen == {0}


def test_what_goes_no_further_is_no_step(studio: Studio) -> None:
    label = studio.document.undo_label
    choose(studio, 0)
    do(studio, "earlier")
    assert studio.document.undo_label == label
    assert "no further" in studio.window.statusBar().currentMessage()
    do(studio, "quantise_notes")
    assert "on the grid already" in studio.window.statusBar().currentMessage()
    choose(studio, 1440)
    do(studio, "join")
    assert "to join" in studio.window.statusBar().currentMessage()
    assert studio.document.undo_label == label


def test_a_note_is_split_at_the_playhead(studio: Studio) -> None:
    studio.playback.seek(720)
    do(studio, "split")
    assert text(studio) == "c4 d4/8 d4 e4/4 f4"
    assert studio.window.roll.chosen == {480, 720}
    assert studio.playback.tick == 720
    do(studio, "join")
    assert text(studio) == SCALE
    studio.playback.seek(480)
    do(studio, "split")
    assert "nothing to split" in studio.window.message.sentence
    assert text(studio) == SCALE


def test_chosen_notes_are_quantised_as_recordings_are(studio: Studio) -> None:
    melody = Melody((Note(20, 200, 60), Note(250, 200, 62)), 450)
    studio.document.commit(Words("Edit"), studio.document.song.with_melody(melody))
    choose(studio, 20)
    do(studio, "quantise_notes")
    assert [(n.onset, n.end) for n in studio.document.song.melody] == [(0, 240), (250, 450)]
    studio.window.record.show_choices(RecordingChoices(grid=0))
    before = studio.document.song
    do(studio, "quantise_notes")
    assert "to no grid" in studio.window.message.sentence
    assert studio.document.song is before


def test_the_playhead_stays_where_it_is(studio: Studio) -> None:
    studio.playback.seek(1000)
    choose(studio, 0)
    do(studio, "up")
    assert studio.playback.tick == 1000
    do(studio, "undo")
    assert studio.playback.tick == 1000


def test_the_scale_is_that_of_the_key(studio: Studio) -> None:
    studio.document.commit(
        Words("Key"), replace(studio.document.song, key=key_from_text("Eb major"))
    )
    choose(studio, 0)
    do(studio, "scale_up", "scale_up")
    assert studio.document.song.melody.notes[0].pitch == 63


def test_pins_go_with_their_notes(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    song = studio.document.song
    note = next(n for n in song.melody if n.onset >= song.seed_end)
    studio.document.pin(Words("Pin a note"), [Pin.of(note)])
    choose(studio, note.onset)
    do(studio, "octave_up", "louder")
    (pin,) = studio.document.pins
    assert (pin.onset, pin.pitch, pin.velocity) == (note.onset, note.pitch + 12, note.velocity + 8)
    do(studio, "delete")
    assert not studio.document.pins
    do(studio, "undo")
    assert studio.document.pins == (pin,)


def test_an_edited_tune_follows_no_knob_and_has_no_recipe(studio: Studio, qtbot: QtBot) -> None:
    generated(studio, qtbot)
    asked = studio.document.asked
    last = studio.document.song.melody.notes[-1]
    choose(studio, last.onset)
    do(studio, "up")
    assert studio.document.asked is None
    do(studio, "undo")
    assert studio.document.asked == asked
    assert asked is not None


def test_an_edit_takes_what_there_is_of_a_tune_in_the_making(studio: Studio, qtbot: QtBot) -> None:
    studio.document.set_controls(replace(studio.document.controls, bars=256))
    with qtbot.waitSignal(studio.generation.grew):
        studio.generate()
    shown = studio.window.roll.scene.song.melody
    was_running = studio.generation.is_running
    assert len(shown) > 4
    studio.window.roll.edited.emit("Move notes", moved(shown, frozenset({0}), 0, 12), False)
    assert (was_running, studio.generation.is_running) == (True, False)
    assert studio.document.song.melody.notes[1:] == shown.notes[1:]
    assert studio.document.song.melody.notes[0].pitch == 72


def test_nothing_is_edited_while_something_is_recorded(studio: Studio) -> None:
    studio.desk.recording.toggle()
    before = studio.document.song
    edited = moved(before.melody, frozenset({480}), 240)
    studio.window.roll.edited.emit("Move notes", edited, False)
    assert studio.document.song == before
    assert "End the recording" in studio.window.message.sentence
    assert studio.window.roll.scene.song == before
    studio.desk.recording.finish()


def test_what_is_done_is_heard_unless_the_tune_plays(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    player.reports += [Outputs(("Keys",)), OutputOpened("Keys")]
    qtbot.waitUntil(lambda: studio.playback.is_open)
    heard: list[int] = []
    studio.window.roll.pitch_pressed.connect(heard.append)
    choose(studio, 480)
    do(studio, "up", "octave_up")
    assert heard == [63, 75]
    studio.playback.toggle()
    qtbot.waitUntil(lambda: studio.playback.is_playing)
    do(studio, "down")
    assert heard == [63, 75]


def test_notes_are_copied_and_pasted_behind_each_other(studio: Studio) -> None:
    choose(studio, 0, 480)
    do(studio, "copy")
    assert "2 notes copied" in studio.window.statusBar().currentMessage()
    studio.playback.seek(1920)
    do(studio, "paste", "paste")
    assert text(studio) == "c4 d4 e4 f4 c4 d4 c4 d4"
    assert studio.window.roll.chosen == {2880, 3360}
    assert studio.document.song.seed_end == 3840, "a tune that was all seed stays so"
    do(studio, "undo", "undo")
    assert text(studio) == SCALE


def test_what_was_cut_is_on_the_clipboard(studio: Studio) -> None:
    choose(studio, 1440)
    do(studio, "cut")
    studio.playback.seek(0)
    do(studio, "paste")
    assert text(studio) == "f4 d4 e4"


def test_copies_go_from_one_window_to_another(studio: Studio, open_studio: Open) -> None:
    do(studio, "choose_all", "louder", "copy")
    other = open_studio(Settings(seed="r/1"))
    other.playback.seek(1920)
    do(other, "paste")
    assert pitches(other.document.song.melody) == pitches(melody_from_text(SCALE))
    assert {note.velocity for note in other.document.song.melody} == {96}
    assert other.document.song.melody.notes[0].onset == 1920

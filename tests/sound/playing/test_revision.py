"""A song that changes while it plays."""

from random import Random

import pytest

from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.tempo import TempoMap
from core.music.text import melody_from_text
from core.sound.engine import HEAD_START_SECONDS
from core.sound.playing.schedule import note_off, note_on, schedule_from_song
from core.sound.playing.transport import Piece
from core.sound.protocol import Play, Revise, SetTempos
from core.sound.reports import Started, Stopped
from tests.model.tunes import TUNES
from tests.sound.fakes import is_note_on, sounding_after
from tests.sound.stage import Stage


class Score(Stage):
    """Plays what is typed, four quarters a second, and changes it."""

    def play(self, text: str) -> None:
        self.obey(Play(piece(melody_from_text(text)), 0, TempoMap.constant(240)))
        self.wait(HEAD_START_SECONDS)
        self.first.sent.clear()
        self.replies.clear()

    def revise(self, text: str) -> None:
        self.obey(Revise(piece(melody_from_text(text))))


def piece(melody: Melody) -> Piece:
    return Piece(schedule_from_song(Song(melody)))


def test_what_comes_is_played_as_it_is_now_and_nothing_twice() -> None:
    stage = Score()
    stage.play("c4 d4 e4 f4")
    stage.wait(0.3)
    stage.revise("c4 d4 g4 a4 b4")
    stage.wait(2)
    ons = [message[1] for message in stage.first.sent if is_note_on(message)]
    assert ons == [62, 67, 69, 71]
    assert not sounding_after(stage.first.sent)
    assert not any(isinstance(reply, Started) for reply in stage.replies)
    assert isinstance(stage.replies[-1], Stopped)


def test_a_note_that_both_have_sounds_on() -> None:
    stage = Score()
    stage.play("c4/1 d4")
    stage.wait(0.1)
    stage.revise("c4/2 e4")
    assert stage.first.sent == []
    stage.wait(0.5)
    assert stage.first.sent == [note_off(60), note_on(64, 88)]


def test_a_note_that_is_gone_ends_and_one_in_its_place_waits_for_its_onset() -> None:
    stage = Score()
    stage.play("c4/1 d4")
    stage.wait(0.1)
    stage.revise("e4/2 f4")
    assert stage.first.sent == [note_off(60)]
    stage.wait(0.5)
    assert stage.first.sent[1:] == [note_on(65, 88)]


def test_what_was_due_when_the_change_came_is_still_played() -> None:
    stage = Score()
    stage.play("c4 d4 e4")
    stage.clock.seconds += 0.25
    stage.revise("c4 g4 a4")
    assert note_on(62, 88) in stage.first.sent


def test_a_song_that_is_shorter_now_stops() -> None:
    stage = Score()
    stage.play("c4 d4 e4 f4")
    stage.wait(0.6)
    stage.revise("c4 d4")
    stage.wait(0.01)
    assert stage.engine.due_seconds() is None
    assert not sounding_after([note_on(60, 1), *stage.first.sent])


def test_nothing_begins_where_nothing_plays() -> None:
    stage = Score()
    stage.revise("c4 d4")
    stage.wait(1)
    assert not any(map(is_note_on, stage.first.sent))


@pytest.mark.parametrize("seed", range(40))
def test_whatever_changes_no_note_hangs(seed: int) -> None:
    random, stage = Random(seed), Score()
    for _ in range(60):
        if stage.engine.due_seconds() is None:
            stage.obey(Play(piece(TUNES[0]), random.randrange(4000), TempoMap.constant(240)))
        stage.obey(Revise(piece(random.choice(TUNES).until(random.randrange(1, 9000)))))
        if random.random() < 0.3:
            stage.obey(SetTempos(TempoMap.constant(random.uniform(20, 400))))
        stage.wait(random.expovariate(8))
    stage.wait(1000)
    ons = sum(map(is_note_on, stage.first.sent))
    assert ons > 0
    assert not sounding_after(stage.first.sent)
    assert ons == sum(message[0] & 0xF0 == 0x80 for message in stage.first.sent)


@pytest.mark.parametrize("seed", range(20))
def test_a_tune_that_changes_behind_a_line_has_each_of_its_notes_once(seed: int) -> None:
    """What the window does when a knob is turned: only what is behind the playhead is another."""
    random, stage = Random(seed), Score()
    melody = Melody(tuple(Note(240 * n, 240, 60 + n % 12) for n in range(64)), 64 * 240)
    stage.obey(Play(piece(melody), 0, TempoMap.constant(240)))
    for bar in range(1, 8):
        stage.wait(random.uniform(0.2, 0.95))
        line = 1920 * bar
        later = (Note(line + 240 * n, 240, random.randrange(40, 90)) for n in range(8 * (8 - bar)))
        melody = Melody((*(n for n in melody if n.onset < line), *later), 64 * 240)
        stage.obey(Revise(piece(melody)))
    stage.wait(100)
    ons = [message[1] for message in stage.first.sent if is_note_on(message)]
    assert ons == [note.pitch for note in melody]
    assert not sounding_after(stage.first.sent)

"""Instruments, channels, counting in and panic, as the engine plays them."""

import pytest

from core.music.song import Song
from core.music.tempo import TempoMap
from core.sound.engine import HEAD_START_SECONDS
from core.sound.playing.clicks import CHANNEL
from core.sound.playing.manner import Manner
from core.sound.playing.schedule import note_off, note_on, program_change, schedule_from_song
from core.sound.playing.transport import Piece
from core.sound.protocol import OpenOutput, Panic, Play, Send, SetManner
from core.sound.reports import Started, Stopped
from tests.sound.fakes import is_note_on, sounding_after
from tests.sound.stage import SCALE, Stage


def piece(manner: Manner) -> Piece:
    return Piece(schedule_from_song(Song(SCALE), manner))


def play(manner: Manner, count_in: int = 0, runs_on: bool = False) -> Play:
    """A quarter in a second."""
    return Play(piece(manner), 0, TempoMap.constant(60), manner, None, count_in, runs_on)


def test_another_channel_is_heard_from_the_next_note_on_and_nothing_hangs(stage: Stage) -> None:
    stage.obey(play(Manner()))
    stage.wait(HEAD_START_SECONDS + 0.5)
    stage.first.sent.clear()
    other = Manner(40, 2)
    stage.obey(SetManner(other, piece(other)))
    assert stage.first.sent[0] == note_off(60)
    assert program_change(40, 2) in stage.first.sent
    stage.wait(0.5)
    assert stage.first.sent[-1] == note_on(61, 88, 2)


def test_another_instrument_interrupts_no_note(stage: Stage) -> None:
    stage.obey(play(Manner()))
    stage.wait(HEAD_START_SECONDS + 0.5)
    stage.first.sent.clear()
    other = Manner(40, bank=3)
    stage.obey(SetManner(other, piece(other)))
    assert set(stage.first.sent) == {b"\xb0\x00\x03", program_change(40)}


def test_a_key_held_while_the_channel_changes_ends(stage: Stage) -> None:
    stage.obey(Send(note_on(72, 100)), SetManner(Manner(channel=5)), Send(note_off(72, 5)))
    assert not sounding_after(stage.first.sent)


def test_an_output_learns_the_instrument_when_it_is_opened(stage: Stage) -> None:
    stage.obey(SetManner(Manner(40, 2, bank=1)), OpenOutput("second"))
    assert stage.second.sent == [b"\xb2\x00\x01", program_change(40, 2)]


def test_while_it_counts_in_only_the_metronome_is_heard(stage: Stage) -> None:
    stage.obey(play(Manner(), 1920))
    stage.wait(HEAD_START_SECONDS + 3.9)
    strokes = [message for message in stage.first.sent if is_note_on(message)]
    assert len(strokes) == 4
    assert {message[0] & 0x0F for message in strokes} == {CHANNEL}
    assert stage.running().start == 0
    stage.wait(0.2)
    assert stage.first.sent[-1] == note_on(60, 88)


def test_time_runs_on_behind_the_end(stage: Stage) -> None:
    stage.obey(play(Manner(metronome=True), runs_on=True))
    stage.wait(HEAD_START_SECONDS + 60)
    strokes = [message for message in stage.first.sent if message[0] == 0x99]
    assert len(strokes) == 61
    assert stage.reports() == [Started(0)]


@pytest.mark.parametrize("is_playing", [True, False])
def test_panic_silences_all_channels_whoever_began(is_playing: bool, stage: Stage) -> None:
    if is_playing:
        stage.obey(play(Manner()))
    stage.wait(0.1)
    stage.first.sent.clear()
    stage.obey(Panic())
    assert any(isinstance(report, Stopped) for report in stage.reports()) == is_playing
    ends = {message for message in stage.first.sent if message[0] & 0xF0 == 0x80}
    assert ends == {note_off(pitch, channel) for pitch in range(128) for channel in range(16)}
    for channel in range(16):
        for control in (64, 120, 123):
            assert bytes((0xB0 | channel, control, 0)) in stage.first.sent
    assert stage.engine.due_seconds() is None


def test_panic_without_an_output_does_nothing() -> None:
    stage = Stage()
    stage.engine.close()
    stage.obey(Panic())
    assert stage.reports() == []

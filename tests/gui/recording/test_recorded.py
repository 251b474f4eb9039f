"""Recorded from a real JACK port: what was sent is what stands in the document."""

import os
import signal
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from core.document import Document
from core.music.melody import QUARTER, Note
from core.music.song import Song
from core.music.span import Span
from core.music.tempo import TempoMap
from core.project import Project
from core.recording.choices import RecordingChoices
from core.sound.choices import SoundChoices
from core.sound.player import Player
from core.sound.playing.schedule import note_off, note_on
from gui.playing.playback import Playback
from gui.recording.recording import RECORD, Recording
from tests.sound.conftest import heard, server
from tests.sound.jack import MISSING, JackServer, Receiver
from tests.sound.playing.plays import Keyboard, keyboard
from tests.sound.watching import CROWDED_SECONDS

__all__ = ["heard", "server"]

pytestmark = [
    pytest.mark.midi,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

TEMPO = 400.0
TICKS_PER_SECOND = TEMPO * QUARTER / 60
NOTES = 300


@dataclass
class Room:
    """A document, and a player whose output and input are JACK ports."""

    document: Document
    playback: Playback
    recording: Recording
    player: Player
    keys: Keyboard


@pytest.fixture
def room(qtbot: QtBot, server: JackServer, heard: Receiver) -> Iterator[Room]:
    document, playback, player = (
        Document(Project(Song(tempos=TempoMap.constant(TEMPO)))),
        Playback(),
        Player(),
    )
    choices, sound = RecordingChoices(grid=0), SoundChoices()
    recording = Recording(document, playback, lambda: choices, lambda: sound, lambda: False)
    document.listen(lambda: playback.show_song(document.song))
    playback.show_song(document.song)
    with keyboard(server) as keys:
        try:
            player.open_input(keys.port)
            playback.start(player, heard.port)
            qtbot.waitUntil(lambda: heard.port in playback.outputs)
            qtbot.wait(600)
            recording.begin(waits=False)
            qtbot.waitUntil(lambda: recording.state == "recording")
            yield Room(document, playback, recording, player, keys)
        finally:
            playback.close()


def test_recorded_onsets_are_those_that_were_sent(qtbot: QtBot, room: Room) -> None:
    drawn, sent = Random(5), list[tuple[float, int]]()
    for _ in range(NOTES):
        pitch = drawn.randrange(40, 90)
        sent.append((room.keys.play(note_on(pitch, drawn.randrange(1, 128))), pitch))
        qtbot.wait(drawn.randrange(5, 20))
        room.keys.play(note_off(pitch))
        qtbot.wait(drawn.randrange(1, 20))
    now, position = time.perf_counter(), room.player.position()
    assert position is not None
    began = now - position / TICKS_PER_SECOND
    qtbot.wait(20)
    room.recording.finish()
    qtbot.waitUntil(lambda: not room.playback.is_playing)
    notes = room.document.song.melody.notes
    assert [note.pitch for note in notes] == [pitch for _, pitch in sent]
    late = (
        _late_seconds(note, began, moment) for note, (moment, _) in zip(notes, sent, strict=True)
    )
    assert abs(statistics.median(late)) < CROWDED_SECONDS


@pytest.mark.parametrize("killed", ["player", "server"])
def test_what_was_played_outlives_the_player_and_the_server(
    qtbot: QtBot, room: Room, server: JackServer, killed: str
) -> None:
    for pitch in (60, 62):
        room.keys.play(note_on(pitch, 80))
        qtbot.wait(50)
        room.keys.play(note_off(pitch))
    room.keys.play(note_on(64, 80))  # and it stays down
    qtbot.wait(150)
    if killed == "player":
        assert room.player.pid is not None
        os.kill(room.player.pid, signal.SIGKILL)
    else:
        server.kill()
    qtbot.waitUntil(lambda: not room.recording.is_active, timeout=20_000)
    assert [note.pitch for note in room.document.song.melody] == [60, 62, 64]
    assert room.document.undo_label == RECORD


def _late_seconds(note: Note, began: float, sent_seconds: float) -> float:
    return began + note.onset / TICKS_PER_SECOND - sent_seconds


def test_a_loop_is_recorded_round_and_round(qtbot: QtBot, room: Room) -> None:
    loop = Span(1920, 1920 + 4800)  # a second and a half
    room.playback.choose_loop(loop)
    places: list[tuple[float, int]] = []
    for pitch in range(60, 68):
        qtbot.wait(450)
        position = room.player.position()
        assert position is not None
        places.append((position, pitch))
        room.keys.play(note_on(pitch, 80))
        qtbot.wait(60)
        room.keys.play(note_off(pitch))
    turns = sum(later[0] < sooner[0] for sooner, later in pairwise(places))
    assert turns >= 2
    qtbot.wait(100)
    room.recording.finish()
    assert room.playback.is_playing, "the loop goes on"
    room.playback.stop()
    qtbot.waitUntil(lambda: not room.playback.is_playing)
    notes = room.document.song.melody.notes
    assert all(loop.begin <= note.onset < note.end <= loop.end for note in notes)
    last = places[-1]
    assert any(note.pitch == last[1] and abs(note.onset - last[0]) < 200 for note in notes)
    assert room.document.undo_label == RECORD

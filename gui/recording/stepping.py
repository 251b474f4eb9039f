"""Step input: keys write notes at the playhead, without a clock."""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.document import Document
from core.music.melody import DEFAULT_VELOCITY, Melody
from core.music.text import parse
from core.recording.step import step, step_back
from core.words import Words
from gui.playing.playback import Playback
from gui.recording.recording import CHORD_SECONDS
from gui.window import Window

if TYPE_CHECKING:
    from core.sound.reports import Received

STEP = Words("Step input")
OFF = Words("Switch step input on first")
_NOTE_ON = 0x90


class Stepping(QObject):
    """While it is on, each key that goes down writes a note of the length chosen at the on-screen
    piano, and the playhead goes on behind it. `changed` brings whether it is on."""

    changed = Signal(bool)

    def __init__(
        self,
        window: Window,
        document: Document,
        playback: Playback,
        is_recording: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._document, self._playback = window, document, playback
        self._is_recording = is_recording
        self.is_on = False
        self._top = 0, -math.inf  # the highest key of the last step, and when it was struck
        window.record.steps.connect(self.switch)
        playback.received.connect(self._hear)

    @Slot(bool)
    def switch(self, is_on: bool) -> None:
        if is_on != self.is_on:
            self.is_on = is_on
            self._document.close_step()
            self._window.record.show_stepping(is_on)
            self.changed.emit(is_on)

    def toggle(self) -> None:
        self.switch(not self.is_on)

    @Slot(object)
    def _hear(self, received: "Received") -> None:
        message = received.message
        is_key = len(message) == 3 and message[0] & 0xF0 == _NOTE_ON and message[2] > 0
        if is_key and self.is_on and not self._playback.is_playing and not self._is_recording():
            self._strike(message[1], message[2], received.seconds)

    def _strike(self, pitch: int, velocity: int, seconds: float) -> None:
        """A key of its own, or one more of a chord, of which the highest is written."""
        top, struck_seconds = self._top
        if seconds - struck_seconds >= CHORD_SECONDS:
            self._top = pitch, seconds
        elif pitch <= top:
            return
        else:
            self._top = pitch, struck_seconds
            self.back()
        self._write(pitch, velocity)

    @Slot()
    def rest(self) -> None:
        if self.is_on:
            self._write(None, DEFAULT_VELOCITY)

    @Slot()
    def back(self) -> None:
        """Takes away the step before the playhead."""
        if self.is_on:
            self._take(*step_back(self._document.song.melody, self._playback.tick, self._length))

    @property
    def _length(self) -> int:
        return parse(f"c4/{self._window.keyboard.length.currentData()}").melody.end

    def _write(self, pitch: int | None, velocity: int) -> None:
        melody, tick = self._document.song.melody, self._playback.tick
        self._take(*step(melody, tick, self._length, pitch, velocity))

    def _take(self, melody: Melody, tick: int) -> None:
        song = self._document.song
        own_end = min(max(song.seed_end, tick), melody.end)
        key = song.key if song.melody.notes else None
        written = replace(song, melody=melody, key=key, seed_end=own_end, phrase_ends=())
        self._document.commit(STEP, written, merge=True)
        self._playback.seek(tick)

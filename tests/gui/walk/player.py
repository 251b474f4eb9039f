"""A silent player in which time passes when it is told to, and which hears its window's keys."""

import time
from dataclasses import dataclass, field

from core.sound.playing.schedule import note_off, note_on
from core.sound.reports import Received, Started, Stopped
from tests.gui.fakes import FakePlayer


@dataclass
class LivelyPlayer(FakePlayer):
    """Loops, ends and runs on as the real one does; `down` are the keys that are down by pitch."""

    down: dict[int, int] = field(default_factory=dict)

    def stop(self) -> None:
        if self.tick is not None:
            super().stop()

    def panic(self) -> None:
        super().panic()
        self.stop()

    def press(self, pitch: int, velocity: int = 88) -> None:
        self.down[pitch] = self.down.get(pitch, 0) + 1
        self.receive(note_on(pitch, velocity))

    def release(self, pitch: int) -> None:
        self.down[pitch] = self.down.get(pitch, 0) - 1
        self.receive(note_off(pitch))

    def receive(self, message: bytes) -> None:
        """Somebody plays this, here or on an instrument."""
        self.reports.append(Received(message, time.perf_counter(), self.tick))

    def seek(self, tick: int) -> None:
        if self.tick is not None:
            self.tick = float(tick)
            self.reports.append(Started(tick))

    def pass_time(self, ticks: int) -> None:
        """So much music later."""
        if self.tick is None:
            return
        self.tick += ticks
        loop = self.loop
        if loop is not None and self.tick >= loop.end:
            self.tick = loop.begin + (self.tick - loop.begin) % len(loop)
        elif loop is None and self.tick >= self.end and not self.runs_on:
            self.reports.append(Stopped(self.end))
            self.tick = None

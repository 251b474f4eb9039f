"""A tune that changes while it plays: where the line lies behind which it still can."""

import time

from PySide6.QtCore import QObject, Slot

from core.document import Document
from gui.composing.generation import Generation
from gui.playing.playback import Playback
from gui.window import Window

_AHEAD_SECONDS, _SAFETY = 0.25, 1.5
"""At least so far ahead of the playhead nothing changes, and so many times as long as the last tune
took to be made: the next one shall be there before it is to be heard."""


class Live(QObject):
    """Moves the commit line ahead of the playhead. What is before it stays; what is behind it are
    ghosts that follow the knobs, and the roll shows them so.

    There are none where nothing plays, or the tune does not follow the knobs, or as a whole.
    """

    def __init__(
        self,
        document: Document,
        generation: Generation,
        playback: Playback,
        window: Window,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._playback, self._window = document, playback, window
        self._line: int | None = None
        self._began_seconds = self._needed_seconds = 0.0
        generation.running_changed.connect(self._measure)
        playback.moved.connect(self._move)
        playback.playing_changed.connect(self._move)
        window.live.changed.connect(self._move)
        document.listen(self._move)

    def line(self) -> int | None:
        """The first tick that a knob can change now; None: the whole tune."""
        unit = self._window.live.liveness.line
        if unit is None or not self._playback.is_playing:
            return None
        song = self._document.song
        seconds = max(_AHEAD_SECONDS, _SAFETY * self._needed_seconds)
        ahead = song.tempos.tick_after(self._playback.tick, seconds)
        return song.meters.next_line(ahead, unit)

    def is_passed(self, line: int) -> bool:
        """Whether what comes behind `line` is heard already."""
        return self._playback.is_playing and self._playback.tick > line

    @Slot(bool)
    def _measure(self, is_running: bool) -> None:
        now = time.monotonic()
        if is_running:
            self._began_seconds = now
        else:
            self._needed_seconds = now - self._began_seconds

    @Slot()
    def _move(self) -> None:
        follows = self._document.follows or self._window.live.liveness.is_endless
        line = self.line() if follows else None
        if line != self._line:
            self._line = line
            self._window.roll.show_ghosts(line)

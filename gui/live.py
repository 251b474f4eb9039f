"""A tune that changes while it plays: where the line lies behind which it still can."""

from PySide6.QtCore import QObject, Slot

from core.document import Document
from core.music.melody import QUARTER
from gui.playback import Playback
from gui.window import Window

_AHEAD_SECONDS, _NOTE_SECONDS = 0.25, 0.002
"""So far ahead of the playhead, and so much farther for each note of the tune, nothing changes: it
takes a moment to draw it again."""


class Live(QObject):
    """Moves the commit line ahead of the playhead. What is before it stays; what is behind it are
    ghosts that follow the knobs, and the roll shows them so.

    There are none where nothing plays, or the tune does not follow the knobs, or as a whole.
    """

    def __init__(
        self,
        document: Document,
        playback: Playback,
        window: Window,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._playback, self._window = document, playback, window
        self._line: int | None = None
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
        seconds = _AHEAD_SECONDS + _NOTE_SECONDS * len(song.melody)
        ahead = self._playback.tick + round(seconds * song.tempo * QUARTER / 60)
        return song.meters.next_bar(ahead) if unit == "bar" else song.meters.next_beat(ahead)

    @Slot()
    def _move(self) -> None:
        follows = self._document.asked is not None or self._window.live.liveness.is_endless
        line = self.line() if follows else None
        if line != self._line:
            self._line = line
            self._window.roll.show_ghosts(line)

"""Hearing a tune that is not the window's: before it is taken, for instance."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.music.song import Song
from gui.language import tr
from gui.playing.player import Silence, Sounding

if TYPE_CHECKING:
    from core.sound.reports import Report


class Audition(QObject):
    """Plays a song through the player of the window, whose playhead and tune know nothing of it.

    `playing_changed` tells whether it plays, `moved` brings the tick, `told` a sentence where
    nothing can sound.
    """

    playing_changed = Signal(bool)
    moved = Signal(float)
    told = Signal(str)

    def __init__(self, plays_tune: Callable[[], bool], parent: QObject | None = None) -> None:
        """`plays_tune` says whether the window's own tune plays: it is stopped first."""
        super().__init__(parent)
        self.player: Sounding = Silence()
        self._plays_tune = plays_tune
        self._is_asked = self._is_playing = self._awaits_stop = False

    @property
    def is_playing(self) -> bool:
        return self._is_playing

    def play(self, song: Song) -> None:
        """From its first note on, in place of what plays."""
        if not self._is_asked and self._plays_tune():
            self._awaits_stop = True
            self.player.stop()
        self._is_asked = True
        self.player.play(song, song.melody.notes[0].onset if song.melody.notes else 0)

    def stop(self) -> None:
        if self._is_asked:
            self.player.stop()

    def takes(self, report: "Report") -> bool:
        """Whether a report is of this song, and of no concern to others."""
        from core.sound import reports  # there are none before there is a player

        if not self._is_asked:
            return False
        match report:
            case reports.Started():
                self._set_playing(True)
            case reports.Stopped() if self._awaits_stop:
                self._awaits_stop = False
                return False
            case reports.Stopped():
                self._is_asked = False
                self._set_playing(False)
            case reports.Failed(sentence):
                self._is_asked = False
                self._set_playing(False)
                self.told.emit(tr(sentence))
            case reports.Restarted():
                self._is_asked = False
                self._set_playing(False)
                return False
            case _:
                return False
        return True

    def follow(self) -> None:
        """Tells where it is."""
        position = self.player.position() if self._is_playing else None
        if position is not None:
            self.moved.emit(position)

    def _set_playing(self, is_playing: bool) -> None:
        if is_playing != self._is_playing:
            self._is_playing = is_playing
            self.playing_changed.emit(is_playing)

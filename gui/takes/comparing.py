"""Two takes are exchanged at a bar line, while the music goes on."""

from bisect import bisect_right
from operator import attrgetter

from PySide6.QtCore import QObject, Signal, Slot

from core.document import Document
from core.music.song import Song
from core.music.splice import spliced
from gui.playing.playback import Playback
from gui.takes.takes import Takes

_PASSING_SECONDS = 0.1
"""So long it may take until the player has what is to sound next."""


class Comparing(QObject):
    """Exchanges A and B: at once in silence, else where the next bar begins.

    Until then the player has the tune up to that line and the other take behind it, so that not a
    note comes late. `changed` tells that one waits for its line, or does no more; `waiting` is
    that bar's number.
    """

    changed = Signal()

    def __init__(
        self, document: Document, takes: Takes, playback: Playback, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._takes, self._playback = document, takes, playback
        self._line: int | None = None
        self._begun = document.song
        self._heard_at = 0.0
        document.listen(self._check)
        playback.moved.connect(self._look)
        playback.playing_changed.connect(self._look)

    @property
    def waiting(self) -> int | None:
        """The bar with which the other take comes; None while nothing waits."""
        return None if self._line is None else self._begun.meters.position(self._line)[0]

    @Slot()
    def exchange(self) -> None:
        """Exchanges the two; asked again before the bar line, everything stays as it is."""
        other = self._takes.other
        if self._line is not None:
            self.drop()
        elif other is not None:
            here, there = self._document.song, self._takes.song_of(other)
            if self._playback.is_playing and here.meters == there.meters:
                self._wait(here, there)
            else:
                self._takes.exchange()

    @Slot()
    def drop(self) -> None:
        """The tune goes on, and nothing waits."""
        if self._line is not None:
            self._leave()
            self._playback.show_song(self._document.song)

    def _wait(self, here: Song, there: Song) -> None:
        """The tune from what sounds now up to the line; all else is the other take's, also what a
        loop comes back to."""
        tick, loop = self._playback.tick, self._playback.loop
        ahead = here.tempos.tick_after(tick, _PASSING_SECONDS)
        line = here.meters.next_bar(ahead)
        if loop is not None and tick < loop.end:
            line = min(line, loop.end)
        self._line, self._begun, self._heard_at = line, here, tick
        self._playback.show_song(spliced(there, here, sounding_since(here, tick), line))
        self.changed.emit()

    @Slot()
    def _look(self) -> None:
        """Makes the other take the tune when the line is passed, the music jumps, or it ends."""
        if self._line is None:
            return
        tick, before = self._playback.tick, self._heard_at
        self._heard_at = tick
        if tick >= self._line or tick < before or not self._playback.is_playing:
            self._leave()
            self._takes.exchange()

    def _check(self) -> None:
        """Another tune than that which was to go needs no exchange."""
        if self._line is not None and self._document.song is not self._begun:
            self._leave()

    def _leave(self) -> None:
        self._line = None
        self.changed.emit()


def sounding_since(song: Song, tick: int) -> int:
    """Where the note begins that sounds at `tick`; `tick` itself in a rest."""
    notes = song.melody.notes
    place = bisect_right(notes, tick, key=attrgetter("onset")) - 1
    return notes[place].onset if place >= 0 and notes[place].end > tick else tick

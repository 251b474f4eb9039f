"""A recording while it is made."""

from dataclasses import replace

from core.music.melody import Melody
from core.recording.performance import Performance, unfolded
from core.recording.quantisation import Quantisation
from core.recording.stroke import Strokes


class Session:
    """Gathers what is played; `begun` is the Performance before anything was, up to its start."""

    def __init__(self, begun: Performance) -> None:
        self._begun = begun
        self._strokes = Strokes()
        self._now = float(begun.start)

    @property
    def now(self) -> float:
        """Where time stands; in a loop it goes on from one pass to the next."""
        return self._now

    @property
    def notes_begun(self) -> int:
        """How many keys went down so far."""
        return self._strokes.begun

    def move(self, tick: float, ahead: float = 0.0) -> None:
        """Time stands at `tick` of the tune; in a loop it may lie before the last one. About
        `ahead` ticks have passed since then, which in a short loop may be several passes.
        """
        self._now = unfolded(tick, self._begun.punch, self._now + ahead)

    def hear(self, message: bytes, tick: float, ahead: float = 0.0) -> None:
        """A MIDI message that was played at `tick` of the tune."""
        self.move(tick, ahead)
        self._strokes.hear(message, self._now)

    def rebase(self, base: Melody) -> None:
        """The tune was changed while it is recorded over."""
        self._begun = replace(self._begun, base=base)

    def forget(self) -> None:
        """What was played does not count; the recording goes on."""
        self._strokes = Strokes()

    @property
    def performance(self) -> Performance:
        """What was played up to now; keys that are down are held so far."""
        return replace(self._begun, end=self._now, strokes=self._strokes.until(self._now))

    def settled(self, quantisation: Quantisation) -> Performance:
        """What was played of which nothing lies ahead, whatever `quantisation` makes of it."""
        steps = 1.5 * quantisation.grid
        strokes = tuple(
            stroke
            for stroke in self._strokes.ended
            if max(stroke.end, stroke.onset + steps) + quantisation.grid / 2 <= self._now
        )
        return replace(self._begun, end=self._now, strokes=strokes)

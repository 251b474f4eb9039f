"""What a phrase that is told of adds to a note network's logits, in numpy."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.model.archive.storage import Array
from core.model.network import Linear
from core.model.note.features import SINCE, UNTIL
from core.model.note.phrase import Steps, left_of_phrase
from core.model.note.ruler import Codes

Symbols = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Hearing:
    """A hidden layer that hears what a head makes of all else, and two codes of a phrase."""

    inward: Linear  # (units of the head, units)
    since: Array  # (SINCE_SIZE, units)
    left: Array  # (LEFT_SIZE, units)

    def of(self, seen: Array, since: Codes, left: Codes) -> Array:
        heard = self.inward.of(seen) + self.since[since] + self.left[left]
        hidden: Array = np.maximum(heard, 0, out=heard)
        return hidden


@dataclass(frozen=True, slots=True, eq=False)
class PhraseHead:
    """The layers of core/model/note/graph.py that hear of phrases, joined as there.

    `codes` are (batch, WIDTH). What is added is 0 for takes that are told of no phrase.
    """

    lasting: Steps  # (durations,)
    rhythm: Hearing
    rhythm_out: Linear  # (units, durations + LEFT_SIZE)
    pitch: Hearing
    intervals: Linear  # (units, intervals)

    def duration_logits(self, codes: Codes, seen: Array) -> Array:
        """(batch, durations)."""
        since, until = codes[:, SINCE], codes[:, UNTIL]
        raw = self.rhythm_out.of(self.rhythm.of(seen, since, left_of_phrase(until, 0)))
        count = len(self.lasting)
        led = np.take_along_axis(raw[:, count:], left_of_phrase(until[:, None], self.lasting), 1)
        added: Array = (raw[:, :count] + led) * (until > 0)[:, None]
        return added

    def interval_logits(self, codes: Codes, seen: Array, durations: Symbols) -> Array:
        """Those of the intervals from the last pitch to one that has the chosen duration."""
        since, until = codes[:, SINCE], codes[:, UNTIL]
        left = left_of_phrase(until, self.lasting[durations])
        added: Array = self.intervals.of(self.pitch.of(seen, since, left)) * (until > 0)[:, None]
        return added

"""What the composer asks of a model, whatever its family."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from core.model.card import Card
from core.music.key import Mode
from core.music.melody import Melody, Note
from core.music.meter import MeterMap

Logits = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a tune has to fill: its bar lines, its mode, and the tick on which it ends."""

    meters: MeterMap
    mode: Mode
    end: int


class Cursor(Protocol):
    """A tune in the making, one decision after another, in the model's own key."""

    @property
    def decision(self) -> int:
        """Index of the present decision: the counter of the random draw that belongs to it."""

    @property
    def is_done(self) -> bool:
        """True when the frame is full."""

    def logits(self) -> Logits:
        """One number for each symbol that could come now, low pitches first; -inf: not allowed."""

    def choose(self, symbol: int) -> Note | None:
        """Takes the decision; the note that it completes, if any. The last ends with the frame."""


class Model(Protocol):
    """A trained model of any family."""

    @property
    def card(self) -> Card: ...

    def cursor(self, seed: Melody, frame: Frame) -> Cursor:
        """A cursor that has heard `seed` (in C major or A minor) and stands at its end."""

    def nearest_pitch(self, pitch: int) -> int:
        """The pitch that the model hears when it is given `pitch`: itself if the model knows it."""

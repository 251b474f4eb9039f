"""What the composer asks of a model, whatever its family."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Self

import numpy as np
import numpy.typing as npt

from core.model.card import Card
from core.model.event import Event
from core.model.originality import Originality
from core.music.ending import Ending
from core.music.key import Mode
from core.music.melody import Melody, Note
from core.music.meter import MeterMap
from core.music.song import Song

Logits = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a tune has to fill: its bar lines, its mode, and the tick on which it ends.

    `ending`, `low` and `high` are wishes. The first is granted by every family, and the note family
    leads there. The others are heeded by the note family: no note of its own is below `low` or
    above `high` (low <= high), where they are not None, and the tune is laid out for them.
    `awaited` are pitches that will sound in any case, behind the seed, and belong to the compass.
    `phrase_ends` are the ticks on which phrases shall end, rising; models heed them that learnt of
    phrases (`Model.knows_phrases`), and these lean that way without being held to it.
    Where `is_planned` is false, nothing is decided before the tune begins, neither its ending nor
    its compass: so a model listens to notes of which it shall not know where they lead.
    """

    meters: MeterMap
    mode: Mode
    end: int
    ending: Ending = "free"
    low: int | None = None
    high: int | None = None
    awaited: frozenset[int] = frozenset()
    phrase_ends: tuple[int, ...] = ()
    is_planned: bool = True


@dataclass(frozen=True, slots=True)
class Cost:
    """What a song costs a model that foretells it, one decision after another.

    `bits` are all bits from its beginning to the sign of its end, `duration_bits` those of them
    that say when the next event begins and when the song ends, the others saying what sounds;
    `events` are its notes and rests, ties joined, and `notes` those that sound; `foretold` are the
    events for which the model held each decision for the likeliest.
    """

    bits: float
    duration_bits: float
    events: int
    notes: int
    foretold: int


SILENCE, HELD, NO_PITCH = -1, -2, -3
"""In Choices.pitches: a rest begins; what sounds, or a rest, goes on; nothing about pitch."""


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """What the symbols of a decision mean, in the order of its logits.

    `pitches` are MIDI pitches in the model's key, or one of the signs above; `durations` are
    ticks, where the decision is how long the next event lasts. `holds`: one of them says that what
    sounds goes on, so that one decision is on rhythm and on pitch, and may complete what an earlier
    one began.
    """

    pitches: npt.NDArray[np.int64]  # (symbols,)
    durations: npt.NDArray[np.int64] | None = None  # (symbols,)
    holds: bool = False

    @property
    def sounds(self) -> npt.NDArray[np.bool_]:
        """Which symbols begin a note."""
        begun: npt.NDArray[np.bool_] = self.pitches >= 0
        return begun


class Cursor(Protocol):
    """A tune in the making, one decision after another, in the model's own key."""

    @property
    def decision(self) -> int:
        """Index of the present decision, counted from the start of the tune, seed included.

        It is the counter of the random draw that belongs to the decision, so a tune that is
        redrawn from the middle, or made longer, keeps the draws of the places that it keeps.
        -1 and -2 are decisions that are taken before the tune begins.
        """

    @property
    def tick(self) -> int:
        """Where the present decision stands: what is chosen now begins or goes on there."""

    @property
    def is_done(self) -> bool:
        """True when the frame is full."""

    def logits(self) -> Logits:
        """One number for each symbol that could come now, low pitches first; -inf: not allowed.

        At least one is finite. What the frame forbids is masked here, so that whoever draws can
        only stay within it; further wishes are further masks and biases on the same numbers.
        """

    def choices(self) -> Choices:
        """What the symbols mean that `logits` tells of. Not to be written to."""

    def aim(self, tick: int, *, whole: bool = False) -> None:
        """From now on something ends at `tick`, behind the present one, and something else begins.

        `whole`: what begins now lasts until there, as one note or one rest; the model hears the
        nearest that it knows. Called where something begins; when `tick` is reached, the aim is the
        end of the frame again. Whoever aims draws only what is `fitting`.
        """

    def fitting(self) -> Mask:
        """The symbols that lead to the aim, (symbols,); `logits` knows nothing of it.

        At least one is true, but it may be one that `logits` does not allow.
        """

    def choose(self, symbol: int) -> Note | None:
        """Takes the decision; the note that it completes, if any. The last ends with the frame."""

    def hear(self, event: Event) -> None:
        """Goes on behind `event`, given and not drawn, which begins where the cursor stands.

        It is heard as the nearest that the model knows, and keeps its own length. Not while a note
        is half drawn, and not before decision 0.
        """

    def fork(self) -> Self:
        """A second cursor at the same place, which goes its own way. Cheap: states are shared."""


class Model(Protocol):
    """A trained model of any family."""

    @property
    def card(self) -> Card: ...

    @property
    def indexes(self) -> tuple[Originality, ...]:
        """Of the songs that it learnt from; empty where none lies beside its file."""

    @property
    def knows_phrases(self) -> bool:
        """Whether it leads tunes to the ends of phrases (Frame.phrase_ends)."""

    def nearest_pitch(self, pitch: int) -> int:
        """The pitch that the model hears when it is given `pitch`: itself if the model knows it.

        Else the nearest one of the same name (pitch class), else the nearest. `pitch` may lie
        outside MIDI's range.
        """

    def misheard(self, seed: Melody, meters: MeterMap) -> tuple[Note, ...]:
        """The notes of `seed` whose onset or length the model can only hear nearly."""

    def cursor(self, seed: Melody, frame: Frame) -> Cursor:
        """A cursor that has heard `seed` (in C major or A minor) and stands at its end.

        Takes about 0.04 ms for each sixteenth of the seed, or 0.3 ms for each of its notes.
        """

    def foretell(self, cursors: Sequence[Cursor]) -> None:
        """Computes at once what these cursors' next `logits()` need, each at whatever decision.

        It makes many cursors quick and changes nothing: a cursor that is not foretold computes
        alone, to the last bit the same. Cursors of other models are left alone.
        """

    def cost(self, song: Song) -> Cost:
        """How many bits `song`, in C major or A minor, surprises the model by.

        UserError, the reason in a few words, for a song that the model cannot write down.
        """

"""What the roll shows at a moment: one frozen value that every layer draws from."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.span import Span
from gui.roll.geometry import PitchAxis, TimeAxis
from gui.roll.selection import Selection
from gui.roll.view import View
from gui.theme import Theme

if TYPE_CHECKING:
    from core.compose.pins.pin import Pin


@dataclass(frozen=True, slots=True)
class Scene:
    """A song, the part of it that is in sight, and the colours; the bars that are selected, the
    note that is picked, the pins, and the loop, which may be switched off. Notes from the tick
    `ghosts` on may still change."""

    song: Song
    view: View
    theme: Theme
    selection: Selection | None = None
    picked: Note | None = None
    pins: "tuple[Pin, ...]" = ()
    ghosts: float = math.inf
    loop: Span | None = None
    is_looping: bool = False

    @property
    def time(self) -> TimeAxis:
        return self.view.time

    @property
    def pitch(self) -> PitchAxis:
        return self.view.pitch


def notes_between(melody: Melody, first: float, last: float) -> Sequence[Note]:
    """The notes of which anything sounds between two ticks."""
    notes = melody.notes
    begin = bisect_right(notes, first, key=attrgetter("end"))
    return notes[begin : bisect_left(notes, last, key=attrgetter("onset"))]


def note_at(melody: Melody, tick: float) -> Note | None:
    """The note that sounds at `tick`."""
    found = [n for n in notes_between(melody, tick, tick + 1) if n.onset <= tick < n.end]
    return found[0] if found else None


def counts(song: Song) -> str:
    """'12 notes, 1 bar'."""
    notes, bars = len(song.melody), song.bars
    return f"{notes} note{'s' * (notes != 1)}, {bars} bar{'s' * (bars != 1)}"


def first_change(old: Song, new: Song) -> float:
    """The tick from which on two songs look different: -inf for all over, inf for nowhere."""
    if (old.meters, old.key) != (new.meters, new.key) or not (old.melody and new.melody):
        return -math.inf
    changes = [
        min(a, b)
        for a, b in ((old.melody.end, new.melody.end), (old.seed_end, new.seed_end))
        if a != b
    ]
    one, two = old.melody.notes, new.melody.notes
    common = min(len(one), len(two))
    if one[:common] != two[:common]:
        changes.append(next(min(a, b).onset for a, b in zip(one, two, strict=False) if a != b))
    elif len(one) != len(two):
        changes.append(max(one, two, key=len)[common].onset)
    return min(changes, default=math.inf)

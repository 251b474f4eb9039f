"""An engraved tune, ready to be drawn: its lines of music, one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

STAFF_SPACE = 180
"""From one line of the staff to the next, in the units of all places here."""

_MARGIN = 200
_APART = 14 * STAFF_SPACE
"""From one staff to the next, where what stands around them does not ask for more."""

_BETWEEN = 2 * STAFF_SPACE  # what stands below one staff, and above the next


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    width: float
    height: float

    def moved(self, down: float) -> "Box":
        return Box(self.left, self.top + down, self.width, self.height)

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Head:
    """A notehead of the note of the tune that begins at the tick `note`."""

    note: int
    box: Box


@dataclass(frozen=True, slots=True)
class Picture:
    """Some bars of a system as an SVG that fills `box`, black on nothing.

    The lines of the staff are whole staff spaces below its upper edge.
    """

    box: Box
    svg: bytes


@dataclass(frozen=True, slots=True)
class Line:
    """A line of music by itself: `bars` of them on a page of `width`.

    Down all is counted from the upper line of the staff; what is drawn reaches from `above` it to
    `below` it.
    """

    bars: int
    width: float
    above: float
    below: float
    pictures: tuple[Picture, ...]
    heads: tuple[Head, ...]


@dataclass(frozen=True, slots=True)
class Plate:
    """An engraved tune: its lines, and where all things are when they stand one below the other.

    `systems` are the boxes of the lines, from top to bottom. Where it `is_whole`, no line is to
    come, or of the tune as it was before.
    """

    width: float = 0.0
    height: float = 0.0
    systems: tuple[Box, ...] = ()
    pictures: tuple[Picture, ...] = ()
    heads: tuple[Head, ...] = ()
    lines: tuple[Line, ...] = ()
    is_whole: bool = True

    def system_of(self, head: Head) -> Box:
        """The line of music in which a head of this plate stands."""
        return next(box for box in self.systems if box.top <= head.box.top < box.bottom)


def plate_from_lines(lines: Sequence[Line], is_whole: bool = True) -> Plate:
    """The lines one below the other, as far apart as each other, or as they have to be."""
    if not lines:
        return Plate()
    staves = [_MARGIN + lines[0].above]
    edges = [0.0]
    for line, following in pairwise(lines):
        between = line.below + _BETWEEN + following.above
        staves.append(staves[-1] + max(_APART, between))
        edges.append((staves[-2] + line.below + staves[-1] - following.above) / 2)
    edges.append(staves[-1] + lines[-1].below + _MARGIN)
    width = max(line.width for line in lines)
    placed = list(zip(lines, staves, strict=True))
    return Plate(
        width,
        edges[-1],
        tuple(Box(0.0, top, width, bottom - top) for top, bottom in pairwise(edges)),
        tuple(
            Picture(each.box.moved(staff), each.svg)
            for line, staff in placed
            for each in line.pictures
        ),
        tuple(
            Head(each.note, each.box.moved(staff)) for line, staff in placed for each in line.heads
        ),
        tuple(lines),
        is_whole,
    )


def completed(plate: Plate, before: Plate) -> Plate:
    """A plate that is not whole, with the further lines of the one before."""
    return plate_from_lines((*plate.lines, *before.lines[len(plate.lines) :]), is_whole=False)

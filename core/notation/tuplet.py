"""Where in a bar triplets and quintuplets stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.music.melody import QUARTER
from core.notation.stress import STEP, Stress, stress_from_tuplet
from core.notation.value import Value

_NORMAL = {3: 2, 5: 4}
_FINEST = {3: 20, 5: 48}
_SPANS = {3: tuple(4 * QUARTER >> n for n in range(5, -1, -1)), 5: (QUARTER // 2, QUARTER)}
_LONGEST_OF_COMPOUND = QUARTER // 2


@dataclass(frozen=True, slots=True)
class Window:
    """A tuplet of `number` parts from the position `begin` to `end` of a bar."""

    begin: int
    end: int
    number: int

    @property
    def normal(self) -> int:
        """So many of its parts would fill it without the tuplet."""
        return _NORMAL[self.number]

    @property
    def stress(self) -> Stress:
        return stress_from_tuplet(self.written(self.end), self.number)

    def written(self, position: int) -> int:
        """The written time from the tuplet's begin to a position."""
        return (position - self.begin) * self.number // self.normal

    def placed(self, value: Value) -> Value:
        """A shape that stands at written times, at its positions in the bar."""
        begin, end = (
            self.begin + written * self.normal // self.number
            for written in (value.begin, value.end)
        )
        return replace(value, begin=begin, end=end)


def windows(points: Sequence[int], is_compound: bool) -> list[Window]:
    """The tuplets in a bar where something begins or ends at `points`, in order, its ends too.

    Each is as short as can be, unless a longer one spares its notes a tie out of it. In a compound
    meter three eighths are no tuplet, and longer ones than of sixteenths are not written.
    """
    found: list[Window] = []
    for point in points:
        covered = found[-1].end if found else points[0] - 1
        if point % STEP == 0 or point < covered:
            continue
        number = 3 if point % _FINEST[3] == 0 else 5
        possible = [
            window
            for window in _about(point, number, is_compound)
            if window.begin >= covered and _is_writable(window, points)
        ]
        closed = (window for window in possible if _is_closed(window, points))
        chosen = next(closed, None) or next(iter(possible), None)
        if chosen is not None:
            found.append(chosen)
    return found


def _about(point: int, number: int, is_compound: bool) -> Iterator[Window]:
    """The tuplets in which `point` may lie: the shortest first, and those on the beat before
    those that begin between two."""
    for span in _SPANS[number]:
        if is_compound and span > _LONGEST_OF_COMPOUND:
            return
        step = min(span, QUARTER)
        begins = range(point - point % (step // 2), point - span, -step // 2)
        for begin in sorted(begins, key=lambda begin: begin % step > 0):
            yield Window(begin, begin + span, number)


def _is_writable(window: Window, points: Iterable[int]) -> bool:
    span = window.end - window.begin
    step = max(_FINEST[window.number], span // 6 if span > QUARTER else 0)
    inside = (point for point in points if window.begin < point < window.end)
    return all((point - window.begin) % step == 0 for point in inside)


def _is_closed(window: Window, points: Sequence[int]) -> bool:
    """Whether no note sounds across an end of it."""
    begins = window.begin <= points[0] or window.begin in points
    return begins and (window.end >= points[-1] or window.end in points)

"""How strong each place of a bar is: where written notes may cross a line, and where not."""

from dataclasses import dataclass
from functools import cache

from core.music.melody import QUARTER
from core.music.meter import Meter

NOWHERE = 99
"""The level of a place where no symbol can begin."""

STEP = QUARTER // 32
"""The finest places there are outside of tuplets, in ticks."""


@dataclass(frozen=True, slots=True)
class Stress:
    """The places of a bar, or of a tuplet, by their levels; 0, the bar line, is the strongest.

    `lines` part the beats into groups, `part` parts a beat, in two or, where it is `ternary`, in
    three or more; halves of that follow. All are positions in written ticks.
    """

    span: int
    lines: tuple[int, ...]
    beat: int
    part: int
    is_ternary: bool

    @property
    def beat_level(self) -> int:
        return 2 if self.lines else 1

    def is_place(self, position: int) -> bool:
        """Whether a symbol can begin there."""
        return self.level(position) < NOWHERE

    def level(self, position: int) -> int:
        position %= self.span
        if position == 0:
            return 0
        if position in self.lines:
            return 1
        if position % self.beat == 0:
            return self.beat_level
        # Thirds stand lower by one more, so that nothing lies evenly across a beat of three.
        level, part = self.beat_level + 1 + self.is_ternary, self.part
        while part % STEP == 0:
            if position % part == 0:
                return level
            level += 1
            if part % 2:
                break
            part //= 2
        return NOWHERE


@cache
def stress_from_meter(meter: Meter) -> Stress:
    lines = []
    line = 0
    for beats in groups(meter):
        line += beats * meter.beat
        lines.append(line)
    part = meter.beat // (3 if meter.is_compound else 2)
    return Stress(meter.bar, tuple(lines[:-1]), meter.beat, part, meter.is_compound)


def stress_from_tuplet(span: int, number: int) -> Stress:
    """A tuplet is one beat of `number` parts; `span` is its written length."""
    return Stress(span, (), span, span // number, True)


def groups(meter: Meter) -> tuple[int, ...]:
    """The beats of a bar as they are felt together: 4 as 2 + 2, 5 as 3 + 2, 7 as 3 + 2 + 2."""
    beats = meter.bar // meter.beat
    if beats <= 3:
        return (beats,)
    if beats % 4 == 0:
        return (2, 2) if beats == 4 else (4,) * (beats // 4)
    if beats % 3 == 0:
        return (3,) * (beats // 3)
    threes = beats % 2
    return (3,) * threes + (2,) * ((beats - 3 * threes) // 2)

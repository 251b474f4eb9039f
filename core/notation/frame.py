"""The bars of a tune as stretches of time, before anything is written in them."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.music.meter import Meter, MeterMap


@dataclass(frozen=True, slots=True)
class Frame:
    """Bar `number`, from the tick `begin` to `end`, in `meter`.

    Positions in it are counted in ticks from `origin`: that is `begin`, but an upbeat is the end
    of a bar. `is_new` says that the meter is another than in the bar before.
    """

    number: int
    meter: Meter
    origin: int
    begin: int
    end: int
    is_new: bool

    @property
    def is_full(self) -> bool:
        return self.end - self.begin == self.meter.bar


def frames(meters: MeterMap, end: int) -> Iterator[Frame]:
    """The upbeat, if there is one, and the bars that begin before `end`; the last ends there."""
    last: Meter | None = None
    pickup = min(meters.pickup, end)
    if pickup:
        last = meters.meter
        yield Frame(0, last, meters.pickup - last.bar, 0, pickup, True)
    lines = [line for line in meters.lines(end) if line < end]
    for number, (begin, stop) in enumerate(zip(lines, [*lines[1:], end], strict=False), start=1):
        meter = meters.meter_at(begin)
        yield Frame(number, meter, begin, begin, stop, meter != last)
        last = meter

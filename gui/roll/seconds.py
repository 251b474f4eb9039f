"""The seconds of a song on the ruler: which of them have room at a zoom. No Qt."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from core.music.melody import QUARTER
from core.music.tempo import TempoMap
from core.words import Words

_INTERVALS_SECONDS = (
    *(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0),
    *(60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the ruler in ticks, with what is written there."""

    tick: float
    text: Words


def time_name(seconds: float, digits: int = 0) -> Words:
    """'1:05', with two digits '1:05.25'. What is not full is not counted, as on a clock."""
    scale = 10**digits
    # A hair more, for 0.29 s is 28.999… hundredths.
    whole = math.floor(seconds * scale + 1e-6)
    minutes, rest = divmod(whole, 60 * scale)
    second, part = divmod(rest, scale)
    if not digits:
        return Words("{minutes}:{seconds:02}", "time", minutes=minutes, seconds=second)
    parts = f"{part:0{digits}}"
    return Words(
        "{minutes}:{seconds:02}.{parts}", "time", minutes=minutes, seconds=second, parts=parts
    )


def marks_between(
    first: float, last: float, tempos: TempoMap, px_per_tick: float, closest_px: float
) -> Iterator[Mark]:
    """Round times between two ticks, at least `closest_px` apart; none before the song."""
    # Where a tune is slowest its seconds are narrowest.
    slowest = min(tempo for _, tempo in tempos.changes)
    px_a_second = px_per_tick * QUARTER * slowest / 60
    interval = next(
        (step for step in _INTERVALS_SECONDS if step * px_a_second >= closest_px),
        math.ceil(closest_px / px_a_second / 3600) * 3600.0,
    )
    digits = 0 if interval >= 1 else 1 if interval >= 0.1 else 2
    begin = max(0, math.ceil(tempos.seconds_at(first) / interval - 1e-9))
    end = math.ceil(tempos.seconds_at(last) / interval)
    for number in range(begin, end):
        yield Mark(tempos.tick_at(number * interval), time_name(number * interval, digits))

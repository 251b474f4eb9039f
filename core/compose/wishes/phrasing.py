"""Where phrases of so many bars end."""

from collections.abc import Iterator

from core.music.meter import MeterMap


def phrase_ends(meters: MeterMap, bars: int, end: int) -> Iterator[int]:
    """The ticks, rising, on which phrases of `bars` bars end in a tune that ends at `end`.

    The last is `end`, which may cut its phrase short; none where `bars` is 0. Where the tune has an
    upbeat, phrases end before the bar line by its length, as in songs: so the next has one, too.
    """
    if not bars:
        return
    number = bars
    while (tick := meters.end_of(number)) < end:
        yield tick
        number += bars
    yield end

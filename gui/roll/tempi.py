"""Changes of tempo on the ruler: which of them have room there, and what they say. No Qt."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from core.music.meter import MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap, tempo_text
from gui.roll.grid import bars_between

WIDEST_TEMPO = "♩ = 400.4 "


@dataclass(frozen=True, slots=True)
class TempoMark:
    """'♩ = 90', in px from tick 0: behind its tick so far that it is clear of a bar's number."""

    begin_px: float
    end_px: float
    text: str


@dataclass(frozen=True, slots=True)
class Measuring:
    """What the ruler shows at its zoom: the number of every `interval`-th bar; and how wide a text
    is there."""

    px_per_tick: float
    interval: int
    width: Callable[[str], int]


def tempo_marks(song: Song, first: float, last: float, by: Measuring) -> Iterator[TempoMark]:
    """Those between two ticks. The tempo at the beginning stands in its box, and needs none.

    A change too near to one before it, or without room before the next number, has no mark.
    """
    scale = by.px_per_tick
    found = _apart(song.tempos, by.width(_text("")) / scale, by.width("0") / scale)
    places = range(bisect_left(found, (first, 0.0)), bisect_left(found, (last, 0.0)))
    for place in places:
        tick, tempo = found[place]
        following = found[place + 1][0] if place + 1 < len(found) else inf
        label, begin, end = _number_at(song.meters, tick, by)
        text = _text(tempo_text(tempo, 1))
        begin_px = max(tick * scale, begin * scale + by.width(f"{label} "))
        end_px = begin_px + by.width(text)
        if end_px <= min(end, following) * scale:
            yield TempoMark(begin_px, end_px, text)


@lru_cache(maxsize=8)
def _apart(tempos: TempoMap, bare: float, digit: float) -> list[tuple[int, float]]:
    """The changes behind the beginning, but those too near behind one that is kept: a text is as
    many ticks wide as without its number, and for each digit of that."""
    kept: list[tuple[int, float]] = []
    free = 0.0
    for onset, tempo in tempos.changes[1:]:
        if onset >= free:
            kept.append((onset, tempo))
            free = onset + bare + digit * len(tempo_text(tempo, 1))
    return kept


def _text(number: str) -> str:
    return f"♩ = {number} "


def _number_at(meters: MeterMap, tick: int, by: Measuring) -> tuple[str, int, int]:
    """What stands on the ruler at `tick` or next before it, its tick, and that of the next."""
    bar = bars_between(meters, tick, tick + 1)[0]
    signatures = dict(meters.signatures)
    number = max(0, bar.number - (bar.number - 1) % by.interval)
    begin, end = meters.bar_onset(number), meters.bar_onset(number + by.interval if number else 1)
    meter = meters.meter if begin == meters.pickup else signatures.get(begin)
    return (f"{number} {meter}" if meter else str(number)), begin, end

"""A recording as it was played, from which its notes can be made again and again."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from core.music.melody import Melody, Note
from core.music.meter import MeterMap
from core.music.song import Song
from core.music.span import Span
from core.music.tempo import TempoMap
from core.recording.dub import notes_from_line, overdubbed, replaced
from core.recording.line import line_from_strokes
from core.recording.quantisation import Quantisation, quantised
from core.recording.stroke import Stroke

EARLY = 120.0
"""Ticks; a key that goes down so little before the beginning is meant for the beginning."""

_SHORTEST = 1.0
"""Ticks that such a key sounds at least."""


def unfolded(tick: float, loop: Span | None, about: float) -> float:
    """The tick of a loop as if time went on without it, when it stood `about` there a moment ago.

    Time hardly ever goes back: at most a quarter of the loop. What lies before it is there once.
    """
    if loop is None or tick < loop.begin:
        return tick
    earliest = about - len(loop) / 4
    return tick + max(0, math.ceil((earliest - tick) / len(loop))) * len(loop)


@dataclass(frozen=True, slots=True)
class Performance:
    """What was played over `base`, from the tick `start` up to `end`.

    With `punch` only that range is recorded, again and again: the ticks of the strokes and `end`
    go on from one pass to the next, as `unfolded` has them. `overdubs`: what is there stays where
    nothing is played; else a pass in which something is played takes the place of what was there.
    `latency` are the ticks by which a stroke at the start came too late; elsewhere they are as many
    as `tempos` make of the same time. Keys that go down within `chord` ticks are a chord.
    ValueError where the start lies behind the range.
    """

    base: Melody
    meters: MeterMap
    start: int
    end: float
    strokes: tuple[Stroke, ...] = ()
    punch: Span | None = None
    overdubs: bool = False
    latency: float = 0.0
    chord: float = 0.0
    tempos: TempoMap = field(default_factory=TempoMap)

    def __post_init__(self) -> None:
        if self.punch is not None and self.start >= self.punch.end:
            raise ValueError(f"nothing can be recorded in {self.punch} from {self.start} on")

    def melody(self, quantisation: Quantisation) -> Melody:
        """The base with what was played, on the grid of `quantisation`."""
        melody = self.base
        for strokes, first, last in self._passes():
            line = line_from_strokes(strokes, self.chord)
            stop = math.inf if self.punch is None else self.punch.end
            notes = _within(
                notes_from_line(quantised(line, quantisation, self.meters, (first, stop))), stop
            )
            if self.overdubs:
                melody = overdubbed(melody, notes)
            elif notes:
                melody = replaced(melody, notes, first, max(math.ceil(last), notes[-1].onset + 1))
        return melody

    def played(self, quantisation: Quantisation) -> tuple[Note, ...]:
        """The notes of `melody` that were played."""
        return self.new_in(self.melody(quantisation))

    def new_in(self, melody: Melody) -> tuple[Note, ...]:
        """The notes of `melody` that are not in the base."""
        there = set(self.base.notes)
        return tuple(note for note in melody if note not in there)

    def _late(self, tick: float) -> float:
        """The ticks by which a stroke came too late there."""
        if self.punch is not None and tick >= self.punch.end:
            tick = self.punch.begin + (tick - self.punch.begin) % len(self.punch)
        return self.latency * self.tempos.at(tick) / self.tempos.at(self.start)

    def _passes(self) -> Iterator[tuple[tuple[Stroke, ...], int, float]]:
        """The strokes of each pass, its first tick, and how far it went, in ticks of the tune."""
        strokes = list(self.strokes)
        if self.latency:
            strokes = [stroke.moved(-self._late(stroke.onset)) for stroke in strokes]
        if self.punch is None:
            yield _gathered(strokes, self.start), self.start, self.end
            return
        start, stop, length = self.punch.begin, self.punch.end, len(self.punch)
        first = max(self.start, start)
        passes: dict[int, list[Stroke]] = {}
        for stroke in strokes:
            number = math.floor((stroke.onset - start) / length)
            line = stop + number * length
            if stroke.onset >= line - EARLY and stroke.end > line:
                number += 1
            passes.setdefault(number, []).append(stroke.moved(-max(0, number) * length))
        for number in sorted(passes):
            if number >= 0:
                last = min(float(stop), self.end - number * length)
                begin = start if number else first
                yield _gathered(passes[number], begin), begin, last


def _gathered(strokes: list[Stroke], start: int) -> tuple[Stroke, ...]:
    """The strokes from `start` on; one that came a little early begins there."""
    kept = []
    for stroke in strokes:
        if stroke.onset >= start:
            kept.append(stroke)
        elif stroke.onset >= start - EARLY:
            end = max(stroke.end, start + _SHORTEST)
            kept.append(replace(stroke, onset=float(start), end=end))
    return tuple(kept)


def _within(notes: tuple[Note, ...], stop: float) -> tuple[Note, ...]:
    """The notes before `stop`, the last of them cut there."""
    kept = tuple(note for note in notes if note.onset < stop)
    if kept and kept[-1].end > stop:
        kept = (*kept[:-1], replace(kept[-1], duration=int(stop) - kept[-1].onset))
    return kept


def seed_from_notes(song: Song, notes: tuple[Note, ...]) -> Song:
    """`song` with only `notes`, which are the seed; the bar of the first is the first bar."""
    if not notes:
        return song
    bar, _ = song.meters.position(notes[0].onset)
    origin = song.meters.bar_onset(bar)
    melody = Melody(tuple(note.moved(-origin) for note in notes), notes[-1].end - origin)
    meters = MeterMap.constant(song.meters.meter_at(origin)) if origin else song.meters
    return replace(
        song,
        melody=melody,
        meters=meters,
        tempos=TempoMap.constant(song.tempos.at(origin)) if origin else song.tempos,
        key=None,
        seed_end=melody.end,
        phrase_ends=(),
    )


def song_from_performance(song: Song, performance: Performance, quantisation: Quantisation) -> Song:
    """`song` with what was played; up to the end of that all of it is the user's own."""
    melody = performance.melody(quantisation)
    played = performance.new_in(melody)
    own_end = max(song.seed_end, played[-1].end if played else 0)
    key = song.key if performance.base.notes else None
    return replace(song, melody=melody, key=key, seed_end=min(own_end, melody.end), phrase_ends=())

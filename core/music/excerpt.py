"""The first bars of a song: what another tune can go on from."""

from dataclasses import replace

from core.music.melody import Melody
from core.music.meter import MeterMap
from core.music.song import Song
from core.music.span import Span


def first_bars(song: Song, bars: int) -> Span:
    """Where the first `bars` full bars lie, with the upbeat before them.

    Bars before the first note, as parts of a score have them, do not count. Of a song with a note.
    """
    bar, _ = song.meters.position(song.melody.notes[0].onset)
    begin = song.meters.bar_onset(bar)
    number = max(bar, 1)
    return Span(begin, song.meters.bar_onset(number + bars))


def opening_of(song: Song, bars: int) -> Song:
    """A song of these bars alone, all of it the user's own."""
    span = first_bars(song, bars)
    meters = song.meters
    if span.begin:
        later = [(tick - span.begin, meter) for tick, meter in meters.changes if tick > span.begin]
        meters = MeterMap(((0, meters.meter_at(span.begin)), *later))
    notes = song.melody.until(span.end).notes
    moved = tuple(note.moved(-span.begin) for note in notes)
    melody = Melody(moved, min(span.end, song.melody.end) - span.begin)
    phrases = (tick - span.begin for tick in song.phrase_ends)
    return replace(
        song,
        melody=melody,
        meters=meters,
        tempos=song.tempos.until(span.end).since(span.begin),
        seed_end=melody.end,
        phrase_ends=tuple(tick for tick in phrases if 0 < tick <= melody.end),
    )

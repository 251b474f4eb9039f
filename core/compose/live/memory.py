"""The end of a long song, as far back as a model needs to hear it."""

from dataclasses import replace

from core.music.melody import Melody
from core.music.meter import MeterMap
from core.music.song import Song


def last_bars(song: Song, bars: int, phrase: int = 1) -> tuple[Song, int]:
    """The last `bars` bars of `song` as a song of their own, and the tick at which they begin.

    They begin with a bar line, and with a phrase where phrases have so many bars, as many more bars
    as that needs; of a note that sounds across it the rest is kept. A bar that is not full counts
    as one. A song that is no longer is given whole, its upbeat too.
    """
    bar, position = song.meters.position(song.melody.end)
    first = bar - bars + (position > 0)
    first -= (first - 1) % phrase
    if first <= 1:
        return song, 0
    origin = song.meters.bar_onset(first)
    sounding = (note for note in song.melody if note.end > origin)
    notes = (
        replace(
            note, onset=max(0, note.onset - origin), duration=note.end - max(note.onset, origin)
        )
        for note in sounding
    )
    later = ((onset - origin, meter) for onset, meter in song.meters.changes if onset > origin)
    recent = replace(
        song,
        melody=Melody(tuple(notes), song.melody.end - origin),
        meters=MeterMap(((0, song.meters.meter_at(origin)), *later)),
        tempos=song.tempos.since(origin),
        seed_end=max(0, song.seed_end - origin),
        phrase_ends=tuple(end - origin for end in song.phrase_ends if end > origin),
    )
    return recent, origin

"""A song as it is written down."""

from collections.abc import Sequence
from statistics import median

from core.music.melody import Melody
from core.music.song import Song
from core.music.tonality import estimate_key
from core.notation.beam import grouped
from core.notation.frame import Frame, frames
from core.notation.rounding import Placed, placed
from core.notation.spelling import spelled
from core.notation.symbol import Bar, Clef, Sheet
from core.notation.tempo import tempo_marks
from core.notation.writing import written_bars

_BASS_BELOW, _TREBLE_BELOW = 36, 57
_LOWEST_OF_HIGH = 86


def sheet_from_song(song: Song) -> Sheet:
    """The sheet of a song, from its notes, bars, key and tempi; nothing is added to them.

    A song that names no key is written in the one that its notes tell. Times are those of the
    song where they can be written, and else near to them (core.notation.rounding). The last bar
    is as long as the song leaves it.
    """
    return _sheet(song, *placed(song.melody, _bars(song)))


def exact_sheet_from_song(song: Song) -> Sheet:
    """The same with all times as they are; what no shape lasts has one that is near."""
    exact = (Placed(place, note.onset, note.end) for place, note in enumerate(song.melody))
    return _sheet(song, tuple(exact), _bars(song))


def _bars(song: Song) -> tuple[Frame, ...]:
    return tuple(frames(song.meters, song.melody.end))


def _sheet(song: Song, notes: Sequence[Placed], bars: Sequence[Frame]) -> Sheet:
    melody = song.melody
    key = song.key or estimate_key(melody)
    names = tuple(spelled(melody.notes, key))
    told = written_bars(melody, names, notes, bars, key.fifths)
    written = (
        Bar(
            bar.number,
            bar.begin,
            bar.end,
            bar.meter if bar.is_new else None,
            bar.is_full,
            grouped(inside, bar.meter),
            mark,
        )
        for bar, inside, mark in zip(bars, told, tempo_marks(song.tempos, bars), strict=True)
    )
    return Sheet(_clef(melody), key, tuple(written))


def _clef(melody: Melody) -> Clef:
    """The one that puts the middle note nearest to the staff; treble without notes."""
    if not melody.notes:
        return "treble"
    middle = median(note.pitch for note in melody)
    if middle >= _LOWEST_OF_HIGH:
        return "treble, octave up"
    if middle >= _TREBLE_BELOW:
        return "treble"
    return "bass" if middle >= _BASS_BELOW else "bass, octave down"

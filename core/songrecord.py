"""Songs as JSON objects, which projects and recipes hold, and back with every entry checked."""

import json
import re
import reprlib
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from core.music.key import key_from_text
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap, meter_from_text
from core.music.song import Song
from core.music.tempo import FASTEST_TEMPO, MOST_TEMPI, SLOWEST_TEMPO, TempoMap
from core.record import FormatError
from core.words import Words, shown

_LAST_TICK = 2**28 - 1
"""The longest time that a MIDI file can hold in one piece."""

_LONGEST_REASON = 200
_MOST_ENTRIES = 200_000
_readable = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
OF_SONG = frozenset(
    {"title", "key", "tempo", "meters", "pickup", "phrase_ends", "seed_end", "end", "notes"}
)
"""The entries that a song has."""

_TEMPO_CHANGES = "tempo_changes"
OF_FEW_SONGS = frozenset({_TEMPO_CHANGES})
"""The entry of those only whose tempo changes: where, and to what."""


def values_from_song(song: Song) -> dict[str, object]:
    """All of a song but its notes."""
    values: dict[str, object] = {
        "title": song.title,
        "key": None if song.key is None else str(song.key),
        "tempo": song.tempo,
        "meters": [[onset, str(meter)] for onset, meter in song.meters.changes],
        "pickup": song.meters.pickup,
        "phrase_ends": song.phrase_ends,
        "seed_end": song.seed_end,
        "end": song.melody.end,
    }
    if not song.tempos.is_constant:
        values[_TEMPO_CHANGES] = song.tempos.changes[1:]
    return values


def values_from_notes(notes: Iterable[Note]) -> list[tuple[int, int, int, int]]:
    return [(note.onset, note.duration, note.pitch, note.velocity) for note in notes]


class _Numerals(dict[int, str]):
    """Whole numbers as text: the same few stand in a song again and again, and to look one up takes
    a third of the time that it takes to write it."""

    def __missing__(self, number: int) -> str:
        text = str(number)
        if len(self) < _MOST_NUMERALS:
            self[number] = text
        return text


_MOST_NUMERALS = 20_000
_numerals = _Numerals()


def texts_from_notes(notes: Iterable[Note]) -> list[str]:
    """Each of `values_from_notes` as `json_line` writes it."""
    n = _numerals
    return [
        f"[{n[note.onset]}, {n[note.duration]}, {n[note.pitch]}, {n[note.velocity]}]"
        for note in notes
    ]


def check_entries(
    values: dict[str, object], needed: frozenset[str], possible: AbstractSet[str] = frozenset()
) -> None:
    unknown = values.keys() - needed - possible
    if unknown:
        raise FormatError(
            Words(
                "it has the unknown entry '{key}', which a newer version of the program may know",
                key=shown(min(unknown)),
            )
        )
    missing = needed - values.keys()
    if missing:
        raise FormatError(Words("its entry '{key}' is missing", key=min(missing)))


def song_from_values(values: dict[str, object]) -> Song:
    key = values["key"]
    try:
        melody = Melody(
            tuple(map(note_from_value, list_at(values, "notes"))),
            tick_from_value(values["end"], "end"),
        )
        changes = tuple(map(_change, list_at(values, "meters")))
        meters = MeterMap(changes, tick_from_value(values["pickup"], "pickup"))
        tempos = TempoMap(((0, _tempo(values["tempo"])), *_tempo_changes(values)))
    except ValueError as error:
        reason = shown(str(error), _LONGEST_REASON)
        raise FormatError(
            Words("its notes and bars do not fit together ({reason})", reason=reason)
        ) from error
    return Song(
        melody=melody,
        meters=meters,
        key=None if key is None else key_from_text(text_at(values, "key")),
        tempos=tempos,
        title=text_at(values, "title"),
        seed_end=tick_from_value(values["seed_end"], "seed_end"),
        phrase_ends=tuple(
            tick_from_value(end, "phrase_ends") for end in list_at(values, "phrase_ends")
        ),
    )


def note_from_value(value: object) -> Note:
    match value:
        case [int(), int(), int(), int()] if not any(isinstance(v, bool) for v in value):
            onset, duration, pitch, velocity = value
            tick_from_value(max(0, onset + duration), "notes")
            try:
                return Note(tick_from_value(onset, "notes"), duration, pitch, velocity)
            except ValueError as error:
                raise FormatError(
                    Words("its notes do not fit together ({reason})", reason=str(error))
                ) from error
    raise FormatError(Words("its note {value} is not four whole numbers", value=_told(value)))


def _change(value: object) -> tuple[int, Meter]:
    match value:
        case [onset, str(meter)]:
            return tick_from_value(onset, "meters"), meter_from_text(meter)
    raise FormatError(Words("its meter {value} is not an onset and a meter", value=_told(value)))


def _tempo(value: object) -> float:
    if isinstance(value, int | float) and SLOWEST_TEMPO <= value <= FASTEST_TEMPO:
        return float(value)
    raise FormatError(
        Words(
            "its tempo is no number from {slowest:g} to {fastest:g}",
            slowest=SLOWEST_TEMPO,
            fastest=FASTEST_TEMPO,
        )
    )


def _tempo_changes(values: dict[str, object]) -> tuple[tuple[int, float], ...]:
    """Those behind the beginning."""
    changes = list_at(values, _TEMPO_CHANGES) if _TEMPO_CHANGES in values else []
    if len(changes) >= MOST_TEMPI:
        raise FormatError(Words("its tempo changes more than {most:,} times", most=MOST_TEMPI - 1))
    return tuple(map(_tempo_change, changes))


def _tempo_change(value: object) -> tuple[int, float]:
    match value:
        case [onset, tempo]:
            return tick_from_value(onset, _TEMPO_CHANGES), _tempo(tempo)
    raise FormatError(
        Words("its change of tempo {value} is not an onset and a tempo", value=_told(value))
    )


def tick_from_value(value: object, name: str) -> int:
    if type(value) is not int or not 0 <= value <= _LAST_TICK:
        raise FormatError(Words("its '{key}' is no number of ticks", key=name))
    return value


def text_at(values: dict[str, object], name: str) -> str:
    value = values[name]
    if not isinstance(value, str):
        raise FormatError(Words("its '{key}' is no text", key=name))
    return value


def list_at(values: dict[str, object], name: str) -> list[object]:
    value = values[name]
    if not isinstance(value, list):
        raise FormatError(Words("its '{key}' is no list", key=name))
    if len(value) > _MOST_ENTRIES:
        raise FormatError(
            Words("its '{key}' has more than {most:,} entries", key=name, most=_MOST_ENTRIES)
        )
    return value


def _told(value: object) -> str:
    """A value of any size and depth, for a sentence."""
    return shown(reprlib.repr(value))


def json_line(value: object) -> str:
    readable = _readable(value)
    if readable.isascii():
        return readable
    # Half a surrogate pair, as odd file names hold, cannot be written in UTF-8.
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", readable)

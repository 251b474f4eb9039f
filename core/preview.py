"""What is said of a project in a list of several: as much as fits in a line."""

import time
from contextlib import suppress
from dataclasses import dataclass

from core.errors import UserError
from core.music.key import Key, key_from_text
from core.music.naming import key_words
from core.music.song import Song
from core.record import FormatError
from core.words import Words, counted, joined

_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Preview:
    """A tune's title, as far as anybody reads it, its full bars, its notes, and its key, None where
    nobody has named one."""

    title: str = ""
    bars: int = 0
    notes: int = 0
    key: Key | None = None


def preview_from_song(song: Song) -> Preview:
    return Preview(song.title[:_LONGEST_TITLE], song.bars, len(song.melody), song.key)


def size_words(preview: Preview) -> Words:
    """'96 notes in 24 bars'."""
    notes = counted("{n:,} notes", "{n:,} note", preview.notes)
    return counted("{notes} in {n:,} bars", "{notes} in {n:,} bar", preview.bars, notes=notes)


def words_from_preview(preview: Preview) -> Words:
    """The same with the key, if there is one."""
    size = size_words(preview)
    return size if preview.key is None else joined(" · ", [size, key_words(preview.key)])


def moment_text(seconds: float) -> str:
    """A moment, in seconds since 1970, as the clock here shows it; with the day unless that is
    today."""
    try:
        moment = time.localtime(seconds)
    except (OverflowError, OSError, ValueError):  # a time that no calendar has
        return "?"
    now = time.localtime()
    is_today = (moment.tm_year, moment.tm_yday) == (now.tm_year, now.tm_yday)
    return time.strftime("%H:%M" if is_today else "%Y-%m-%d %H:%M", moment)


def values_from_preview(preview: Preview) -> dict[str, object]:
    """The preview as a JSON object."""
    return {
        "title": preview.title,
        "bars": preview.bars,
        "notes": preview.notes,
        "key": None if preview.key is None else str(preview.key),
    }


def preview_from_value(value: object) -> Preview:
    """What `values_from_preview` gave. FormatError for anything else."""
    match value:
        case {
            "title": str(title),
            "bars": int(bars),
            "notes": int(notes),
            "key": None | str() as key,
        } if bars >= 0 and notes >= 0:
            with suppress(UserError):
                return Preview(title, bars, notes, None if key is None else key_from_text(key))
    raise FormatError(Words("it does not say what it is like"))

"""What is said of a project in a list of several: as much as fits in a line."""

from contextlib import suppress
from dataclasses import dataclass

from core.errors import UserError
from core.music.key import Key, key_from_text
from core.music.song import Song
from core.record import FormatError
from core.words import Words


@dataclass(frozen=True, slots=True)
class Preview:
    """A tune's title, its full bars, its notes, and its key, None where nobody has named one."""

    title: str = ""
    bars: int = 0
    notes: int = 0
    key: Key | None = None


def preview_from_song(song: Song) -> Preview:
    return Preview(song.title, song.bars, len(song.melody), song.key)


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

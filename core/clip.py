"""Notes as they lie on a clipboard: in a form of our own, and as one would type them."""

import json

from core.errors import UserError
from core.music.key import Key
from core.music.melody import QUARTER, Melody
from core.music.text import parse, text_from_melody
from core.record import FormatError, object_from_json
from core.songrecord import check_entries, list_at, note_from_value, values_from_notes
from core.words import Words

FORMAT = "cantilena notes"
VERSION = 1
LAST_TICK = 20_000 * QUARTER
MOST_TYPED = 10_000
"""Notes; to type more takes longer than a window may stand still."""

_MOST_LETTERS = 2_000_000
_MOST_TYPED_LETTERS = 100_000
_ENTRIES = frozenset({"format", "version", "notes"})


def data_from_clip(clip: Melody) -> bytes:
    """The notes of `clip`, velocities and all, as JSON."""
    entries = {"format": FORMAT, "version": VERSION, "notes": values_from_notes(clip)}
    return json.dumps(entries).encode("ascii")


def clip_from_data(data: bytes) -> Melody:
    """The clip that `data_from_clip` wrote. FormatError for anything else: anybody may write it."""
    if len(data) > _MOST_LETTERS:
        raise FormatError(Words("it is longer than {most:,} letters", most=_MOST_LETTERS))
    try:
        values = object_from_json(data.decode("utf-8"))
        check_entries(values, _ENTRIES)
        if (values["format"], values["version"]) != (FORMAT, VERSION):
            raise FormatError(Words("it was written by another version of the program"))
        notes = tuple(map(note_from_value, list_at(values, "notes")))
        clip = Melody(notes, notes[-1].end if notes else 0)
    except ValueError as error:  # what is no UTF-8, no note or no melody
        raise FormatError(
            Words("it holds no notes that can be read ({reason})", reason=str(error))
        ) from error
    if clip.end > LAST_TICK:
        raise FormatError(Words("it is longer than {most:,} ticks", most=LAST_TICK))
    return clip


def text_from_clip(clip: Melody, key: Key) -> str:
    """As one would type it, spelled for `key`; empty for more than MOST_TYPED notes."""
    return text_from_melody(clip, key) if len(clip) <= MOST_TYPED else ""


def clip_from_text(text: str) -> Melody:
    """The notes that somebody typed. UserError where the text holds anything else, or nothing."""
    if len(text) > _MOST_TYPED_LETTERS:
        raise UserError(
            "The text on the clipboard is longer than {most:,} letters; copy a part of it.",
            most=_MOST_TYPED_LETTERS,
        )
    typed = parse(text)
    if typed.mistakes:
        raise UserError(
            "The text on the clipboard is no notes. {sentence}",
            sentence=typed.mistakes[0].sentence,
        )
    if not typed.melody.notes:
        raise UserError("There are no notes in the text on the clipboard; copy some first.")
    if typed.melody.end > LAST_TICK:
        raise UserError("The text on the clipboard is too long for one tune; copy a part of it.")
    return typed.melody

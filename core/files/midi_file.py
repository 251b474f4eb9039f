"""MIDI files of strangers, opened within bounds.

Source of the format: Standard MIDI Files 1.0 (RP-001), MIDI Manufacturers Association.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from core.disk import read_file
from core.errors import UserError
from core.files.events import events_in

if TYPE_CHECKING:
    from mido import MidiFile  # type: ignore[import-untyped]

LARGEST_FILE = 4_000_000
MOST_EVENTS = 250_000
"""Twice as many as any other kind of file may have notes, and room for the rest."""

MOST_BEATS = 20_000
TEMPO_WHERE_NONE_IS_GIVEN = 120.0

_FRAMES_A_SECOND = {24: 24.0, 25: 25.0, 29: 30_000 / 1001, 30: 30.0}


def open_midi(path: Path) -> "MidiFile":
    """The file, if it keeps within the bounds of this page."""
    import mido

    data = read_file(path, LARGEST_FILE)
    try:
        is_too_long = events_in(data, MOST_EVENTS) > MOST_EVENTS
        file = None if is_too_long else mido.MidiFile(file=io.BytesIO(data), clip=True)
    except (OSError, EOFError, ValueError, LookupError, mido.KeySignatureError) as error:
        raise UserError(
            "'{path}' is no MIDI file, or a damaged one; choose another.", path=path
        ) from error
    if file is None:
        raise UserError(
            "'{path}' has more than {most} events; cut a part out of it.",
            path=path,
            most=MOST_EVENTS,
        )
    if file.type not in (0, 1, 2):
        raise UserError(
            "'{path}' is a MIDI file of format {n}; save it as format 0 or 1.",
            path=path,
            n=file.type,
        )
    quarter = ticks_per_quarter(file.ticks_per_beat)
    if quarter <= 0:
        raise UserError("'{path}' does not say how long a beat is; save it anew.", path=path)
    longest = max((sum(message.time for message in track) for track in file.tracks), default=0)
    if longest > MOST_BEATS * quarter:
        raise UserError(
            "'{path}' is longer than {most} beats; cut a part out of it.",
            path=path,
            most=MOST_BEATS,
        )
    return file


def ticks_per_quarter(division: int) -> float:
    """Of the division in a file's head: ticks, or, below 0, film frames a second and their parts.

    0 for what is neither.
    """
    if division >= 0:
        return division
    frames, parts = -(division >> 8), division & 0xFF
    if frames not in _FRAMES_A_SECOND:
        return 0
    return _FRAMES_A_SECOND[frames] * parts * 60 / TEMPO_WHERE_NONE_IS_GIVEN

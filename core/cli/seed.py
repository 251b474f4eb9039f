"""The seed of the command line: a file, or notes typed in its place."""

import os
from dataclasses import replace
from pathlib import Path

from core.errors import UserError
from core.files.reading import SUFFIXES, song_from_file
from core.music.key import Key
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.text import melody_from_text
from core.project import SUFFIX as PROJECT_SUFFIX


def song_from_seed(text: str) -> Song:
    """An existing file is read; another name with a suffix of such files is a UserError; anything
    else is typed notes. Of a project its seed is taken, of other files the whole tune.
    """
    path = Path(text)
    suffix = path.suffix.lower()
    if os.path.exists(text):  # noqa: PTH110  Path.exists fails on texts too long for a name
        song = song_from_file(path)
        if suffix == PROJECT_SUFFIX and song.seed_end < song.melody.end:
            song = song.with_melody(song.seed)
        return song
    if suffix in SUFFIXES:
        raise UserError(f"There is no file '{text}'; check its name.")
    melody = melody_from_text(text)
    return Song(melody, seed_end=melody.end)


def as_wished(
    song: Song,
    meter: Meter | None = None,
    key: Key | None = None,
    tempo: float | None = None,
) -> Song:
    """The song with what was asked for in place of its own; None leaves it.

    A new meter holds throughout; the upbeat stays if it is still shorter than a bar.
    """
    if meter is not None:
        pickup = song.meters.pickup
        meters = MeterMap.constant(meter, pickup if pickup < meter.bar else 0)
        song = replace(song, meters=meters)
    if key is not None:
        song = replace(song, key=key)
    if tempo is not None:
        song = replace(song, tempo=tempo)
    return song

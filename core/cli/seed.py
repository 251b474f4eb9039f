"""The seed of the command line: a file, or notes typed in its place."""

import os
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from core.cli.command import Status, tell
from core.errors import UserError
from core.music.key import Key
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.text import melody_from_text
from core.opening import SUFFIXES, reading, tunes_in
from core.project import SUFFIX as PROJECT_SUFFIX

_MOST_DIGITS = 9


def song_from_seed(text: str, *, is_whole: bool = False) -> Song:
    """An existing file is read; another name with a suffix of such files is a UserError; anything
    else is typed notes. Of a project its seed is taken, unless the whole tune is asked for, of
    other files the whole tune.
    """
    path, _ = _file_and_number(text)
    if os.path.exists(path):  # noqa: PTH110  Path.exists fails on texts too long for a name
        song = song_from_name(text)
        is_longer = Path(path).suffix.lower() == PROJECT_SUFFIX and song.seed_end < song.melody.end
        if is_longer and not is_whole:
            song = song.with_melody(song.seed)
        return song
    if Path(path).suffix.lower() in SUFFIXES:
        raise UserError(f"There is no file '{path}'; check its name.")
    melody = melody_from_text(text)
    return Song(melody, seed_end=melody.end)


def song_from_name(text: str) -> Song:
    """The tune in a file; of several that FILE#N names, else the first, which stderr then says.

    A line on the terminal tells that it takes long.
    """
    name, number = _file_and_number(text)
    path = Path(name)
    titles = tunes_in(path)
    if number is None and len(titles) > 1:
        tell(
            f"'{path}' holds {len(titles)} tunes; this is the first, '{titles[0]}'. "
            f"Write '{path}#2' for the second."
        )
    found: Song | None = None
    with Status() as status, closing(reading(path, number or 1)) as steps:
        for step in steps:
            found = step
            status.show(f"Reading {path.name}")
    assert found is not None
    return found


def _file_and_number(text: str) -> tuple[str, int | None]:
    """A name such as tunes.abc#3 in its parts; a file whose own name ends so is meant itself."""
    name, _, number = text.rpartition("#")
    is_numbered = number.isascii() and number.isdigit() and len(number) < _MOST_DIGITS
    if is_numbered and Path(name).suffix.lower() in SUFFIXES and not os.path.exists(text):  # noqa: PTH110
        return name, int(number)
    return text, None


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

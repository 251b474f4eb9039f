"""The seed of the command line: a file, or notes typed in its place."""

import os
from argparse import ArgumentParser
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from core.apart import UNASKED
from core.cli.command import Status, tell
from core.cli.values import whole
from core.errors import UserError
from core.files.part import MOST_PARTS, Contents, name_of_part
from core.music.key import Key
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.text import melody_from_text
from core.opening import SUFFIXES, contents_in, part_of, tunes_in
from core.project import SUFFIX as PROJECT_SUFFIX

_MOST_DIGITS = 9
_MOST_NAMED = 24


def add_part(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--part",
        type=whole("Part", 1, MOST_PARTS),
        metavar="N",
        help="of a file with several parts or voices that one (default: the likeliest melody)",
    )


def song_from_seed(text: str, part: int | None = None, *, is_whole: bool = False) -> Song:
    """An existing file is read; another name with a suffix of such files is a UserError; anything
    else is typed notes. Of a project its seed is taken, unless the whole tune is asked for, of
    other files the whole tune, or that part of it.
    """
    path, _ = file_and_number(text)
    if os.path.exists(path):  # noqa: PTH110  Path.exists fails on texts too long for a name
        song = song_from_name(text, part)
        is_longer = Path(path).suffix.lower() == PROJECT_SUFFIX and song.seed_end < song.melody.end
        if is_longer and not is_whole:
            song = song.with_melody(song.seed)
        return song
    if Path(path).suffix.lower() in SUFFIXES:
        raise UserError(f"There is no file '{path}'; check its name.")
    if part is not None:
        raise UserError("--part says which part of a file is read; typed notes have none.")
    melody = melody_from_text(text)
    return Song(melody, seed_end=melody.end)


def song_from_name(text: str, part: int | None = None) -> Song:
    """The tune in a file; of several that FILE#N names, else the first, which stderr then says.

    Of several parts that of this number from 1, else the likeliest melody, which stderr says too.
    A line on the terminal tells that it takes long.
    """
    name, number = file_and_number(text)
    path = Path(name)
    titles = tunes_in(path)
    if number is None and len(titles) > 1:
        tell(
            f"'{path}' holds {len(titles)} tunes; this is the first, '{titles[0]}'. "
            f"Write '{path}#2' for the second."
        )
    contents: Contents | None = None
    with Status() as status, closing(contents_in(path, number or 1, UNASKED)) as steps:
        for step in steps:
            contents = step
            status.show(f"Reading {path.name}")
    assert contents is not None
    if part is None and len(contents.parts) > 1:
        tell(_told(path, contents))
    return part_of(path, contents, part).song


def _told(path: Path, contents: Contents) -> str:
    names = [
        f"{number} {name_of_part(part, number)}"
        for number, part in enumerate(contents.parts, start=1)
    ]
    more = ", …" if len(names) > _MOST_NAMED else ""
    return (
        f"'{path}' holds {len(names)} parts; this is {names[contents.proposed]}. "
        f"--part N takes another: {', '.join(names[:_MOST_NAMED])}{more}."
    )


def file_and_number(text: str) -> tuple[str, int | None]:
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
    A new tempo is that of the beginning; where it changes, the others change in proportion.
    """
    if meter is not None:
        pickup = song.meters.pickup
        meters = MeterMap.constant(meter, pickup if pickup < meter.bar else 0)
        song = replace(song, meters=meters)
    if key is not None:
        song = replace(song, key=key)
    if tempo is not None:
        song = replace(song, tempos=song.tempos.with_first(tempo))
    return song

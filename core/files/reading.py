"""Any file that holds a tune -> Song."""

from dataclasses import replace
from pathlib import Path

from core.disk import read_text
from core.errors import UserError
from core.files import midi
from core.files.kern import KernError, song_from_kern_file
from core.music.song import Song
from core.music.text import parse
from core.project import SUFFIX as PROJECT_SUFFIX
from core.project import project_from_file

TEXT_SUFFIX = ".txt"
_KERN_SUFFIXES = (".krn", ".kern")
SUFFIXES = (*midi.SUFFIXES, *_KERN_SUFFIXES, TEXT_SUFFIX, PROJECT_SUFFIX)
"""Of all files that can be read, in lower case."""

_LONGEST_TEXT = 1_000_000


def song_from_file(path: Path) -> Song:
    """The song in a MIDI, kern, typed-notes or project file, by its suffix in any case.

    Where a file does not say which part was composed, all of it counts as the user's own.
    UserError for other suffixes and for whatever is wrong with the file; it names the file.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(f"'{path}' is of no kind that can be read; those are {listed(SUFFIXES)}.")
    if suffix == PROJECT_SUFFIX:
        return project_from_file(path).song
    if suffix in midi.SUFFIXES:
        return midi.song_from_midi(path)
    song = _song_from_typed_notes(path) if suffix == TEXT_SUFFIX else _song_from_kern(path)
    return replace(song, seed_end=song.melody.end)


def listed(names: tuple[str, ...]) -> str:
    """'a, b and c'."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _song_from_typed_notes(path: Path) -> Song:
    text = read_text(path, _LONGEST_TEXT)
    typed = parse(text)
    if typed.mistakes:
        first = typed.mistakes[0]
        line = text.count("\n", 0, first.start) + 1
        column = first.start - text.rfind("\n", 0, first.start)
        raise UserError(f"'{path}', line {line}, column {column}: {first.sentence}")
    return Song(typed.melody)


def _song_from_kern(path: Path) -> Song:
    try:
        return song_from_kern_file(path)
    except KernError as error:
        raise UserError(f"'{path}', line {error.line}: {error.sentence}") from error

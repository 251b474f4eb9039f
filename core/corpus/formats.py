"""Which files hold songs, and how the songs of each are read."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from core.files import abc, midi, musicxml
from core.files.kern import song_from_kern_file
from core.music.song import Song

KERN_SUFFIXES = (".krn", ".kern")
SUFFIXES = (*KERN_SUFFIXES, *abc.SUFFIXES, *midi.SUFFIXES, *musicxml.SUFFIXES)
"""Of all files that can be read, in lower case."""

VERSION = 5
"""To be raised when a reader reads a file otherwise than before: cached songs are then too old."""

Reading = Callable[[], Song]


def readings_of(path: Path) -> Sequence[Reading]:
    """One call for each tune of the file. UserError, also from a call, for what cannot be read;
    music21, which reads MusicXML, raises anything and may hang: see `is_guarded`.
    """
    suffix = path.suffix.lower()
    if suffix in abc.SUFFIXES:
        return [partial(abc.song_from_abc, t, path.stem) for t in abc.tunes_from_abc_file(path)]
    if suffix in midi.SUFFIXES:
        numbers = range(1, 1 + len(midi.tunes_in_midi(path)))
        return [partial(midi.song_from_midi, path, number) for number in numbers]
    if suffix in musicxml.SUFFIXES:
        return [partial(musicxml.song_from_musicxml, path)]
    return [partial(song_from_kern_file, path)]


def is_guarded(path: Path) -> bool:
    """Whether the reader is one of ours, which has bounds and ends soon with whatever file."""
    return path.suffix.lower() not in musicxml.SUFFIXES


def files_at_once(path: Path) -> int:
    """How many files like this one make a piece of work of some tens of milliseconds."""
    suffix = path.suffix.lower()
    if suffix in musicxml.SUFFIXES or suffix in abc.SUFFIXES:
        return 1
    return 64

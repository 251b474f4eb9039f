"""Any file that a user opens -> its tune, or the tunes to choose from."""

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from core.apart import apart
from core.corpus.crew import packed_files
from core.corpus.formats import KERN_SUFFIXES
from core.corpus.packing import (
    Entry,
    bytes_from_entries,
    entries_from_bytes,
    unpack,
    unpack_refusal,
)
from core.disk import read_text
from core.errors import UserError
from core.files import abc, midi, musicxml
from core.files.decoding import TextError
from core.files.kern import song_from_kern_file
from core.files.transcript import LONGEST_QUARTERS, MOST_NOTES
from core.music.melody import QUARTER, Melody
from core.music.song import Song
from core.music.text import parse
from core.project import SUFFIX as PROJECT_SUFFIX
from core.project import project_from_file
from core.words import Words, counted

TEXT_SUFFIX = ".txt"
KINDS = {
    "project": (PROJECT_SUFFIX,),
    "MusicXML": musicxml.SUFFIXES,
    "ABC": abc.SUFFIXES,
    "MIDI": midi.SUFFIXES,
    "kern": KERN_SUFFIXES,
    "text": (TEXT_SUFFIX,),
}
"""What can be opened, and the ends of such files' names, in lower case."""

SUFFIXES = tuple(suffix for suffixes in KINDS.values() for suffix in suffixes)

_LONGEST_TEXT = 1_000_000


def tunes_in(path: Path) -> list[str]:
    """The tunes in a file by their titles; one, whatever its title, for all kinds but ABC.

    UserError for other suffixes, and for an ABC file that cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(
            "'{path}' is of no kind that can be read; those are {kinds}.",
            path=path,
            kinds=listed(SUFFIXES),
        )
    if suffix not in abc.SUFFIXES:
        return [path.stem]
    try:
        return [abc.title_of(tune) or path.stem for tune in abc.tunes_from_abc_file(path)]
    except TextError as error:
        raise _refusal(path, error.sentence) from error


def reading(path: Path, number: int = 1) -> Generator[Song | None, None, None]:
    """Reads the tune of that number (from 1), which comes last.

    A None says that it takes longer; whoever has enough closes the generator. Where a file does
    not say which part was composed, all of it counts as the user's own. UserError for other
    suffixes and for whatever is wrong with the file; it names the file.
    """
    names = tunes_in(path)
    if not 1 <= number <= len(names):
        raise UserError(
            counted(
                "'{path}' holds {n} tunes; there is no tune {number} in it.",
                "'{path}' holds {n} tune; there is no tune {number} in it.",
                len(names),
                path=path,
                number=number,
            )
        )
    suffix = path.suffix.lower()
    if suffix == PROJECT_SUFFIX:
        yield project_from_file(path).song
    elif suffix in midi.SUFFIXES:
        yield midi.song_from_midi(path)
    elif suffix in musicxml.SUFFIXES:
        yield from _read_apart(path)
    else:
        try:
            song = _song_from_text(path, number)
        except TextError as error:
            raise UserError(
                "'{path}', line {line}: {sentence}",
                path=path,
                line=error.line,
                sentence=error.sentence,
            ) from error
        yield _all_own(song)


def song_from_file(path: Path, number: int = 1) -> Song:
    """The same in one go."""
    *_, song = reading(path, number)
    assert song is not None
    return song


def listed(names: tuple[str, ...]) -> Words:
    """'a, b and c', of two names or more."""
    *others, last = names
    return Words("{names} and {last}", names=", ".join(others), last=last)


def _all_own(song: Song) -> Song:
    return replace(song, seed_end=song.seed_end or song.melody.end)


def _song_from_text(path: Path, number: int) -> Song:
    suffix = path.suffix.lower()
    if suffix in abc.SUFFIXES:
        return abc.song_from_abc(abc.tunes_from_abc_file(path)[number - 1], path.stem)
    if suffix in KERN_SUFFIXES:
        return song_from_kern_file(path)
    text = read_text(path, _LONGEST_TEXT)
    typed = parse(text)
    if typed.mistakes:
        first = typed.mistakes[0]
        line = text.count("\n", 0, first.start) + 1
        column = first.start - text.rfind("\n", 0, first.start)
        raise UserError(
            "'{path}', line {line}, column {column}: {sentence}",
            path=path,
            line=line,
            column=column,
            sentence=first.sentence,
        )
    _check_size(typed.melody)
    return Song(typed.melody)


def _check_size(melody: Melody) -> None:
    """UserError for more than the readers of other kinds of text take."""
    if len(melody) > MOST_NOTES:
        raise TextError(1, Words("More than {most:,} notes are not read.", most=MOST_NOTES))
    if melody.end > LONGEST_QUARTERS * QUARTER:
        raise TextError(
            1, Words("More than {most:,} quarters are not read.", most=LONGEST_QUARTERS)
        )


def _read_apart(path: Path) -> Generator[Song | None, None, None]:
    """Reads in a process of its own, which is killed when it takes too long or is not wanted."""
    entries: list[Entry] = []
    try:
        with closing(apart(_work, str(path))) as answers:
            for data in answers:
                if data is None:
                    yield None
                else:
                    entries = list(entries_from_bytes(data))
    except UserError as error:
        raise _refusal(path, error.words) from error
    (entry, *_) = entries
    assert entry.packed is not None
    if not entry.packed.is_song:
        raise _refusal(path, unpack_refusal(entry.packed)[1])
    yield _all_own(unpack(entry.packed))


def _work(path: str) -> Iterator[bytes]:
    yield bytes_from_entries(Entry(0, tune) for tune in packed_files(Path(path)))


def _refusal(path: Path, reason: Words) -> UserError:
    """`reason` is a sentence that may name the file itself."""
    if str(path) in reason:
        return UserError(reason)
    return UserError("'{path}' cannot be opened: {reason}", path=path, reason=reason)

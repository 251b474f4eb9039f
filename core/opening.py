"""Any file that a user opens -> its tune, or the tunes to choose from."""

from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path

from core.apart import UNASKED, WATCHED, Bounds, apart
from core.corpus.formats import KERN_SUFFIXES
from core.corpus.partpacking import bytes_from_contents, contents_from_bytes
from core.disk import read_text
from core.errors import UserError
from core.files import abc, midi, musicxml
from core.files.decoding import TextError, refusal
from core.files.kern_spines import contents_from_kern_file
from core.files.part import Contents, Part, contents_from_song, with_all_own
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
    """The tunes in a file by their titles; several in ABC, and in MIDI files of format 2.

    UserError for other suffixes, and for a file of these kinds that cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(
            "'{path}' is of no kind that can be read; those are {kinds}.",
            path=path,
            kinds=listed(SUFFIXES),
        )
    if suffix in midi.SUFFIXES:
        return [title or path.stem for title in midi.tunes_in_midi(path)]
    if suffix not in abc.SUFFIXES:
        return [path.stem]
    try:
        return [abc.title_of(tune) or path.stem for tune in abc.tunes_from_abc_file(path)]
    except TextError as error:
        raise refusal(path, error.sentence) from error


def contents_in(
    path: Path, number: int = 1, bounds: Bounds = WATCHED
) -> Generator[Contents | None, None, None]:
    """Reads what the tune of that number (from 1) offers, which comes last.

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
        yield contents_from_song(project_from_file(path).song)
    elif suffix in midi.SUFFIXES:
        yield midi.contents_from_midi(path, number)
    elif suffix in musicxml.SUFFIXES:
        yield from _read_apart(path, bounds)
    else:
        try:
            contents = _contents_from_text(path, number)
        except TextError as error:
            raise UserError(
                "'{path}', line {line}: {sentence}",
                path=path,
                line=error.line,
                sentence=error.sentence,
            ) from error
        yield with_all_own(contents)


def reading(
    path: Path, number: int = 1, part: int | None = None, bounds: Bounds = WATCHED
) -> Generator[Song | None, None, None]:
    """The same for one part, by its number from 1, or for the one that most likely is the melody.

    UserError also for a part that is not there, and where there are only drums and no part is
    asked for.
    """
    for contents in contents_in(path, number, bounds):
        yield None if contents is None else part_of(path, contents, part).song


def part_of(path: Path, contents: Contents, part: int | None) -> Part:
    """The part of that number, from 1; None: the proposal. UserError as in `reading`."""
    if part is None:
        if contents.proposal.is_drums:
            raise UserError("'{path}' has only drums; name the part that shall be read.", path=path)
        return contents.proposal
    if not 1 <= part <= len(contents.parts):
        raise UserError(
            counted(
                "'{path}' holds {n} parts; there is no part {part} in it.",
                "'{path}' holds {n} part; there is no part {part} in it.",
                len(contents.parts),
                path=path,
                part=part,
            )
        )
    return contents.parts[part - 1]


def song_from_file(path: Path, number: int = 1, part: int | None = None) -> Song:
    """The same in one go, for which nobody need wait long."""
    *_, song = reading(path, number, part, UNASKED)
    assert song is not None
    return song


def listed(names: tuple[str, ...]) -> Words:
    """'a, b and c', of two names or more."""
    *others, last = names
    return Words("{names} and {last}", names=", ".join(others), last=last)


def _contents_from_text(path: Path, number: int) -> Contents:
    suffix = path.suffix.lower()
    if suffix in abc.SUFFIXES:
        return abc.contents_from_abc(abc.tunes_from_abc_file(path)[number - 1], path.stem)
    if suffix in KERN_SUFFIXES:
        return contents_from_kern_file(path)
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
    return contents_from_song(Song(typed.melody))


def _check_size(melody: Melody) -> None:
    """UserError for more than the readers of other kinds of text take."""
    if len(melody) > MOST_NOTES:
        raise TextError(1, Words("More than {most:,} notes are not read.", most=MOST_NOTES))
    if melody.end > LONGEST_QUARTERS * QUARTER:
        raise TextError(
            1, Words("More than {most:,} quarters are not read.", most=LONGEST_QUARTERS)
        )


def _read_apart(path: Path, bounds: Bounds) -> Generator[Contents | None, None, None]:
    """Reads in a process of its own, which is killed when it takes too long or is not wanted."""
    sent = b""
    try:
        with closing(apart(_work, str(path), bounds=bounds)) as answers:
            for data in answers:
                if data is None:
                    yield None
                else:
                    sent = data
        try:
            yield with_all_own(contents_from_bytes(sent))
        except ValueError as error:
            raise UserError("The process that read it sent what is no tune.") from error
    except UserError as error:
        raise refusal(path, error.words) from error


def _work(path: str) -> Iterator[bytes]:
    yield bytes_from_contents(musicxml.contents_from_musicxml(Path(path)))

"""A song -> a file of any kind that is written from a song alone."""

import io
import zipfile
from collections.abc import Callable, Generator
from contextlib import closing
from functools import partial
from pathlib import Path

from core.apart import WATCHED, apart
from core.corpus.formats import KERN_SUFFIXES
from core.disk import write_file
from core.engraving.drawing import drawn
from core.errors import UserError
from core.files import abc, midi, musicxml
from core.files.abc_writing import abc_from_song
from core.files.heading import check_notes, line_from_text
from core.files.kern_writing import kern_from_song
from core.files.musicxml_writing import musicxml_from_song
from core.music.key import C_MAJOR
from core.music.song import Song
from core.music.text import COMMENT, text_from_melody
from core.opening import TEXT_SUFFIX, listed
from core.project import SUFFIX as PROJECT_SUFFIX
from core.project import Project, save_project

DRAWING_SUFFIX = ".svg"

_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<container><rootfiles>'
    '<rootfile full-path="score.musicxml"/></rootfiles></container>\n'
)
_OLDEST_DATE = (1980, 1, 1, 0, 0, 0)  # the same song makes the same bytes


def write_song(song: Song, path: Path, recipe: str = "") -> None:
    """Writes the song by the suffix of `path`, wholly or not at all, with its recipe.

    A drawing has no place for a recipe. UserError for a suffix that is not in SUFFIXES, for a song
    that cannot be written so (docs/files.md says which), and where the file cannot be written.
    """
    for _ in writing(song, path, recipe):
        pass


def writing(song: Song, path: Path, recipe: str = "") -> Generator[None, None, None]:
    """The same bit by bit; whoever has enough closes the generator, and no file is written."""
    check_suffix(path)
    suffix = path.suffix.lower()
    recipe = line_from_text(recipe)  # a stranger's project may call anything its recipe
    if suffix == PROJECT_SUFFIX:
        save_project(Project(song, recipe=recipe), path)
    elif suffix == DRAWING_SUFFIX:
        yield from _draw(song, path)
    else:
        yield
        write_file(path, _BYTES[suffix](song, recipe))


def check_suffix(path: Path) -> None:
    """UserError where no song is written to a file of such a name."""
    if path.suffix.lower() not in SUFFIXES:
        raise UserError(
            "'{path}' must end in one of {suffixes}; choose another name.",
            path=path,
            suffixes=listed(SUFFIXES),
        )


def _draw(song: Song, path: Path) -> Generator[None, None, None]:
    """Draws in a process of its own, which may be killed."""
    check_notes(song)
    parts = []
    with closing(apart(drawn, song, bounds=WATCHED)) as answers:
        for data in answers:
            if data is None:
                yield
            else:
                parts.append(data)
    write_file(path, b"".join(parts))


def _typed(song: Song, recipe: str) -> bytes:
    remark = f"{COMMENT} {recipe}\n" if recipe else ""
    return f"{text_from_melody(song.melody, song.key or C_MAJOR)}\n{remark}".encode()


def _encoded(text_from_song: Callable[[Song, str], str], song: Song, recipe: str) -> bytes:
    return text_from_song(song, recipe).encode()


def _compressed(song: Song, recipe: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in (
            ("META-INF/container.xml", _CONTAINER),
            ("score.musicxml", musicxml_from_song(song, recipe)),
        ):
            member = zipfile.ZipInfo(name, _OLDEST_DATE)
            archive.writestr(member, text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


_BYTES: dict[str, Callable[[Song, str], bytes]] = {
    **dict.fromkeys(midi.SUFFIXES, midi.bytes_from_song),
    **dict.fromkeys(musicxml.SUFFIXES, partial(_encoded, musicxml_from_song)),
    musicxml.COMPRESSED_SUFFIX: _compressed,
    **dict.fromkeys(KERN_SUFFIXES, partial(_encoded, kern_from_song)),
    **dict.fromkeys(abc.SUFFIXES, partial(_encoded, abc_from_song)),
    TEXT_SUFFIX: _typed,
}
SUFFIXES = (*_BYTES, DRAWING_SUFFIX, PROJECT_SUFFIX)
"""The ends of names of files that a song can be written to, in lower case."""

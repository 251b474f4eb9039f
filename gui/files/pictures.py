"""A tune as pictures in files: its score on pages or in one piece, and the piano roll."""

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QFont, QImage, QImageWriter

from core.disk import write_file
from core.engraving.line import lines_from_svg
from core.engraving.plate import Plate, plate_from_lines
from core.music.song import Song
from gui.files.kinds import PAGES, ROLL, SCORE, Kind
from gui.look.theme import Theme
from gui.roll.labels import Labels


@dataclass(frozen=True, slots=True)
class Looks:
    """How the piano roll looks."""

    theme: Theme
    labels: Labels
    font: QFont


def picturing(kind: Kind, song: Song, path: Path, looks: Looks) -> Iterator[object] | None:
    """Steps that write the song as a picture, wholly or not at all, on any thread; floats among
    what they yield are the share that is done. None where the kind is no picture that is made here.

    UserError for a song that cannot be drawn so, and where the file cannot be written.
    """
    if kind not in (PAGES, SCORE, ROLL):
        return None
    from core.files.heading import check_notes

    check_notes(song)
    if kind == ROLL:
        return _roll(song, path, looks)
    return pages(song, path) if kind == PAGES else score(song, path)


def pages(song: Song, path: Path) -> Iterator[object]:
    """The same for the score as PDF."""
    from gui.score.paper import pdf_from_plate

    plate = yield from _engraved(song)
    data = yield from pdf_from_plate(plate, _title(song))
    write_file(path, data)


def score(song: Song, path: Path) -> Iterator[object]:
    """The same for the score as PNG."""
    from gui.score.paper import image_from_plate

    plate = yield from _engraved(song)
    write_file(path, _png(image_from_plate(plate, _title(song))))


def _roll(song: Song, path: Path, looks: Looks) -> Iterator[object]:
    from gui.roll.picture import image_of_song

    image = yield from image_of_song(song, looks.theme, looks.labels, looks.font)
    write_file(path, _png(image))


def _engraved(song: Song) -> Generator[None, None, Plate]:
    """The plate for paper, from a process that may be killed."""
    from core.apart import WATCHED, apart
    from core.engraving.drawing import drawn
    from gui.score.paper import LINE_WIDTH

    pages = []
    with closing(apart(drawn, song, LINE_WIDTH, bounds=WATCHED)) as answers:
        for data in answers:
            if data is None:
                yield
            else:
                pages.append(data.decode())
    return plate_from_lines(list(lines_from_svg(pages)))


def _title(song: Song) -> str:
    return " ".join(song.title.split())


def _png(image: QImage) -> bytes:
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(data, QByteArray(b"png")).write(image)
    return bytes(data.data().data())

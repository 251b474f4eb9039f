"""A score on paper: pages of A4 as PDF, all of it lines and letters, or one long picture."""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgRenderer

from core.engraving.plate import STAFF_SPACE, Box, Plate
from core.errors import UserError
from gui.look.theme import INK, PAPER

_WIDTH, _HEIGHT = 21_000, 29_700
_MARGIN = 1_500
LINE_WIDTH = _WIDTH - 2 * _MARGIN
"""Of the plates that are to be laid on paper. Their unit is a hundredth of a millimetre here."""

_TITLE_ROOM, _TITLE_HEIGHT = 1_600, 560
_NUMBER_HEIGHT = 300
_DOTS_PER_INCH = 1270  # two units of the plate
_SPACE_PX = 14  # a whole number, so that the lines are sharp
_TALLEST_PX = 32_000


def broken(plate: Plate, title: str) -> list[tuple[Box, ...]]:
    """The lines of music of each page: as many as have room there, and never none."""
    pages: list[list[Box]] = [[]]
    for system in plate.systems:
        page = pages[-1]
        room = _HEIGHT - 2 * _MARGIN - (_TITLE_ROOM if title and len(pages) == 1 else 0)
        if page and system.bottom - page[0].top > room:
            pages.append([system])
        else:
            page.append(system)
    return [tuple(page) for page in pages]


def pdf_from_plate(plate: Plate, title: str) -> Generator[float, None, bytes]:
    """Makes the file, on any thread; yields the share of it that is done after each page."""
    pages = broken(plate, title)
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(data)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())
    writer.setTitle(title)
    writer.setCreator("Cantilena")
    with _painting(writer) as painter:
        painter.scale(_DOTS_PER_INCH / 2540, _DOTS_PER_INCH / 2540)
        for number, systems in enumerate(pages, 1):
            if number > 1:
                writer.newPage()
            top = _MARGIN
            if title and number == 1:
                _draw_title(painter, title, top)
                top += _TITLE_ROOM
            painter.translate(_MARGIN, top - systems[0].top)
            _draw_systems(painter, plate, systems)
            painter.translate(-_MARGIN, systems[0].top - top)
            if len(pages) > 1:
                foot = QRectF(0, _HEIGHT - _MARGIN, _WIDTH, _MARGIN)
                _write(painter, str(number), foot, _NUMBER_HEIGHT)
            yield number / len(pages)
    return bytes(data.data().data())


def image_from_plate(plate: Plate, title: str) -> QImage:
    """All lines of music below each other, for screens of twice the usual density; on any thread.

    UserError for more than a picture holds.
    """
    scale = _SPACE_PX / STAFF_SPACE
    head = _MARGIN + (_TITLE_ROOM if title else 0)
    width, height = (round(units * scale) for units in (_WIDTH, head + plate.height + _MARGIN))
    if height > _TALLEST_PX:
        raise UserError("The score is too long for one picture; write PDF instead.")
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER))
    with _painting(image) as painter:
        painter.scale(scale, scale)
        if title:
            _draw_title(painter, title, _MARGIN)
        # The lines of a staff lie whole spaces below its picture's edge: sharp where that is in the
        # middle of a pixel.
        painter.resetTransform()
        painter.translate(round(_MARGIN * scale), round(head * scale) + 0.5)
        for picture in plate.pictures:
            box = picture.box
            left, top = box.left * scale, round(box.top * scale)
            place = QRectF(left, top, box.width * scale, box.height * scale)
            QSvgRenderer(QByteArray(picture.svg)).render(painter, place)
    return image


@contextmanager
def _painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter that ends in every case: Qt must not lose what is painted on before."""
    painter = QPainter(device)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(INK))
        yield painter
    finally:
        painter.end()


def _draw_systems(painter: QPainter, plate: Plate, systems: Sequence[Box]) -> None:
    top, bottom = systems[0].top, systems[-1].bottom
    for picture in plate.pictures:
        box = picture.box
        if top <= (box.top + box.bottom) / 2 < bottom:
            place = QRectF(box.left, box.top, box.width, box.height)
            QSvgRenderer(QByteArray(picture.svg)).render(painter, place)


def _draw_title(painter: QPainter, title: str, top: float) -> None:
    place = QRectF(_MARGIN, top, LINE_WIDTH, _TITLE_ROOM / 2)
    _write(painter, title, place, _TITLE_HEIGHT)


def _write(painter: QPainter, text: str, place: QRectF, height: int) -> None:
    """In the middle, and with an ellipsis where it has no room."""
    font = QFont("sans-serif")  # as the numbers of the bars
    font.setPixelSize(height)
    painter.setFont(font)
    text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

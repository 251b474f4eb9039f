"""The engraved page: what of it is in sight is drawn, its notes lit and marked."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from core.engraving.plate import STAFF_SPACE, Box, Head, Picture, Plate, completed
from gui.look.theme import theme_from_palette
from gui.score.marks import draw_chosen, draw_focus, draw_sentence, draw_sounding
from gui.score.press import Press

_PADDING_PX = 10
_AROUND = 0.3 * STAFF_SPACE
_TURNED = 0.12
_LOWEST_PX = 88
_OFF = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
_ON = Qt.ScrollBarPolicy.ScrollBarAlwaysOn
_AS_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded


class Page(QAbstractScrollArea):
    """Shows a Plate. The one before stays until the new one is drawn as far as it is in sight.

    `resized` tells that the lines may be longer or shorter.
    """

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumHeight(_LOWEST_PX)
        self._plate, self._next = Plate(), Plate()
        self._heads: dict[int, list[Head]] = {}
        self._drawn: dict[tuple[object, ...], QPixmap] = {}
        self._zoom = 1.0
        self._is_strip = False
        self._sentence = ""
        self._chosen: frozenset[int] = frozenset()
        self._sounding: int | None = None
        self._draw = QTimer(self)
        self._draw.setInterval(0)
        self._draw.timeout.connect(self._draw_one)
        self.installEventFilter(self)

    # What is shown

    @property
    def plate(self) -> Plate:
        """What is on the screen."""
        return self._plate

    @property
    def sentence(self) -> str:
        """What is said in the place of a score; else empty."""
        return self._sentence

    @property
    def chosen(self) -> frozenset[int]:
        return self._chosen

    @property
    def sounding(self) -> int | None:
        return self._sounding

    @property
    def page_width(self) -> int:
        """How long a line may be, in units of a plate."""
        return round((self.viewport().width() - 2 * _PADDING_PX) / self._press.scale)

    @property
    def sight(self) -> float:
        """How far down the plate one can see."""
        return (self.viewport().height() - self._origin.y()) / self._press.scale

    def show_plate(self, plate: Plate) -> None:
        """Shows `plate` as soon as what of it is in sight has been drawn. Where it is not whole,
        the lines that are there already follow it."""
        self._sentence = ""
        self._next = plate if plate.is_whole else completed(plate, self._plate)
        self._draw.start()

    def show_sentence(self, sentence: str) -> None:
        """Shows a sentence in the place of a score."""
        self._draw.stop()
        self._sentence = sentence
        self._take(Plate())

    def show_zoom(self, zoom: float, is_strip: bool) -> None:
        """Shows what is there so large; a new plate may follow. A strip is scrolled across."""
        self._zoom, self._is_strip = zoom, is_strip
        # Lines are as long as there is room, with the scroll bar, lest that come and go.
        self.setHorizontalScrollBarPolicy(_AS_NEEDED if is_strip else _OFF)
        self.setVerticalScrollBarPolicy(_AS_NEEDED if is_strip else _ON)
        self._range()
        self.viewport().update()

    def show_chosen(self, chosen: frozenset[int]) -> None:
        """Marks these notes, by their onsets; if none of them is in sight, the first is shown."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.viewport().update()
            if chosen and not any(map(self._sees, chosen)):
                self.reveal(min(chosen))

    def show_sounding(self, note: int | None) -> None:
        """Lights the note with that onset. Who has scrolled away from the one before stays there,
        else the page is turned."""
        if note == self._sounding:
            return
        before, self._sounding = self._sounding, note
        self.viewport().update()
        if note is not None and (before is None or before not in self._heads or self._sees(before)):
            self.reveal(note)

    # Where things are

    @property
    def _press(self) -> Press:
        theme = theme_from_palette(self.palette())
        return Press(self._zoom, self.devicePixelRatio(), theme.text)

    @property
    def _origin(self) -> QPointF:
        """Where the plate begins in the viewport; a strip with room to spare lies in its middle."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        height = self._plate.height * self._press.scale + 2 * _PADDING_PX
        spare = (self.viewport().height() - height) // 2 if self._is_strip else 0
        return QPointF(_PADDING_PX - across, _PADDING_PX - down + max(0, spare))

    def rect_of(self, box: Box) -> QRectF:
        """Where `box` of the plate lies in the viewport, in sight or not."""
        scale, origin = self._press.scale, self._origin
        left, top = origin.x() + box.left * scale, origin.y() + box.top * scale
        return QRectF(left, top, box.width * scale, box.height * scale)

    def _sees(self, note: int) -> bool:
        sight = QRectF(self.viewport().rect())
        return any(sight.intersects(self.rect_of(head.box)) for head in self._heads.get(note, ()))

    def reveal(self, note: int) -> None:
        """Scrolls to the note, where it is not in sight."""
        if note not in self._heads:
            return
        box = self._heads[note][0].box
        system = self._plate.system_of(self._heads[note][0])
        sight, scale = self.viewport().rect(), self._press.scale
        line, head = self.rect_of(system), self.rect_of(box)
        if line.top() < sight.top() or line.bottom() > sight.bottom():
            self.verticalScrollBar().setValue(round(system.top * scale))
        if head.left() < sight.left() or head.right() > sight.right():
            left = box.left * scale - _TURNED * sight.width()
            self.horizontalScrollBar().setValue(round(left))

    def _range(self) -> None:
        """Tells the scroll bars how much there is."""
        sight, scale = self.viewport().size(), self._press.scale
        for bar, whole, seen in (
            (self.horizontalScrollBar(), self._plate.width, sight.width()),
            (self.verticalScrollBar(), self._plate.height, sight.height()),
        ):
            length = round(whole * scale) + 2 * _PADDING_PX
            bar.setRange(0, max(0, length - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(round(4 * STAFF_SPACE * scale))

    # Drawing

    def _in_sight(self, plate: Plate) -> Iterator[Picture]:
        sight = QRectF(self.viewport().rect())
        return (
            picture for picture in plate.pictures if sight.intersects(self.rect_of(picture.box))
        )

    @Slot()
    def _draw_one(self) -> None:
        """Draws a picture of the next plate, or shows that where nothing is left to draw."""
        press = self._press
        for picture in self._in_sight(self._next):
            if press.key(picture) not in self._drawn:
                self._drawn[press.key(picture)] = press.pixmap(picture)
                return
        self._draw.stop()
        self._take(self._next)

    def _take(self, plate: Plate) -> None:
        self._plate = self._next = plate
        self._heads = {}
        for head in plate.heads:
            self._heads.setdefault(head.note, []).append(head)
        kept = {self._press.key(picture) for picture in plate.pictures}
        self._drawn = {key: pixmap for key, pixmap in self._drawn.items() if key in kept}
        self._range()
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_from_palette(self.palette())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), QColor(theme.field))
        sight = QRectF(self.viewport().rect())
        if self._sentence:
            draw_sentence(painter, sight, self._sentence, theme)
        if self._sounding is not None:
            draw_sounding(painter, self._stripes(self._sounding), theme)
        draw_chosen(painter, (head for note in self._chosen for head in self._frames(note)), theme)
        press, origin = self._press, self._origin
        for picture in self._in_sight(self._plate):
            key = press.key(picture)
            if key not in self._drawn:
                self._drawn[key] = press.pixmap(picture)
            painter.drawPixmap(origin + press.place(picture), self._drawn[key])
        if self.hasFocus():
            draw_focus(painter, sight, theme)
        painter.end()

    def _frames(self, note: int) -> Iterator[QRectF]:
        """The heads of a note, with a little room around."""
        around = _AROUND * self._press.scale
        for head in self._heads.get(note, ()):
            yield self.rect_of(head.box).adjusted(-around, -around, around, around)

    def _stripes(self, note: int) -> Iterator[tuple[QRectF, QRectF]]:
        for frame, head in zip(self._frames(note), self._heads.get(note, ()), strict=True):
            yield frame, self.rect_of(self._plate.system_of(head))

    # What happens to it

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._range()
        self.resized.emit()

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        return super().eventFilter(watched, event)  # the scroll bars are watched too

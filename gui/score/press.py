"""Pictures of a plate as pixels, in the ink of the theme."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.engraving.plate import STAFF_SPACE, Picture

_USUAL_SPACE_PX = 7


@dataclass(frozen=True, slots=True)
class Press:
    """How large pictures are drawn, and in which colour.

    A staff space takes a whole number of the screen's pixels, so that the lines are sharp; `ratio`
    are such pixels in one of Qt's.
    """

    zoom: float
    ratio: float
    ink: str

    @property
    def scale(self) -> float:
        """Pixels of Qt in a unit of the plate."""
        space = max(2, round(_USUAL_SPACE_PX * self.zoom * self.ratio))
        return space / self.ratio / STAFF_SPACE

    def place(self, picture: Picture) -> QPointF:
        """Where the upper left corner of its pixmap lies, from that of the plate."""
        left = math.floor(picture.box.left * self.scale * self.ratio)
        top = round(picture.box.top * self.scale * self.ratio)
        return QPointF(left / self.ratio, top / self.ratio)

    def size(self, picture: Picture) -> QSize:
        """The size of its pixmap on the screen, in the screen's pixels."""
        across = math.ceil(picture.box.width * self.scale * self.ratio) + 1
        return QSize(across, math.ceil(picture.box.height * self.scale * self.ratio) + 1)

    def key(self, picture: Picture) -> tuple[object, ...]:
        """Pictures with the same key give the same pixmap."""
        return self, picture.svg, round(self._beside(picture), 3)

    def pixmap(self, picture: Picture) -> QPixmap:
        """The picture in ink, on nothing."""
        pixmap = QPixmap(self.size(picture))
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        # A line is sharp where its middle is that of a pixel.
        corner = QPointF(self._beside(picture), 0.5 / self.ratio)
        box = picture.box
        place = QRectF(corner.x(), corner.y(), box.width * self.scale, box.height * self.scale)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(picture.svg)).render(painter, place)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(QRectF(QPointF(), pixmap.deviceIndependentSize()), QColor(self.ink))
        painter.end()
        return pixmap

    def _beside(self, picture: Picture) -> float:
        """What the picture begins further right than its pixmap, less than a pixel."""
        return picture.box.left * self.scale - self.place(picture).x()

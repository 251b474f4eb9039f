"""The middle of the roll: its layers drawn once into a pixmap, the playhead on top of it."""

import math

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.music.melody import Note
from gui.roll.layers.stack import LAYERS, OVERLAYS
from gui.roll.scene import Scene
from gui.roll.shape import note_radius, note_rect

PLAYHEAD_PX = 2
_SMEAR_PX = 5
"""How far what marks a note can reach beside it."""

_FRESH = range(0)


class Canvas(QWidget):
    """Shows a Scene. Moving the playhead repaints two narrow strips and nothing else.

    `resized` says that the scene's axes have to be given the new size.
    """

    resized = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self._scene = scene
        self._layer = QPixmap()
        self._stale = _FRESH
        self._playhead: float | None = None
        self._sounding: Note | None = None

    def sizeHint(self) -> QSize:
        return QSize(720, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 72)  # whatever else is shown

    def show_scene(
        self, scene: Scene, first_px: float = -math.inf, last_px: float = math.inf
    ) -> None:
        """Shows `scene`, which differs from the one before only between these two pixels."""
        for place, _ in OVERLAYS:
            old, new = place(self._scene), place(scene)
            if old != new:
                self.update(old)
                self.update(new)
        self._scene = scene
        left, right = max(0.0, first_px - _SMEAR_PX), min(float(self.width()), last_px + _SMEAR_PX)
        if left < right:
            first, last = math.floor(left), math.ceil(right)
            stale = self._stale or range(first, last)
            self._stale = range(min(stale.start, first), max(stale.stop, last))
            self.update(first, 0, last - first, self.height())

    def show_playhead(self, tick: float | None, sounding: Note | None) -> None:
        """The playhead at `tick`, and the note that sounds there in light."""
        self._update_playhead()
        self._playhead = tick
        self._update_playhead()
        if sounding != self._sounding:
            self._update_sounding()
            self._sounding = sounding
            self._update_sounding()

    def _sounding_rect(self, note: Note) -> QRect:
        return note_rect(self._scene, note).toAlignedRect().adjusted(-3, -3, 3, 3)

    def _update_sounding(self) -> None:
        if self._sounding is not None:
            self.update(self._sounding_rect(self._sounding))

    def _update_playhead(self) -> None:
        if self._playhead is not None:
            x = math.floor(self._scene.time.x_from_tick(self._playhead))
            self.update(QRect(x - 2, 0, PLAYHEAD_PX + 4, self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._refresh_layer()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._layer)
        note = self._sounding
        if note is not None and event.region().intersects(self._sounding_rect(note)):
            painter.save()
            self._paint_sounding(painter, note)
            painter.restore()
        for place, draw in OVERLAYS:
            rect = place(self._scene)
            if not rect.isEmpty() and event.region().intersects(rect):
                painter.save()
                draw(painter, self._scene)
                painter.restore()
        if self._playhead is not None:
            x = self._scene.time.x_from_tick(self._playhead)
            painter.fillRect(
                QRectF(x, 0, PLAYHEAD_PX, self.height()), QColor(self._scene.theme.playhead)
            )
        painter.end()

    def _paint_sounding(self, painter: QPainter, note: Note) -> None:
        """With a rim like the playhead: one like that of chosen notes would be mistaken for it."""
        rect = note_rect(self._scene, note)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._scene.theme.playhead), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, note_radius(rect), note_radius(rect))

    def _refresh_layer(self) -> None:
        """Draws again what is not fresh: all after a resize, else what has changed."""
        ratio = self.devicePixelRatio()
        size = QSize(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
        if self._layer.size() != size or self._layer.devicePixelRatio() != ratio:
            self._layer = QPixmap(size)
            self._layer.setDevicePixelRatio(ratio)
            self._stale = range(self.width())
        if not self._stale:
            return
        first, last = self._stale.start, self._stale.stop
        painter = QPainter(self._layer)
        painter.setFont(self.font())
        painter.setClipRect(first, 0, last - first, self.height())
        for draw in LAYERS:
            painter.save()
            draw(painter, self._scene, first, last)
            painter.restore()
        painter.end()
        self._stale = _FRESH

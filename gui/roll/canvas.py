"""The middle of the roll: its layers drawn once into a pixmap, the playhead on top of it."""

import math

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.music.melody import Note
from gui.roll.drawing import LAYERS, note_colour, note_radius, note_rect
from gui.roll.scene import Scene
from gui.theme import mixed

PLAYHEAD_PX = 2
_SMEAR_PX = 2
"""How far a note's smooth edge can reach beside it."""


class Canvas(QWidget):
    """Shows a Scene. Moving the playhead repaints two narrow strips and nothing else.

    `resized` says that the scene's axes have to be given the new size.
    """

    resized = Signal()

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._scene = scene
        self._layer = QPixmap()
        self._fresh_px = 0
        self._playhead: float | None = None
        self._sounding: Note | None = None

    def sizeHint(self) -> QSize:
        return QSize(720, 320)

    def show_scene(self, scene: Scene, from_px: float = 0.0) -> None:
        """Shows `scene`; left of `from_px` it looks as the one before."""
        self._scene = scene
        if from_px < self.width() + _SMEAR_PX:
            fresh = math.floor(max(0.0, from_px - _SMEAR_PX))
            self._fresh_px = min(fresh, self._fresh_px)
            self.update(fresh, 0, self.width() - fresh, self.height())

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
        if self._playhead is not None:
            x = self._scene.time.x_from_tick(self._playhead)
            painter.fillRect(
                QRectF(x, 0, PLAYHEAD_PX, self.height()), QColor(self._scene.theme.playhead)
            )
        painter.end()

    def _paint_sounding(self, painter: QPainter, note: Note) -> None:
        theme = self._scene.theme
        rect = note_rect(self._scene, note)
        body = note_colour(theme, note.onset < self._scene.song.seed_end, note.velocity)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(mixed(body, theme.text, 0.85)), 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = note_radius(rect)
        painter.drawRoundedRect(rect, radius, radius)

    def _refresh_layer(self) -> None:
        """Draws again what is not fresh: all after a resize, else from the first change on."""
        ratio = self.devicePixelRatio()
        size = QSize(math.ceil(self.width() * ratio), math.ceil(self.height() * ratio))
        if self._layer.size() != size or self._layer.devicePixelRatio() != ratio:
            self._layer = QPixmap(size)
            self._layer.setDevicePixelRatio(ratio)
            self._fresh_px = 0
        if self._fresh_px >= self.width():
            return
        painter = QPainter(self._layer)
        painter.setFont(self.font())
        painter.setClipRect(self._fresh_px, 0, self.width() - self._fresh_px, self.height())
        for draw in LAYERS:
            painter.save()
            draw(painter, self._scene, self._fresh_px, self.width())
            painter.restore()
        painter.end()
        self._fresh_px = self.width()

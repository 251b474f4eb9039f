"""The ruler above the roll: bar numbers, beats, meters, and where seed and new notes lie."""

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from core.music.meter import Meter
from gui.roll.grid import (
    Bar,
    bar_interval,
    bars_between,
    nearest_line,
    shows_beats,
    span_between,
)
from gui.roll.layers.loop import LOOP_EDGE_PX
from gui.roll.scene import Scene

SNAP_PX = 6.0
_CLOSEST_NUMBER_PX = 52.0
_CLOSEST_UPBEAT_PX = 18.0
_CLOSEST_BEAT_NAME_PX = 46.0
_INDENT_PX = 5
_PART_PX = 3
_HEAD_PX = 6
_DRAG_PX = 5
_LOOP_PX = 5


class Ruler(QWidget):
    """Shows the bars of a Scene; a click asks to go to that tick, drawn to a line nearby, and a
    drag draws a loop: `loop_drawn` brings its Span while the mouse moves."""

    seek_requested = Signal(int)
    loop_drawn = Signal(object)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setToolTip("Click to go there; drag to loop, with Shift held to select bars")
        self._scene = scene
        self._playhead: float | None = None
        self._pressed_px: float | None = None
        self._is_drawing = False

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 12)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_scene(self, scene: Scene, from_px: float = 0.0) -> None:
        """Shows `scene`; left of `from_px` it looks as the one before."""
        self._scene = scene
        if from_px < self.width():
            left = math.floor(max(0.0, from_px - 1))
            self.update(left, 0, self.width() - left, self.height())

    def show_playhead(self, tick: float | None) -> None:
        self._update_playhead()
        self._playhead = tick
        self._update_playhead()

    def _update_playhead(self) -> None:
        if self._playhead is not None:
            x = math.floor(self._scene.time.x_from_tick(self._playhead))
            self.update(QRect(x - _HEAD_PX, 0, 2 * _HEAD_PX + 3, self.height()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_for_roll = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() is not Qt.MouseButton.LeftButton or is_for_roll:
            event.ignore()
            return
        self._pressed_px, self._is_drawing = event.position().x(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_px is None:
            event.ignore()
            return
        x = event.position().x()
        self._is_drawing = self._is_drawing or abs(x - self._pressed_px) >= _DRAG_PX
        if self._is_drawing:
            time = self._scene.time
            first, last = map(time.tick_from_x, (self._pressed_px, x))
            span = span_between(self._scene.song.meters, first, last, time.px_per_tick)
            if (span, True) != (self._scene.loop, self._scene.is_looping):
                self.loop_drawn.emit(span)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed_px, self._pressed_px = self._pressed_px, None
        if pressed_px is None or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
        elif not self._is_drawing:
            time = self._scene.time
            tick = time.tick_from_x(pressed_px)
            meters = self._scene.song.meters
            self.seek_requested.emit(nearest_line(meters, tick, time.px_per_tick, SNAP_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, time = self._scene.theme, self._scene.time
        painter.fillRect(event.rect(), QColor(theme.panel))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.bar_line))
        self._paint_selection(painter)
        self._paint_loop(painter)
        # A number reaches to the right of its bar line: begin left enough of what is repainted.
        first = max(0.0, time.tick_from_x(event.rect().left() - 2 * _CLOSEST_NUMBER_PX))
        last = time.tick_from_x(event.rect().right() + 1)
        meters = self._scene.song.meters
        interval = bar_interval(meters, time.px_per_tick, _CLOSEST_NUMBER_PX)
        named = shows_beats(meters.meter, time.px_per_tick)
        for bar in bars_between(meters, first, last, 1 if named else interval):
            self._paint_number(painter, bar, interval)
            if shows_beats(bar.meter, time.px_per_tick):
                self._paint_beats(painter, bar)
        for onset, meter in meters.signatures:
            if first <= onset < last:
                # An upbeat has no room for the meter: it stands behind the number of bar 1.
                self._paint_meter(painter, onset or meters.pickup, meter)
        self._paint_parts(painter)
        self._paint_head(painter)
        painter.end()

    def _paint_number(self, painter: QPainter, bar: Bar, interval: int) -> None:
        theme, time = self._scene.theme, self._scene.time
        if bar.number == 0:
            has_room = (bar.end - bar.onset) * time.px_per_tick >= _CLOSEST_UPBEAT_PX
        else:
            has_room = (bar.number - 1) % interval == 0
        if has_room:
            x, height = round(time.x_from_tick(bar.onset)), self.height()
            painter.fillRect(x, height // 3, 1, height, QColor(theme.bar_line))
            painter.setPen(QColor(theme.text))
            self._write(painter, x + _INDENT_PX, str(bar.number))

    def _paint_beats(self, painter: QPainter, bar: Bar) -> None:
        theme, time, height = self._scene.theme, self._scene.time, self.height()
        painter.setPen(QColor(theme.muted))
        named = bar.meter.beat * time.px_per_tick >= _CLOSEST_BEAT_NAME_PX
        missing = 0 if bar.number else bar.meter.bar - (bar.end - bar.onset)
        for tick in bar.beats():
            x = round(time.x_from_tick(tick))
            painter.fillRect(x, height * 2 // 3, 1, height, QColor(theme.beat_line))
            if named:
                beat = (tick - bar.onset + missing) // bar.meter.beat + 1
                self._write(painter, x + _INDENT_PX, f"{bar.number}.{beat}")

    def _paint_meter(self, painter: QPainter, onset: int, meter: Meter) -> None:
        number = bars_between(self._scene.song.meters, onset, onset + 1)[0].number
        x = round(self._scene.time.x_from_tick(onset)) + _INDENT_PX
        painter.setPen(QColor(self._scene.theme.accent))
        self._write(painter, x + self.fontMetrics().horizontalAdvance(f"{number} "), str(meter))

    def _write(self, painter: QPainter, x: int, text: str) -> None:
        """Writes `text` unless the right edge would cut it."""
        width = self.fontMetrics().horizontalAdvance(text)
        if x + width <= self.width():
            box = QRectF(x, 0, width + 1, self.height() - _PART_PX)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_selection(self, painter: QPainter) -> None:
        """The numbers of the selected bars lie on a tint, as the bars do."""
        selection = self._scene.selection
        if selection is not None:
            begin, end = map(self._scene.time.x_from_tick, (selection.begin, selection.end))
            tint = QColor(self._scene.theme.accent)
            tint.setAlphaF(0.3)
            painter.fillRect(
                QRectF(round(begin), 0, round(end) - round(begin), self.height()), tint
            )

    def _paint_loop(self, painter: QPainter) -> None:
        """A band over the numbers; of a loop that is switched off only its outline."""
        loop, is_on, theme = self._scene.loop, self._scene.is_looping, self._scene.theme
        if loop is None:
            return
        begin, end = (round(self._scene.time.x_from_tick(tick)) for tick in (loop.begin, loop.end))
        band = QRectF(begin, 0, max(end - begin, LOOP_EDGE_PX), _LOOP_PX)
        colour = QColor(theme.accent if is_on else theme.muted)
        painter.fillRect(band, colour)
        if not is_on:
            painter.fillRect(band.adjusted(1, 1, -1, -1), QColor(theme.panel))
        for x in (band.left(), band.right() - LOOP_EDGE_PX):
            painter.fillRect(QRectF(x, 0, LOOP_EDGE_PX, self.height() - _PART_PX), colour)

    def _paint_parts(self, painter: QPainter) -> None:
        """A thin band under the numbers: the seed's part, then the new notes'."""
        song, time, theme = self._scene.song, self._scene.time, self._scene.theme
        seed_end = min(song.seed_end, song.melody.end)
        for begin, end, colour in (
            (0, seed_end, theme.seed),
            (seed_end, song.melody.end, theme.new),
        ):
            if begin < end:
                left, right = time.x_from_tick(begin), time.x_from_tick(end)
                band = QRectF(left, self.height() - _PART_PX, right - left - 1, _PART_PX)
                painter.fillRect(band, QColor(colour))

    def _paint_head(self, painter: QPainter) -> None:
        if self._playhead is None:
            return
        x = self._scene.time.x_from_tick(self._playhead) + 1
        bottom = self.height()
        head = [
            QPointF(x - _HEAD_PX, bottom - 9),
            QPointF(x + _HEAD_PX, bottom - 9),
            QPointF(x, bottom),
        ]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._scene.theme.playhead))
        painter.drawPolygon(QPolygonF(head))

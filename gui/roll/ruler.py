"""The ruler above the roll: bars, beats, meters or seconds, the loop, and where new notes lie."""

import math

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from core.music.meter import MeterMap, place_words
from core.music.span import Span
from gui.language import tr
from gui.roll.grid import beat_lines_beside, nearest_line, span_between
from gui.roll.loopgrip import Grip, dragged, grip_at, moved
from gui.roll.ruling import HEAD_PX, paint_head, paint_ruler
from gui.roll.scene import Scene

SNAP_PX = 6.0
_DRAG_PX = 5
_RING_PX = 2
_Shape = Qt.CursorShape
_SHAPES: dict[Grip, Qt.CursorShape] = {
    "begin": _Shape.SizeHorCursor,
    "end": _Shape.SizeHorCursor,
    "whole": _Shape.OpenHandCursor,
    "new": _Shape.ArrowCursor,
}
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENDS = Qt.Key.Key_Home, Qt.Key.Key_End
_Modifier = Qt.KeyboardModifier
_GRIPS: dict[Qt.KeyboardModifier, Grip] = {
    _Modifier.ShiftModifier: "end",
    _Modifier.AltModifier: "whole",
    _Modifier.ShiftModifier | _Modifier.AltModifier: "begin",
}


class Ruler(QWidget):
    """Shows the bars of a Scene; a click asks to go to that tick, drawn to a line nearby, a double
    click to play from there.

    A drag draws a loop, or takes the one there is by an edge or by its band: `loop_drawn` brings
    its Span while the mouse moves, `loop_restored` what it was (a Span or None, and whether it was
    on) where the drag is dropped with Escape. The arrow keys move the playhead from line to line,
    with Shift the end of the loop, with Alt the whole of it, with both its beginning.
    """

    seek_requested = Signal(int)
    play_requested = Signal(int)
    loop_drawn = Signal(object)
    loop_restored = Signal(object, bool)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        # A click leaves the focus to the roll, whose keys one wants then.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(
            tr(
                "Click to go there, double-click to play from there; drag to loop, with Shift held "
                "to select bars; drag the loop or its ends to move them"
            )
        )
        self.setAccessibleDescription(
            tr(
                "The arrow keys move the playhead, with Shift the end of the loop, with Alt the "
                "loop, with both its beginning; Home and End go to the ends of the tune."
            )
        )
        self._scene = scene
        self._playhead: float | None = None
        self._pressed: QPointF | None = None
        self._grip: Grip = "new"
        self._before: tuple[Span | None, bool] = (None, False)
        self._is_drawing = False
        self._describe()
        self.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 12)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_scene(self, scene: Scene, from_px: float = 0.0) -> None:
        """Shows `scene`; left of `from_px` it looks as the one before."""
        if scene.song.tempos != self._scene.song.tempos:
            from_px = 0.0
        self._scene = scene
        if from_px < self.width():
            left = math.floor(max(0.0, from_px - 1))
            self.update(left, 0, self.width() - left, self.height())
        if self.hasFocus():
            self._describe()

    def show_playhead(self, tick: float | None) -> None:
        self._update_playhead()
        self._playhead = tick
        self._update_playhead()

    def _update_playhead(self) -> None:
        if self._playhead is not None:
            x = math.floor(self._scene.time.x_from_tick(self._playhead))
            self.update(QRect(x - HEAD_PX, 0, 2 * HEAD_PX + 3, self.height()))

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        is_for_roll = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() is not Qt.MouseButton.LeftButton or is_for_roll:
            event.ignore()
            return
        self._pressed, self._is_drawing = event.position(), False
        self._grip = self._grip_at(event.position())
        self._before = self._scene.loop, self._scene.is_looping

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not event.modifiers():
            self.play_requested.emit(self._line_at(event.position()))
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons():
            self.setCursor(_SHAPES[self._grip_at(event.position())])
            return
        if self._pressed is None:
            event.ignore()
            return
        x, pressed_px = event.position().x(), self._pressed.x()
        if not self._is_drawing and abs(x - pressed_px) >= _DRAG_PX:
            self._is_drawing = True
            if self._grip == "whole":
                self.setCursor(_Shape.ClosedHandCursor)
        if self._is_drawing:
            time = self._scene.time
            first, last = map(time.tick_from_x, (pressed_px, x))
            meters = self._scene.song.meters
            self._draw(dragged(self._before[0], self._grip, first, last, meters, time.px_per_tick))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setCursor(_SHAPES[self._grip_at(event.position())])
        if not self._is_drawing:
            self.seek_requested.emit(self._line_at(pressed))

    def drop(self) -> bool:
        """Ends a drag as if it had not been; False where there is none."""
        if self._pressed is None:
            return False
        self._pressed = None
        if self._is_drawing:
            self.loop_restored.emit(*self._before)
        return True

    def _grip_at(self, place: QPointF) -> Grip:
        loop, time = self._scene.loop, self._scene.time
        edges = (loop.begin, loop.end) if loop is not None else (0, 0)
        left, right = map(time.x_from_tick, edges)
        return grip_at(loop, left, right, place.x(), place.y())

    def _line_at(self, place: QPointF) -> int:
        time = self._scene.time
        tick = time.tick_from_x(place.x())
        return nearest_line(self._scene.song.meters, tick, time.px_per_tick, SNAP_PX)

    def _draw(self, span: Span) -> None:
        if (span, True) != (self._scene.loop, self._scene.is_looping):
            self.loop_drawn.emit(span)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), _held(event)
        if key in _ENDS and not held:
            is_end = key == Qt.Key.Key_End
            self.seek_requested.emit(self._scene.song.melody.end if is_end else 0)
        elif key in _STEPS and not held:
            lines = beat_lines_beside(*self._place)
            self.seek_requested.emit(lines[_STEPS[Qt.Key(key)] > 0])
        elif key in _STEPS and held in _GRIPS:
            self._move_loop(_GRIPS[held], _STEPS[Qt.Key(key)])
        else:
            event.ignore()
            return
        self._describe()

    def _move_loop(self, grip: Grip, lines: int) -> None:
        """Without a loop the stretch at the playhead is one."""
        meters, tick, scale = self._place
        loop = self._scene.loop
        if loop is None:
            self._draw(span_between(meters, tick, tick, scale))
        else:
            self._draw(moved(loop, grip, lines, meters, scale))

    @property
    def _place(self) -> tuple[MeterMap, int, float]:
        """What the lines beside the playhead are found by."""
        return self._scene.song.meters, int(self._playhead or 0), self._scene.time.px_per_tick

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._describe()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Some of its keys are actions of the window, which mean notes and not the loop.
            if event.key() in _STEPS and _held(event) in _GRIPS:
                event.accept()
                return True
        elif event.type() in (QEvent.Type.UngrabMouse, QEvent.Type.WindowDeactivate):
            self._pressed = None
        return False

    def _describe(self) -> None:
        meters, tick, _ = self._place
        loop, place = self._scene.loop, place_words(meters, tick)
        if loop is None:
            self.setAccessibleName(tr("Ruler, playhead in {place}", place=place))
            return
        begin, end = place_words(meters, loop.begin), place_words(meters, loop.end)
        if self._scene.is_looping:
            name = tr(
                "Ruler, playhead in {place}, loop from {begin} to {end}",
                place=place,
                begin=begin,
                end=end,
            )
        else:
            name = tr(
                "Ruler, playhead in {place}, loop from {begin} to {end}, switched off",
                place=place,
                begin=begin,
                end=end,
            )
        self.setAccessibleName(name)

    # Looks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        paint_ruler(painter, self._scene, box, QRectF(event.rect()))
        if self._playhead is not None:
            paint_head(painter, self._scene, box, self._playhead)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._scene.theme.accent), 2 * _RING_PX))
            painter.drawRect(self.rect())
        painter.end()


def _held(event: QKeyEvent) -> Qt.KeyboardModifier:
    return event.modifiers() & ~_Modifier.KeypadModifier

"""The mouse on the canvas: it drives one gesture of the chosen tool, and pans with its wheel."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.language import tr
from gui.roll.hand import Hand
from gui.roll.shape import note_at_point

if TYPE_CHECKING:
    from core.music.melody import Note
    from gui.roll.roll import Roll
    from gui.roll.tools.gesture import Gesture, Tool
    from gui.roll.tools.sketch import Sketch
    from gui.roll.tools.touch import Touch

_DRAG_PX = 4
_SCROLL_MS = 30
_FASTEST_PX = 60.0
_SLOWNESS = 3.0
_HEARD_MS = 300
_BY_HAND, _BY_KEY = "mouse", "key"
_HELD: dict[int, Qt.KeyboardModifier] = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}
_PRESSES = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick
_LIFTS = QEvent.Type.UngrabMouse, QEvent.Type.Hide, QEvent.Type.WindowDeactivate


class Mouse(QObject):
    """Shows on the roll what the gesture would do, and lets it be done when the button comes up.

    What is held is heard, unless `is_silent`. While the mouse is outside, the view moves there.
    """

    def __init__(self, roll: "Roll", canvas: QWidget) -> None:
        super().__init__(roll)
        self._roll, self._canvas = roll, canvas
        self.tool = "pointer"
        self.is_silent = False
        self._gesture: Gesture | None = None
        self._sketch: Sketch | None = None
        self._begin = self._place = QPointF()
        self._held = Qt.KeyboardModifier.NoModifier
        self._is_drag = self._has_dropped = False
        self._pan_from: QPointF | None = None
        self._over: Note | None = None
        self._hand = Hand(roll.pitch_pressed.emit, roll.pitch_released.emit)
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        self._heard = QTimer(self)
        self._heard.setSingleShot(True)
        self._heard.setInterval(_HEARD_MS)
        self._heard.timeout.connect(lambda: self._hand.hold(_BY_KEY, None))
        canvas.installEventFilter(self)

    @property
    def is_busy(self) -> bool:
        """Whether a gesture goes on."""
        return self._gesture is not None

    def drop(self) -> None:
        """Ends the gesture, and nothing comes of it."""
        self._gesture = self._sketch = None
        self._scrolling.stop()
        self._hand.hold(_BY_HAND, None)

    def choose(self, tool: str) -> None:
        """Takes another tool of the toolbox."""
        self.tool = tool
        if self._canvas.underMouse():
            self._hover()

    def hold(self, key: int, is_down: bool) -> bool:
        """Takes a key that changes what the mouse does, though it rests; False for another one."""
        if key not in _HELD:
            return False
        self._held = self._held | _HELD[key] if is_down else self._held & ~_HELD[key]
        if self._gesture is not None and self._is_drag:
            self._drag()
        elif self._gesture is None and self._canvas.underMouse():
            self._hover()
        return True

    def sound(self, pitch: int) -> None:
        """Lets a pitch be heard for a moment."""
        if not self.is_silent:
            self._hand.hold(_BY_KEY, None)
            self._hand.hold(_BY_KEY, pitch)
            self._heard.start()

    # What Qt tells

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent):
            self._place, self._held = event.position(), event.modifiers()
            if kind in _PRESSES:
                return self._press(event, kind is QEvent.Type.MouseButtonDblClick)
            if kind is QEvent.Type.MouseMove:
                self._miss_release(event.buttons())
                self._move()
                return True
            if kind is QEvent.Type.MouseButtonRelease:
                return self._release(event)
        elif kind in _LIFTS:
            self._hand.lift()
            self._roll.drop_gesture()
        elif kind is QEvent.Type.Leave:
            self._leave()
        elif kind is QEvent.Type.ContextMenu:
            return self._has_dropped
        return False

    def _press(self, event: QMouseEvent, is_double: bool) -> bool:
        button, touch = event.button(), self._touch()
        self._has_dropped = self._gesture is not None
        if self._has_dropped:
            self._roll.drop_gesture()
        elif button is Qt.MouseButton.LeftButton:
            self._begin, self._is_drag = self._place, False
            self._gesture = self._tool.press(touch, is_double)
            self._show(self._gesture.pressed())
        elif button is Qt.MouseButton.MiddleButton:
            self._pan_from = self._place
            self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif button is Qt.MouseButton.RightButton:
            note = note_at_point(touch.scene, self._place)
            if note is not None and note.onset not in touch.scene.chosen:
                self._roll.choose(frozenset({note.onset}))
        return True

    def _miss_release(self, held: Qt.MouseButton) -> None:
        """A menu that opens in the middle takes the release, and nothing is held any more."""
        if not held & Qt.MouseButton.MiddleButton:
            self._pan_from = None
        if self._gesture is not None and not held & Qt.MouseButton.LeftButton:
            self._roll.drop_gesture()

    def _move(self) -> None:
        if self._pan_from is not None:
            moved, self._pan_from = self._pan_from - self._place, self._place
            self._roll.travel(self._roll.scene.view.scrolled(moved.x(), moved.y()))
        elif self._gesture is None:
            self._hover()
        else:
            way = (self._place - self._begin).manhattanLength()
            self._is_drag = self._is_drag or way >= _DRAG_PX
            if self._is_drag:
                self._drag()
                if not self._scrolling.isActive() and not self._outside().isNull():
                    self._scrolling.start()

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() is Qt.MouseButton.MiddleButton:
            self._pan_from = None
            self._hover()
        elif event.button() is Qt.MouseButton.LeftButton and self._gesture is not None:
            if self._is_drag:
                self._drag()
            gesture, sketch = self._gesture, self._sketch
            self.drop()
            result = sketch if self._is_drag else gesture.tapped()
            assert result is not None
            self._roll.take(result)
            if self._outside().isNull():
                self._hover()
            else:
                self._leave()
        return True

    def _leave(self) -> None:
        if self._gesture is None:
            self._tell_note(None)
            self._roll.hinted.emit("")

    # What goes on

    @property
    def _tool(self) -> "Tool":
        from gui.roll.tools.toolbox import TOOLS  # which the start needs not

        return TOOLS[self.tool]

    def _touch(self) -> "Touch":
        from gui.roll.tools.touch import Touch

        return Touch(self._roll.scene, self._place, self._held)

    def _drag(self) -> None:
        assert self._gesture is not None
        self._show(self._gesture.dragged(self._touch()))

    def _show(self, sketch: "Sketch") -> None:
        self._sketch = sketch
        if sketch.pitch is not None and not self.is_silent:
            self._hand.hold(_BY_HAND, sketch.pitch)
        self._roll.show_sketch(sketch)

    def _hover(self) -> None:
        """Says what a press would do where the mouse is."""
        touch = self._touch()
        hint = self._tool.hint(touch)
        self._canvas.setCursor(hint.shape)
        self._roll.hinted.emit(tr(hint.text))
        self._tell_note(note_at_point(touch.scene, self._place))
        self._roll.cell_hovered.emit(round(max(0.0, touch.tick)), touch.pitch)

    def _tell_note(self, note: "Note | None") -> None:
        if note != self._over:
            self._over = note
            self._roll.note_hovered.emit(note)

    def _outside(self) -> QPointF:
        """How far the mouse is outside of the canvas."""
        x, y, size = self._place.x(), self._place.y(), self._canvas.size()
        return QPointF(
            min(x, 0.0) + max(x - size.width(), 0.0), min(y, 0.0) + max(y - size.height(), 0.0)
        )

    @Slot()
    def _scroll(self) -> None:
        """Follows a mouse that has left the canvas with something in its hand."""
        outside, view = self._outside() / _SLOWNESS, self._roll.scene.view
        if self._gesture is None or outside.isNull():
            self._scrolling.stop()
            return
        across, down = (min(max(v, -_FASTEST_PX), _FASTEST_PX) for v in outside.toTuple())
        moved = view.scrolled(across, down)
        if moved != view:
            self._roll.travel(moved)
            self._drag()

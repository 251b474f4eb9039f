"""The score in the user's hands: clicked, walked through by keys, zoomed."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from core.engraving.plate import STAFF_SPACE, Head
from gui.language import tr
from gui.score.page import Page

SMALLEST_ZOOM, LARGEST_ZOOM = 0.5, 3.0
ZOOM_STEP = 1.25
_REACH = 1.5 * STAFF_SPACE
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ScoreView(Page):
    """`note_clicked` brings the onset of a note, and whether it is to be chosen beside others;
    `zoomed` the zoom that the user wants.
    """

    note_clicked = Signal(int, bool)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(
            tr(
                "The left and right arrow keys choose the note before or behind, with Shift too; "
                "plus and minus zoom; up, down, Page up and Page down scroll."
            )
        )

    def note_at(self, place: QPointF) -> int | None:
        """The onset of the note whose head is nearest to a place in the viewport, within reach."""
        scale, origin = self._press.scale, self._origin
        x, y = (place.x() - origin.x()) / scale, (place.y() - origin.y()) / scale

        def distance(head: Head) -> float:
            across = abs(head.box.left + head.box.width / 2 - x)
            return max(across, abs(head.box.top + head.box.height / 2 - y) / 2)

        nearest = min(self._plate.heads, key=distance, default=None)
        return nearest.note if nearest is not None and distance(nearest) <= _REACH else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            note = self.note_at(event.position())
            if note is not None:
                self.note_clicked.emit(note, _adds(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._heads:
            self._step(step, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.text() in ("+", "="):
            self._zoom_to(self._zoom * ZOOM_STEP)
        elif event.text() == "-":
            self._zoom_to(self._zoom / ZOOM_STEP)
        else:
            super().keyPressEvent(event)

    def _step(self, step: int, adds: bool) -> None:
        """Chooses the note before the first, or behind the last, of those that are chosen."""
        notes = sorted(self._heads)
        chosen = [place for place, note in enumerate(notes) if note in self._chosen]
        at = (min(chosen) if step < 0 else max(chosen)) + step if chosen else 0
        note = notes[min(max(at, 0), len(notes) - 1)]
        self.note_clicked.emit(note, adds)
        self.reveal(note)

    def wheelEvent(self, event: QWheelEvent) -> None:
        angle = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_to(self._zoom * ZOOM_STEP ** (angle.y() / 120))
            event.accept()
        elif self._is_strip and not angle.x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - angle.y())
            event.accept()
        else:
            super().wheelEvent(event)

    def _zoom_to(self, zoom: float) -> None:
        self.zoomed.emit(min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM))


def _adds(event: QMouseEvent) -> bool:
    keys = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    return bool(event.modifiers() & keys)

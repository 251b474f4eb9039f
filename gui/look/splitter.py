"""Parts side by side, or one above the other, with handles between that give them room."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from core.words import Words
from gui.language import tr
from gui.look.theme import theme_from_palette

HANDLE_PX = 12
_GRIP_PX, _GRIP_WIDTH_PX = 28, 3
_STEP_PX = 16
_TIP = Words(
    "Drag to give the parts room, or press the arrow keys; a double click or Delete gives back "
    "what they had"
)
_STEPS = {
    Qt.Orientation.Horizontal: {Qt.Key.Key_Left: -_STEP_PX, Qt.Key.Key_Right: _STEP_PX},
    Qt.Orientation.Vertical: {Qt.Key.Key_Up: -_STEP_PX, Qt.Key.Key_Down: _STEP_PX},
}


class Splitter(QSplitter):
    """One part takes what the others leave; these keep what the user gave them, also while they
    are hidden or the window is too small for it.
    """

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(HANDLE_PX)
        self._usual: dict[QWidget, int] = {}
        self._chosen: dict[QWidget, int] = {}
        self._shown: list[QWidget] = []
        self.splitterMoved.connect(self._keep)
        self.installEventFilter(self)

    def add(self, part: QWidget, usual_px: int = 0) -> None:
        """Puts `part` behind the others; the one without `usual_px` takes what they leave."""
        self.addWidget(part)
        if usual_px:
            self._usual[part] = usual_px

    def room_of(self, part: QWidget) -> int:
        """The pixels that the user gave to `part`; 0 where that is what it has by itself."""
        return self._chosen.get(part, 0)

    def give(self, part: QWidget, room_px: int) -> None:
        """Gives `part` room as the user would; 0 or less: what it has by itself."""
        if room_px > 0:
            self._chosen[part] = room_px
        else:
            self._chosen.pop(part, None)
        self._apportion()

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apportion()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.LayoutRequest:
            return False
        is_done = super().event(event)
        if self._shown != self._in_sight():
            self._apportion()
        return is_done

    def reset(self, handle: QSplitterHandle) -> None:
        """Gives the parts beside a handle what they have by themselves."""
        place = self.indexOf(handle)
        for part in self._parts()[place - 1 : place + 1]:
            self.give(part, 0)

    def _parts(self) -> list[QWidget]:
        found = (self.widget(place) for place in range(self.count()))
        return [part for part in found if part is not None]

    def _in_sight(self) -> list[QWidget]:
        return [part for part in self._parts() if not part.isHidden()]

    def _apportion(self) -> None:
        self._shown = self._in_sight()
        is_across = self.orientation() is Qt.Orientation.Horizontal
        room = self.width() if is_across else self.height()
        wanted = {part: self._chosen.get(part, usual) for part, usual in self._usual.items()}
        taken = sum(wanted.get(part, 0) for part in self._shown)
        rest = max(1, room - taken - (len(self._shown) - 1) * self.handleWidth())
        self.setSizes([wanted.get(part, rest) for part in self._parts()])

    @Slot()
    def _keep(self) -> None:
        for part, size in zip(self._parts(), self.sizes(), strict=True):
            if part in self._usual and not part.isHidden():
                self._chosen[part] = size


class _Handle(QSplitterHandle):
    """A gap with a grip in its middle."""

    def __init__(self, orientation: Qt.Orientation, parent: Splitter) -> None:
        super().__init__(orientation, parent)
        self._parent = parent
        self.setToolTip(tr(_TIP))
        self.setAccessibleName(tr("Border between two parts"))
        self.setAccessibleDescription(tr(_TIP))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS[self.orientation()].get(Qt.Key(event.key()))
        if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            is_upright = self.orientation() is Qt.Orientation.Horizontal
            self.moveSplitter((self.x() if is_upright else self.y()) + step)
        elif event.key() == Qt.Key.Key_Delete:
            self._parent.reset(self)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_from_palette(self.palette())
        is_upright = self.orientation() is Qt.Orientation.Horizontal
        width, height = (_GRIP_WIDTH_PX, _GRIP_PX) if is_upright else (_GRIP_PX, _GRIP_WIDTH_PX)
        grip = QRectF(0, 0, width, height)
        grip.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.muted if self.underMouse() else theme.edge))
        if self.hasFocus():
            painter.setBrush(QColor(theme.accent))
            grip.adjust(-_GRIP_WIDTH_PX, -_GRIP_WIDTH_PX, _GRIP_WIDTH_PX, _GRIP_WIDTH_PX)
        painter.drawRoundedRect(grip, _GRIP_WIDTH_PX / 2, _GRIP_WIDTH_PX / 2)
        painter.end()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self._parent.reset(self)

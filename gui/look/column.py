"""The column of fields at the left, which scrolls up and down only."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

NARROWEST_PX, WIDEST_PX = 316, 480


class Column(QScrollArea):
    """Never narrower than its fields need, which is more where letters are larger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(NARROWEST_PX)
        self.setMaximumWidth(WIDEST_PX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        fields = self.widget()
        if event.type() is QEvent.Type.LayoutRequest and fields is not None and watched is fields:
            self._make_room(fields)
        return super().eventFilter(watched, event)

    def _make_room(self, fields: QWidget) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        least = max(NARROWEST_PX, fields.minimumSizeHint().width() + bar)
        self.setMinimumWidth(least)
        self.setMaximumWidth(max(WIDEST_PX, least))

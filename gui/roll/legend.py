"""What the colours and marks of the field mean, in one line under the roll."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.words import Words
from gui.language import tr
from gui.look.theme import Theme
from gui.roll.layers.field import cell_colour
from gui.roll.layers.notes import draw_body, note_colour
from gui.roll.layers.surprise import draw_gauge, ink_on, tinted
from gui.roll.scene import Scene

_SHARES = (0.01, 0.05, 0.2, 0.5, 1.0)
_BITS = (1.0, 5.0, 9.0)
_VELOCITY = 100
_MARGIN_PX, _GAP_PX, _GROUP_PX = 8, 5, 22
_SAMPLE_PX, _NARROW_SAMPLE_PX, _ROOMY_PX = 34, 22, 460
_LANE = (
    Words("Lane: how likely it lasts on; the mark at its end: its own length"),
    Words("Lane: how likely it lasts on"),
    Words("Lane: lasting"),
)
"""The longest that has room is shown."""

_DESCRIPTION = Words(
    "The stronger a cell, the likelier its pitch was there: the figures are percent. A note turns "
    "to another colour, and the gauge at its left edge rises, the more it surprises: one bit for "
    "each halving of its chance. The lane below shows for how long it was likely to last."
)


class Legend(QWidget):
    """Shows samples of what the field draws, as far as there is room for them."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = scene.theme
        self.setAccessibleName(tr("Legend of the field"))
        self.setAccessibleDescription(tr(_DESCRIPTION))
        self.setToolTip(tr(_DESCRIPTION))

    def sizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height() + 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_theme(self, theme: Theme) -> None:
        if theme is not self._theme:
            self._theme = theme
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.panel))
        x = self._write(painter, _MARGIN_PX, tr("Likely, %"))
        for share in _SHARES:
            x = self._draw_cell(painter, x, share)
        x = self._write(painter, x + _GROUP_PX, tr("Surprise, bits"))
        for bits in _BITS:
            if x + self._sample_px <= self.width():
                x = self._draw_note(painter, x, bits)
        x += _GROUP_PX
        measured = painter.fontMetrics().horizontalAdvance
        fitting = (text for text in map(tr, _LANE) if x + measured(text) <= self.width())
        self._write(painter, x, next(fitting, ""))
        painter.end()

    def _write(self, painter: QPainter, x: float, text: str) -> float:
        """Writes, and tells where to go on."""
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.setPen(QColor(self._theme.muted))
        place = QRectF(x, 0, width + 1, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        return x + width + _GAP_PX

    @property
    def _sample_px(self) -> int:
        return _SAMPLE_PX if self.width() >= _ROOMY_PX else _NARROW_SAMPLE_PX

    def _place(self, x: float) -> QRectF:
        return QRectF(x, 4, self._sample_px, self.height() - 8)

    def _draw_cell(self, painter: QPainter, x: float, share: float) -> float:
        cell = self._place(x)
        painter.fillRect(cell, QColor(self._theme.row))
        painter.fillRect(cell, cell_colour(self._theme, share))
        painter.setPen(QColor(self._theme.text))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, f"{100 * share:.0f}")
        return x + self._sample_px + 1

    def _draw_note(self, painter: QPainter, x: float, bits: float) -> float:
        rect, theme = self._place(x), self._theme
        body = tinted(theme, note_colour(theme, False, _VELOCITY), bits)
        draw_body(painter, theme, rect, body, is_seed=False)
        draw_gauge(painter, rect, ink_on(body), bits)
        painter.setPen(QColor(ink_on(body)))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{bits:.0f}")
        return x + self._sample_px + _GAP_PX

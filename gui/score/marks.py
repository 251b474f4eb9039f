"""What is drawn behind the ink: marks of the notes that are chosen, and of the one that sounds."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.look.theme import Theme, mixed

_CORNER_PX = 2.5
_RIM_PX = 1.5


def draw_chosen(painter: QPainter, heads: Iterable[QRectF], theme: Theme) -> None:
    """A frame around each head."""
    painter.setPen(QPen(QColor(theme.accent), _RIM_PX))
    painter.setBrush(QColor(mixed(theme.field, theme.accent, 0.35)))
    for head in heads:
        painter.drawRoundedRect(head, _CORNER_PX, _CORNER_PX)


def draw_sounding(painter: QPainter, heads: Iterable[tuple[QRectF, QRectF]], theme: Theme) -> None:
    """A stripe through the line of music at each head: by its shape it is no chosen note."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(mixed(theme.field, theme.playhead, 0.35)))
    for head, system in heads:
        stripe = QRectF(head.left(), system.top(), head.width(), system.height())
        painter.drawRoundedRect(stripe, _CORNER_PX, _CORNER_PX)


def draw_sentence(painter: QPainter, place: QRectF, sentence: str, theme: Theme) -> None:
    """A sentence in the place of a score."""
    painter.setPen(QColor(theme.muted))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(place.adjusted(24, 8, -24, -8), flags, sentence)


def draw_focus(painter: QPainter, place: QRectF, theme: Theme) -> None:
    """The ring of who has the keyboard."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 4))
    painter.drawRect(place)

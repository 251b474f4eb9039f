"""What to do where there is no note yet."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from core.words import Words
from gui.language import tr
from gui.roll.scene import Scene

HINT = Words(
    "Type a few notes, play the piano, or double-click here to draw one; then press Generate, and "
    "the model goes on from them."
)
_WIDEST_PX, _BESIDE_PX, _ABOVE_PX = 380, 20, 12


def draw(painter: QPainter, scene: Scene, _first_px: float, _last_px: float) -> None:
    if scene.song.melody:
        return
    room = QRectF(0, 0, min(_WIDEST_PX, scene.time.width_px - 4 * _BESIDE_PX), 0)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    text = tr(HINT)
    words = QFontMetricsF(painter.font()).boundingRect(room, flags, text)
    words.moveCenter(QPointF(scene.time.width_px / 2, scene.pitch.height_px / 2))
    box = words.adjusted(-_BESIDE_PX, -_ABOVE_PX, _BESIDE_PX, _ABOVE_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(scene.theme.border), 1))
    painter.setBrush(QColor(scene.theme.panel))
    painter.drawRoundedRect(box, 8, 8)
    painter.setPen(QColor(scene.theme.text))
    painter.drawText(box.adjusted(_BESIDE_PX, 0, -_BESIDE_PX, 0), flags, text)

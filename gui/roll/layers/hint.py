"""What to do where there is no note yet."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from gui.roll.scene import Scene

HINT = "Type a few notes, play the piano, or double-click here to draw one."


def draw(painter: QPainter, scene: Scene, _first_px: float, _last_px: float) -> None:
    if scene.song.melody:
        return
    metrics = QFontMetricsF(painter.font())
    centre = QPointF(scene.time.width_px / 2, scene.pitch.height_px / 2)
    box = QRectF(0, 0, metrics.horizontalAdvance(HINT) + 36, metrics.height() + 18)
    box.moveCenter(centre)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(scene.theme.border), 1))
    painter.setBrush(QColor(scene.theme.panel))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setPen(QColor(scene.theme.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, HINT)

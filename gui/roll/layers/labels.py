"""What is written on a note: its name, its scale degree."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter

from core.music.degree import degree_name
from core.music.key import Key
from core.music.naming import pitch_words
from gui.language import tr
from gui.roll.labels import Labels
from gui.roll.scene import Scene

_SMALLEST_ROW_PX = 12
_SMALLEST_NOTE_PX = 16
_SMALLEST_FONT_PX = 8
_RIGHT_PX = 2


class Lettering:
    """Writes on the notes of a Scene with the font that `painter` has, fitted to the rows."""

    def __init__(self, painter: QPainter, scene: Scene) -> None:
        self._labels, self._key = scene.labels, scene.song.key
        asked = scene.labels.names or scene.labels.degrees
        self._is_used = asked and scene.pitch.row_px >= _SMALLEST_ROW_PX
        if self._is_used:
            painter.setFont(_font(painter.font(), scene.pitch.row_px))
        self._metrics = QFontMetricsF(painter.font())
        self._texts: dict[int, tuple[str, ...]] = {}

    def write(self, painter: QPainter, rect: QRectF, pitch: int, ink: str, left_px: float) -> None:
        """The longest of the texts that has room behind `left_px` in `rect`; it may be none."""
        if not self._is_used or rect.width() < _SMALLEST_NOTE_PX:
            return
        place = rect.adjusted(left_px, 0, -_RIGHT_PX, 0)
        if pitch not in self._texts:
            self._texts[pitch] = _texts(pitch, self._key, self._labels)
        for text in self._texts[pitch]:
            if self._metrics.horizontalAdvance(text) <= place.width():
                painter.setPen(QColor(ink))
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
                return


def _texts(pitch: int, key: Key | None, labels: Labels) -> tuple[str, ...]:
    """What may be written on a note, the longest first."""
    name = tr(pitch_words(pitch, key))
    counted = key or labels.key
    degree = degree_name(pitch, counted) if labels.degrees and counted is not None else ""
    if not labels.names:
        return (degree,) if degree else ()
    return (f"{name} · {degree}", name) if degree else (name,)


def _font(font: QFont, row_px: int) -> QFont:
    """As high as the row allows, and no larger than text is elsewhere."""
    fitted = QFont(font)
    largest = QFontInfo(font).pixelSize()
    fitted.setPixelSize(max(_SMALLEST_FONT_PX, min(largest, round(row_px * 0.72))))
    return fitted

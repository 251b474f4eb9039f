"""A tune as a small picture of its notes, with a playhead."""

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from core.music.song import Song
from core.music.span import Span
from gui.look.theme import theme_from_palette
from gui.panels.thumbnail import Silhouette, draw_thumbnail

_HEIGHT_PX, _WIDTH_PX = 150, 440
_PLAYHEAD_PX = 2


class TunePicture(QWidget):
    """Shows the notes of a song; those in a span stand out before the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._song = Song()
        self._span: Span | None = None
        self._silhouette: Silhouette | None = None
        self._tick: float | None = None
        self._drawn: QPixmap | None = None

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH_PX, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(_WIDTH_PX // 2, _HEIGHT_PX // 2)

    def show_song(self, song: Song, span: Span | None, silhouette: Silhouette | None) -> None:
        """`silhouette` is what `silhouette_of` made of the song before, on a thread."""
        self._song, self._span, self._silhouette = song, span, silhouette
        self._drawn = None
        self.update()

    def show_tick(self, tick: float | None) -> None:
        """Puts the playhead there; None: there is none."""
        if tick != self._tick:
            self._tick = tick
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_from_palette(self.palette())
        painter = QPainter(self)
        if self._drawn is None or self._drawn.deviceIndependentSize().toSize() != self.size():
            ratio = self.devicePixelRatioF()
            self._drawn = QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(QColor(theme.window))
            inner = QPainter(self._drawn)
            box = QRectF(0, 0, self.width(), self.height())
            draw_thumbnail(inner, theme, box, self._song, self._span, self._silhouette)
            inner.end()
        painter.drawPixmap(0, 0, self._drawn)
        end = self._song.melody.end
        if self._tick is not None and end:
            x = min(self._tick / end, 1) * (self.width() - _PLAYHEAD_PX)
            line = QRectF(x, 0, _PLAYHEAD_PX, self.height())
            painter.fillRect(line, QColor(theme.playhead))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._drawn = None

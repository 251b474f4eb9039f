"""Sixteenths, beats and bars, as far as the zoom leaves them room; the end of the song."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from core.music.melody import SIXTEENTH
from gui.roll.grid import CLOSEST_BAR_PX, bar_interval, bars_between, shows_beats, shows_steps
from gui.roll.scene import Scene


def draw(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    theme, time, meters = scene.theme, scene.time, scene.song.meters
    height = scene.pitch.height_px

    def line(tick: int, colour: str) -> None:
        x = round(time.x_from_tick(tick))
        painter.fillRect(QRectF(x, 0, 1, height), QColor(colour))

    first, last = time.tick_from_x(first_px - 2), time.tick_from_x(last_px + 1)
    interval = bar_interval(meters, time.px_per_tick, CLOSEST_BAR_PX)
    for bar in bars_between(meters, max(0.0, first), last, interval):
        if shows_steps(time.px_per_tick):
            for tick in range(bar.end, bar.onset, -SIXTEENTH):
                line(tick, theme.step_line)
        if shows_beats(bar.meter, time.px_per_tick):
            for tick in bar.beats():
                line(tick, theme.beat_line)
        line(bar.onset, theme.bar_line)
    _veil(painter, scene, first_px, last_px)


def _veil(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    """Dims what lies before the song and behind its end."""
    veil = QColor(scene.theme.window)
    veil.setAlphaF(0.55)
    end = scene.song.melody.end
    begin_x, end_x = scene.time.x_from_tick(0), scene.time.x_from_tick(end)
    height = scene.pitch.height_px
    if first_px < begin_x:
        painter.fillRect(QRectF(first_px, 0, begin_x - first_px, height), veil)
    if end and end_x < last_px:
        left = max(first_px, end_x)
        painter.fillRect(QRectF(left, 0, last_px - left, height), veil)

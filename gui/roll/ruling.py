"""What is drawn on the ruler, from back to front; each part a function of a painter and a Scene."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from core.music.meter import Meter
from gui.language import tr
from gui.roll.grid import Bar, bar_interval, bars_between, shows_beats
from gui.roll.layers.loop import LOOP_EDGE_PX
from gui.roll.scene import Scene
from gui.roll.seconds import marks_between
from gui.roll.tempi import WIDEST_TEMPO, Measuring, TempoMark, tempo_marks

HEAD_PX = 6
SELECTION_TINT = 0.15
"""How much of the accent lies under the numbers of the selected bars."""
_WIDEST_NUMBER, _WIDEST_TIME, _WIDEST_BEAT = "88 4/4 ", "0:00.00 ", "88.4 "
_CLOSEST_UPBEAT_PX = 18.0
_INDENT_PX = 5
_PART_PX = 3
_LOOP_PX = 5
_HANDLE_PX = 5


def paint_ruler(painter: QPainter, scene: Scene, box: QRectF, stale: QRectF) -> None:
    """All of the ruler but the playhead; `box` is the whole of it, `stale` what has to be drawn."""
    theme = scene.theme
    painter.fillRect(stale, QColor(theme.panel))
    painter.fillRect(QRectF(0, box.height() - 1, box.width(), 1), QColor(theme.bar_line))
    _paint_selection(painter, scene, box)
    # A number reaches to the right of its bar line: begin left enough of what is repainted.
    widest_px = _room_px(painter, _WIDEST_NUMBER) + _room_px(painter, WIDEST_TEMPO)
    first = max(0.0, scene.time.tick_from_x(stale.left() - widest_px))
    last = scene.time.tick_from_x(stale.right() + 1)
    if scene.labels.seconds:
        _paint_seconds(painter, scene, box, first, last)
    else:
        _paint_bars(painter, scene, box, first, last)
    _paint_parts(painter, scene, box)
    _paint_loop(painter, scene, box)


def paint_head(painter: QPainter, scene: Scene, box: QRectF, playhead: float) -> None:
    """The head of the playhead, which stands at a tick."""
    x, bottom = scene.time.x_from_tick(playhead) + 1, box.height()
    head = [
        QPointF(x - HEAD_PX, bottom - 9),
        QPointF(x + HEAD_PX, bottom - 9),
        QPointF(x, bottom),
    ]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scene.theme.playhead))
    painter.drawPolygon(QPolygonF(head))


def _paint_selection(painter: QPainter, scene: Scene, box: QRectF) -> None:
    """The numbers of the selected bars lie on a tint, as the bars do."""
    if scene.selection is not None:
        begin, end = map(scene.time.x_from_tick, (scene.selection.begin, scene.selection.end))
        tint = QColor(scene.theme.accent)
        tint.setAlphaF(SELECTION_TINT)
        painter.fillRect(QRectF(round(begin), 0, round(end) - round(begin), box.height()), tint)


def _paint_bars(painter: QPainter, scene: Scene, box: QRectF, first: float, last: float) -> None:
    """Bar numbers, beats where they have room, and meters and tempi where they change."""
    meters, scale = scene.song.meters, scene.time.px_per_tick
    interval = bar_interval(meters, scale, _room_px(painter, _WIDEST_NUMBER))
    named = shows_beats(meters.meter, scale)
    width = painter.fontMetrics().horizontalAdvance
    tempi = tuple(tempo_marks(scene.song, first, last, Measuring(scale, interval, width)))
    for bar in bars_between(meters, first, last, 1 if named else interval):
        _paint_number(painter, scene, box, bar, interval)
        if shows_beats(bar.meter, scale):
            _paint_beats(painter, scene, box, bar, tempi)
    for onset, meter in meters.signatures:
        if first <= onset < last:
            # An upbeat has no room for the meter: it stands behind the number of bar 1.
            _paint_meter(painter, scene, box, onset or meters.pickup, meter)
    painter.setPen(QColor(scene.theme.accent))
    for mark in tempi:
        x = scene.time.x_from_tick(0) + mark.begin_px
        _write(painter, box, round(x) + _INDENT_PX, mark.text)


def _paint_number(painter: QPainter, scene: Scene, box: QRectF, bar: Bar, interval: int) -> None:
    if bar.number == 0:
        has_room = (bar.end - bar.onset) * scene.time.px_per_tick >= _CLOSEST_UPBEAT_PX
    else:
        has_room = (bar.number - 1) % interval == 0
    if has_room:
        _paint_mark(painter, scene, box, bar.onset, str(bar.number))


def _paint_mark(painter: QPainter, scene: Scene, box: QRectF, tick: float, text: str) -> None:
    """A line, and what is written behind it."""
    x, top = round(scene.time.x_from_tick(tick)), box.height() // 3
    painter.fillRect(QRectF(x, top, 1, box.height() - top), QColor(scene.theme.bar_line))
    painter.setPen(QColor(scene.theme.text))
    _write(painter, box, x + _INDENT_PX, text)


def _paint_beats(
    painter: QPainter, scene: Scene, box: QRectF, bar: Bar, tempi: Sequence[TempoMark]
) -> None:
    """Their lines and, where they have room between the tempi, their numbers."""
    scale, top = scene.time.px_per_tick, box.height() * 2 // 3
    painter.setPen(QColor(scene.theme.muted))
    room_px = _room_px(painter, _WIDEST_BEAT)
    named = bar.meter.beat * scale >= room_px
    missing = 0 if bar.number else bar.meter.bar - (bar.end - bar.onset)
    for tick in bar.beats():
        x = round(scene.time.x_from_tick(tick))
        painter.fillRect(QRectF(x, top, 1, box.height() - top), QColor(scene.theme.beat_line))
        is_free = all(
            m.end_px <= tick * scale or m.begin_px >= tick * scale + room_px for m in tempi
        )
        if named and is_free:
            beat = (tick - bar.onset + missing) // bar.meter.beat + 1
            _write(painter, box, x + _INDENT_PX, f"{bar.number}.{beat}")


def _paint_meter(painter: QPainter, scene: Scene, box: QRectF, onset: int, meter: Meter) -> None:
    number = bars_between(scene.song.meters, onset, onset + 1)[0].number
    x = round(scene.time.x_from_tick(onset)) + _INDENT_PX
    painter.setPen(QColor(scene.theme.accent))
    _write(painter, box, x + painter.fontMetrics().horizontalAdvance(f"{number} "), str(meter))


def _paint_seconds(painter: QPainter, scene: Scene, box: QRectF, first: float, last: float) -> None:
    scale = scene.time.px_per_tick
    closest_px = _room_px(painter, _WIDEST_TIME)
    for mark in marks_between(first, last, scene.song.tempos, scale, closest_px):
        _paint_mark(painter, scene, box, mark.tick, tr(mark.text))


def _room_px(painter: QPainter, text: str) -> int:
    """From a line to the next one, for `text` between them."""
    return painter.fontMetrics().horizontalAdvance(text) + _INDENT_PX


def _write(painter: QPainter, box: QRectF, x: int, text: str) -> None:
    """Writes `text` unless the right edge would cut it."""
    width = painter.fontMetrics().horizontalAdvance(text)
    if x + width <= box.width():
        line = QRectF(x, _LOOP_PX, width + 1, box.height() - _LOOP_PX - _PART_PX)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, text)


def _paint_loop(painter: QPainter, scene: Scene, box: QRectF) -> None:
    """A band above the numbers with a handle at each end; only its outline where it is off."""
    loop, theme = scene.loop, scene.theme
    if loop is None:
        return
    begin, end = (round(scene.time.x_from_tick(tick)) for tick in (loop.begin, loop.end))
    band = QRectF(begin, 0, max(end - begin, LOOP_EDGE_PX), _LOOP_PX)
    colour = QColor(theme.accent if scene.is_looping else theme.muted)
    painter.fillRect(band, colour)
    if not scene.is_looping:
        painter.fillRect(band.adjusted(1, 1, -1, -1), QColor(theme.panel))
    left, right = band.left(), band.right()
    for x, inwards in ((left, 1), (right, -1)):
        edge = x if inwards > 0 else x - LOOP_EDGE_PX
        painter.fillRect(QRectF(edge, 0, LOOP_EDGE_PX, box.height() - _PART_PX), colour)
        tip = QPointF(x, _LOOP_PX + _HANDLE_PX)
        corner = QPointF(x + inwards * _HANDLE_PX, _LOOP_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x, _LOOP_PX), corner, tip]))


def _paint_parts(painter: QPainter, scene: Scene, box: QRectF) -> None:
    """A thin band under the numbers: the seed's part in one piece, the new notes' in dashes."""
    song, time, theme = scene.song, scene.time, scene.theme
    seed_end = min(song.seed_end, song.melody.end)
    y = box.height() - _PART_PX / 2
    for begin, end, colour, dashes in (
        (0, seed_end, theme.seed, ()),
        (seed_end, song.melody.end, theme.new, (2, 1)),
    ):
        if begin < end:
            # Dashes far outside would be worked out one by one.
            left, right = max(time.x_from_tick(begin), -9), time.x_from_tick(end) - 1
            pen = QPen(QColor(colour), _PART_PX)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if dashes:
                pen.setDashPattern(dashes)
            painter.setPen(pen)
            painter.drawLine(QPointF(left, y), QPointF(min(right, box.width() + 9), y))

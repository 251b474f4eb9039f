"""The still layers of the roll, from back to front; each draws what lies between two pixels."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from core.music.key import C_MAJOR, Key, pitch_name
from core.music.melody import QUARTER, SIXTEENTH, Note
from gui.roll.geometry import is_black
from gui.roll.grid import (
    CLOSEST_BAR_PX,
    bar_interval,
    bars_between,
    shows_beats,
    shows_steps,
)
from gui.roll.scene import Scene, note_at, notes_between
from gui.theme import Theme, mixed

HINT = "Type a few notes or click the piano; they appear here."
NEEDLE_PX = 6
EDGE_PX = 2
"""Of the lines on both sides of a selection."""
LOOP_EDGE_PX = 1
_SMALLEST_NAMED_ROW_PX = 12
_SMALLEST_NAMED_PX = 24
_SMALLEST_QUARTER_PX = 8.0
_GHOST_OPACITY = 0.45
_ACCIDENTALS = str.maketrans({"#": "♯", "b": "♭"})


def shown_name(pitch: int, key: Key | None) -> str:
    """'F♯4' for 66 in G major."""
    name = pitch_name(pitch, key or C_MAJOR)
    return name[0].upper() + name[1:].translate(_ACCIDENTALS)


@lru_cache(maxsize=512)
def note_colour(theme: Theme, is_seed: bool, velocity: int) -> str:
    """The body of a note; a soft one is nearer to the row behind it."""
    softness = (127 - velocity) / 127
    return mixed(theme.seed if is_seed else theme.new, theme.row, theme.softest * softness)


def note_rect(scene: Scene, note: Note) -> QRectF:
    """Where a note lies; it keeps a hair's breadth from its neighbours."""
    x = scene.time.x_from_tick(note.onset)
    width = max(note.duration * scene.time.px_per_tick - 1.0, 1.5)
    inset = 1.0 if scene.pitch.row_px >= 8 else 0.0
    y = scene.pitch.y_from_pitch(note.pitch)
    return QRectF(x, round(y) + inset, width, scene.pitch.row_px - 2 * inset)


def note_at_point(scene: Scene, place: QPointF) -> Note | None:
    """The note at a point of the canvas; two pixels beside it will do."""
    note = note_at(scene.song.melody, scene.time.tick_from_x(place.x()))
    hit = note is not None and note_rect(scene, note).adjusted(0, -2, 0, 2).contains(place)
    return note if hit else None


def note_radius(rect: QRectF) -> float:
    return min(4.0, rect.height() / 3, rect.width() / 3)


def draw_rows(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    """The background: a row for each pitch, black keys and the tonic tinted."""
    theme, axis = scene.theme, scene.pitch
    tonic = scene.song.key.tonic if scene.song.key else None
    width = last_px - first_px
    for pitch in axis.visible:
        if pitch % 12 == tonic:
            colour = theme.tonic_row
        else:
            colour = theme.black_row if is_black(pitch) else theme.row
        y = round(axis.y_from_pitch(pitch))
        painter.fillRect(QRectF(first_px, y, width, axis.row_px), QColor(colour))
        line = theme.beat_line if pitch % 12 == 0 else theme.row_line
        painter.fillRect(QRectF(first_px, y + axis.row_px - 1, width, 1), QColor(line))


def draw_lines(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    """Sixteenths, beats and bars, as far as the zoom leaves them room; the end of the song."""
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


def draw_selection(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    """The selected bars lie under a tint between two thick lines."""
    if scene.selection is None:
        return
    begin, end = (
        round(scene.time.x_from_tick(tick)) for tick in (scene.selection.begin, scene.selection.end)
    )
    tint = QColor(scene.theme.accent)
    tint.setAlphaF(0.16)
    left, right = max(float(begin), first_px), min(float(end), last_px)
    if left < right:
        painter.fillRect(QRectF(left, 0, right - left, scene.pitch.height_px), tint)
    for x in (begin, end - EDGE_PX):
        painter.fillRect(QRectF(x, 0, EDGE_PX, scene.pitch.height_px), QColor(scene.theme.accent))


def draw_loop(painter: QPainter, scene: Scene, _first_px: float, _last_px: float) -> None:
    """A thin line where the loop begins and where it turns, while it is on."""
    if scene.loop is None or not scene.is_looping:
        return
    begin, end = (round(scene.time.x_from_tick(t)) for t in (scene.loop.begin, scene.loop.end))
    for x in (begin, end - LOOP_EDGE_PX):
        line = QRectF(x, 0, LOOP_EDGE_PX, scene.pitch.height_px)
        painter.fillRect(line, QColor(scene.theme.accent))


def draw_notes(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    """The notes: the user's own are plain, composed ones are striped and have a rim; those that may
    still change are lighter."""
    time = scene.time
    shown = notes_between(scene.song.melody, time.tick_from_x(first_px), time.tick_from_x(last_px))
    if QUARTER * time.px_per_tick < _SMALLEST_QUARTER_PX:
        _draw_specks(painter, scene, shown)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_name_font(painter, scene))
    metrics = QFontMetricsF(painter.font())
    named = scene.pitch.row_px >= _SMALLEST_NAMED_ROW_PX
    for note in shown:
        rect = note_rect(scene, note)
        if rect.bottom() < 0 or rect.top() > scene.pitch.height_px:
            continue
        is_seed = note.onset < scene.song.seed_end
        painter.setOpacity(1.0 if note.onset < scene.ghosts else _GHOST_OPACITY)
        draw_note(painter, scene.theme, rect, is_seed, note.velocity)
        if named and rect.width() > _SMALLEST_NAMED_PX:
            name = shown_name(note.pitch, scene.song.key)
            if metrics.horizontalAdvance(name) + 10 <= rect.width():
                painter.setPen(QColor(scene.theme.on_seed if is_seed else scene.theme.on_new))
                painter.drawText(rect.adjusted(6, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, name)


def _draw_specks(painter: QPainter, scene: Scene, notes: Sequence[Note]) -> None:
    """So many notes that none could show a detail, all of a colour at once."""
    left, scale, top = scene.time.left, scene.time.px_per_tick, scene.pitch.top
    row = scene.pitch.row_px
    middle = bisect_left(notes, scene.song.seed_end, key=attrgetter("onset"))
    painter.setPen(Qt.PenStyle.NoPen)
    for part, colour in ((notes[:middle], scene.theme.seed), (notes[middle:], scene.theme.new)):
        painter.setBrush(QColor(colour))
        places = (((note.onset - left) * scale, note) for note in part)
        # Of notes that share a pixel one is enough; the others would cost as much again each.
        specks = {(int(x), note.pitch): (x, note.duration) for x, note in places}
        painter.drawRects(
            [
                QRectF(x, (top - pitch) * row, max(duration * scale, 1.0), row - 1)
                for (_, pitch), (x, duration) in specks.items()
            ]
        )


def draw_note(painter: QPainter, theme: Theme, rect: QRectF, is_seed: bool, velocity: int) -> None:
    """One note's body with the mark that tells seed from new without colour."""
    colour = QColor(note_colour(theme, is_seed, velocity))
    if rect.width() < 4 or rect.height() < 5:
        painter.fillRect(rect, colour)
        return
    radius = note_radius(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)
    if is_seed:
        return
    stripe = QColor(theme.stripe)
    stripe.setAlphaF(0.25)
    painter.setBrush(QBrush(stripe, Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(rect, radius, radius)
    if rect.width() >= 8 and rect.height() >= 8:
        rim = QColor(theme.on_new)
        rim.setAlphaF(0.55)
        painter.setPen(QPen(rim, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def _name_font(painter: QPainter, scene: Scene) -> QFont:
    font = QFont(painter.font())
    font.setPixelSize(max(8, min(12, round(scene.pitch.row_px * 0.72))))
    return font


def draw_hint(painter: QPainter, scene: Scene, _first_px: float, _last_px: float) -> None:
    """What to do where there is no note yet."""
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


def draw_pins(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    """A pinned note has a needle; lines above and below hold its pitch, at its ends its length."""
    pins = {pin.onset: pin for pin in scene.pins}
    time = scene.time
    first, last = time.tick_from_x(first_px - 2 * NEEDLE_PX), time.tick_from_x(last_px)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(scene.theme.text)
    for note in notes_between(scene.song.melody, first, last) if pins else ():
        pin = pins.get(note.onset)
        if pin is None:
            continue
        rect = note_rect(scene, note).adjusted(-1.0, -1.0, 1.0, 1.0)
        painter.setPen(QPen(ink, 2.0))
        if pin.pitch is not None:
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if pin.duration is not None:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
            painter.drawLine(rect.topRight(), rect.bottomRight())
        head = QPointF(rect.center().x(), rect.top() - NEEDLE_PX)
        painter.drawLine(head, QPointF(head.x(), rect.top() + 2))
        painter.setPen(QPen(QColor(scene.theme.row), 1.0))
        painter.setBrush(ink)
        painter.drawEllipse(head, 4.0, 4.0)


def draw_picked(painter: QPainter, scene: Scene, _first_px: float, _last_px: float) -> None:
    """A ring around the note that was picked."""
    if scene.picked is not None:
        ring = note_rect(scene, scene.picked).adjusted(-2.5, -2.5, 2.5, 2.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(scene.theme.text), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, note_radius(ring) + 2, note_radius(ring) + 2)


LAYERS = (
    *(draw_rows, draw_lines, draw_selection, draw_loop),
    *(draw_notes, draw_pins, draw_picked, draw_hint),
)

"""The notes: the user's own are plain, composed ones are striped and have a rim; those that may
still change are pale, with a dashed rim."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from core.music.melody import QUARTER, Note
from gui.look.theme import Theme, mixed
from gui.roll.layers.labels import Lettering
from gui.roll.layers.surprise import GAUGE_PX, draw_gauge, ink_on, surprises, tinted
from gui.roll.scene import Scene, notes_between
from gui.roll.shape import note_radius, seen_rect

SMALLEST_QUARTER_PX = 8.0
"""Where a quarter is shorter, a note is drawn as a speck."""

_GHOST_OPACITY = 0.4
_DASHES = (3.0, 2.0)
_INDENT_PX, _INDENT_BEHIND_GAUGE_PX = 6, 4 + GAUGE_PX


@lru_cache(maxsize=512)
def note_colour(theme: Theme, is_seed: bool, velocity: int) -> str:
    """The body of a note; a soft one is nearer to the row behind it."""
    softness = (127 - velocity) / 127
    return mixed(theme.seed if is_seed else theme.new, theme.row, theme.softest * softness)


def draw(painter: QPainter, scene: Scene, first_px: float, last_px: float) -> None:
    time, theme = scene.time, scene.theme
    first, last = time.tick_from_x(first_px), time.tick_from_x(last_px)
    shown = notes_between(scene.song.melody, first, last)
    if QUARTER * time.px_per_tick < SMALLEST_QUARTER_PX:
        _draw_specks(painter, scene, shown)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    lettering = Lettering(painter, scene)
    known = surprises(scene, first, last)
    for note in shown:
        rect = seen_rect(scene, note)
        if rect.bottom() < 0 or rect.top() > scene.pitch.height_px:
            continue
        is_seed = note.onset < scene.song.seed_end
        body, ink = note_colour(theme, is_seed, note.velocity), ink_of(theme, is_seed)
        bits = known.get(note.onset)
        if bits is not None:
            body = tinted(theme, body, bits)
            ink = ink_on(body)
        if note.onset < scene.ghosts:
            draw_body(painter, theme, rect, body, is_seed)
        else:
            ink = theme.text
            _draw_ghost(painter, rect, body)
        if bits is not None:
            draw_gauge(painter, rect, ink, bits)
        left_px = _INDENT_PX if bits is None else _INDENT_BEHIND_GAUGE_PX
        lettering.write(painter, rect, note.pitch, ink, left_px)


def _draw_specks(painter: QPainter, scene: Scene, notes: Sequence[Note]) -> None:
    """So many notes that none could show a detail, all of a colour at once."""
    if chosen := scene.chosen:  # which their own layer draws
        notes = [note for note in notes if note.onset not in chosen]
    middle = bisect_left(notes, scene.song.seed_end, key=attrgetter("onset"))
    painter.setPen(Qt.PenStyle.NoPen)
    for part, colour in ((notes[:middle], scene.theme.seed), (notes[middle:], scene.theme.new)):
        painter.setBrush(QColor(colour))
        painter.drawRects(specks(scene, part))


def specks(scene: Scene, notes: Sequence[Note]) -> list[QRectF]:
    """Where small notes lie. Of those that share a pixel one is enough; the others would cost as
    much again each."""
    left, scale, top = scene.time.left, scene.time.px_per_tick, scene.pitch.top
    row = scene.pitch.row_px
    places = (((note.onset - left) * scale, note) for note in notes)
    apart = {(int(x), note.pitch): (x, note.duration) for x, note in places}
    return [
        QRectF(x, (top - pitch) * row, max(duration * scale, 1.0), row - 1)
        for (_, pitch), (x, duration) in apart.items()
    ]


def ink_of(theme: Theme, is_seed: bool) -> str:
    """For what is written on a note."""
    return theme.on_seed if is_seed else theme.on_new


def draw_body(painter: QPainter, theme: Theme, rect: QRectF, body: str, is_seed: bool) -> None:
    """One note's body with the mark that tells seed from new without colour."""
    colour = QColor(body)
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


def _draw_ghost(painter: QPainter, rect: QRectF, body: str) -> None:
    pale = QColor(body)
    pale.setAlphaF(_GHOST_OPACITY)
    if rect.width() < 8 or rect.height() < 5:
        painter.fillRect(rect, pale)
        return
    rim = QPen(QColor(body), 1.0)
    rim.setDashPattern(_DASHES)
    rim.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(rim)
    painter.setBrush(pale)
    radius = note_radius(rect)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

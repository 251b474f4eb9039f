"""Where a note lies on the canvas, and which one lies at a point."""

from PySide6.QtCore import QPointF, QRectF

from core.music.melody import Note
from gui.roll.scene import Scene, note_at

_BESIDE_PX = 40.0


def note_rect(scene: Scene, note: Note) -> QRectF:
    """Where a note lies; it keeps a hair's breadth from its neighbours."""
    x = scene.time.x_from_tick(note.onset)
    width = max(note.duration * scene.time.px_per_tick - 1.0, 1.5)
    inset = 1.0 if scene.pitch.row_px >= 8 else 0.0
    y = scene.pitch.row_top(note.pitch)
    return QRectF(x, y + inset, width, scene.pitch.row_px - 2 * inset)


def seen_rect(scene: Scene, note: Note) -> QRectF:
    """What has to be drawn of it; much zoomed in, a note is wider than what Qt draws well."""
    rect, width = note_rect(scene, note), scene.time.width_px
    rect.setLeft(max(rect.left(), -_BESIDE_PX))
    rect.setRight(min(rect.right(), width + _BESIDE_PX))
    return rect


def note_at_point(scene: Scene, place: QPointF) -> Note | None:
    """The note at a point of the canvas; two pixels beside it will do."""
    note = note_at(scene.song.melody, scene.time.tick_from_x(place.x()))
    hit = note is not None and note_rect(scene, note).adjusted(0, -2, 0, 2).contains(place)
    return note if hit else None


def note_radius(rect: QRectF) -> float:
    return min(4.0, rect.height() / 3, rect.width() / 3)

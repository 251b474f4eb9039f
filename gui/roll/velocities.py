"""The lane of velocities: how loud each note is, as a column under it."""

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.edit.edited import Edited
from core.edit.pen import LOUDEST, SOFTEST, bounded, struck
from core.music.melody import Note
from core.music.song import Song
from core.words import Words
from gui.language import tr
from gui.roll.layers.notes import note_colour
from gui.roll.scene import Scene, note_at, notes_between, onsets_between

LABEL = Words("Change velocity")
_HEIGHT_PX = 72
_TOP_PX, _FOOT_PX = 6, 3
_COLUMN_PX = 5.0
_REACH_PX = 5.0
_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_Home: LOUDEST,
    Qt.Key.Key_End: -LOUDEST,
}
_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Velocities(QWidget):
    """Dragging sets the notes that the pointer passes; on a chosen one all that are chosen get
    louder or softer together. Up, down and the page keys do so too, and left and right choose.

    `previewed` brings a Song while a drag goes on, `edited` a name in Words, an Edited and whether
    it may join the step before, when it is over, and `chosen` the onsets that keys have chosen.
    """

    previewed = Signal(object)
    edited = Signal(object, object, bool)
    chosen = Signal(object)

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = scene
        self._before: Song | None = None
        self._preview: Song | None = None
        self._together = False
        self._from_px = 0.0
        self._last_tick = 0.0
        self._set: dict[int, int] = {}
        self._under: int | None = None  # the onset of the note under the pointer
        self._title = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(
            tr(
                "Up, Down, Page up and Page down make the chosen notes louder or softer; Left and "
                "Right choose the note before or behind."
            )
        )
        self._describe()
        self.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(720, _HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, _HEIGHT_PX)

    @property
    def _pointed(self) -> Note | None:
        """The note under the pointer, as it is now."""
        return None if self._under is None else note_at(self._scene.song.melody, self._under)

    def show_scene(self, scene: Scene) -> None:
        """Shows the velocities of `scene`, under its notes."""
        before, self._scene = self._scene, scene
        if scene.song is not self._preview:
            self._before = None  # the tune is another one in the middle of a drag
        is_other = scene.song is not before.song or scene.chosen != before.chosen
        if is_other:
            self._describe()
        if is_other or (scene.time, scene.theme) != (before.time, before.theme):
            self.update()

    def column(self, note: Note) -> QRectF:
        """Where the column of `note` stands."""
        return self._columns([note])[0]

    def _columns(self, notes: Iterable[Note]) -> list[QRectF]:
        """A long tune has a thousand in sight: nothing is looked up twice."""
        left, scale = self._scene.time.left, self._scene.time.px_per_tick
        foot, room = self.height() - _FOOT_PX, self.height() - _TOP_PX - _FOOT_PX
        return [
            QRectF(
                (note.onset - left) * scale,
                foot - (height := room * note.velocity / LOUDEST),
                min(_COLUMN_PX, max(1.0, note.duration * scale - 1)),
                height,
            )
            for note in notes
        ]

    def _y_from_velocity(self, velocity: int) -> float:
        room = self.height() - _TOP_PX - _FOOT_PX
        return _TOP_PX + room * (1 - velocity / LOUDEST)

    def _velocity_from_y(self, y: float) -> int:
        room = self.height() - _TOP_PX - _FOOT_PX
        return bounded(round(LOUDEST * (1 - (y - _TOP_PX) / room)))

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position()
        tick = self._scene.time.tick_from_x(place.x())
        self._before, self._set = self._scene.song, {}
        self._from_px, self._last_tick = place.y(), tick
        note = self._note_near(tick)
        self._together = (
            note is not None and note.onset in self._scene.chosen and len(self._scene.chosen) > 1
        )
        self._drag_to(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        note = self._note_near(self._scene.time.tick_from_x(event.position().x()))
        self._point_at(None if note is None else note.onset)
        if self._before is not None:
            self._drag_to(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None)

    def _point_at(self, onset: int | None) -> None:
        if onset != self._under:
            self._under = onset
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._before is not None:
            edited = self._edited(self._before)
            self._before = None
            self.edited.emit(LABEL, edited, False)

    def _drag_to(self, place: QPointF) -> None:
        before = self._before
        assert before is not None
        if self._together:
            by = self._velocity_from_y(place.y()) - self._velocity_from_y(self._from_px)
            self._set = self._shifted(before, by)
        else:
            tick = self._scene.time.tick_from_x(place.x())
            velocity = self._velocity_from_y(place.y())
            self._set.update(dict.fromkeys(self._passed(before, tick), velocity))
            self._last_tick = tick
        self._preview = before.with_melody(self._edited(before).melody)
        self.previewed.emit(self._preview)

    def _passed(self, before: Song, tick: float) -> frozenset[int]:
        """The onsets of the notes between the last place of the pointer and this one."""
        passed = onsets_between(before.melody, *sorted((self._last_tick, tick)))
        near = self._note_near(tick)
        return passed if near is None else passed | {near.onset}

    def _note_near(self, tick: float) -> Note | None:
        """The note that sounds at `tick`, or begins a few pixels behind it."""
        melody = self._scene.song.melody
        reach = _REACH_PX / self._scene.time.px_per_tick
        close = [n for n in notes_between(melody, tick, tick + reach) if n.onset >= tick]
        return note_at(melody, tick) or next(iter(close), None)

    def _edited(self, before: Song) -> Edited:
        return struck(before.melody, self._scene.chosen, self._set)

    def _shifted(self, before: Song, by: int) -> dict[int, int]:
        chosen = self._scene.chosen
        return {n.onset: bounded(n.velocity + by) for n in before.melody if n.onset in chosen}

    # The keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self._before is not None:
            before, self._before = self._before, None
            self.previewed.emit(before)
        elif event.modifiers() or self._before is not None:
            event.ignore()
        elif key in _STEPS and self._scene.chosen:
            self._set = self._shifted(self._scene.song, _STEPS[key])
            self.edited.emit(LABEL, self._edited(self._scene.song), True)
        elif key in _WAYS and self._scene.song.melody:
            self.chosen.emit(frozenset({self._beside(_WAYS[key])}))
        else:
            event.ignore()

    def _beside(self, way: int) -> int:
        """The onset of the note beside the chosen ones; without any the first in sight."""
        onsets = [note.onset for note in self._scene.song.melody]
        chosen = [place for place, onset in enumerate(onsets) if onset in self._scene.chosen]
        if not chosen:
            left = self._scene.time.left
            return next((onset for onset in onsets if onset >= left), onsets[-1])
        place = (chosen[0] if way < 0 else chosen[-1]) + way
        return onsets[min(max(place, 0), len(onsets) - 1)]

    # How it looks

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._scene.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.row))
        for velocity in (SOFTEST, 64, LOUDEST):
            y = round(self._y_from_velocity(velocity))
            painter.fillRect(0, y, self.width(), 1, QColor(theme.beat_line))
        self._paint_title(painter)
        painter.save()
        self._paint_columns(painter)
        painter.restore()
        if self._pointed is not None:
            self._paint_figure(painter, self._pointed)
        painter.fillRect(0, 0, self.width(), 1, QColor(theme.border))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_columns(self, painter: QPainter) -> None:
        """All of a colour at once; of notes that share a pixel the loudest is seen."""
        scene, theme, time = self._scene, self._scene.theme, self._scene.time
        left, scale = time.left, time.px_per_tick
        loudest: dict[int, Note] = {}
        first, last = time.tick_from_x(-_COLUMN_PX), time.tick_from_x(self.width())
        for note in notes_between(scene.song.melody, first, last):
            x = int((note.onset - left) * scale)
            other = loudest.get(x)
            if other is None or other.velocity < note.velocity:
                loudest[x] = note
        notes = sorted(loudest.values(), key=attrgetter("onset"))
        middle = bisect_left(notes, scene.song.seed_end, key=attrgetter("onset"))
        painter.setPen(Qt.PenStyle.NoPen)
        for part, is_seed in ((notes[:middle], True), (notes[middle:], False)):
            painter.setBrush(QColor(note_colour(theme, is_seed, LOUDEST)))
            painter.drawRects(self._columns(part))
        painter.setBrush(QColor(theme.text))
        heads = self._columns(note for note in notes if note.onset in scene.chosen)
        painter.drawRects([QRectF(h.left() - 2, h.top() - 2, h.width() + 4, 5) for h in heads])

    def _paint_title(self, painter: QPainter) -> None:
        """What the lane shows, and how loud the chosen notes are; columns may hide it."""
        painter.setPen(QColor(self._scene.theme.muted))
        height = painter.fontMetrics().height()
        painter.drawText(QPoint(6, _TOP_PX + height), self._title)

    def _paint_figure(self, painter: QPainter, note: Note) -> None:
        """How loud the note under the pointer is, beside its column."""
        theme, column, text = self._scene.theme, self.column(note), str(note.velocity)
        box = painter.fontMetrics().boundingRect(text).adjusted(-4, -1, 4, 1)
        box.moveTopLeft(QPoint(round(column.right()) + 4, round(column.top())))
        inside = self.rect().adjusted(1, 2, -1, -2)
        box.moveRight(min(box.right(), inside.right()))
        box.moveBottom(min(box.bottom(), inside.bottom()))
        painter.fillRect(box, QColor(theme.panel))
        painter.setPen(QColor(theme.text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def _describe(self) -> None:
        chosen = self._scene.chosen
        found = {n.velocity for n in self._scene.song.melody if n.onset in chosen}
        if not found:
            self._title = tr("Velocity")
            self.setAccessibleName(tr("Velocities, no note chosen"))
            return
        low, high = min(found), max(found)
        loudness = low if low == high else Words("{low} to {high}", "velocity", low=low, high=high)
        self._title = tr("Velocity {velocity}", velocity=loudness)
        self.setAccessibleName(tr("Velocities, {velocity}", velocity=loudness))

"""Toolbar, key strip, ruler and canvas around one view of a song, which scrolls and zooms."""

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QCursor,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QGridLayout, QScrollBar, QVBoxLayout, QWidget

from core.music.melody import QUARTER, Note
from core.music.song import Song
from core.music.span import Span
from gui.look.theme import theme_from_palette
from gui.roll.canvas import Canvas
from gui.roll.changes import changes, song_changes
from gui.roll.keyboard import Keyboard
from gui.roll.labels import Labels
from gui.roll.ruler import Ruler
from gui.roll.scene import Scene, note_at
from gui.roll.scrollbars import show_view
from gui.roll.shape import note_rect
from gui.roll.toolbar import Toolbar
from gui.roll.travel import ZOOM_STEP, Wheel
from gui.roll.view import Place, View, roomy_end

if TYPE_CHECKING:
    from core.compose.field import Field
    from core.compose.pins.pin import Pin

_RING_PX = 2
_LONGEST_STEP = 2 * QUARTER
"""How far the playhead can move from one frame to the next without a jump, in ticks."""


class Pane(QWidget):
    """Shows a Scene. Until the user moves the view it follows the song: everything stays in sight.
    `fit` goes back to that. `shown` brings each new Scene, and the pixel left of which it looks as
    the one before."""

    shown = Signal(object, float)
    seek_requested = Signal(int)
    pitch_pressed = Signal(int)
    pitch_released = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playhead: float | None = None
        self._is_fitted = True
        self._standing: Place | None = None
        self._wheel = Wheel()
        song = Song()
        view = View(end=roomy_end(song))
        self._scene = Scene(song, view, theme_from_palette(self.palette()))
        self._field: Field | None = None
        self.toolbar = Toolbar(self)
        self.canvas = Canvas(self._scene, self)
        self.ruler = Ruler(self._scene, self)
        self._keyboard = Keyboard(view.pitch, self._scene.theme, self)
        self._across = QScrollBar(Qt.Orientation.Horizontal, self)
        self._down = QScrollBar(Qt.Orientation.Vertical, self)
        self._arrange()
        self.installEventFilter(self)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(_RING_PX, _RING_PX, _RING_PX, _RING_PX)
        grid.setSpacing(0)
        grid.addWidget(self.toolbar, 0, 0, 1, 3)
        grid.addWidget(self.ruler, 1, 1)
        grid.addWidget(self._keyboard, 2, 0)
        grid.addWidget(self.canvas, 2, 1)
        grid.addWidget(self._down, 2, 2)
        self._beneath = QVBoxLayout()
        grid.addLayout(self._beneath, 3, 1)
        grid.addWidget(self._across, 4, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        self.canvas.resized.connect(self._take_size)
        self.ruler.seek_requested.connect(self.seek_requested)
        self._keyboard.pressed.connect(self.pitch_pressed)
        self._keyboard.released.connect(self.pitch_released)
        self._across.valueChanged.connect(self._scroll_across)
        self._down.valueChanged.connect(self._scroll_down)

    # What is shown

    @property
    def scene(self) -> Scene:
        """What is shown at this moment."""
        return self._scene

    def pick(self, note: Note | None) -> None:
        """Puts a ring around `note`."""
        self._show(replace(self._scene, picked=note))

    def show_pins(self, pins: "tuple[Pin, ...]") -> None:
        self._show(replace(self._scene, pins=pins))

    def show_loop(self, loop: Span | None, is_on: bool) -> None:
        self._show(replace(self._scene, loop=loop, is_looping=is_on))

    def show_field(self, field: "Field | None") -> None:
        """Shows what the model thinks, as far as that was thought of the notes that are shown."""
        self._field = field
        self._show(replace(self._scene, field=self._field_of(self._scene.song)))

    def point(self, cell: tuple[int, int] | None) -> None:
        """Frames the cell of the field with this tick and pitch."""
        self._show(replace(self._scene, pointed=cell))

    def _field_of(self, song: Song) -> "Field | None":
        field = self._field
        return None if field is None else field.until(song_changes(field.song, song)[0])

    def show_labels(self, labels: Labels) -> None:
        self._show(replace(self._scene, labels=labels))

    def show_ghosts(self, tick: float | None) -> None:
        """Shows the notes from `tick` on lighter; None for no note."""
        self._show(replace(self._scene, ghosts=math.inf if tick is None else tick))

    def show_playhead(self, tick: float | None) -> None:
        """Where the sound is; None hides the playhead. A page is turned when it leaves."""
        before, self._playhead = self._playhead, tick
        self._show_sound()
        self.ruler.show_playhead(tick)
        view = self._scene.view
        if tick is None or view.time.shows(tick) or self._is_held:
            return
        # Who has scrolled away while it plays wants to look at something else, until the next jump.
        jumped = before is None or not 0 <= tick - before <= _LONGEST_STEP
        if jumped or view.time.shows(before or 0):
            self._standing = None
            self._show(replace(self._scene, view=view.turned_to(tick)))

    def rect_of(self, note: Note) -> QRect:
        """Where `note` lies on this widget, in sight or not."""
        return note_rect(self._scene, note).toAlignedRect().translated(self.canvas.pos())

    def show_beneath(self, lane: QWidget) -> None:
        """Gives `lane`, which shows the same ticks, a place under the canvas."""
        self._beneath.addWidget(lane)

    @property
    def _is_held(self) -> bool:
        """Whether something is in the user's hand, under which the view must not move by itself."""
        return False

    def _show(self, scene: Scene) -> None:
        """Gives `scene` to all parts, and says between which pixels it differs."""
        if scene.song is not self._scene.song:
            scene = replace(scene, field=self._field_of(scene.song))
        first_px, last_px = map(scene.time.x_from_tick, changes(self._scene, scene))
        self._scene = scene
        self.canvas.show_scene(scene, first_px, last_px)
        self.ruler.show_scene(scene, first_px)
        key = scene.key if scene.labels.key_rows else None
        self._keyboard.show_axis(scene.pitch, scene.theme, key)
        self._show_sound()
        show_view(scene.view, self._across, self._down)
        self.shown.emit(scene, first_px)

    def _show_sound(self) -> None:
        tick = self._playhead
        sounding = None if tick is None else note_at(self._scene.song.melody, tick)
        self.canvas.show_playhead(tick, sounding)
        self._keyboard.show_sounding(None if sounding is None else sounding.pitch)

    # Where it is looked at

    def fit(self) -> None:
        """Shows the whole song, and goes on to follow it."""
        self._is_fitted, self._standing = True, None
        song = self._scene.song
        end = song.melody.end or self._scene.view.end
        self._show(replace(self._scene, view=self._scene.view.fitted(song, end)))

    @property
    def place(self) -> Place | None:
        """Where the user has moved the view; None while it follows the song."""
        return None if self._is_fitted else self._standing or self._scene.view.place

    def stand(self, place: Place | None) -> None:
        """Moves the view to `place` and, until the user moves it, back there in every size that the
        roll is given; None lets it follow the song."""
        self._is_fitted, self._standing = place is None, place
        self._take_size()

    def zoom_in(self) -> None:
        self.travel(self._scene.view.zoomed_time(ZOOM_STEP, self._zoom_centre().x()))

    def zoom_out(self) -> None:
        self.travel(self._scene.view.zoomed_time(1 / ZOOM_STEP, self._zoom_centre().x()))

    def _zoom_centre(self) -> QPointF:
        """What keys zoom about: the mouse, and where it is elsewhere the middle."""
        if self.canvas.underMouse():
            return QPointF(self.canvas.mapFromGlobal(QCursor.pos()))
        return QPointF(self.canvas.width() / 2, self.canvas.height() / 2)

    def travel(self, view: View) -> None:
        """The user moves the view, which from now on no longer follows the song."""
        self._is_fitted, self._standing = False, None
        self._show(replace(self._scene, view=view))

    def _scroll_across(self, value: int) -> None:
        view = self._scene.view
        beginning = view.time.x_from_tick(view.time.limits(view.end)[0])
        self.travel(view.scrolled(beginning + value, 0))

    def _scroll_down(self, value: int) -> None:
        view = self._scene.view
        self.travel(view.scrolled(0, view.pitch.y_from_pitch(view.pitch.limits[0]) + value))

    def _take_size(self) -> None:
        view = self._scene.view.resized(self.canvas.width(), self.canvas.height())
        if self._is_fitted:
            view = view.fitted(self._scene.song, roomy_end(self._scene.song))
        elif self._standing is not None:
            view = view.at(self._standing)
        self._show(replace(self._scene, view=view))

    def wheelEvent(self, event: QWheelEvent) -> None:
        place = self.canvas.mapFrom(self, event.position())
        self.travel(self._wheel.view_after(self._scene.view, event, place))
        event.accept()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            place = self.canvas.mapFrom(self, event.position())
            self.travel(self._scene.view.zoomed_time(1 + event.value(), place.x()))
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()  # for the ring around it
        return False

    # How it looks

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show(replace(self._scene, theme=theme_from_palette(self.palette())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._scene.theme.panel))
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._scene.theme.accent), 2 * _RING_PX))
            painter.drawRect(self.rect())
        painter.end()

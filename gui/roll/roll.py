"""The piano roll: key strip, ruler and canvas around one view of a song."""

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget

from core.music.melody import QUARTER, Note
from core.music.song import Song
from core.music.span import Span
from gui.roll.canvas import Canvas
from gui.roll.drawing import note_at_point, note_rect
from gui.roll.keyboard import Keyboard
from gui.roll.ruler import Ruler
from gui.roll.scene import Scene, counts, first_change, note_at
from gui.roll.scrollbars import show_view
from gui.roll.selection import Selection, bars_from_ticks, selection_after_key
from gui.roll.travel import ZOOM_STEP, Wheel, view_after_key
from gui.roll.view import View, roomy_end
from gui.theme import theme_from_palette

if TYPE_CHECKING:
    from core.compose.pins.pin import Pin

_RING_PX = 2
_LONGEST_STEP = 2 * QUARTER
"""How far the playhead can move from one frame to the next without a jump, in ticks."""


class Roll(QWidget):
    """Shows a song; the user scrolls, zooms, selects bars, seeks on the ruler, plays the key strip.

    Until the user moves the view it follows the song: everything stays in sight. `fit` goes back
    to that. `selected` brings the Selection, or None, `note_clicked` a Note.
    """

    seek_requested = Signal(int)
    pitch_pressed = Signal(int)
    pitch_released = Signal(int)
    selected = Signal(object)
    note_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(
            "Arrow keys, Page up, Page down, Home and End scroll; plus and minus zoom; 0 shows "
            "all. Shift with the arrows selects bars from the playhead on, Escape none."
        )
        self._playhead: float | None = None
        self._is_fitted = True
        self._wheel = Wheel()
        self._pan_from: QPointF | None = None
        self._select_from: float | None = None
        song = Song()
        view = View(end=roomy_end(song))
        self._scene = Scene(song, view, theme_from_palette(self.palette()))
        self._canvas = Canvas(self._scene, self)
        self.ruler = Ruler(self._scene, self)
        self._keyboard = Keyboard(view.pitch, self._scene.theme, self)
        self._across = QScrollBar(Qt.Orientation.Horizontal, self)
        self._down = QScrollBar(Qt.Orientation.Vertical, self)
        self._arrange()
        self._describe()

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(_RING_PX, _RING_PX, _RING_PX, _RING_PX)
        grid.setSpacing(0)
        grid.addWidget(self.ruler, 0, 1)
        grid.addWidget(self._keyboard, 1, 0)
        grid.addWidget(self._canvas, 1, 1)
        grid.addWidget(self._down, 1, 2)
        grid.addWidget(self._across, 2, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        self._canvas.resized.connect(self._take_size)
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

    def show_song(self, song: Song) -> None:
        """Shows `song`. Cheap where it only goes on from the one before: that part is kept."""
        changed = first_change(self._scene.song, song)
        view = self._scene.view
        view = view.following(song) if self._is_fitted else replace(view, end=roomy_end(song))
        selection = self._scene.selection
        if selection is not None and selection.end > song.melody.end:
            self.select(None)
        picked = self._scene.picked if song.melody is self._scene.song.melody else None
        scene = replace(self._scene, song=song, view=view, picked=picked)
        self._show(scene, changed if picked is self._scene.picked else -math.inf)
        self._describe()

    @property
    def selection(self) -> Selection | None:
        """The bars that are selected."""
        return self._scene.selection

    def select(self, selection: Selection | None) -> None:
        if selection != self._scene.selection:
            self._show(replace(self._scene, selection=selection))
            self.selected.emit(selection)

    def pick(self, note: Note | None) -> None:
        """Puts a ring around `note`."""
        if note != self._scene.picked:
            self._show(replace(self._scene, picked=note))

    def show_pins(self, pins: "tuple[Pin, ...]") -> None:
        if pins != self._scene.pins:
            self._show(replace(self._scene, pins=pins))

    def show_loop(self, loop: Span | None, is_on: bool) -> None:
        if (loop, is_on) != (self._scene.loop, self._scene.is_looping):
            self._show(replace(self._scene, loop=loop, is_looping=is_on))

    def rect_of(self, note: Note) -> QRect:
        """Where `note` lies on this widget, in sight or not."""
        return note_rect(self._scene, note).toAlignedRect().translated(self._canvas.pos())

    def show_ghosts(self, tick: float | None) -> None:
        """Shows the notes from `tick` on lighter; None for no note."""
        ghosts = math.inf if tick is None else tick
        self._show(replace(self._scene, ghosts=ghosts), min(ghosts, self._scene.ghosts))

    def show_playhead(self, tick: float | None) -> None:
        """Where the sound is; None hides the playhead. A page is turned when it leaves."""
        before, self._playhead = self._playhead, tick
        self._show_sound()
        self.ruler.show_playhead(tick)
        view = self._scene.view
        if tick is None or view.time.shows(tick):
            return
        # Who has scrolled away while it plays wants to look at something else, until the next jump.
        jumped = before is None or not 0 <= tick - before <= _LONGEST_STEP
        if jumped or view.time.shows(before or 0):
            self._show(replace(self._scene, view=view.turned_to(tick)))

    def fit(self) -> None:
        """Shows the whole song, and goes on to follow it."""
        self._is_fitted = True
        song = self._scene.song
        end = song.melody.end or self._scene.view.end
        self._show(replace(self._scene, view=self._scene.view.fitted(song, end)))

    def zoom_in(self) -> None:
        self._zoom_about_middle(ZOOM_STEP)

    def zoom_out(self) -> None:
        self._zoom_about_middle(1 / ZOOM_STEP)

    def _zoom_about_middle(self, factor: float) -> None:
        view = self._scene.view
        self._travel(view.zoomed_time(factor, view.time.width_px / 2))

    def _travel(self, view: View) -> None:
        """The user moves the view, which from now on no longer follows the song."""
        self._is_fitted = False
        self._show(replace(self._scene, view=view))

    def _show(self, scene: Scene, changed: float = -math.inf) -> None:
        """Gives `scene` to all parts; `changed` is the first tick at which its song differs."""
        axes = scene.time, scene.pitch, scene.theme
        is_still = axes == (self._scene.time, self._scene.pitch, self._scene.theme)
        from_px = scene.time.x_from_tick(changed) if is_still else -math.inf
        self._scene = scene
        self._canvas.show_scene(scene, from_px)
        self.ruler.show_scene(scene, from_px)
        self._keyboard.show_axis(scene.pitch, scene.theme)
        self._show_sound()
        show_view(scene.view, self._across, self._down)

    def _show_sound(self) -> None:
        tick = self._playhead
        sounding = None if tick is None else note_at(self._scene.song.melody, tick)
        self._canvas.show_playhead(tick, sounding)
        self._keyboard.show_sounding(None if sounding is None else sounding.pitch)

    def _scroll_across(self, value: int) -> None:
        view = self._scene.view
        beginning = view.time.x_from_tick(view.time.limits(view.end)[0])
        self._travel(view.scrolled(beginning + value, 0))

    def _scroll_down(self, value: int) -> None:
        view = self._scene.view
        self._travel(view.scrolled(0, view.pitch.y_from_pitch(view.pitch.limits[0]) + value))

    def _take_size(self) -> None:
        view = self._scene.view.resized(self._canvas.width(), self._canvas.height())
        if self._is_fitted:
            view = view.fitted(self._scene.song, view.end)
        self._show(replace(self._scene, view=view))

    # What the user does

    def wheelEvent(self, event: QWheelEvent) -> None:
        place = self._canvas.mapFrom(self, event.position())
        self._travel(self._wheel.view_after(self._scene.view, event, place))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        end = self._scene.song.melody.end
        selection = selection_after_key(self._scene, event, self._playhead or 0.0)
        if selection != self.selection:
            self.select(selection)
            return
        view = view_after_key(self._scene.view, event.key(), event.modifiers(), end)
        if view is not None:
            self._travel(view)
        elif event.text() == "0":
            self.fit()
        else:
            event.ignore()

    def _select_to(self, event: QMouseEvent) -> None:
        place = self._canvas.mapFrom(self, event.position())
        tick = self._scene.time.tick_from_x(place.x())
        if self._select_from is None:
            self._select_from = tick
        self.select(bars_from_ticks(self._scene.song, self._select_from, tick))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._select_to(event)
            elif note := note_at_point(self._scene, self._canvas.mapFrom(self, event.position())):
                self.note_clicked.emit(note)
        elif event.button() is Qt.MouseButton.MiddleButton:
            self._pan_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._select_from is not None:
            self._select_to(event)
        if self._pan_from is not None:
            moved = self._pan_from - event.position()
            self._pan_from = event.position()
            self._travel(self._scene.view.scrolled(moved.x(), moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._select_from = None
        elif event.button() is Qt.MouseButton.MiddleButton:
            self._pan_from = None
            self.unsetCursor()

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            place = self._canvas.mapFrom(self, event.position())
            self._travel(self._scene.view.zoomed_time(1 + event.value(), place.x()))
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()  # for the ring around it
        return super().event(event)

    # How it looks and what it is called

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

    def _describe(self) -> None:
        self.setAccessibleName(f"Piano roll, {counts(self._scene.song)}")

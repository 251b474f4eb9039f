"""The field in the window: shown behind the notes, told in words, and asked for other notes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from core.document import Document
from core.model.event import Event
from core.music.melody import Note
from core.music.naming import pitch_words
from core.words import Words
from gui.composing.rework import NOT_READY, Rework
from gui.field.field import Survey
from gui.field.forking import FORK
from gui.field.likelihood import cell_words, lane_words
from gui.language import tr
from gui.look.icons import set_icon
from gui.menu.actions import Actions
from gui.models.blending import Blending
from gui.panels.fields import tool_button
from gui.roll.scene import Scene
from gui.roll.strip import FieldStrip
from gui.window import Window

if TYPE_CHECKING:
    from core.compose.field import Moment
    from core.model.family import Model

_PAUSE_MS = 1500
"""Turns of the wheel after such a pause are a step of their own for undo."""


@dataclass(slots=True)
class _Walk:
    """The wheel's way through the pitches at `onset`, likeliest first; it stands at `place`."""

    onset: int
    pitches: tuple[int, ...]
    place: int
    is_chosen: bool  # the note, which stays so


class Probing(QObject):
    """Switches the field, and answers what is asked of it.

    A click on a cell lets the tune go on from that note, and so does the wheel over a note, which
    walks from it to the next likely one, or back; both leave what was before as it is.
    """

    def __init__(
        self,
        window: Window,
        actions: Actions,
        document: Document,
        rework: Rework,
        blending: Blending,
        ready_model: "Callable[[], Model | None]",
        parent: QObject | None = None,
    ) -> None:
        """`ready_model` is the model where a tune can be made now."""
        super().__init__(parent)
        self._window, self._document, self._rework = window, document, rework
        self._ready_model = ready_model
        self.survey = Survey(document, lambda: blending.model, self)
        blending.changed.connect(self.survey.look)
        self._strip: FieldStrip | None = None
        self._hint = ""
        self._walk: _Walk | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._rest)
        self.button = tool_button(tr("What the model thinks"), actions["field"].toolTip())
        self.button.setCheckable(True)
        set_icon(self.button, "field")
        self.button.clicked.connect(self.switch)
        roll = window.roll
        roll.toolbar.add(self.button)
        roll.hinted.connect(self._take_hint)
        roll.cell_hovered.connect(self._tell_cell)
        roll.cell_clicked.connect(self._choose)
        roll.note_turned.connect(self._turn)
        roll.shown.connect(self._look_at)
        self.survey.grew.connect(roll.show_field)
        self.survey.told.connect(rework.told)
        rework.running_changed.connect(self._keep_chosen)

    @Slot()
    def toggle(self) -> None:
        self.switch(not self.survey.is_on)

    @Slot(bool)
    def switch(self, is_on: bool) -> None:
        """Shows the field, or hides it."""
        if is_on and self._strip is None:
            roll = self._window.roll
            self._strip = FieldStrip(roll.scene)
            roll.show_beneath(self._strip)
            roll.shown.connect(self._strip.show_scene)
            self._strip.lane.hovered.connect(self._tell_length)
        if self._strip is not None:
            self._strip.setVisible(is_on)
        self.button.setChecked(is_on)
        self.survey.switch(is_on)

    def _moment(self, tick: int) -> "Moment | None":
        field = self._window.roll.scene.field
        return None if field is None else field.at(tick)

    @Slot(str)
    def _take_hint(self, hint: str) -> None:
        self._hint = hint
        if not hint:
            self._window.roll.setToolTip("")
            self._window.roll.point(None)

    @Slot(object)
    def _look_at(self, scene: Scene) -> None:
        """What is in sight, and a page behind it, is asked for."""
        time = scene.time
        self.survey.reach_to(2 * time.right - time.left)

    @Slot(int, int)
    def _tell_cell(self, tick: int, pitch: int) -> None:
        moment = self._moment(tick)
        if moment is not None:
            self._window.roll.point((tick, pitch))
            self._tell(tr(cell_words(moment, pitch, self._document.song.key)), self._hint)

    @Slot(int)
    def _tell_length(self, tick: int) -> None:
        moment = self._moment(tick)
        self._tell("" if moment is None else tr(lane_words(moment)))

    def _tell(self, words: str, hint: str = "") -> None:
        """In the tooltip, and, with what the mouse would do, below the window."""
        self._window.roll.setToolTip(words)
        self._window.doing.setText(f"{words}. {hint}" if hint else words)

    @Slot(int, int)
    def _choose(self, tick: int, pitch: int) -> None:
        """Lets the tune go on from `pitch` in the place of what stands at `tick`."""
        moment = self._moment(tick)
        if moment is not None and moment.event.pitch != pitch:
            self._rest()
            self._go_on(moment.event, pitch)

    @Slot(object, int)
    def _turn(self, note: Note, way: int) -> None:
        """Walks to a likelier pitch (1) or to the next likely one (-1)."""
        walk = self._walk
        if walk is None or walk.onset != note.onset:
            self._rest()
            walk = self._begin(note)
            if walk is None:
                return
        self._pause.start()
        place = min(max(walk.place - way, 0), len(walk.pitches) - 1)
        pitch = walk.pitches[place]
        if place == walk.place:
            name = pitch_words(pitch, self._document.song.key)
            if place == 0:
                self._tell(tr("{note} is the likeliest note here", note=name))
            else:
                self._tell(tr("{note} is the least likely note here", note=name))
            return
        walk.place = place
        self._go_on(Event(note.onset, note.duration, note.pitch), pitch, merge=True)

    def _begin(self, note: Note) -> _Walk | None:
        """A walk from `note`, where it is known what could have stood there."""
        moment = self._moment(note.onset)
        if moment is None or moment.event.pitch != note.pitch:
            return None
        pitches = tuple(pitch for pitch in moment.ranked() if pitch is not None)
        place = pitches.index(note.pitch) if note.pitch in pitches else len(pitches)
        self._walk = _Walk(note.onset, pitches, place, note.onset in self._window.roll.chosen)
        return self._walk

    def _go_on(self, event: Event, pitch: int, *, merge: bool = False) -> None:
        if self._ready_model() is None:
            self._rework.told.emit(tr(NOT_READY))
            return
        name = Words("Going on from {note}", note=pitch_words(pitch, self._document.song.key))
        steps = self.survey.instead(event, pitch)
        self._rework.start(FORK, name, steps, merge=merge)

    @Slot(bool)
    def _keep_chosen(self, is_running: bool) -> None:
        walk = self._walk
        if not is_running and walk is not None and walk.is_chosen:
            self._window.roll.choose(frozenset({walk.onset}))

    @Slot()
    def _rest(self) -> None:
        """Ends the walk: what comes next is a step of its own."""
        self._walk = None
        self._pause.stop()
        self._document.close_step()

"""The piano roll: a song, the notes of it that are chosen, and what is done to them."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from core.music.song import Song
from gui.language import tr
from gui.roll.pane import Pane
from gui.roll.scene import Scene, counts, onsets_between, onsets_there, still_chosen
from gui.roll.selection import Selection, selection_after_key
from gui.roll.snap import Snap
from gui.roll.tools.bars import BarDrag
from gui.roll.tools.mouse import Mouse
from gui.roll.tools.turning import Turning
from gui.roll.travel import view_after_key
from gui.roll.view import reach

if TYPE_CHECKING:
    from core.edit.edited import Edited
    from gui.roll.tools.sketch import Sketch


class Roll(Pane):
    """Shows a song, of which the user chooses and edits notes, and selects bars with theirs.

    `selected` brings the Selection, or None, `chosen_changed` the onsets of the chosen notes.
    `edited` brings the name of an edit in Words, what comes of it (an Edited), and whether it may
    join the same one just before: who takes it shows the new song, else all stays as it was.
    `note_opened` brings a Note for which others are asked, `note_hovered` one or None,
    `cell_hovered` the tick and the pitch under the mouse. While the field is shown, `cell_clicked`
    brings those of a click beside the notes, and `note_turned` a Note and the way (1 or -1) in
    which the wheel was turned over it. `hinted` says what a press of the mouse would do, and what
    is in the hand.
    """

    selected = Signal(object)
    chosen_changed = Signal(object)
    edited = Signal(object, object, bool)
    note_opened = Signal(object)
    note_hovered = Signal(object)
    note_turned = Signal(object, int)
    cell_clicked = Signal(int, int)
    cell_hovered = Signal(int, int)
    hinted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleDescription(
            tr(
                "Left and Right go from note to note; Up and Down move what is chosen by a "
                "semitone, Alt with Left and Right in time; N draws a note, Delete erases. Page "
                "up, Page down, Home and End scroll; plus and minus zoom; 0 shows all. Shift with "
                "Left and Right selects bars from the playhead on, Escape nothing."
            )
        )
        self._turning = Turning()
        self._before: Scene | None = None
        self._told: frozenset[int] | None = frozenset()
        self._is_editing = False
        self.mouse = Mouse(self, self.canvas)
        BarDrag(self, self.ruler)
        self.toolbar.tool_chosen.connect(self.choose_tool)
        self.toolbar.snap_chosen.connect(self.choose_snap)
        self.toolbar.show_tool(self.mouse.tool)
        self.toolbar.show_snap(self._scene.snap)
        self._describe()

    def show_song(self, song: Song) -> None:
        """Shows `song`; a gesture that goes on is dropped. Cheap where little of it is new."""
        self.mouse.drop()
        scene, view = self._scene, self._scene.view
        before, self._before = self._before or scene, None
        view = view.following(song) if self._is_fitted else replace(view, end=reach(song))
        shown = replace(
            scene,
            song=song,
            view=view,
            picked=scene.picked if song.melody is scene.song.melody else None,
            chosen=still_chosen(before, song),
            before=None,
            box=None,
        )
        self._show(shown)
        self._describe()
        if shown.selection is not None and shown.selection.end > song.melody.end:
            self.select(None)
        self._tell_chosen()

    # What is chosen

    @property
    def selection(self) -> Selection | None:
        """The bars that are selected."""
        return self._scene.selection

    def select(self, selection: Selection | None) -> None:
        """Selects bars, and chooses the notes that begin in them; None leaves the notes chosen."""
        if selection == self._scene.selection:
            return
        chosen = self._scene.chosen if selection is None else self._notes_in(selection)
        self._show(replace(self._scene, selection=selection, chosen=chosen))
        self.selected.emit(selection)
        self._tell_chosen()

    @property
    def chosen(self) -> frozenset[int]:
        """The onsets of the notes that are chosen."""
        return self._scene.chosen

    def choose(self, onsets: frozenset[int]) -> None:
        """Chooses the notes with these onsets; bars stay selected with exactly their notes only."""
        chosen = onsets_there(self._scene.song.melody, onsets)
        self._show(replace(self._scene, chosen=chosen))
        bars = self._scene.selection
        if bars is not None and chosen != self._notes_in(bars):
            self.select(None)
        self._tell_chosen()

    def _notes_in(self, bars: Selection) -> frozenset[int]:
        return onsets_between(self._scene.song.melody, bars.begin, bars.end)

    def _tell_chosen(self) -> None:
        is_for_now = self._is_editing or self._before is not None
        if not is_for_now and self._scene.chosen != self._told:
            self._told = self._scene.chosen
            self.chosen_changed.emit(self._told)

    # What it is done with

    @Slot(str)
    def choose_tool(self, name: str) -> None:
        """The mouse is a 'pointer', a 'pencil' or an 'eraser' from now on."""
        self.drop_gesture()
        self.mouse.choose(name)
        self.toolbar.show_tool(name)

    @Slot(object)
    def choose_snap(self, snap: Snap) -> None:
        """Notes are drawn to the lines of `snap` from now on."""
        self._show(replace(self._scene, snap=snap))
        self.toolbar.show_snap(snap)

    # What a gesture or a key does

    @property
    def _is_held(self) -> bool:
        return self.mouse.is_busy

    def show_sketch(self, sketch: "Sketch") -> None:
        """Shows what a gesture would lead to, until it is taken or dropped."""
        if self._before is None:
            self._before = self._scene
        self._show(self._sketched(self._before, sketch))
        self._say_chosen()

    def _say_chosen(self) -> None:
        from gui.roll.tools.words import words_of  # which the start needs not

        if words := words_of(self._scene.song, self._scene.chosen):
            self.hinted.emit(words)

    def _sketched(self, before: Scene, sketch: "Sketch") -> Scene:
        """What is shown after `sketch`, which was made when `before` was."""
        song = before.song
        if sketch.edited is not None:
            from core.edit.song import song_from_edited  # which the start needs not

            song = song_from_edited(song, sketch.edited)
        view = self._scene.view
        return replace(
            self._scene,
            song=song,
            view=replace(view, end=max(view.end, reach(song))),
            chosen=sketch.chosen,
            cursor=sketch.cursor,
            before=None if sketch.edited is None else before.song.melody,
            box=sketch.box,
        )

    def drop_gesture(self) -> None:
        """Ends what the mouse does, and shows what was there before it."""
        self.mouse.drop()
        before, self._before = self._before, None
        if before is not None:
            self._restore(before)

    def _restore(self, before: Scene) -> None:
        kept = {name: getattr(before, name) for name in ("song", "chosen", "cursor")}
        self._show(replace(self._scene, **kept, before=None, box=None))

    def take(self, sketch: "Sketch") -> None:
        """Does what a gesture or a key has led to."""
        before, self._before = self._before or self._scene, None
        if sketch.edited is not None and sketch.edited.melody != before.song.melody:
            self._edit(before, sketch, sketch.edited)
        else:
            self._restore(before)
            self._show(replace(self._scene, cursor=sketch.cursor))
            self.choose(sketch.chosen)
        if sketch.opened is not None:
            self.note_opened.emit(sketch.opened)
        if sketch.cell is not None:
            self.cell_clicked.emit(*sketch.cell)
        if sketch.turned is not None:
            self.note_turned.emit(*sketch.turned)

    def _edit(self, before: Scene, sketch: "Sketch", edited: "Edited") -> None:
        """Brings an edit to whoever takes it, who finds the roll as it was before."""
        self._restore(before)
        self._is_editing = True
        self.edited.emit(sketch.label, edited, sketch.joins)
        self._is_editing = False
        if self._scene.song is not before.song:
            brush = self._scene.brush if sketch.brush is None else sketch.brush
            self._show(replace(self._scene, cursor=sketch.cursor, brush=brush))
            self._told = None  # who took the edit has seen nothing chosen in between
            self.choose(edited.chosen)

    # What the user does

    def wheelEvent(self, event: QWheelEvent) -> None:
        place = self.canvas.mapFrom(self, event.position())
        note = None if event.modifiers().value else self._turning.note(self._scene, place)
        if note is None:
            super().wheelEvent(event)
            return
        event.accept()
        for way in self._turning.ways(event):
            self.note_turned.emit(note, way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from gui.roll.tools.keys import sketch_after_key  # which the start needs not

        scene, key, held = self._scene, event.key(), event.modifiers()
        if self.mouse.hold(key, is_down=True):
            event.ignore()
            return
        if key == Qt.Key.Key_Escape:
            self._leave(event)
            return
        if self.mouse.is_busy:
            return
        sketch = sketch_after_key(scene, key, held, round(self._playhead or 0))
        if sketch is not None:
            self._take_key(sketch)
            return
        selection = selection_after_key(scene, event, self._playhead or 0.0)
        if selection != scene.selection:
            self.select(selection)
            return
        view = view_after_key(scene.view, key, held, scene.song.melody.end, self._zoom_centre())
        if view is not None:
            self.travel(view)
        elif event.text() == "0":
            self.fit()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.mouse.hold(event.key(), is_down=False)
        event.ignore()

    def _leave(self, event: QKeyEvent) -> None:
        """Escape: drops a gesture; without one, nothing is chosen any more."""
        scene = self._scene
        if self.ruler.drop():
            return
        if self.mouse.is_busy:
            self.drop_gesture()
        elif scene.chosen or scene.cursor or scene.selection:
            self._show(replace(scene, cursor=None))
            self.select(None)
            self.choose(frozenset())
        else:
            event.ignore()

    def _take_key(self, sketch: "Sketch") -> None:
        if sketch.pitch is not None:
            self.mouse.sound(sketch.pitch)
        self.take(sketch)
        self._say_chosen()
        cursor = self._scene.cursor
        if cursor is not None:
            self.cell_hovered.emit(cursor.tick, cursor.pitch)
            room = self._scene.snap.behind(self._scene.song.meters, cursor.tick)
            view = replace(self._scene.view, end=max(self._scene.view.end, room))
            shown = view.showing(cursor.tick, cursor.pitch)
            if shown is not view:
                self.travel(shown)

    def _describe(self) -> None:
        self.setAccessibleName(tr("Piano roll, {counts}", counts=counts(self._scene.song)))

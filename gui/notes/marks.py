"""What is written on the roll on request, what screen readers are told of it, and where it plays
from."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from core.document import Document
from core.music.key import Key
from core.music.melody import Note
from core.music.tonality import estimate_key
from gui.menu.actions import Actions
from gui.playing.playback import Playback
from gui.roll.accessible import Notes, NotesTable, announce, cell_name
from gui.roll.cursor import Cursor
from gui.roll.labels import Labels, labels_from_words
from gui.roll.roll import Roll
from gui.roll.scene import note_at


class Marks(QObject):
    """Keeps the labels of the roll as the View menu says, at first as `words` do, and its table as
    the document is."""

    def __init__(
        self,
        roll: Roll,
        actions: Actions,
        document: Document,
        playback: Playback,
        words: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._roll, self._actions = roll, actions
        self._document, self._playback = document, playback
        self._said: Cursor | None = None
        self._notes = Notes(self._bits_of, roll)
        self.table = NotesTable(roll, self._notes)
        self.table.asked.connect(self._choose)
        roll.ruler.play_requested.connect(playback.play_from)
        roll.chosen_changed.connect(self._follow)
        roll.cell_hovered.connect(self._follow)
        document.listen(self._show)
        self._label(labels_from_words(words))
        self._show()

    def toggle_names(self) -> None:
        self._label(replace(self._labels, names=not self._labels.names))

    def toggle_degrees(self) -> None:
        self._label(replace(self._labels, degrees=not self._labels.degrees))

    def toggle_key_rows(self) -> None:
        self._label(replace(self._labels, key_rows=not self._labels.key_rows))

    def toggle_seconds(self) -> None:
        self._label(replace(self._labels, seconds=not self._labels.seconds))

    def play_here(self) -> None:
        """Plays from the first note that is chosen, from the cursor, or from the selected bars;
        without any from the playhead."""
        scene = self._roll.scene
        if scene.chosen:
            tick = min(scene.chosen)
        elif scene.cursor is not None:
            tick = scene.cursor.tick
        else:
            tick = scene.selection.begin if scene.selection else self._playback.tick
        self._playback.play_from(tick)

    @property
    def _labels(self) -> Labels:
        return self._roll.scene.labels

    def _label(self, labels: Labels) -> None:
        self._roll.show_labels(replace(labels, key=self._key_for(labels)))
        for name, is_on in (
            ("note_names", labels.names),
            ("degrees", labels.degrees),
            ("key_rows", labels.key_rows),
            ("seconds", labels.seconds),
        ):
            self._actions[name].setChecked(is_on)

    def _key_for(self, labels: Labels) -> Key | None:
        """The key of the tune, or the one that its seed seems to be in, where it is shown."""
        song = self._document.song
        if not song.seed.notes or not (labels.degrees or labels.key_rows):
            return song.key
        return song.key or estimate_key(song.seed)

    def _show(self) -> None:
        self._notes.show(self._document.song, self._document.pins)
        self._label(self._labels)
        self._follow()

    def _bits_of(self, note: Note) -> float | None:
        """How surprising `note` was, where the roll shows what the model thinks."""
        field = self._roll.scene.field
        moment = None if field is None else field.at(note.onset)
        if moment is None:
            return None
        event = moment.event
        is_same = (event.onset, event.duration, event.pitch) == (
            *(note.onset, note.duration, note.pitch),
        )
        return moment.bits if is_same else None

    @Slot()
    def _follow(self) -> None:
        """Tells a screen reader where the keyboard stands: on a note, which is a row of the table,
        or beside the notes, which no row is."""
        scene, cursor = self._roll.scene, self._roll.scene.cursor
        is_on_note = cursor is not None and cursor.tick in scene.chosen
        onset = cursor.tick if cursor and is_on_note else min(scene.chosen, default=None)
        self.table.go_to(onset)
        is_free = cursor is not None and note_at(scene.song.melody, cursor.tick) is None
        said, self._said = self._said, cursor if is_free else None
        if self._said is not None and self._said != said:
            words = cell_name(scene.song, self._said.tick, self._said.pitch)
            announce(self._roll, words)

    @Slot(object)
    def _choose(self, note: Note) -> None:
        self._roll.choose(frozenset({note.onset}))

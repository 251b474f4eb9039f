"""The roll as a table for screen readers: a row for each note, where the eye sees the note."""

import math
from bisect import bisect_left
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from core.music.length import length_words
from core.music.melody import Note
from core.music.meter import place_words
from core.music.naming import pitch_words
from core.music.song import Song
from core.words import Words, joined
from gui.language import tr
from gui.roll.shape import note_at_point, note_rect

if TYPE_CHECKING:
    from core.compose.pins.pin import Pin
    from gui.roll.pane import Pane

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_COLUMNS = (
    Words("Note", "of a tune"),
    Words("Place", "of a note"),
    Words("Pitch", "of a note"),
    Words("Length", "of a note"),
    Words("Surprise", "of a note"),
    Words("Origin", "of a note"),
)
_SPOKEN = frozenset({_Role.DisplayRole, _Role.AccessibleTextRole})
_NO_PARENT = QModelIndex()


class Notes(QAbstractTableModel):
    """The notes of a Song: in the first column all of one note in words, in the others its parts.

    `bits_of` says how surprising a note was for the model, or None where that is not known.
    """

    def __init__(self, bits_of: Callable[[Note], float | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._bits_of = bits_of
        self._song = Song()
        self._pinned: frozenset[int] = frozenset()

    def show(self, song: Song, pins: "tuple[Pin, ...]") -> None:
        pinned = frozenset(pin.onset for pin in pins)
        if song.melody.notes != self._song.melody.notes:
            self.beginResetModel()
            self._song, self._pinned = song, pinned
            self.endResetModel()
        elif (song, pinned) != (self._song, self._pinned):
            self._song, self._pinned = song, pinned
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            if last.isValid():
                self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, onset: int) -> int | None:
        """The row of the note that begins at `onset`."""
        notes = self._song.melody.notes
        row = bisect_left(notes, onset, key=attrgetter("onset"))
        return row if row < len(notes) and notes[row].onset == onset else None

    def note_at_row(self, row: int) -> Note:
        return self._song.melody.notes[row]

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._song.melody)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> str | None:
        if role not in _SPOKEN:
            return None
        is_column = orientation is Qt.Orientation.Horizontal
        return tr(_COLUMNS[section]) if is_column else str(section + 1)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> str | None:
        if role not in _SPOKEN or not index.isValid():
            return None
        note = self._song.melody.notes[index.row()]
        parts = self._parts(note)
        if index.column() > 0:
            part = parts[index.column() - 1]
            return tr(part) if part else part
        return tr(joined(", ", (part for part in parts if part)))

    def _parts(self, note: Note) -> tuple[Words, Words, Words, str, Words]:
        bits = self._bits_of(note)
        return (
            place_words(self._song.meters, note.onset),
            pitch_words(note.pitch, self._song.key),
            length_words(note.duration),
            "" if bits is None else _surprise(bits),
            _origin(note.onset < self._song.seed_end, note.onset in self._pinned),
        )


def _surprise(bits: float) -> Words:
    if math.isinf(bits):
        return Words("impossible for the model")
    return Words("surprise {bits:.1f} bits", bits=bits)


def _origin(is_seed: bool, is_pinned: bool) -> Words:
    if is_pinned:
        return Words("seed, pinned") if is_seed else Words("composed, pinned")
    return Words("seed", "origin of a note") if is_seed else Words("composed", "origin of a note")


def cell_name(song: Song, tick: int, pitch: int) -> str:
    """'bar 2, beat 1, E4, no note'."""
    place = place_words(song.meters, tick)
    return tr("{place}, {pitch}, no note", place=place, pitch=pitch_words(pitch, song.key))


def announce(widget: QWidget, words: str) -> None:
    """Has a screen reader, where there is one, say `words`."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class NotesTable(QTableView):
    """Behind the canvas, which hides it from the eye: each cell is where its note is drawn.

    Qt itself makes tables known to screen readers on every system, which from Python cannot be done
    otherwise: PySide6 has no QAccessibleTableInterface. The keyboard's focus is the roll's; `go_to`
    tells on which note that stands. `asked` brings the Note to which a screen reader went.
    """

    asked = Signal(object)

    def __init__(self, pane: "Pane", notes: Notes) -> None:
        super().__init__(pane)
        self._pane, self._notes = pane, notes
        self._is_told = False
        self.setAccessibleName(tr("Notes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusProxy(pane)
        self.setModel(notes)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
        self.selectionModel().currentChanged.connect(self._ask)
        self.lower()
        pane.canvas.installEventFilter(self)
        self.setGeometry(pane.canvas.geometry())
        self.show()

    def go_to(self, onset: int | None) -> None:
        """The keyboard stands on the note that begins at `onset`, or on none."""
        row = None if onset is None else self._notes.row_of(onset)
        index = QModelIndex() if row is None else self._notes.index(row, 0)
        if index != self.currentIndex():
            self._is_told = True
            self.setCurrentIndex(index)
            self._is_told = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.setGeometry(self._pane.canvas.geometry())
        return super().eventFilter(watched, event)

    def visualRect(self, index: _Index) -> QRect:
        if not index.isValid():
            return QRect()
        return note_rect(self._pane.scene, self._notes.note_at_row(index.row())).toAlignedRect()

    def indexAt(self, place: QPoint) -> QModelIndex:
        note = note_at_point(self._pane.scene, QPointF(place))
        row = None if note is None else self._notes.row_of(note.onset)
        return QModelIndex() if row is None else self._notes.index(row, 0)

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """What is in sight is the roll's affair."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """There is nothing to see of it."""

    @Slot(QModelIndex)
    def _ask(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_told:
            self.asked.emit(self._notes.note_at_row(index.row()))

"""Bars of one take in another: dragged into the roll, or by the selection there. Elsewhere what is
dragged is a MIDI file."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent, QPixmap

from core.document import Document
from core.music.song import Song
from core.music.splice import spliced
from core.words import Words
from gui.files.parcels import Parcels
from gui.files.recipes import recipe_writing
from gui.language import tr
from gui.menu.actions import Actions
from gui.roll.selection import Selection, bars_from_ticks
from gui.takes.takes import Takes
from gui.window import Window

if TYPE_CHECKING:
    from core.compose.measures import Take

COMP = Words("Take bars of a take")
NO_PAIR = Words("Choose two takes, one after the other, first")
_FORMAT = "application/x-cantilena-take"
_MOVES = (QEvent.Type.DragEnter, QEvent.Type.DragMove)
_SHOWN_MS = 6000
_NONE_SELECTED = Words("Select bars first: drag over them with Shift held")
_SAME = Words("The tune has the notes of that take there already")


class Comping(QObject):
    """Puts bars of a take into the tune, and shows them there while the take hangs at the mouse.
    Over another program it is a file.

    These are the bars that are selected if it is let go over them, else the one that it is let go
    over; with Shift all from there on.
    """

    def __init__(
        self,
        window: Window,
        actions: Actions,
        document: Document,
        takes: Takes,
        parcels: Parcels,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._actions = window, actions
        self._document, self._takes, self._parcels = document, takes, parcels
        self._carried: Take | None = None
        self._number = 0
        self._selected: Selection | None = None
        window.roll.installEventFilter(self)
        window.roll.selected.connect(self._allow)
        takes.changed.connect(self._allow)
        document.listen(self._allow)
        self._allow()

    def carry(self, take: "Take", number: int, picture: QPixmap) -> None:
        """Lets `take`, which has that number on the board, hang at the mouse until it is let go."""
        roll = self._window.roll
        self._carried, self._number, self._selected = take, number, roll.selection
        data = QMimeData()
        data.setData(_FORMAT, b"")
        song = self._takes.song_of(take)
        recipe = recipe_writing(song, take.controls, take.maker)
        data.setUrls(self._parcels.pack(song, f"take-{number}.mid", recipe))
        drag = QDrag(roll)
        drag.setMimeData(data)
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(picture.width() // 8, picture.height() // 2))
        roll.setAcceptDrops(True)
        drag.exec(Qt.DropAction.CopyAction)
        roll.setAcceptDrops(False)
        self._carried = None

    def take_selected(self) -> None:
        """Puts the selected bars of that of A and B into the tune which was not chosen last."""
        other, bars = self._takes.other, self._window.roll.selection
        if other is not None and bars is not None:
            self._commit(self._made(other, bars))

    def eventFilter(self, _roll: QObject, event: QEvent) -> bool:
        if self._carried is None:
            return False
        if event.type() in _MOVES and isinstance(event, QDragMoveEvent):
            event.setAccepted(self._show(self._carried, self._bars(event)))
        elif event.type() is QEvent.Type.DragLeave:
            self._show(self._carried, None)
        elif event.type() is QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._drop(self._carried, self._bars(event))
            event.acceptProposedAction()
        else:
            return False
        return True

    def _bars(self, event: QDropEvent) -> Selection | None:
        """Those under the mouse; None where the tune has none."""
        song, roll = self._document.song, self._window.roll
        place = roll.ruler.mapFrom(roll, event.position())  # which is as wide as the notes
        tick = roll.scene.time.tick_from_x(place.x())
        chosen = self._selected
        if chosen is not None and chosen.begin <= tick < chosen.end:
            return chosen
        bar = bars_from_ticks(song, tick, tick)
        if bar is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return replace(bar, end=song.melody.end)
        return bar

    def _show(self, take: "Take", bars: Selection | None) -> bool:
        """Shows what would become of the tune; whether anything would."""
        roll, song = self._window.roll, self._document.song
        status = self._window.statusBar()
        if bars is None:
            roll.show_song(song)
            roll.select(self._selected)
            status.clearMessage()
            return False
        roll.show_song(self._made(take, bars))
        roll.select(bars)
        status.showMessage(tr(_offered(song, bars, self._number)))
        return True

    def _drop(self, take: "Take", bars: Selection | None) -> None:
        roll = self._window.roll
        roll.show_song(self._document.song)
        if bars is not None:
            self._commit(self._made(take, bars))
            roll.select(bars)
            said = tr(_taken(self._document.song, bars, self._number))
            self._window.statusBar().showMessage(said, _SHOWN_MS)

    def _made(self, take: "Take", bars: Selection) -> Song:
        return spliced(self._document.song, self._takes.song_of(take), bars.begin, bars.end)

    def _commit(self, song: Song) -> None:
        self._document.close_step()
        self._document.commit(COMP, song)

    @Slot()
    def _allow(self) -> None:
        other, bars = self._takes.other, self._window.roll.selection
        why_not = ""
        if other is None:
            why_not = NO_PAIR
        elif bars is None:
            why_not = _NONE_SELECTED
        elif self._made(other, bars).melody == self._document.song.melody:
            why_not = _SAME
        self._actions.allow("comp", why_not)


def _offered(song: Song, bars: Selection, take: int) -> Words:
    first, last = _ends(song, bars)
    if first == last:
        return Words("Bar {bar} of take {take}; with Shift all from here on", bar=first, take=take)
    return Words(
        "Bars {first} to {last} of take {take}; with Shift all from here on",
        first=first,
        last=last,
        take=take,
    )


def _taken(song: Song, bars: Selection, take: int) -> Words:
    first, last = _ends(song, bars)
    if first == last:
        return Words("Now bar {bar} of take {take} stands in the tune.", bar=first, take=take)
    return Words(
        "Now bars {first} to {last} of take {take} stand in the tune.",
        first=first,
        last=last,
        take=take,
    )


def _ends(song: Song, bars: Selection) -> tuple[int, int]:
    """The numbers of the first and the last bar."""
    meters = song.meters
    return meters.position(bars.begin)[0], meters.position(bars.end - 1)[0]

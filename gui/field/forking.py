"""What could have stood where a note stands is listed, and the tune goes on from another one."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from core.compose.pins.pin import Pin
from core.document import Document
from core.music.melody import Note
from core.music.meter import place_words
from core.music.naming import pitch_words
from core.music.song import Song
from core.words import Words
from gui.composing.rework import NOT_READY, Rework
from gui.job import Job
from gui.language import tr
from gui.window import Window

if TYPE_CHECKING:
    from core.compose.fork import Forks
    from core.compose.possibility import Possibilities
    from core.model.family import Model
    from gui.panels.fork import ForkPanel, Possible

FORK, PIN, UNPIN = Words("Choose another note"), Words("Pin a note"), Words("Take a pin away")
_MOST_ROWS = 8
_REST = Words("Rest", "in place of a note")
_OF_SEED = Words("The notes of the seed stay as they are anyway")


class Forking(QObject):
    """Opens the list beside a note, and closes it when the tune, or the keyboard, is elsewhere.

    `made` brings the list as a widget as soon as there is one.
    """

    made = Signal(QWidget)

    def __init__(
        self,
        window: Window,
        document: Document,
        rework: Rework,
        ready_model: "Callable[[], Model | None]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._document = window, document
        self._rework, self._ready_model = rework, ready_model
        self._panel: ForkPanel | None = None
        self._note: Note | None = None
        self._job: Job | None = None
        self._forks: Forks | None = None
        self._known: tuple[object, ...] = ()
        self._heard: Iterator[Possibilities] = iter(())
        self._found: list[Possibilities] = []
        window.roll.note_opened.connect(self.open)
        document.listen(self._check)

    @property
    def panel(self) -> "ForkPanel | None":
        """The list; None before it was first opened."""
        return self._panel

    def open_at(self, tick: int) -> None:
        """Opens the list beside the note that sounds at `tick`, or the next one."""
        notes = self._document.song.melody.notes
        place = bisect_right(notes, tick, key=attrgetter("end"))
        if notes:
            self.open(notes[min(place, len(notes) - 1)])

    @Slot(object)
    def open(self, note: Note) -> None:
        """Opens the list beside `note`, which is one of the tune."""
        model, song = self._ready_model(), self._document.song
        if model is None:
            self._rework.told.emit(tr(NOT_READY))
            return
        self._drop_job()
        self._note = note
        self._window.roll.pick(note)
        panel = self._made_panel()
        panel.show_note(_title(song, note), self._place(note))
        self._show_pin(panel, note)
        self._listen(model, song, note)

    @Slot()
    def close(self) -> None:
        self._drop_job()
        self._note = None
        self._window.roll.pick(None)
        if self._panel is not None and self._panel.isVisible():
            self._panel.hide_to(self._window.roll)

    def _listen(self, model: "Model", song: Song, note: Note) -> None:
        controls = self._document.asked or self._document.controls
        pins = self._document.pins
        known = (model, song, controls, pins)
        if known != self._known:
            self._forks, self._found = None, []
            self._known = known

        def steps() -> Iterator[object]:
            from core.compose.fork import Forks  # numpy, which the start needs not

            if self._forks is None:
                self._forks = Forks(model, song, controls, pins)
                self._heard = iter(self._forks)
            onsets = [event.onset for event in self._forks.events]
            place = onsets.index(note.onset)
            while len(self._found) <= place:
                self._found.append(next(self._heard))
                yield None  # so that the job can end
            yield self._found[place]

        self._job = Job(steps, self)
        self._job.item.connect(self._show)
        self._job.failed.connect(self._rework.told)
        self._job.done.connect(self._forget_job)
        self._job.start()

    @Slot(object)
    def _show(self, found: "Possibilities | None") -> None:
        if found is not None and self._panel is not None:
            self._panel.show_possible(_possible(found, self._document.song), found.bits)

    def _show_pin(self, panel: "ForkPanel", note: Note) -> None:
        pin = self._pin_of(note)
        why_not = tr(_OF_SEED) if note.onset < self._document.song.seed_end else ""
        has_pitch = pin is not None and pin.pitch is not None
        panel.show_pin(has_pitch, pin is not None and pin.duration is not None, why_not)

    def _pin_of(self, note: Note) -> Pin | None:
        return next((pin for pin in self._document.pins if pin.onset == note.onset), None)

    @Slot(bool, bool)
    def _pin(self, pitch: bool, rhythm: bool) -> None:
        """Pins what is asked for of the note; nothing of it takes the pin away."""
        if self._note is not None:
            onset = self._note.onset
            pins = [pin for pin in self._document.pins if pin.onset != onset]
            if pitch or rhythm:
                pins.append(Pin.of(self._note, pitch=pitch, rhythm=rhythm))
            self._document.pin(PIN if pitch or rhythm else UNPIN, pins)

    @Slot(object)
    def _choose(self, possible: "Possible") -> None:
        forks, note = self._forks, self._note
        self.close()
        if forks is None or note is None or possible.stands:
            return
        place = [event.onset for event in forks.events].index(note.onset)
        name = Words("Going on from {note}", note=possible.name)
        self._rework.start(
            FORK, name, lambda _: forks.instead(place, possible.pitch, note.duration)
        )

    @Slot(int)
    def _move(self, step: int) -> None:
        """To the note before or behind."""
        notes = self._document.song.melody.notes
        if self._note is not None:
            place = notes.index(self._note) + step
            if 0 <= place < len(notes):
                self.open(notes[place])

    def _place(self, note: Note) -> QRect:
        roll = self._window.roll
        rect = roll.rect_of(note)
        return QRect(roll.mapTo(self._window.whole, rect.topLeft()), rect.size())

    def _made_panel(self) -> "ForkPanel":
        if self._panel is None:
            from gui.panels.fork import ForkPanel  # which the start needs not

            self._panel = ForkPanel(self._window.whole)
            self._panel.chosen.connect(self._choose)
            self._panel.pinned.connect(self._pin)
            self._panel.moved.connect(self._move)
            self._panel.closed.connect(self.close)
            self.made.emit(self._panel)
        return self._panel

    def _check(self) -> None:
        """A list for a tune that is no longer there is of no use."""
        if self._note is None:
            return
        if self._document.song != self._known[1]:
            self.close()
        elif self._panel is not None:
            self._show_pin(self._panel, self._note)

    @Slot()
    def _forget_job(self) -> None:
        self._job = None

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job.wait()  # for one event at most: what it found is shared
            self._job = None


def _title(song: Song, note: Note) -> str:
    pitch, place = pitch_words(note.pitch, song.key), place_words(song.meters, note.onset)
    return tr("{note} in {place}", note=pitch, place=place)


def _possible(found: "Possibilities", song: Song) -> "list[Possible]":
    """The likeliest notes, and the one that stands there, which may be none of them."""
    from gui.panels.fork import Possible

    stands = found.event.pitch
    every = [
        Possible(tr(pitch_words(pitch, song.key)), pitch, float(share), pitch == stands)
        for pitch, share in enumerate(found.pitches)
    ]
    every.append(Possible(tr(_REST), None, found.rest, stands is None))
    every.sort(key=lambda one: -one.share)
    likeliest = [one for one in every[:_MOST_ROWS] if one.share > 0]
    return likeliest + [one for one in every[_MOST_ROWS:] if one.stands]

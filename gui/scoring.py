"""The score of the tune on the roll: made in a process of its own while it is shown."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from core.music.length import length_words
from core.music.melody import Note
from core.music.meter import place_words
from core.music.naming import pitch_words
from core.music.song import Song
from core.words import Words, joined
from gui.language import tr
from gui.playing.playback import Playback
from gui.roll.accessible import announce
from gui.roll.scene import counts, note_at
from gui.window import Window

if TYPE_CHECKING:
    from core.engraving.engraver import Engraver
    from gui.score.panel import ScorePanel

EMPTY = Words("Here your tune is written down as soon as it has a note")
_LOOK_MS = 6
_RESIZED_MS = 60
_A_WHILE_SECONDS = 0.3


class Scoring(QObject):
    """Shows the score, or hides it and ends its process. What is chosen and what sounds on the
    roll is so in the score, and the other way round. `made` brings the panel once there is one.
    """

    made = Signal(QWidget)

    def __init__(self, window: Window, playback: Playback, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._playback = window, playback
        self._engraver: Engraver | None = None
        self._panel: ScorePanel | None = None
        self._asked: tuple[object, ...] | None = None
        self._busy_since_seconds = 0.0
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_RESIZED_MS)
        self._resized.timeout.connect(self._ask)
        window.roll.shown.connect(self._ask)
        window.roll.chosen_changed.connect(self._show_chosen)
        playback.moved.connect(self._show_sounding)
        if window.layout_of_parts.shows_score:  # as it was when the program was closed
            QTimer.singleShot(0, self, self.toggle)

    @property
    def panel(self) -> "ScorePanel | None":
        """The panel; None before it was first shown."""
        return self._panel

    @property
    def is_shown(self) -> bool:
        return self._panel is not None and not self._panel.isHidden()

    def toggle(self) -> None:
        """Shows the score, or hides it."""
        panel = self._made_panel()
        if self._engraver is None:
            from core.engraving.engraver import Engraver

            self._engraver, self._asked = Engraver(), None
            panel.show()
            self._show_chosen(self._window.roll.chosen)
            self._show_sounding(self._playback.tick)
            QTimer.singleShot(0, self, self._ask)  # once it knows how wide it is
        else:
            panel.hide()
            self.close()
        self._keep()

    @Slot()
    def close(self) -> None:
        """Ends the process."""
        self._looking.stop()
        if self._engraver is not None:
            self._engraver.close()
            self._engraver = None

    def _made_panel(self) -> "ScorePanel":
        if self._panel is None:
            from gui.score.panel import ScorePanel  # which the start needs not

            layout = self._window.layout_of_parts
            self._panel = panel = ScorePanel(self._window.whole)
            panel.show_choices(layout.score_zoom, layout.score_is_strip)
            panel.changed.connect(self._take_choices)
            panel.view.resized.connect(self._take_size)
            panel.view.note_clicked.connect(self._choose)
            self._window.show_below(panel)
            self.made.emit(panel)
        return self._panel

    @property
    def _song(self) -> Song:
        return self._window.roll.scene.song

    @Slot()
    def _ask(self) -> None:
        """Has the tune engraved that the roll shows."""
        engraver, panel = self._engraver, self._panel
        if engraver is None or panel is None:
            return
        from core.engraving.engraver import Wish

        song = self._song
        width = None if panel.is_strip else panel.view.page_width
        asked = song.melody, song.meters, song.key, song.tempos, width
        if asked == self._asked:
            return
        self._asked = asked
        panel.view.setAccessibleName(tr("Score, {counts}", counts=counts(song)))
        if song.melody.notes:
            if not engraver.is_busy:
                self._busy_since_seconds = time.monotonic()
            engraver.ask(Wish(song, width, panel.view.sight))
            self._looking.start()
        else:
            engraver.forget()
            panel.view.show_sentence(tr(EMPTY))

    @Slot()
    def _look(self) -> None:
        engraver, panel = self._engraver, self._panel
        if engraver is None or panel is None:
            return
        try:
            plate = engraver.poll()
        except UserError as error:
            panel.view.show_sentence(tr(error.words))
        else:
            if plate is not None and self._song.melody.notes:
                panel.view.show_plate(plate)
        seconds = time.monotonic() - self._busy_since_seconds
        panel.show_busy(engraver.is_busy and seconds > _A_WHILE_SECONDS)
        if not engraver.is_busy:
            self._looking.stop()

    @Slot()
    def _take_choices(self) -> None:
        self._keep()
        self._ask()

    @Slot()
    def _take_size(self) -> None:
        """A strip is as long as it is, whatever the room."""
        if self._panel is not None and not self._panel.is_strip:
            self._resized.start()

    def _keep(self) -> None:
        panel = self._made_panel()
        self._window.remember_score(self._engraver is not None, panel.is_strip, panel.zoom)

    @Slot(int, bool)
    def _choose(self, note: int, adds: bool) -> None:
        """Chooses a note, lets it be heard for a moment, and tells screen readers of it."""
        roll = self._window.roll
        roll.choose(roll.chosen ^ {note} if adds else frozenset({note}))
        found = note_at(self._song.melody, note)
        if found is not None and self._panel is not None:
            roll.mouse.sound(found.pitch)
            announce(self._panel.view, tr(_note_words(self._song, found)))

    @Slot(object)
    def _show_chosen(self, chosen: frozenset[int]) -> None:
        if self._panel is not None:
            self._panel.view.show_chosen(chosen)

    @Slot(float)
    def _show_sounding(self, tick: float) -> None:
        if self._panel is not None and self._engraver is not None:
            note = note_at(self._song.melody, tick)
            self._panel.view.show_sounding(None if note is None else note.onset)


def _note_words(song: Song, note: Note) -> Words:
    """'bar 3, beat 2, G4, eighth'."""
    place, length = place_words(song.meters, note.onset), length_words(note.duration)
    return joined(", ", [place, pitch_words(note.pitch, song.key), length])

"""Where notes are worked on: what the actions do, the menu of the roll, the velocities."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from core.document import Document
from core.words import Words
from gui.composing.generation import Generation
from gui.language import tr
from gui.menu.actions import Actions
from gui.notes.notemenu import NoteMenu
from gui.notes.notes import Notes
from gui.playing.playback import Playback
from gui.window import Window

if TYPE_CHECKING:
    from gui.roll.velocities import Velocities

_NONE_CHOSEN = Words("Choose notes first: click one, draw a box around some, or press Ctrl+A")
_NO_NOTES = Words("There are no notes yet")
_FOR_CHOSEN = (
    *("cut", "copy", "delete", "repeat"),
    *("up", "down", "scale_up", "scale_down", "octave_up", "octave_down"),
    *("earlier", "later", "join", "quantise_notes", "louder", "softer"),
)
_FOR_NOTES = ("choose_all", "split")


class Workbench(QObject):
    """Connects all of it, and says of each action why it cannot be used now."""

    def __init__(
        self,
        window: Window,
        actions: Actions,
        document: Document,
        playback: Playback,
        generation: Generation,
        is_recording: Callable[[], bool],
        shows_music: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._actions, self._document = window, actions, document
        self.notes = Notes(window, document, playback, generation, is_recording, shows_music, self)
        self.notes.told.connect(window.message.show_sentence)
        self.notes.reported.connect(window.statusBar().showMessage)
        self._menu = NoteMenu(window, actions, self.notes, self)
        self._velocities: Velocities | None = None
        window.roll.chosen_changed.connect(self._allow)
        document.listen(self._allow)
        self._allow()

    @Slot()
    def _allow(self) -> None:
        no_notes = "" if self._document.song.melody.notes else tr(_NO_NOTES)
        none_chosen = no_notes or ("" if self._window.roll.chosen else tr(_NONE_CHOSEN))
        for name in _FOR_CHOSEN:
            self._actions.allow(name, none_chosen)
        for name in _FOR_NOTES:
            self._actions.allow(name, no_notes)

    @property
    def shows_velocities(self) -> bool:
        return self._velocities is not None and not self._velocities.isHidden()

    def toggle_velocities(self) -> None:
        """Shows the velocities under the roll, or hides them."""
        if self._velocities is None:
            from gui.roll.velocities import Velocities  # which the start needs not

            roll = self._window.roll
            self._velocities = Velocities(roll.scene)
            self._velocities.previewed.connect(roll.show_song)
            self._velocities.edited.connect(self.notes.take)
            self._velocities.chosen.connect(roll.choose)
            roll.shown.connect(self._velocities.show_scene)
            roll.show_beneath(self._velocities)
            QWidget.setTabOrder(roll, self._velocities)
        else:
            self._velocities.setVisible(self._velocities.isHidden())

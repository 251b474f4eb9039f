"""The recording desk: recording, step input and quantising, connected to the window."""

from PySide6.QtCore import QObject, Slot

from core.document import Document
from core.words import Words
from gui.composing.conversation import Conversation
from gui.composing.dialogue import Dialogue
from gui.language import tr
from gui.menu.actions import Actions
from gui.playing.playback import Playback
from gui.playing.sounding import Sound
from gui.recording.quantising import Quantising
from gui.recording.recording import NOTHING_PLAYED, Recording, State
from gui.recording.stepping import OFF, Stepping
from gui.window import Window

_SHOWN_MS = 6000
_LONG_MS = 600_000
_STATUS: dict[State, Words] = {
    "waiting": Words("Recording begins with the first note that you play"),
    "starting": Words("Counting in: recording begins on the next bar"),
    "recording": Words("Recording", "what goes on now"),
}
_TAKEN = Words("Keys are recorded now")
_STEPPING = Words("Step input is on: keys write notes at the playhead")


class Desk(QObject):
    """Shows on all controls whether it records, and why they cannot be used now."""

    def __init__(
        self,
        window: Window,
        actions: Actions,
        document: Document,
        playback: Playback,
        sound: Sound,
        dialogue: Dialogue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._actions, self._document = window, actions, document
        self._playback = playback
        self.recording = Recording(
            document,
            playback,
            lambda: window.record.choices,
            lambda: sound.choices,
            self._goes_on,
            self,
        )
        self.stepping = Stepping(window, document, playback, lambda: self.recording.is_active, self)
        self._conversation = Conversation(
            window, document, playback, self.recording, dialogue, self
        )
        self.quantising = Quantising(window, document, self.recording, self)
        window.transport.record.connect(self.recording.toggle)
        window.record.make_seed.connect(self.recording.make_seed)
        self.recording.grew.connect(window.roll.show_song)
        self.recording.state_changed.connect(self._show_state)
        self.recording.noted.connect(self._say)
        self.stepping.changed.connect(self._allow)
        playback.outputs_changed.connect(self._allow)
        document.listen(self._allow)
        self._allow()

    def _goes_on(self) -> bool:
        """Whether more music will come behind the end of the tune."""
        return self._window.live.liveness.is_endless

    @Slot(str)
    def _show_state(self, state: State) -> None:
        self._window.transport.show_recording(state)
        text = tr(_STATUS[state]) if state in _STATUS else ""
        self._window.statusBar().showMessage(text, _LONG_MS)
        if state == "idle":
            self._window.roll.show_song(self._document.song)
        self._allow()

    @Slot(str)
    def _say(self, sentence: str) -> None:
        self._window.statusBar().showMessage(sentence, _SHOWN_MS)

    @Slot()
    def _allow(self) -> None:
        empty = "" if self._document.song.melody.notes else tr("There are no notes yet")
        has_played = self.recording.has_recorded or self.recording.state == "recording"
        no_seed = "" if has_played else tr(NOTHING_PLAYED)
        self._window.record.allow(empty, no_seed)
        is_on = self.stepping.is_on
        taken = ""
        if self.recording.is_active:
            taken = tr(_TAKEN)
        elif is_on:
            taken = tr(_STEPPING)
        self._window.keyboard.show_taken(taken, keeps_length=is_on)
        # Else a note that is moved would be recorded, or a sentence tell that nothing sounds.
        self._window.roll.mouse.is_silent = bool(taken) or not self._playback.is_open
        reasons = {
            "quantise": empty,
            "seed_played": no_seed,
            "step_rest": "" if is_on else OFF,
            "step_back": "" if is_on else OFF,
        }
        for name, reason in reasons.items():
            self._actions.allow(name, reason)

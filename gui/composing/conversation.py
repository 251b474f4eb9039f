"""You play in time, and are answered whenever you pause."""

import time

from PySide6.QtCore import QObject, Slot

from core.document import Document
from gui.composing.dialogue import Dialogue
from gui.playing.playback import Playback
from gui.recording.recording import Recording
from gui.window import Window

_LOOK_SECONDS = 0.05


class Conversation(QObject):
    """While the box 'Listen' is ticked, each phrase that is recorded becomes a step of its own,
    and then the model answers it in time; it is recorded on behind and over the answer."""

    def __init__(
        self,
        window: Window,
        document: Document,
        playback: Playback,
        recording: Recording,
        dialogue: Dialogue,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._document, self._playback = window, document, playback
        self._recording, self._dialogue = recording, dialogue
        self._listened = False
        self._looked_seconds = 0.0
        window.live.changed.connect(self._begin)
        playback.moved.connect(self._look)

    @Slot()
    def _begin(self) -> None:
        """To tick the box is to record, from the first note on, until the mark is taken away."""
        before, self._listened = self._listened, self._window.live.liveness.listens
        if before and not self._listened:
            self._recording.finish()
        elif self._listened and not before and not self._recording.is_active:
            self._recording.begin(waits=True)

    @Slot()
    def _look(self) -> None:
        from core.compose.live.answer import Listening  # numpy, which the start needs not

        liveness, seconds = self._window.live.liveness, time.monotonic()
        is_due = seconds - self._looked_seconds > _LOOK_SECONDS
        if not liveness.listens or self._recording.state != "recording" or not is_due:
            return
        self._looked_seconds = seconds
        meters, now = self._document.song.meters, self._playback.tick
        silence = liveness.silence * meters.meter_at(now).beat
        if Listening(silence).end_of(self._recording.phrase, meters, now) is not None:
            self._recording.cut()
            self._dialogue.answer_in_time()

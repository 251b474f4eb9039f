"""Measuring how late what people play comes, with the beat that they play along with."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from core.sound.choices import LONGEST_LATENCY_SECONDS
from core.sound.latency import Latency, latency_from_taps
from core.words import Words
from gui.language import tr
from gui.panels.latency import LatencyDialog
from gui.playing.hearing import Hearing
from gui.playing.playback import Playback
from gui.playing.sounding import Sound

if TYPE_CHECKING:
    from core.sound.reports import Received

_BEAT_MS, _RING_MS = 600, 120
_BEATS, _LEAD_IN = 20, 4
"""The first few are only to find the beat."""

_PITCH = 88
_NOTE_ON = 0x90
_NO_OUTPUT = Words("Choose an output first, so that you can hear the beat")


class Measuring(QObject):
    """Opens the dialog over `parent`, and lets it set `latency_seconds`.

    The beat goes the way of every note that is played here. The moment of each is told as that of
    any key, and before it can come back; what else comes is what somebody played. Thru is off
    meanwhile: with a cable between output and input a note would go round for ever.
    """

    def __init__(
        self,
        sound: Sound,
        hearing: Hearing,
        playback: Playback,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sound, self._hearing, self._playback = sound, hearing, playback
        self.dialog: LatencyDialog | None = None
        self._clicks: list[float] = []
        self._taps: list[float] = []
        self._awaited = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self.beat)
        playback.received.connect(self._take)
        playback.outputs_changed.connect(self._show)

    def open(self, parent: QWidget) -> None:
        """Shows the dialog."""
        if self.dialog is None:
            self.dialog = LatencyDialog(parent)
            self.dialog.started.connect(self._start)
            self.dialog.stopped.connect(self._stop)
            self.dialog.used.connect(self._use)
        self._show()
        self.dialog.show()
        self.dialog.activateWindow()

    @Slot()
    def _start(self) -> None:
        self._playback.stop()
        self._clicks.clear()
        self._taps.clear()
        self._awaited = 0
        self._hearing.mute_thru(True)
        self._timer.start()
        self._show()

    @Slot()
    def _stop(self) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._playback.release(_PITCH)
            self._hearing.mute_thru(False)
            self._show()

    @Slot()
    def beat(self) -> None:
        """The next beat; behind the last one it ends."""
        if len(self._clicks) >= _BEATS:
            self._stop()
            return
        self._awaited += 1
        self._playback.press(_PITCH)
        QTimer.singleShot(_RING_MS, self, lambda: self._playback.release(_PITCH))

    @Slot(object)
    def _take(self, played: "Received") -> None:
        message = played.message
        if not self._timer.isActive() or message[0] & 0xF0 != _NOTE_ON or not message[2]:
            return
        if message[1] == _PITCH and self._awaited:
            self._awaited -= 1
            self._clicks.append(played.seconds)
        else:
            self._taps.append(played.seconds)
        self._show()

    @Slot()
    def _use(self) -> None:
        latency = self._latency
        if latency is not None:
            seconds = min(latency.seconds, LONGEST_LATENCY_SECONDS)
            self._sound.choose(replace(self._sound.choices, latency_seconds=seconds))
            if self.dialog is not None:
                self.dialog.close()

    @property
    def _latency(self) -> Latency | None:
        first = self._clicks[_LEAD_IN] - _BEAT_MS / 2000 if len(self._clicks) > _LEAD_IN else None
        if first is None:
            return None
        return latency_from_taps(self._clicks, [tap for tap in self._taps if tap > first])

    @Slot()
    def _show(self) -> None:
        if self.dialog is not None:
            why_not = "" if self._playback.is_open else tr(_NO_OUTPUT)
            self.dialog.show_running(self._timer.isActive(), why_not)
            self.dialog.show_latency(len(self._clicks), self._latency)

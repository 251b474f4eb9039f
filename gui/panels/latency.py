"""The dialog that measures how late the notes of a user's own instrument come."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.sound.latency import FEWEST_TAPS, Latency
from core.words import Words, counted
from gui.language import tr
from gui.panels.fields import push_button, set_reason

_WHAT = Words(
    "You hear an even beat. Play any key along with it, on the instrument that you record with; "
    "or lead the beat back to the input by a cable. Recorded notes are then moved by what is "
    "measured, so that they stand where you heard them."
)
_START_TIP = Words("Begin the beat")
_STOP_TIP = Words("End the beat")
_USE_TIP = Words("Move recorded notes by this time from now on")
_TOO_FEW = Words("Play along with at least {n} beats first", n=FEWEST_TAPS)
_WIDTH_PX = 420


class LatencyDialog(QDialog):
    """`started` and `stopped` ask for the beat and for its end, `used` for what was measured."""

    started = Signal()
    stopped = Signal()
    used = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Measure the latency"))
        what = QLabel(tr(_WHAT))
        what.setWordWrap(True)
        what.setMinimumWidth(_WIDTH_PX)  # by which it knows its height
        self.found = QLabel()
        self.found.setObjectName("facts")
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.start = push_button(tr("&Start"), tr(_START_TIP))
        self.use = push_button(tr("&Use it"), tr(_USE_TIP))
        close = push_button(tr("&Close"), tr("Leave the latency as it is"))
        self.start.clicked.connect(self._toggle)
        self.use.clicked.connect(self.used)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self.start)
        buttons.addStretch(1)
        buttons.addWidget(self.use)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addWidget(what)
        column.addWidget(self.found)
        column.addLayout(buttons)
        self._is_running = False
        self.show_running(False)
        self.show_latency(0, None)

    def show_running(self, is_running: bool, why_not: str = "") -> None:
        self._is_running = is_running
        self.start.setText(tr("&Stop") if is_running else tr("&Start"))
        set_reason(self.start, _STOP_TIP if is_running else _START_TIP, why_not)

    def show_latency(self, beats: int, latency: Latency | None) -> None:
        """What is measured after so many beats."""
        set_reason(self.use, _USE_TIP, "" if latency is not None else _TOO_FEW)
        self.found.setText(tr(_sentence(beats, latency)))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stopped.emit()

    def _toggle(self) -> None:
        (self.stopped if self._is_running else self.started).emit()


def _sentence(beats: int, latency: Latency | None) -> Words:
    if latency is None:
        if not beats:
            return Words("Nothing measured yet.")
        return counted(
            "{n} beats so far, too few played along.",
            "{n} beat so far, too few played along.",
            beats,
        )
    return Words(
        "{late:.1f} ms, the median of {notes} notes; "
        "half of them lie within {spread:.1f} ms of it.",
        late=latency.seconds * 1000,
        notes=latency.taps,
        spread=latency.spread_seconds * 1000,
    )

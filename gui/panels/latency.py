"""The dialog that measures how late the notes of a user's own instrument come."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.sound.latency import FEWEST_TAPS, Latency
from gui.panels.fields import push_button, set_reason

_WHAT = (
    "You hear an even beat. Play any key along with it, on the instrument that you record with; "
    "or lead the beat back to the input by a cable. Recorded notes are then moved by what is "
    "measured, so that they stand where you heard them."
)
_START_TIP = "Begin the beat"
_USE_TIP = "Move recorded notes by this time from now on"
_TOO_FEW = f"Play along with at least {FEWEST_TAPS} beats first"
_WIDTH_PX = 420


class LatencyDialog(QDialog):
    """`started` and `stopped` ask for the beat and for its end, `used` for what was measured."""

    started = Signal()
    stopped = Signal()
    used = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Measure the latency")
        what = QLabel(_WHAT)
        what.setWordWrap(True)
        what.setMinimumWidth(_WIDTH_PX)  # by which it knows its height
        self.found = QLabel()
        self.found.setObjectName("facts")
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.start = push_button("&Start", _START_TIP)
        self.use = push_button("&Use it", _USE_TIP)
        close = push_button("&Close", "Leave the latency as it is")
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
        self.start.setText("&Stop" if is_running else "&Start")
        set_reason(self.start, "End the beat" if is_running else _START_TIP, why_not)

    def show_latency(self, beats: int, latency: Latency | None) -> None:
        """What is measured after so many beats."""
        set_reason(self.use, _USE_TIP, "" if latency is not None else _TOO_FEW)
        self.found.setText(_sentence(beats, latency))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stopped.emit()

    def _toggle(self) -> None:
        (self.stopped if self._is_running else self.started).emit()


def _sentence(beats: int, latency: Latency | None) -> str:
    if latency is None:
        return f"{beats} beats so far, too few played along." if beats else "Nothing measured yet."
    seconds, spread = latency.seconds * 1000, latency.spread_seconds * 1000
    return (
        f"{seconds:.1f} ms, the median of {latency.taps} notes; "
        f"half of them lie within {spread:.1f} ms of it."
    )

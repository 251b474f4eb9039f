"""The longest time for which the main thread was busy without a look at the user."""

import time

from PySide6.QtCore import QTimer


class Heartbeat:
    """Beats in every round of the event loop, and keeps the longest time between two beats.

    It is the main thread's own computing time: waiting for other threads and programs is not in it.
    """

    def __init__(self) -> None:
        self.longest_seconds = 0.0
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def _beat(self) -> None:
        now = time.thread_time()
        self.longest_seconds = max(self.longest_seconds, now - self._last)
        self._last = now

"""The door through which every unexpected error goes: one dialog, a log, and the work is kept."""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    Signal,
    Slot,
    qFormatLogMessage,
    qInstallMessageHandler,
)

from core.crash import fatal
from core.crash.telling import catch_strays, listen
from gui.job import Job
from gui.language import tr

if TYPE_CHECKING:
    from core.crash.defect import Defect
    from gui.crash.dialog import CrashDialog
    from gui.studio import Studio

_REST_MS = 10_000
"""So long nothing is said of what was told before."""

_MOST_DIALOGS = 5
"""Of a program that fails in more and more places all the rest is told in the message bar."""

_STORM = 100
"""What fails so often will go on, and PySide6 would write a line for each picture."""

_LAST_SECONDS = 1.0
_FAILED = 2


class Door(QObject):
    """Hears of unexpected errors in slots, pictures, threads, jobs, and in Qt itself, from the
    moment that it is made.

    The first one shows the dialog. What comes while that is open is counted there; what comes
    again later is a sentence in the message bar, not more often than every ten seconds.
    """

    _came = Signal(object)

    def __init__(self, studio: "Studio") -> None:
        super().__init__()
        self._studio = studio
        self._times: dict[Defect, int] = {}
        self._dialog: CrashDialog | None = None
        self._shown = 0
        self._is_showing = self._is_leaving = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._say)
        self._unsaid: Defect | None = None
        self._came.connect(self._take)  # from any thread to that of the window
        self._undo = catch_strays("window"), listen(self._came.emit)
        qInstallMessageHandler(self._hear_qt)

    def close(self) -> None:
        """Lets errors go where they went before."""
        qInstallMessageHandler(None)
        for undo in self._undo:
            undo()

    def look_back(self) -> None:
        """Looks, on a thread, for what ended earlier starts, and shows it if there is any."""
        if self._studio.is_closed:
            return
        job = Job(lambda: (fatal.traces() for _ in range(1)), self._studio)
        job.item.connect(self._tell_earlier)
        job.start()

    @Slot(object)
    def _tell_earlier(self, traces: tuple[str, ...]) -> None:
        if traces and self._dialog is None:
            from gui.crash.dialog import CrashDialog

            self._open(CrashDialog.of_traces(traces, self._studio.window))

    @Slot(object)
    def _take(self, defect: "Defect") -> None:
        """May be called in the midst of a picture, so that nothing is shown here."""
        told = next((other for other in self._times if other.mark == defect.mark), None)
        self._times[told or defect] = self._times.get(told or defect, 0) + 1
        if told is None:
            _print(defect.trace)
        elif self._times[told] == _STORM:
            _hush_libraries()
        if self._is_leaving:
            QCoreApplication.exit(_FAILED)
        elif self._dialog is not None:
            return
        elif told is None and not self._is_showing and self._shown < _MOST_DIALOGS:
            self._is_showing = True  # and it stays so if the dialog itself is what fails
            QTimer.singleShot(0, self._show)
        else:
            self._unsaid = defect
            QTimer.singleShot(0, self._say)

    @Slot()
    def _say(self) -> None:
        defect = self._unsaid
        if defect is None or self._rest.isActive() or self._dialog is not None:
            return
        self._unsaid = None
        self._rest.start()
        sentence = tr("Something unexpected went wrong again ({what}).", what=defect.what)
        offer = tr("Details…")
        self._studio.window.message.show_sentence(sentence, "trouble", offer, self._show)

    @Slot()
    def _show(self) -> None:
        if self._dialog is not None:
            return
        from gui.crash.dialog import CrashDialog

        self._is_showing = True
        self._shown += 1
        self._open(CrashDialog(self._times, self._studio.keep_work, self._studio.window))
        self._is_showing, self._unsaid = False, None

    def _open(self, dialog: "CrashDialog") -> None:
        self._dialog = dialog
        dialog.finished.connect(self._end)
        dialog.leave.clicked.connect(self._leave)
        dialog.open()

    @Slot()
    def _end(self) -> None:
        self._dialog = None
        self._rest.start()

    @Slot()
    def _leave(self) -> None:
        """Closes the program; where that fails too, it ends all the same."""
        self._is_leaving = True
        self._studio.keep_work(_LAST_SECONDS)
        self._studio.close()

    def _hear_qt(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg:  # behind which Qt ends the program
            fatal.note(f"Qt: {text}")
            self._studio.keep_work(_LAST_SECONDS)
        _print(qFormatLogMessage(kind, context, text))


def _hush_libraries() -> None:
    """Sends what C libraries write to stderr to nowhere; Python's own words stay visible."""
    with suppress(OSError):
        own = os.dup(2)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        sys.stderr = os.fdopen(own, "w", buffering=1, errors="backslashreplace")


def _print(text: str) -> None:
    with suppress(OSError, ValueError, AttributeError):  # there may be no console
        print(text.rstrip(), file=sys.stderr, flush=True)

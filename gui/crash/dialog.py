"""The dialog about what went wrong unexpectedly, with a text to copy."""

from collections.abc import Callable, Mapping, Sequence

import PySide6
from PySide6.QtCore import QTimer, QUrl, Slot, qVersion
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.crash.defect import Defect
from core.crash.log import log_folder
from core.crash.report import report_from_defects, report_from_traces
from core.words import Words
from gui.language import tr
from gui.panels.fields import push_button

Kept = Callable[[], bool | None]
"""Whether unsaved work is kept for the next start; None where there is none."""

_LOOK_MS = 500
_WIDTH_PX, _HEIGHT_PX = 640, 420

_HAPPENED = Words("Something unexpected went wrong.")
_EARLIER = Words("The program came to a sudden end the last time.")
_GO_ON = Words("You can go on. If anything looks odd, close the program and start it again.")
_SAVED = Words("There is no unsaved work.")
_KEPT = Words("Your unsaved work is kept: if you close the program, the next start offers it.")
_NOT_KEPT = Words("Your unsaved work is not kept yet: save it under another name before you close.")
_ASK = Words("To have it mended, copy the &details and send them to whoever gave you the program.")


class CrashDialog(QDialog):
    """Tells what is in `times` while it is open too, so that it counts what goes on to fail."""

    def __init__(
        self, times: Mapping[Defect, int], kept: Kept | None, window: QWidget | None
    ) -> None:
        """Without `kept` there is no work yet, and without a window nothing to go on with."""
        super().__init__(window)
        self._times, self._kept = times, kept
        self._told = -1
        self.setWindowTitle(tr("Unexpected error"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.what = QLabel()
        self.what.setObjectName("headline")
        self.state = QLabel()
        label = QLabel(tr(_ASK))
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setAccessibleName(tr("Details"))
        self.details.setTabChangesFocus(True)
        label.setBuddy(self.details)
        self.copy = push_button(tr("&Copy"), tr("Copy the details, to paste them into a message"))
        self.folder = push_button(
            tr("Open the &folder of the log"), tr("Show where the log of all such errors is")
        )
        self.leave = push_button(
            tr("C&lose the program"), tr("End the program; unsaved work stays for the next start")
        )
        self.go_on = push_button(tr("&Go on"), tr("Close this message, and go on working"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for line in (self.what, self.state, label):
            line.setWordWrap(True)
            column.addWidget(line)
        column.addWidget(self.details, 1)
        column.addLayout(buttons)
        self.copy.clicked.connect(self._copy)
        self.folder.clicked.connect(self._open_folder)
        self.leave.clicked.connect(self.reject)
        self.go_on.clicked.connect(self.accept)
        self.go_on.setVisible(window is not None)
        (self.leave if window is None else self.go_on).setDefault(True)
        self.finished.connect(self.deleteLater)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)
        self._look()
        (self.leave if window is None else self.go_on).setFocus()

    @classmethod
    def of_traces(cls, traces: Sequence[str], window: QWidget) -> "CrashDialog":
        """Tells of earlier starts that came to a sudden end."""
        dialog = cls({}, None, window)
        dialog._timer.stop()
        dialog.what.setText(tr(_EARLIER))
        dialog.details.setPlainText(report_from_traces(traces, _libraries()))
        dialog.leave.hide()
        return dialog

    @Slot()
    def _look(self) -> None:
        """Shows how it stands now; the text stays as it is while nothing more happened."""
        times = sum(self._times.values())
        if times != self._told:
            self._told = times
            often = tr("It happened {times:,} times by now.", times=times) if times > 1 else ""
            self.what.setText(f"{tr(_HAPPENED)} {often}".rstrip())
            bar = self.details.verticalScrollBar()
            place = bar.value()
            self.details.setPlainText(report_from_defects(self._times, _libraries()))
            bar.setValue(place)
            self.copy.setText(tr("&Copy"))
        self.state.setText(self._sentences())
        self.state.setVisible(bool(self.state.text()))

    def _sentences(self) -> str:
        if self._kept is None:
            return ""
        is_kept = self._kept()
        work = _SAVED if is_kept is None else _KEPT if is_kept else _NOT_KEPT
        return f"{tr(_GO_ON)} {tr(work)}"

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy.setText(tr("Copied"))

    @Slot()
    def _open_folder(self) -> None:
        folder = log_folder()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.folder.setToolTip(str(folder))
            self.state.setText(tr("The log is in '{folder}'.", folder=folder))
            self.state.show()


def _libraries() -> tuple[str, ...]:
    return f"Qt {qVersion()}", f"PySide6 {PySide6.__version__}"

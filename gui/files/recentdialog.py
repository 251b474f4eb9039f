"""The files that were used last, with a picture of the one that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.music.song import Song
from core.preview import moment_text
from core.words import Words, joined
from gui.files.used import Used
from gui.language import tr
from gui.panels.fields import label_for, push_button, set_reason
from gui.panels.thumbnail import Silhouette
from gui.panels.tunepicture import TunePicture
from gui.panels.twolines import TwoLines

_SIZE, _LIST_PX, _GAP_PX = QSize(740, 400), 290, 12
_OPEN_TIP = Words("Go on with this file (Return)")
_GONE = Words("There is no such file any more")
_FORGET_TIP = Words("Take this file off the list; it stays where it is (Delete)")


class RecentDialog(QDialog):
    """`chosen` brings the Used whose tune is to be shown, `taken` one that is to be opened, and
    `dropped` one that is to go from the list."""

    chosen = Signal(object)
    taken = Signal(object)
    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(tr("Files used last"))
        self.resize(_SIZE)
        self._used: tuple[Used, ...] = ()
        self.rows = QListWidget()
        self.rows.setItemDelegate(TwoLines(self.rows))
        self.rows.setFixedWidth(_LIST_PX)
        label = label_for(self.rows, tr("&Files"))
        label.setObjectName("title")
        self.name = QLabel()
        self.name.setObjectName("title")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.picture = TunePicture()
        self.refusal = QLabel()
        self.refusal.setWordWrap(True)
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.refusal.setTextFormat(Qt.TextFormat.PlainText)
        self.stage = QStackedWidget()
        self.stage.addWidget(self.picture)
        self.stage.addWidget(self.refusal)
        self.facts, self.folder = QLabel(), QLabel()
        for line in (self.name, self.facts, self.folder):
            line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            line.setWordWrap(True)  # a path would widen the dialog
        self.folder.setObjectName("hint")
        self.folder.setTextFormat(Qt.TextFormat.PlainText)
        self.open_button = push_button(tr("&Open"), "")
        self.forget = push_button(tr("&Take off the list"), tr(_FORGET_TIP))
        self.close_button = push_button(tr("Close", "a dialog"), tr("Leave it as it is (Esc)"))
        self.open_button.setDefault(True)
        for button in (self.forget, self.close_button):
            button.setAutoDefault(False)  # Return opens, wherever the focus is
        self._arrange(label)
        self.rows.currentRowChanged.connect(self._show)
        self.rows.itemDoubleClicked.connect(self.open_button.click)
        self.open_button.clicked.connect(self._take)
        self.forget.clicked.connect(self._drop)
        QShortcut(QKeySequence(Qt.Key.Key_Delete), self, self._drop)
        self.close_button.clicked.connect(self.reject)

    def _arrange(self, label: QLabel) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(label)
        left.addWidget(self.rows, 1)
        right.addWidget(self.name)
        right.addWidget(self.stage, 1)
        right.addWidget(self.facts)
        right.addWidget(self.folder)
        across = QHBoxLayout()
        across.setSpacing(_GAP_PX)
        across.addLayout(left)
        across.addLayout(right, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setSpacing(_GAP_PX)
        column.addLayout(across, 1)
        column.addLayout(buttons)
        self.rows.setFocus()

    def show_used(self, used: Sequence[Used]) -> None:
        """Lists these files; the row that is chosen stays, or the last one is."""
        row = max(0, min(self.rows.currentRow(), len(used) - 1))
        self._used = tuple(used)
        self.rows.blockSignals(True)
        self.rows.clear()
        self.rows.addItems([f"{one.name}\n{tr(_line(one))}" for one in used])
        self.rows.blockSignals(False)
        self.rows.setCurrentRow(row)

    def show_song(self, song: Song, silhouette: Silhouette | None = None) -> None:
        """The tune of the file that is chosen, with its silhouette if it has many notes."""
        self.picture.show_song(song, None, silhouette)
        self.stage.setCurrentWidget(self.picture)

    @Slot(str)
    def show_refusal(self, sentence: str) -> None:
        """Why its tune cannot be shown."""
        self.refusal.setText(sentence)
        self.stage.setCurrentWidget(self.refusal)

    @Slot(int)
    def _show(self, row: int) -> None:
        if row < 0:
            return
        used = self._used[row]
        path, preview = used.recent.path, used.recent.preview
        self.name.setText(preview.title or path.stem)
        self.facts.setText(tr(used.size))
        self.folder.setText(str(path.parent))
        self.folder.setToolTip(str(path))
        set_reason(self.open_button, _OPEN_TIP, "" if used.is_there else _GONE)
        self.show_song(Song())
        if used.is_there:
            self.chosen.emit(used)
        else:
            self.show_refusal(tr(_GONE))

    @property
    def _chosen(self) -> Used | None:
        row = self.rows.currentRow()
        return None if row < 0 else self._used[row]

    @Slot()
    def _take(self) -> None:
        if self._chosen is not None:
            self.taken.emit(self._chosen)

    @Slot()
    def _drop(self) -> None:
        if self._chosen is not None:
            self.dropped.emit(self._chosen)


def _line(used: Used) -> Words:
    return joined(" · ", filter(None, (used.size, moment_text(used.recent.used_seconds))))

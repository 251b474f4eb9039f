"""What could have stood where a note stands: a small list beside the note, likeliest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from core.words import Words
from gui.field.likelihood import percent
from gui.language import tr
from gui.look.theme import mixed, theme_from_palette
from gui.panels.fields import set_reason

_WIDTH_PX, _GAP_PX = 248, 8
_WIDEST_NAME = "G♯-1"
_FAR_PX, _RIM_PX = 6, 2
_SHARE_ROLE = Qt.ItemDataRole.UserRole + 1
_STANDS_ROLE = Qt.ItemDataRole.UserRole + 2
_PITCH_TIP = Words("Generate and the knobs keep this note's pitch, and lead to it (P)")
_RHYTHM_TIP = Words("Generate and the knobs keep this note's length, and lead to it (R)")
_PINS = (Qt.Key.Key_P, Qt.Key.Key_R)
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class Possible:
    """A note that could stand there, by its name and its MIDI pitch (None: a rest)."""

    name: str
    pitch: int | None
    share: float
    stands: bool


class _Bars(QStyledItemDelegate):
    """A row: the name, a bar as long as the share, and the share in percent."""

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _row_px(option.font))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = theme_from_palette(option.palette)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = theme.on_accent if is_chosen else theme.text
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawRoundedRect(option.rect, 4, 4)
        font = QFont(option.font)
        if index.data(_STANDS_ROLE):
            font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        row = QRectF(option.rect).adjusted(_GAP_PX, 0, -_GAP_PX, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row, middle, str(index.data()))
        share = float(index.data(_SHARE_ROLE))
        painter.drawText(row, middle | Qt.AlignmentFlag.AlignRight, tr(percent(share)))
        metrics = QFontMetrics(option.font)
        model = index.model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        names = (_WIDEST_NAME, *(str(row.data()) for row in rows))
        name_px = max(metrics.horizontalAdvance(f"{name}  ") for name in names)
        share_px = metrics.horizontalAdvance(tr(percent(1.0)) + " ")
        bar = row.adjusted(name_px, row.height() / 2 - 3, -share_px, -row.height() / 2 + 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mixed(theme.accent if is_chosen else theme.panel, ink, 0.18)))
        painter.drawRoundedRect(bar, 3, 3)
        bar.setWidth(max(2.0, bar.width() * share))
        painter.setBrush(QColor(ink if is_chosen else theme.accent))
        painter.drawRoundedRect(bar, 3, 3)
        painter.restore()


def _row_px(font: QFont) -> int:
    return QFontMetrics(font).height() + _GAP_PX


class ForkPanel(QFrame):
    """`chosen` brings a Possible, `pinned` whether pitch and rhythm shall stay, `moved` -1 or 1 for
    the note before or behind; `closed` tells.

    Arrow up and down go through the list, left and right to another note; Enter or a click chooses,
    P pins the pitch, R the rhythm, Escape closes.
    """

    chosen = Signal(object)
    pinned = Signal(bool, bool)
    moved = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("fork")
        self.title = QLabel()
        self.title.setObjectName("title")
        self.hint = QLabel()
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What could stand here"))
        self.list.setItemDelegate(_Bars(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.installEventFilter(self)
        self._possible: tuple[Possible, ...] = ()
        self._place = QRect()
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        self.pitch = QCheckBox(tr("&Pin pitch"))
        self.rhythm = QCheckBox(tr("Pin r&hythm"))
        row = QHBoxLayout()
        for box in (self.pitch, self.rhythm):
            box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            box.installEventFilter(self)
            box.clicked.connect(self._pin)
            row.addWidget(box)
        for part in (self.title, self.hint, self.list):
            column.addWidget(part)
        column.addLayout(row)
        self.list.itemClicked.connect(lambda _: self._choose())
        self.hide()

    def show_note(self, title: str, place: QRect) -> None:
        """Opens beside the note at `place`, in the parent's pixels, and waits for the list."""
        self.title.setText(title)
        self.hint.setText(tr("Listening to the tune…"))
        self._list_all(())
        self._place = place
        self._move()
        self.show()
        self.raise_()
        self.list.setFocus()

    def show_pin(self, pitch: bool, rhythm: bool, why_not: str) -> None:
        """Shows what of the note is pinned, or `why_not` it can be."""
        self.pitch.setChecked(pitch)
        self.rhythm.setChecked(rhythm)
        set_reason(self.pitch, _PITCH_TIP, why_not)
        set_reason(self.rhythm, _RHYTHM_TIP, why_not)

    def show_possible(self, possible: Sequence[Possible], bits: float) -> None:
        """Lists what could stand there, as it comes, and how much what stands surprises."""
        self.hint.setText(
            tr(
                "{bits:.1f} bits of surprise. Choose another one, and the rest is drawn anew.",
                bits=bits,
            )
            if isfinite(bits)
            else tr("Impossible for the model. Choose another one, and the rest is drawn anew.")
        )
        self._list_all(tuple(possible))
        self._move()

    def _list_all(self, possible: tuple[Possible, ...]) -> None:
        self._possible = possible
        self.list.clear()
        for one in possible:
            said = {"note": one.name, "share": percent(one.share)}
            item = QListWidgetItem(one.name)
            item.setData(_SHARE_ROLE, one.share)
            item.setData(_STANDS_ROLE, one.stands)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                tr("{note}, {share}, it stands here", **said)
                if one.stands
                else tr("{note}, {share}", **said),
            )
            self.list.addItem(item)
        standing = [row for row, one in enumerate(possible) if one.stands]
        self.list.setCurrentRow(standing[0] if standing else -1)
        row_px = _row_px(self.list.font())
        self.list.setFixedHeight(len(possible) * row_px + 2 * _RIM_PX)

    def _move(self) -> None:
        """Below the note, or above it where there is no room; always wholly in sight."""
        self.setFixedWidth(max(_WIDTH_PX, self.minimumSizeHint().width()))
        self.adjustSize()
        parent, own = self.parentWidget(), self.rect()
        assert parent is not None
        room = parent.rect()
        y = self._place.bottom() + _FAR_PX
        if y + own.height() > room.height():
            y = self._place.top() - _FAR_PX - own.height()
        x = min(self._place.left(), room.width() - own.width() - _FAR_PX)
        self.move(max(_FAR_PX, x), max(_FAR_PX, y))

    def hide_to(self, widget: QWidget) -> None:
        """Closes, and gives the keyboard, if it is here, to `widget`."""
        has_keyboard = any(part.hasFocus() for part in (self.list, self.pitch, self.rhythm))
        self.hide()
        if has_keyboard:
            widget.setFocus()

    def _choose(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._possible):
            self.chosen.emit(self._possible[row])

    @Slot()
    def _pin(self) -> None:
        self.pinned.emit(self.pitch.isChecked(), self.rhythm.isChecked())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            now = QApplication.focusWidget()
            if now is not None and not self.isAncestorOf(now):
                self.closed.emit()
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            is_pin = event.key() in _PINS and not event.modifiers()
            if watched is self.list and is_pin:
                event.accept()  # here they pin, and are no shortcuts
            return watched is self.list and is_pin
        if event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif watched is not self.list:
            return False
        elif key in _SIDEWAYS:
            self.moved.emit(_SIDEWAYS[key])
        elif key in _PINS:
            (self.pitch if key == Qt.Key.Key_P else self.rhythm).click()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            return False
        return True

"""What a model says of itself, on a few lines: in a label, a tooltip and the list of models."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from gui.language import tr
from gui.look.theme import mixed, theme_from_palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from core.model.card import Card

LINES_ROLE = Qt.ItemDataRole.UserRole + 1
"""Of an entry in the list: the lines under its name."""

_MARGIN_PX = 8


def text_from_card(card: "Card") -> str:
    """Where the model comes from, how good it is, and what it may be used for, a line each."""
    lines = []
    if card.corpus:
        lines.append(tr("Trained on {corpus}", corpus=card.corpus))
    if card.bits_per_note is None:
        lines.append(tr("Nobody has measured how well it knows other songs"))
    else:
        bits = card.bits_per_note
        lines.append(tr("{bits:.2f} bits per note on songs it never saw", bits=bits))
    if card.licence:
        lines.append(card.licence)
    return "\n".join(lines)


class CardDelegate(QStyledItemDelegate):
    """Draws an entry of the list of models: its name, and its LINES_ROLE below."""

    def sizeHint(
        self, option: "QStyleOptionViewItem", index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        lines = 1 + len(str(index.data(LINES_ROLE) or "").splitlines())
        return QSize(0, lines * _line_px(option) + 2 * _MARGIN_PX)

    def paint(
        self,
        painter: QPainter,
        option: "QStyleOptionViewItem",
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        from PySide6.QtWidgets import QStyle  # a big class, which the start needs not

        theme = theme_from_palette(option.palette)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground, ink = (theme.accent, theme.on_accent) if is_chosen else (theme.panel, theme.text)
        painter.save()
        painter.fillRect(option.rect, QColor(ground))
        line_px = _line_px(option)
        box = option.rect.adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(ink))
        _write(painter, box, str(index.data()))
        painter.setFont(option.font)
        painter.setPen(QColor(mixed(ink, ground, 0.25)))
        for line in str(index.data(LINES_ROLE) or "").splitlines():
            box.translate(0, line_px)
            _write(painter, box, line)
        painter.restore()


def _line_px(option: "QStyleOptionViewItem") -> int:
    return QFontMetrics(option.font).lineSpacing() + 1


def _write(painter: QPainter, box: QRect, text: str) -> None:
    """One line at the top of `box`, with … where it is too long."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, shown)

"""Rows of a list in two lines: what it is, and below it, softer, more about it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.look.theme import mixed, theme_from_palette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MARGIN_PX = 6


class TwoLines(QStyledItemDelegate):
    """The text of a row is parted by the end of its first line."""

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, 2 * QFontMetrics(option.font).height() + 2 * _MARGIN_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        list_: QWidget | None = option.widget
        style = list_.style() if list_ is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, list_)
        theme = theme_from_palette(option.palette)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        colour = theme.on_accent if is_chosen else theme.text
        soft = mixed(colour, theme.accent, 0.2) if is_chosen else theme.muted
        inner = option.rect.adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        first, _, second = str(index.data()).partition("\n")
        height = QFontMetrics(option.font).height()
        painter.save()
        for place, (text, font, ink) in enumerate(
            ((first, bold, colour), (second, option.font, soft))
        ):
            painter.setFont(font)
            painter.setPen(QColor(ink))
            line = QRect(inner.left(), inner.top() + place * height, inner.width(), height)
            shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

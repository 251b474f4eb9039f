"""A take on its card: a small picture of the tune, its number, its star, and one line of words."""

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from gui.look.theme import Theme, mixed, theme_from_palette
from gui.panels.thumbnail import draw_thumbnail

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem


class Role(IntEnum):
    """What a card is told of its take."""

    SONG = Qt.ItemDataRole.UserRole + 1
    LINE = Qt.ItemDataRole.UserRole + 2
    STARRED = Qt.ItemDataRole.UserRole + 3
    LETTER = Qt.ItemDataRole.UserRole + 4
    AWAITED = Qt.ItemDataRole.UserRole + 5


_MARGIN_PX, _GAP_PX = 8, 4
_PICTURE_PX, _LEAST_LINE_PX = 40, 18
_STAR_PX = 16
_STAR = QPolygonF(
    [
        QPointF(x, y)
        for x, y in (
            *((0.0, -1.0), (0.24, -0.32), (0.95, -0.31), (0.38, 0.12), (0.59, 0.81)),
            *((0.0, 0.4), (-0.59, 0.81), (-0.38, 0.12), (-0.95, -0.31), (-0.24, -0.32)),
        )
    ]
)
"""Around its middle, 1 from there to a point."""


def star_rect(card: QRect) -> QRect:
    """Where a click on a card stars it."""
    side = _STAR_PX + 2 * _GAP_PX
    return QRect(card.right() - side - _GAP_PX, card.bottom() - side - _GAP_PX, side, side)


class TakeCard(QStyledItemDelegate):
    """Paints the cards of a list of takes; each tells its take by the Roles."""

    def sizeHint(
        self, option: "QStyleOptionViewItem", _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _PICTURE_PX + _line_px(option.font) + 2 * _MARGIN_PX + _GAP_PX + 4)

    def paint(
        self,
        painter: QPainter,
        option: "QStyleOptionViewItem",
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = theme_from_palette(option.palette)
        is_shown = bool(option.state & QStyle.StateFlag.State_Selected)
        is_under_mouse = bool(option.state & QStyle.StateFlag.State_MouseOver)
        card = QRectF(option.rect).adjusted(1, 1, -1, -5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        ground = mixed(theme.panel, theme.accent, 0.14) if is_shown else theme.panel
        edge = theme.accent if is_shown else theme.muted if is_under_mouse else theme.border
        pen = QPen(QColor(edge), 2 if is_shown else 1)
        if index.data(Role.AWAITED):
            pen = QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        inner = card.adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        picture = QRectF(inner.left(), inner.top(), inner.width(), _PICTURE_PX)
        draw_thumbnail(painter, theme, picture, index.data(Role.SONG))
        line_px = _line_px(option.font)
        line = QRectF(inner.left(), picture.bottom() + _GAP_PX, inner.width(), line_px)
        self._write(painter, theme, line, index)
        _draw_star(painter, theme, QRectF(star_rect(option.rect)), bool(index.data(Role.STARRED)))
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        theme: Theme,
        line: QRectF,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        bold = QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        number = str(index.row() + 1)
        plain = painter.font()
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, number)
        line.setLeft(line.left() + painter.fontMetrics().horizontalAdvance("16") + 2 * _GAP_PX)
        letter = str(index.data(Role.LETTER))
        if letter:
            badge = QRectF(line.left(), line.top() + 1, line.height() - 2, line.height() - 2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.text))
            painter.drawRoundedRect(badge, 4, 4)
            painter.setPen(QColor(theme.panel))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, letter)
            line.setLeft(badge.right() + 2 * _GAP_PX)
        line.setRight(line.right() - _STAR_PX - 2 * _GAP_PX)
        painter.setFont(plain)
        painter.setPen(QColor(mixed(theme.text, theme.panel, 0.25)))
        text = str(index.data(Role.LINE))
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(line.width())
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)


def _line_px(font: QFont) -> int:
    return max(_LEAST_LINE_PX, QFontMetrics(font).height())


def _draw_star(painter: QPainter, theme: Theme, box: QRectF, is_starred: bool) -> None:
    painter.save()
    painter.translate(box.center())
    painter.scale(_STAR_PX / 2, _STAR_PX / 2)
    painter.setPen(QPen(QColor(theme.new if is_starred else theme.muted), 2.6 / _STAR_PX))
    painter.setBrush(QColor(theme.new) if is_starred else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_STAR)
    painter.restore()

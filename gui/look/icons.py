"""The program's icons: small drawings in one colour, coloured for the theme."""

from functools import cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.look.theme import ICONS, Theme, mixed, theme_from_palette

_PROPERTY = "icon_name"

_SIZES_PX = (18, 36)
"""For screens of the usual and of twice the density."""


def set_icon(button: QAbstractButton, name: str) -> None:
    """Gives the button the icon `name`, in the colours of its theme."""
    button.setProperty(_PROPERTY, name)
    button.setIcon(icon_from_name(name, theme_from_palette(button.palette())))


def colour_icons(window: QWidget) -> None:
    """Draws the icons of all buttons in `window` anew, after a change of its theme."""
    theme = theme_from_palette(window.palette())  # which the buttons may not have heard of yet
    for button in window.findChildren(QAbstractButton):
        name = button.property(_PROPERTY)
        if name:
            button.setIcon(icon_from_name(str(name), theme))


def icon_from_name(name: str, theme: Theme) -> QIcon:
    """The icon in the file `name`.svg, in the colours of the theme's text."""
    icon = QIcon()
    faint = mixed(theme.muted, theme.window, 0.35)
    for mode, colour in ((QIcon.Mode.Normal, theme.text), (QIcon.Mode.Disabled, faint)):
        drawing = _drawing(name).replace("currentColor", colour)
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        for size_px in _SIZES_PX:
            icon.addPixmap(_pixmap(renderer, size_px), mode)
    return icon


@cache
def _drawing(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


def _pixmap(renderer: QSvgRenderer, size_px: int) -> QPixmap:
    pixmap = QPixmap(size_px, size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return pixmap

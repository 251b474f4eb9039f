"""The look follows the system's setting while the program runs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.style import apply_theme, stylesheet_from_theme
from gui.theme import DARK, LIGHT, Theme, theme_from_palette


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_the_stylesheet_is_filled_in(theme: Theme) -> None:
    assert "$" not in stylesheet_from_theme(theme)


def test_the_program_follows_the_system_while_it_runs(qapp: QApplication, qtbot: QtBot) -> None:
    del qtbot
    before = qapp.palette(), qapp.styleSheet(), qapp.style().name()
    try:
        apply_theme(qapp)
        for scheme, theme in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
            qapp.styleHints().colorSchemeChanged.emit(scheme)
            assert theme_from_palette(qapp.palette()) is theme
            assert theme.panel in qapp.styleSheet()
    finally:
        qapp.styleHints().colorSchemeChanged.disconnect()
        qapp.setStyleSheet(before[1])
        qapp.setPalette(before[0])
        qapp.setStyle(before[2])

"""The look follows the system's setting while the program runs."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.look.style import apply_theme, stylesheet_from_theme
from gui.look.theme import DARK, LIGHT, Theme, theme_from_palette

ROOT = Path(__file__).parents[3]


def test_only_the_theme_names_colours() -> None:
    named = re.compile(r"""#[0-9a-fA-F]{6}\b|GlobalColor\.(?!transparent)|QColor\([0-9"']""")
    sources = (ROOT / "gui").glob("**/*.py")
    naming = {p.name for p in sources if named.search(p.read_text(encoding="utf-8"))}
    assert naming == {"theme.py"}


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_the_stylesheet_is_filled_in(theme: Theme) -> None:
    assert "$" not in stylesheet_from_theme(theme, 9)


def test_what_is_written_larger_or_smaller_keeps_its_share() -> None:
    plain, large = (stylesheet_from_theme(DARK, points) for points in (10, 20))
    assert "font-size: 14.0pt" in plain
    assert "font-size: 28.0pt" in large
    assert not re.search(r"font-size: [0-9.]+px", plain), "pixels do not follow the user's setting"


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

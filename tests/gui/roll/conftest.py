"""Rolls to look at."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gui.look.theme import DARK, palette_from_theme
from gui.roll.roll import Roll
from tests.gui.roll.stage import CONTROL, TUNE, Stage


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    roll = Roll()
    roll.setPalette(palette_from_theme(DARK))
    qtbot.addWidget(roll)
    roll.resize(900, 460)
    roll.show()
    qtbot.waitExposed(roll)
    return Stage(roll)


@pytest.fixture
def zoomed(stage: Stage) -> Stage:
    """With room to scroll to all sides."""
    stage.roll.show_song(TUNE)
    stage.turn(QPoint(0, 120 * 5), CONTROL)
    return stage

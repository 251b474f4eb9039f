"""A score to look at."""

import pytest
from pytestqt.qtbot import QtBot

from core.engraving.engraver import Wish, engraved
from gui.look.theme import LIGHT, palette_from_theme
from gui.score.view import ScoreView
from tests.notation.shorthand import song

TUNE = song("c4/4 e4 g4 e4 | (3 a4/8 g4 f4) e4/4 g4/2~ | g4/4 f4 e4/2 | " * 6)


@pytest.fixture
def view(qtbot: QtBot) -> ScoreView:
    view = ScoreView()
    view.setPalette(palette_from_theme(LIGHT))
    qtbot.addWidget(view)
    view.resize(700, 200)
    view.show()
    qtbot.waitExposed(view)
    plate = engraved(Wish(TUNE, view.page_width))
    view.show_plate(plate)
    qtbot.waitUntil(lambda: view.plate is plate)
    return view

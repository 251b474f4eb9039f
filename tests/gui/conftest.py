"""A whole window with real panels, a real document and a small model; only the sound is a fake."""

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from core.settings import Settings
from gui.studio import Studio
from gui.window import Window
from tests.gui.fakes import FakePlayer, FakeUser
from tests.model.tunes import tiny_model

Open = Callable[[Settings], Studio]


@pytest.fixture(autouse=True)
def own_clipboard() -> Iterator[None]:
    """What a test lays there is gone with it: Qt's platform without a screen would free it when
    Python is no longer there, and crash."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture
def player() -> FakePlayer:
    return FakePlayer()


@pytest.fixture
def user() -> FakeUser:
    return FakeUser()


@pytest.fixture
def open_studio(
    qtbot: QtBot, player: FakePlayer, user: FakeUser, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """Opens windows on settings; they are closed, saving nothing, when the test ends."""
    monkeypatch.setattr("core.model.bundle.open_model", lambda *_: tiny_model())
    opened: list[Studio] = []
    gc.freeze()  # as the program does; a collection of what other tests left would stop the window

    def open_studio(settings: Settings) -> Studio:
        studio = Studio(settings, Window(), lambda: player, user)
        opened.append(studio)
        studio.window.show()
        qtbot.waitExposed(studio.window)
        studio.start()
        qtbot.waitUntil(lambda: "start" in player.asked and not studio.models.is_opening)
        return studio

    yield open_studio
    gc.unfreeze()
    for studio in opened:
        if not studio.window.may_close:
            studio.close()
        studio.window.deleteLater()
        studio.deleteLater()


@pytest.fixture
def studio(open_studio: Open) -> Studio:
    return open_studio(Settings(seed="c4 d4 e4/2"))

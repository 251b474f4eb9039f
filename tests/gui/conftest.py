"""A whole window with real panels, a real document and a small model; only the sound is a fake."""

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
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
def make_studio(qapp: QApplication, player: FakePlayer, user: FakeUser) -> Iterator[Open]:
    """Makes windows, with the models in the box, for the test to show and to start; they are
    closed, saving nothing, when it ends."""
    made: list[Studio] = []

    def make_studio(settings: Settings) -> Studio:
        made.append(Studio(settings, Window(), lambda: player, user))
        return made[-1]

    yield make_studio
    for studio in made:
        if not studio.window.may_close:
            studio.close()
        studio.window.deleteLater()
        studio.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def open_studio(
    make_studio: Open, qtbot: QtBot, player: FakePlayer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """Opens windows on settings, with a small model."""
    monkeypatch.setattr("core.model.bundle.open_model", lambda *_: tiny_model())
    gc.freeze()  # as the program does; a collection of what other tests left would stop the window

    def open_studio(settings: Settings) -> Studio:
        starts = player.asked.count("start")  # of the windows before this one
        studio = make_studio(settings)
        studio.window.show()
        qtbot.waitExposed(studio.window)
        studio.start()
        qtbot.waitUntil(lambda: player.asked.count("start") > starts)
        qtbot.waitUntil(lambda: not studio.models.is_opening)
        return studio

    yield open_studio
    gc.unfreeze()


@pytest.fixture
def real_studio(make_studio: Open, qtbot: QtBot) -> Studio:
    """A window with the model in the box, opened by the real reader."""
    studio = make_studio(Settings(seed="c4 d4 e4/2"))
    studio.window.show()
    studio.start()
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    return studio


@pytest.fixture
def studio(open_studio: Open) -> Studio:
    return open_studio(Settings(seed="c4 d4 e4/2"))

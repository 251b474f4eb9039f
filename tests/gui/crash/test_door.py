"""What the window says of defects: one dialog, then sentences. The doors are in test_app.py."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QMouseEvent
from pytestqt.qtbot import QtBot

from core.crash import log
from core.crash.log import log_folder
from core.crash.telling import tell
from gui.crash.dialog import CrashDialog
from gui.crash.door import Door
from gui.roll.ruler import Ruler
from gui.studio import Studio
from tests.gui.panels.test_seed import type_seed


@pytest.fixture
def door(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Iterator[Door]:
    log._times.clear()
    monkeypatch.setattr("gui.crash.door.qInstallMessageHandler", lambda _: None)
    monkeypatch.setattr("gui.crash.door._REST_MS", 300)
    door = Door(studio)
    yield door
    door.close()


def dialogs(studio: Studio) -> list[CrashDialog]:
    return [dialog for dialog in studio.window.findChildren(CrashDialog) if dialog.isVisible()]


def shown(studio: Studio, qtbot: QtBot) -> CrashDialog:
    qtbot.waitUntil(lambda: len(dialogs(studio)) == 1)
    return dialogs(studio)[0]


def fail(what: str = "odd") -> None:
    raise KeyError(what)


def fail_soon(what: str = "odd") -> None:
    QTimer.singleShot(0, lambda: fail(what))


@pytest.mark.usefixtures("door")
def test_the_first_defect_shows_a_dialog_and_the_same_later_is_a_sentence_now_and_then(
    studio: Studio, qtbot: QtBot
) -> None:
    fail_soon("odd")
    dialog = shown(studio, qtbot)
    assert "KeyError: 'odd'\nin the window\n" in dialog.details.toPlainText()
    fail_soon("again")
    qtbot.waitUntil(lambda: "It happened 2 times" in dialog.what.text())
    dialog.go_on.click()
    message = studio.window.message
    qtbot.wait(400)
    for _ in range(5):
        fail_soon("later")
    qtbot.waitUntil(lambda: bool(message.sentence))
    qtbot.wait(50)
    assert message.sentence == "Something unexpected went wrong again (KeyError: 'later')."
    assert not dialogs(studio)
    message.offer.click()
    assert "It happened 7 times" in shown(studio, qtbot).what.text()


@pytest.mark.usefixtures("door")
def test_what_fails_in_more_and_more_places_shows_no_more_and_more_dialogs(
    studio: Studio, qtbot: QtBot
) -> None:
    for number in range(12):
        # Each is raised in a line of its own.
        try:
            exec("\n" * number + "{}['x']")
        except KeyError as error:
            tell(error, "window")
        qtbot.wait(20)
        for dialog in dialogs(studio):
            dialog.go_on.click()
    qtbot.waitUntil(lambda: bool(studio.window.message.sentence))
    qtbot.waitUntil(lambda: not dialogs(studio))
    assert len(list(log_folder().iterdir())) == 1


@pytest.mark.usefixtures("door")
def test_a_defect_under_the_mouse_shows_the_dialog(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With an exception that C raises, as most are."""
    monkeypatch.setattr("gui.roll.ruler.dragged", lambda *_: [].pop())
    ruler = next(iter(studio.window.findChildren(Ruler)))
    for kind, x in ((QEvent.Type.MouseButtonPress, 50.0), (QEvent.Type.MouseMove, 90.0)):
        place, left = QPointF(x, 5.0), Qt.MouseButton.LeftButton
        nothing_held = Qt.KeyboardModifier.NoModifier
        QCoreApplication.postEvent(ruler, QMouseEvent(kind, place, place, left, left, nothing_held))
    assert "IndexError: pop from empty list" in shown(studio, qtbot).details.toPlainText()


@pytest.mark.usefixtures("door")
def test_the_dialog_says_how_the_work_stands(studio: Studio, qtbot: QtBot) -> None:
    fail_soon()
    dialog = shown(studio, qtbot)
    assert "There is no unsaved work." in dialog.state.text()
    type_seed(studio, "a4 b4")
    qtbot.waitUntil(lambda: "Your unsaved work is kept" in dialog.state.text())
    studio.safety.keeper.forget()


@pytest.mark.usefixtures("door")
def test_the_details_can_be_copied_and_the_folder_of_the_log_opened(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_soon()
    dialog = shown(studio, qtbot)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.details.toPlainText()
    assert dialog.copy.text() == "Copied"
    opened: list[str] = []

    def open_url(url: object) -> bool:
        opened.append(str(url))
        return False

    monkeypatch.setattr("gui.crash.dialog.QDesktopServices.openUrl", open_url)
    dialog.folder.click()
    assert str(log_folder()) in opened[0]
    assert dialog.state.text() == f"The log is in '{log_folder()}'."


@pytest.mark.usefixtures("door")
def test_who_closes_the_program_has_his_work_kept(studio: Studio, qtbot: QtBot) -> None:
    type_seed(studio, "a4 b4")
    fail_soon()
    dialog = shown(studio, qtbot)
    with qtbot.waitSignal(studio.closed):
        dialog.leave.click()
    assert studio.is_closed

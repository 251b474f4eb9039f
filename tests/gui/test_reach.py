"""The whole program without a mouse: Tab reaches every control of the window and of each dialog."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.compose.controls import Controls
from gui.panels.latency import LatencyDialog
from gui.panels.quantise import QuantiseDialog
from gui.roll.keyboard import Keyboard
from gui.studio import Studio
from gui.tunedialog import TuneDialog

USED = (
    *(QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox),
    *(QLineEdit, QPlainTextEdit, QAbstractItemView),
)
MOUSE_ONLY = {Keyboard: "the on-screen piano plays the same keys"}
"""What no key reaches, and how the same is done with keys."""

TITLES = [f"Tune {number}" for number in range(1, 15)]


def is_own(widget: QWidget) -> bool:
    """Whether it is a control of ours that the mouse acts on."""
    kind = type(widget)
    return kind.__module__.startswith("gui.") and "mousePressEvent" in vars(kind)


def controls(root: QWidget) -> Iterator[QWidget]:
    """What people act on in what is shown; the parts of a control belong to that."""
    for widget in root.findChildren(QWidget):
        if (
            (isinstance(widget, USED) or is_own(widget))
            and type(widget) not in MOUSE_ONLY
            and widget.isVisible()
            and widget.isEnabled()
            and widget.window() is root.window()
            and not isinstance(widget, QScrollBar)
            and not isinstance(widget.parentWidget(), USED)
            and not widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            and not widget.objectName().startswith("qt_")
        ):
            yield widget


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def walk(root: QWidget, qtbot: QtBot) -> list[QWidget]:
    """Where Tab leads from control to control of a window."""
    window = root.window()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    if QApplication.focusWidget() in (None, window):
        QTest.keyClick(window, Qt.Key.Key_Tab)
    stops: list[QWidget] = []
    while len(stops) < 200 and focused() not in stops:
        stops.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    return stops


def name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or repr(widget)


def missed(root: QWidget, qtbot: QtBot) -> list[str]:
    stops = walk(root, qtbot)
    assert len(stops) > 1
    return [
        name(widget)
        for widget in controls(root)
        if widget not in stops and not ({*group(widget)} & {*stops})
    ]


def group(widget: QWidget) -> list[QWidget]:
    """The buttons of which the arrow keys choose one, where it is one of them."""
    if not isinstance(widget, QAbstractButton) or not widget.autoExclusive():
        return []
    around = widget.parentWidget()
    beside = around.findChildren(QAbstractButton) if around is not None else []
    return [button for button in beside if button.autoExclusive()]


def unfolded(studio: Studio) -> QWidget:
    for panel in (studio.window.wishes, studio.window.live, studio.window.record):
        panel.opener.setChecked(True)
    return studio.window


def with_takes(studio: Studio, qtbot: QtBot) -> QWidget:
    studio.document.set_controls(Controls(bars=3, takes=3))
    studio.generate()
    qtbot.waitUntil(lambda: not studio.takes.is_running and studio.document.song.bars == 3)
    return studio.window


def with_message(studio: Studio) -> QWidget:
    studio.note("Good to know.")
    return studio.window


def fork(studio: Studio, qtbot: QtBot) -> QWidget:
    studio.actions["fork"].trigger()
    qtbot.waitUntil(lambda: studio.forking.panel is not None and studio.forking.panel.isVisible())
    return studio.window


def sound(studio: Studio, qtbot: QtBot) -> QWidget:
    studio.actions["sound"].trigger()
    board = studio.soundboard
    qtbot.waitUntil(lambda: board.dialog is not None and board.dialog.isVisible())
    assert board.dialog is not None
    return board.dialog


def quantise(studio: Studio) -> QWidget:
    studio.actions["quantise"].trigger()
    return studio.window.findChildren(QuantiseDialog)[0]


def latency(studio: Studio) -> QWidget:
    dialog = LatencyDialog(studio.window)
    dialog.show()
    return dialog


def tunes(studio: Studio) -> QWidget:
    dialog = TuneDialog(studio.window, "tunes.abc", TITLES)
    dialog.show()
    return dialog


PLACES: dict[str, Callable[[Studio, QtBot], QWidget]] = {
    "the window": lambda studio, _: studio.window,
    "the window unfolded": lambda studio, _: unfolded(studio),
    "the takes": with_takes,
    "a message": lambda studio, _: with_message(studio),
    "other notes": fork,
    "the sound": sound,
    "quantising": lambda studio, _: quantise(studio),
    "the latency": lambda studio, _: latency(studio),
    "the tunes of a file": lambda studio, _: tunes(studio),
}


# Tab


@pytest.mark.parametrize("place", PLACES)
def test_tab_reaches_every_control(place: str, studio: Studio, qtbot: QtBot) -> None:
    assert missed(PLACES[place](studio, qtbot), qtbot) == []


@pytest.mark.parametrize("place", PLACES)
def test_what_the_mouse_acts_on_has_keys_too(place: str, studio: Studio, qtbot: QtBot) -> None:
    """A widget of our own that is pressed with the mouse also hears keys."""
    root = PLACES[place](studio, qtbot)
    own = [widget for widget in controls(root) if is_own(widget)]
    deaf = [name(widget) for widget in own if "keyPressEvent" not in vars(type(widget))]
    assert deaf == []

"""A window in a made-up language says nothing in English, wherever one looks."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.settings import Settings
from gui.language import hush, install
from tests.gui.conftest import Open
from tests.gui.test_language import Brackets
from tests.gui.test_reach import PLACES

NAMES = {
    *("Cantilena", "tiny", "model", "Deutsch", "English", "MIDI", "WAV", "FLAC", "SoundFont"),
    *("Ctrl", "Shift", "Alt", "Num", "Return", "Enter", "Esc", "Del", "Ins", "Home", "End"),
    *("PgUp", "PgDown", "Left", "Right", "Up", "Down", "Backspace", "Space", "Tab", "Menu"),
}
"""Of things and keys: no language has others."""


def said_plainly(text: str) -> str:
    """What of a text is in no brackets and is no name."""
    rest = text.replace("&", "")
    while rest != (rest := re.sub(r"«[^«»]*»", "", rest)):
        pass
    rest = re.sub(r"\S*/\S*|\S+\.sf2", "", rest)  # files have their names
    return " ".join(word for word in re.findall(r"[A-Za-z]{2,}", rest) if word not in NAMES)


def texts_of(widget: QWidget) -> Iterator[str]:
    """All that a widget says, by sight, by a tip or to a screen reader."""
    yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
    yield from (widget.accessibleName(), widget.accessibleDescription())
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QGroupBox | QMenu):
        yield widget.title()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QSpinBox | QDoubleSpinBox):
        yield f"{widget.prefix()}{widget.suffix()}"
    if isinstance(widget, QAbstractSpinBox):
        yield widget.specialValueText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(index) for index in range(widget.count()))
    if isinstance(widget, QTableView) and widget.model() is not None:
        model = widget.model()
        for column in range(model.columnCount()):
            for row in range(min(model.rowCount(), 50)):
                yield str(model.index(row, column).data() or "")


def texts_under(root: QWidget) -> Iterator[tuple[str, str]]:
    """(who says it, text) of a window and all that is in it, its actions too."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.objectName().startswith("qt_"):
            for text in texts_of(widget):
                yield f"{type(widget).__name__} {widget.objectName()}", text
    for action in root.findChildren(QAction):
        for text in (action.text(), action.toolTip(), action.statusTip()):
            yield f"action {action.objectName()}", text


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are painted from now on."""
    texts: list[str] = []
    draw: Callable[..., object] = QPainter.drawText

    def note(painter: QPainter, *arguments: object) -> object:
        texts.extend(argument for argument in arguments if isinstance(argument, str))
        return draw(painter, *arguments)

    monkeypatch.setattr(QPainter, "drawText", note)
    return texts


@pytest.fixture
def foreign() -> Iterator[None]:
    install(Brackets())
    yield
    hush()


@pytest.mark.usefixtures("qapp", "foreign")
@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_said_in_english(
    place: str, painted: list[str], open_studio: Open, qtbot: QtBot
) -> None:
    studio = open_studio(Settings(seed="c4 d4 e4/2 e5/4 f5 g5"))
    qtbot.waitUntil(lambda: set(studio.models.paths) <= set(studio.models.cards))
    root = PLACES[place](studio, qtbot)
    root.window().grab()
    assert any("«" in text for text in painted)
    said = [*texts_under(root.window()), *(("painted", text) for text in painted)]
    found = {f"{who}: {text!r}" for who, text in said if said_plainly(text)}
    assert found == set(), "\n".join(sorted(found))

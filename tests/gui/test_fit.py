"""No word is cut off, in any part of the window, at the smallest size and in every dialog."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QScrollBar,
    QSizePolicy,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.sound.ports.naming import SYNTH
from core.sound.reports import Inputs, OutputOpened, Outputs
from gui.look.style import apply_theme
from gui.studio import Studio
from tests.gui.fakes import FakePlayer
from tests.gui.takes.test_takes import draw

SMALLEST, USUAL = (1000, 650), (1280, 800)
WORDED = (QLabel, QAbstractButton, QComboBox, QAbstractSpinBox)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The look of the program, which decides how much room a word needs."""
    before = qapp.palette(), qapp.styleSheet(), qapp.style().name()
    qapp.setStyle("fusion")
    apply_theme(qapp)
    yield
    qapp.styleHints().colorSchemeChanged.disconnect()
    qapp.setStyleSheet(before[1])
    qapp.setPalette(before[0])
    qapp.setStyle(before[2])


def cut_off(whole: QWidget) -> list[str]:
    """What has less room than its words need."""
    return [
        f"{type(part).__name__} '{_words(part)}' has {part.size()} and needs {part.sizeHint()}"
        for part in whole.findChildren(QWidget)
        if isinstance(part, WORDED)
        and part.isVisible()
        and _words(part)
        and not isinstance(part, QScrollBar)
        and not part.objectName().startswith("qt_")
        and _is_cut(part)
    ]


def _words(part: QWidget) -> str:
    if isinstance(part, QComboBox):
        return part.currentText()
    if isinstance(part, QLabel | QAbstractButton | QAbstractSpinBox):
        return part.text()
    return ""


def _is_cut(part: QWidget) -> bool:
    if part.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored:
        return False  # it says all in its tooltip
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() < part.heightForWidth(part.width())
    if isinstance(part, QAbstractSpinBox):
        part = part.lineEdit()
        words = part.fontMetrics().size(0, part.text())
        return part.width() < words.width() or part.height() < words.height()
    hint = part.minimumSizeHint() if isinstance(part, QComboBox) else part.sizeHint()
    return part.width() < hint.width() or part.height() < hint.height()


def overlapping(whole: QWidget) -> list[str]:
    """Pairs of neighbours that lie over one another."""
    parts = [p for p in whole.findChildren(QWidget) if isinstance(p, WORDED) and p.isVisible()]
    return [
        f"'{_words(one)}' and '{_words(other)}'"
        for place, one in enumerate(parts)
        for other in parts[place + 1 :]
        if one.parentWidget() is other.parentWidget()
        and not isinstance(one.parentWidget(), QAbstractSpinBox | QComboBox)
        and one.geometry().intersects(other.geometry())
    ]


def check(whole: QWidget) -> None:
    for _ in range(20):  # until the last layout is done
        QTest.qWait(20)
        if not cut_off(whole):
            break
    assert not cut_off(whole)
    assert not overlapping(whole)


def resize(studio: Studio, qtbot: QtBot, size: tuple[int, int]) -> None:
    window = studio.window
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)


def unfolded(studio: Studio, _qtbot: QtBot) -> None:
    window = studio.window
    for panel in (window.wishes, window.live, window.record):
        panel.opener.click()


def with_takes(studio: Studio, qtbot: QtBot) -> None:
    draw(studio, qtbot)


def with_empty_board(studio: Studio, _qtbot: QtBot) -> None:
    studio.actions["takes"].trigger()


def with_letters(studio: Studio, qtbot: QtBot) -> None:
    draw(studio, qtbot)
    studio.window.keyboard.letters.click()


def with_all_of_the_roll(studio: Studio, _qtbot: QtBot) -> None:
    for name in ("field", "velocities", "score", "takes"):
        studio.actions[name].trigger()


def with_messages(studio: Studio, _qtbot: QtBot) -> None:
    sentence = "The tune could not end on the tonic below g4, so that the highest note is free."
    studio.note(sentence)
    studio.window.message.show_sentence(sentence * 2, "trouble", "Make it 18 bars", lambda: None)


@pytest.mark.parametrize("size", [USUAL, SMALLEST])
@pytest.mark.parametrize(
    "show",
    [unfolded, with_takes, with_empty_board, with_letters, with_all_of_the_roll, with_messages],
)
def test_every_word_of_the_window_has_room(
    studio: Studio,
    qtbot: QtBot,
    player: FakePlayer,
    show: Callable[[Studio, QtBot], None],
    size: tuple[int, int],
) -> None:
    player.reports += [Outputs((SYNTH, "FLUID Synth (1234)")), OutputOpened(SYNTH)]
    resize(studio, qtbot, size)
    show(studio, qtbot)
    check(studio.window)
    grown = studio.window.size()
    assert (grown.width(), grown.height()) == size, "it need not grow to make room"


def sound_dialog(studio: Studio) -> QDialog:
    studio.actions["sound"].trigger()
    QTest.qWait(50)
    assert studio.soundboard.dialog is not None
    return studio.soundboard.dialog


def latency_dialog(studio: Studio) -> QDialog:
    sound_dialog(studio).input.measure.click()  # type: ignore[attr-defined]
    return shown_dialog(studio, "Measure the latency")


def quantise_dialog(studio: Studio) -> QDialog:
    studio.actions["quantise"].trigger()
    return shown_dialog(studio, "Quantise")


def shortcuts_dialog(studio: Studio) -> QDialog:
    studio.actions["shortcuts"].trigger()
    return shown_dialog(studio, "Keyboard shortcuts")


def shown_dialog(studio: Studio, title: str) -> QDialog:
    QTest.qWait(20)
    (dialog,) = [
        dialog
        for dialog in studio.window.findChildren(QDialog)
        if dialog.isVisible() and dialog.windowTitle() == title
    ]
    return dialog


@pytest.mark.parametrize(
    "opened", [sound_dialog, latency_dialog, quantise_dialog, shortcuts_dialog]
)
def test_every_word_of_a_dialog_has_room(
    studio: Studio, player: FakePlayer, opened: Callable[[Studio], QDialog]
) -> None:
    player.reports += [Outputs((SYNTH,)), OutputOpened(SYNTH), Inputs(("Keystation 49",))]
    dialog = opened(studio)
    check(dialog)
    assert dialog.windowFlags() & Qt.WindowType.Dialog
    dialog.close()

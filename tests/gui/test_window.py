"""The whole window: everything in reach of the keyboard, explained, remembered, and closed well."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.compose.controls import Controls
from core.errors import UserError
from core.memory import load_settings
from core.settings import Settings
from core.sound.choices import SoundChoices
from gui.job import Job
from gui.look.icons import icon_from_name
from gui.look.splitter import Splitter
from gui.look.theme import DARK, ICONS, LIGHT, palette_from_theme
from gui.memory import EXAMPLE_SEED
from gui.menu.actions import ENTRIES
from gui.menu.edit import CHOSEN
from gui.menu.notes import NOTES
from gui.panels.piano import Piano
from gui.roll.roll import Roll
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakePlayer, FakeUser
from tests.gui.panels.test_seed import type_seed

KINDS = (QAbstractButton, QComboBox, QAbstractSpinBox, QAbstractSlider, QPlainTextEdit, Roll, Piano)


def controls(studio: Studio) -> list[QWidget]:
    """What a user can act on; scroll bars and the parts inside a control belong to that."""
    return [
        widget
        for widget in studio.window.findChildren(QWidget)
        if isinstance(widget, KINDS)
        and not isinstance(widget, QScrollBar)
        and widget.isVisible()
        and not widget.objectName().startswith("qt_")
    ]


def test_tab_leads_to_every_control_that_can_be_used(studio: Studio) -> None:
    window = studio.window
    window.activateWindow()
    window.seed.field.setFocus()
    reached: set[QWidget] = set()
    for _ in range(100):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    missed = [w for w in controls(studio) if w.isEnabled() and w not in reached]
    assert not missed, [w.accessibleName() for w in missed]


def test_every_control_has_a_name_and_says_what_it_does(studio: Studio) -> None:
    for widget in controls(studio):
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert text or widget.accessibleName(), widget
        if not isinstance(widget, Roll | Piano):
            assert widget.toolTip(), widget.accessibleName()


def test_what_cannot_be_used_says_why(open_studio: Open) -> None:
    studio = open_studio(Settings(seed="r"))
    useless = {w for w in controls(studio) if not w.isEnabled()}
    window = studio.window
    assert {window.generate.stop_button, window.transport.play_button, window.transport.output} <= (
        useless
    )
    for widget in useless:
        assert widget.toolTip(), widget
    reasons = {
        entry.name: studio.actions[entry.name].toolTip()
        for entry in ENTRIES
        if not studio.actions[entry.name].isEnabled()
    }
    later = {"exchange", "comp", "star", "keep", "redraw", "fork", "answer", "adopt"}
    later |= {"quantise", "seed_played", "step_rest", "step_back", "export_audio"}
    later |= {"export_takes", "salvage"}
    later |= {entry.name for entry in (*CHOSEN, *NOTES)} - {"paste"}
    assert set(reasons) == {"cancel", "play", "to_start", "export", "undo", "redo"} | later
    assert all("(" not in reason for reason in reasons.values()), "a reason is no mere tip"


def test_every_action_has_a_menu_a_tip_and_a_shortcut_of_its_own(studio: Studio) -> None:
    keys: Counter[str] = Counter()
    for entry in ENTRIES:
        action = studio.actions[entry.name]
        assert entry.text
        assert entry.tip
        keys.update(key.toString() for key in action.shortcuts())
    assert "" not in keys
    assert not [key for key, times in keys.items() if times > 1]
    menus = [a.menu() for a in studio.window.menuBar().actions()]
    in_menus = {action for menu in menus for action in menu.actions()}  # type: ignore[attr-defined]
    assert {studio.actions[entry.name] for entry in ENTRIES} <= in_menus


def test_the_menus_show_what_is_on(studio: Studio) -> None:
    window, actions = studio.window, studio.actions
    names = [entry.name for entry in ENTRIES if entry.checks]

    def shown() -> set[str]:
        QApplication.processEvents()
        for action in window.menuBar().actions():
            action.menu().aboutToShow.emit()  # type: ignore[attr-defined]
        return {name for name in names if actions[name].isChecked()}

    before = shown()
    assert {"piano", "note_names"} <= before
    switched = ("piano", "metronome", "letters", "step", "loop", "field", "takes", "velocities")
    for name in switched:
        if actions[name].isEnabled():
            actions[name].trigger()
            assert shown() == before ^ {name}, name
            actions[name].trigger()
            assert shown() == before, name
    studio.playback.choose_output("")
    window.keyboard.letters.click()
    assert shown() == before | {"letters"}, "whoever has switched it"


def test_mnemonics_of_the_panels_are_unique(studio: Studio) -> None:
    window = studio.window
    texts = [w.text() for w in window.findChildren(QLabel) if w.buddy() is not None]
    texts += [w.text() for w in controls(studio) if isinstance(w, QAbstractButton)]
    texts += [a.text() for a in window.menuBar().actions()]
    letters = [QKeySequence.mnemonic(text).toString() for text in texts if "&" in text]
    assert len(letters) >= 8
    assert len(letters) == len(set(letters)), letters


def test_settings_come_back(studio: Studio, open_studio: Open) -> None:
    window = studio.window
    type_seed(studio, "g4 a4 b4/2")
    studio.document.set_controls(Controls(temperature=0.7, bars=12, random_seed=77))
    window.generate.lock.click()
    window.transport.tempo.setValue(132)
    sound = SoundChoices(soundfont="own.sf2", program=40, metronome=True)
    studio.sound.choose(sound)
    studio.actions["piano"].trigger()
    window.resize(790, 650)
    studio.close()
    settings, complaint = load_settings()
    assert complaint is None
    assert settings.sound == sound
    opened = open_studio(settings)
    again = opened.window
    assert opened.sound.choices == sound
    assert again.seed.text == "g4 a4 b4/2"
    assert again.generate.temperature.value() == pytest.approx(0.7)
    assert again.generate.bars.value() == 12
    assert again.generate.random_seed.value() == 77
    assert again.generate.lock.isChecked()
    assert again.transport.tempo.value() == 132
    assert not again.keyboard.isVisible()
    assert (again.width(), again.height()) == (790, 650)
    assert not again.isWindowModified(), "what is remembered is no unsaved work"


def test_the_parts_stand_as_they_were_left(studio: Studio, open_studio: Open, qtbot: QtBot) -> None:
    window = studio.window
    window.resize(1280, 800)
    window.live.opener.click()
    column, beside = window.whole.findChild(Splitter), QWidget()
    assert column is not None
    window.show_beside(beside)
    for place, by_px in ((1, 50), (2, -40)):
        handle, at = column.handle(place), QPoint(4, 100)
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseMove(handle, at + QPoint(by_px, 0))
        QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=at)
    left, board = column.sizes()[0], column.sizes()[2]
    assert (left, board) != (0, 0)
    studio.close()
    settings, _ = load_settings()
    assert (settings.layout.column_px, settings.layout.takes_px) == (left, board)
    again = open_studio(settings).window
    again.resize(1280, 800)
    again.show_beside(QWidget())
    parted = again.whole.findChild(Splitter)
    assert parted is not None
    qtbot.waitUntil(lambda: parted.sizes()[0::2] == [left, board])
    assert again.live.opener.isChecked()
    assert not again.wishes.opener.isChecked()


def test_the_first_start_has_something_to_go_on_from(open_studio: Open) -> None:
    studio = open_studio(Settings())
    assert studio.window.seed.text == EXAMPLE_SEED
    assert not studio.window.seed.has_mistakes
    assert studio.actions["generate"].isEnabled()
    assert studio.actions["play"].isEnabled()


def test_settings_that_cannot_be_kept_do_not_keep_the_window_open(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged: list[object] = []

    def fail(*_: Settings) -> None:
        raise UserError("The settings cannot be kept.")

    monkeypatch.setattr("gui.memory.save_settings", fail)
    monkeypatch.setattr("gui.memory._log.warning", lambda *said: logged.append(said))
    with qtbot.waitSignal(studio.closed):
        studio.window.close()
    assert logged


@pytest.mark.parametrize("answer", ["discard", "cancel"])
def test_unsaved_work_is_asked_about_once_on_closing(
    studio: Studio, user: FakeUser, answer: str
) -> None:
    type_seed(studio, "c5")
    user.answer = "discard" if answer == "discard" else "cancel"
    studio.actions["quit"].trigger()
    assert user.questions == ["Unsaved Untitled"]
    assert studio.window.isVisible() == (answer == "cancel")


def test_closing_during_generation_and_playback_ends_both(
    studio: Studio, player: FakePlayer, user: FakeUser, qtbot: QtBot
) -> None:
    studio.document.set_controls(Controls(bars=256))
    studio.playback.toggle()
    with qtbot.waitSignal(studio.generation.grew):
        studio.generate()
    user.answer = "discard"
    studio.window.close()
    assert player.asked[-1:] == ["close"]
    assert not [job for job in studio.findChildren(Job) if job.isRunning()]
    assert not studio.window.isVisible()


def test_the_piano_can_be_put_away(studio: Studio) -> None:
    studio.actions["piano"].trigger()
    assert not studio.window.keyboard.isVisible()
    studio.actions["piano"].trigger()
    assert studio.window.keyboard.isVisible()


def test_a_model_that_cannot_be_opened_leaves_the_present_one(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Path) -> None:
        raise UserError("'broken.keras' is no model; choose another file.")

    monkeypatch.setattr("core.model.bundle.open_model", refuse)
    model, path = studio.models.model, studio.models.path
    studio.models.choose(Path("broken.keras"))
    qtbot.waitUntil(lambda: not studio.models.is_opening)
    assert (studio.models.model, studio.models.path) == (model, path)
    assert studio.window.message.sentence == "'broken.keras' is no model; choose another file."
    assert studio.actions["generate"].isEnabled()


def test_messages_stand_together_until_they_are_closed(studio: Studio) -> None:
    studio.tell("One thing.")
    studio.tell("Another thing.")
    studio.tell("Another thing.")
    message = studio.window.message
    assert message.sentence == "One thing.\nAnother thing."
    message.close_button.click()
    assert not message.isVisible()
    assert message.sentence == ""


@pytest.mark.parametrize("size", [(1280, 800), (1000, 650)])
def test_nothing_is_cut_off(studio: Studio, size: tuple[int, int], qtbot: QtBot) -> None:
    window = studio.window
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    QTest.qWait(20)
    for widget in controls(studio):
        corner = widget.mapTo(window, widget.rect().bottomRight())
        assert corner.x() < size[0], widget.accessibleName()
        assert corner.y() < size[1], widget.accessibleName()


def test_icons_follow_the_theme(studio: Studio) -> None:
    button = studio.window.transport.play_button

    def lightness() -> int:
        image = button.icon().pixmap(18, 18).toImage()
        return image.pixelColor(8, 9).lightness()

    studio.window.setPalette(palette_from_theme(LIGHT))
    assert lightness() < 128
    studio.window.setPalette(palette_from_theme(DARK))
    assert lightness() > 128


@pytest.mark.parametrize("file", sorted(ICONS.glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_can_be_drawn(qapp: QApplication, file: Path) -> None:
    assert qapp
    pixmap = icon_from_name(file.stem, LIGHT).pixmap(18, 18)
    image = pixmap.toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(18) for y in range(18))

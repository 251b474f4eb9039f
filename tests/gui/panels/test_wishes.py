"""The panel of wishes, alone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.compose.controls import Controls
from core.music.key import Key
from gui.panels.pitch import PitchBox
from gui.panels.wishes import WishesPanel, wishes_in

WISHES = Controls(
    0.8,
    12,
    7,
    0.5,
    0.9,
    60,
    72,
    True,
    0.25,
    -0.5,
    1.0,
    "tonic",
    phrase=4,
    quote=12,
    blend="irish",
    blend_share=0.4,
)


@pytest.fixture
def panel(qtbot: QtBot) -> WishesPanel:
    panel = WishesPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.opener.click()
    return panel


def test_what_is_shown_comes_back_unchanged(panel: WishesPanel, qtbot: QtBot) -> None:
    panel.show_controls(WISHES)
    with qtbot.waitSignal(panel.changed) as told:
        panel.in_scale.toggle()
    assert told.args == [replace(WISHES, in_scale=False)]


def test_to_show_is_not_to_change(panel: WishesPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.changed):
        panel.show_controls(WISHES)
        panel.show_controls(Controls())


def test_the_button_says_how_much_is_asked_for(panel: WishesPanel) -> None:
    assert panel.opener.text() == "Wishes: nothing asked for"
    panel.show_controls(WISHES)
    assert panel.opener.text() == "Wishes: 12 asked for"
    assert wishes_in(Controls(0.3, 5, 99)) == 0


def test_the_fields_are_folded_and_opened_by_the_keyboard(panel: WishesPanel) -> None:
    panel.opener.setFocus()
    QTest.keyClick(panel.opener, Qt.Key.Key_Space)
    assert not panel.ending.isVisible()
    QTest.keyClick(panel.opener, Qt.Key.Key_Space)
    assert panel.ending.isVisible()


def test_what_was_wished_before_the_fields_were_made_is_in_them(qtbot: QtBot) -> None:
    panel = WishesPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_controls(WISHES)
    panel.show_key(Key(-5))
    assert panel.opener.text() == "Wishes: 12 asked for"
    with qtbot.assertNotEmitted(panel.changed):
        panel.opener.click()
    assert (panel.lowest.text(), panel.highest.pitch) == ("c4", 72)
    assert panel.ending.currentText() == "On the tonic"
    assert panel.phrase.text() == "4 bars"
    panel.show_controls(Controls(phrase=1))
    assert panel.phrase.text() == "1 bar"
    panel.show_controls(Controls())
    assert panel.phrase.text() == "any length"


def test_a_model_without_phrases_takes_no_wish_for_them(qtbot: QtBot) -> None:
    panel = WishesPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.allow_phrases("It knows none")
    panel.opener.click()
    assert not panel.phrase.isEnabled()
    assert panel.phrase.toolTip() == "It knows none"
    panel.show_controls(Controls(phrase=4))
    assert panel.phrase.isEnabled(), "a wish made for another model can be taken back"
    panel.show_controls(Controls())
    assert not panel.phrase.isEnabled()
    panel.allow_phrases("")
    assert panel.phrase.isEnabled()
    with qtbot.waitSignal(panel.changed) as told:
        panel.phrase.setValue(2)
    assert told.args == [Controls(phrase=2)]


def test_a_lowest_note_above_the_highest_takes_it_along(panel: WishesPanel, qtbot: QtBot) -> None:
    panel.show_controls(Controls(lowest=60, highest=62))
    with qtbot.waitSignal(panel.changed) as told:
        panel.lowest.setValue(65)
    assert told.args == [Controls(lowest=65, highest=65)]


def test_a_note_is_typed_by_its_name(qtbot: QtBot) -> None:
    box = PitchBox("any")
    qtbot.addWidget(box)
    assert box.text() == "any"
    box.selectAll()
    QTest.keyClicks(box, "f#4")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.pitch, box.text()) == (66, "f#4")
    box.show_key(Key(-5))
    assert (box.pitch, box.text()) == (66, "gb4")
    box.selectAll()
    QTest.keyClicks(box, "nonsense")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (box.pitch, box.text()) == (66, "gb4")
    box.selectAll()
    QTest.keyClicks(box, "any")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.pitch is None

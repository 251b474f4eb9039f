"""A list of many tunes: searched, walked through with the keys, and read out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.panels.listing import listing_of
from gui.panels.tunelist import TuneList

TITLES = [f"{name} {n}" for n in range(1, 41) for name in ("Air", "Ballad", "Ärger")]


@pytest.fixture
def tunes(qtbot: QtBot) -> TuneList:
    tunes = TuneList()
    qtbot.addWidget(tunes)
    tunes.show_listing(listing_of(TITLES))
    tunes.show_number(1)
    tunes.show()
    return tunes


@pytest.fixture
def chosen(tunes: TuneList) -> list[int]:
    numbers: list[int] = []
    tunes.chosen.connect(numbers.append)
    return numbers


def test_the_keys_go_through_what_was_found(tunes: TuneList, chosen: list[int]) -> None:
    tunes.search.setText("ÄRGER")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        QTest.keyClick(tunes.rows, key)
    assert chosen == [3, 6, 120, 117, 3]


def test_the_tune_that_is_shown_stays_where_it_is_found(tunes: TuneList, chosen: list[int]) -> None:
    tunes.show_number(50)
    assert TITLES[49] == "Ballad 17"
    for text in ("B", "BALL", "ballad 17", "", "nowhere", ""):
        tunes.search.setText(text)
    assert tunes.rows.currentIndex().row() == 49
    assert chosen == []
    tunes.search.setText("air 3")
    assert chosen == [7], "the first of those that are found"


def test_a_tune_is_found_by_its_number_too(tunes: TuneList, chosen: list[int]) -> None:
    tunes.search.setText("120")
    assert chosen == [120]


def test_no_row_can_be_edited(tunes: TuneList) -> None:
    QTest.keyClick(tunes.rows, Qt.Key.Key_F2)
    assert tunes.rows.findChildren(type(tunes.search)) == []


def test_what_was_found_is_read_out(tunes: TuneList) -> None:
    tunes.search.setText("17")
    spoken = QAccessible.queryAccessibleInterface(tunes.rows)
    assert spoken.text(QAccessible.Text.Name) == "Tunes"
    names = [spoken.child(row).text(QAccessible.Text.Name) for row in range(spoken.childCount())]
    said = [name.strip("\N{FIGURE SPACE}") for name in names]
    assert said == ["17  Ballad 6", "49  Air 17", "50  Ballad 17", "51  Ärger 17", "117  Ärger 39"]
    assert not spoken.child(0).state().editable

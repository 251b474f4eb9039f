"""The page as it is seen, scrolled and clicked."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.engraving.engraver import Wish, engraved
from core.engraving.plate import STAFF_SPACE, Plate, plate_from_lines
from gui.look.theme import DARK, LIGHT, palette_from_theme
from gui.score.view import ScoreView
from tests.gui.score.conftest import TUNE


def image(view: ScoreView) -> QImage:
    return view.viewport().grab().toImage()


def middle(view: ScoreView, note: int) -> QPoint:
    """The middle of the first head of a note, in the viewport."""
    head = next(head for head in view.plate.heads if head.note == note)
    return view.rect_of(head.box).center().toPoint()


def darkness(view: ScoreView, note: int) -> int:
    """How far the middle of a notehead is from the paper, 0 to 255."""
    place = middle(view, note)
    paper = QColor(LIGHT.field).lightness()
    return abs(paper - image(view).pixelColor(place).lightness())


def test_noteheads_are_drawn_where_the_plate_says(view: ScoreView) -> None:
    for note in (0, 480, 960, 1440, 1920):
        assert darkness(view, note) > 150
    empty = view.rect_of(view.plate.systems[0]).topLeft().toPoint() + QPoint(2, 2)
    assert image(view).pixelColor(empty) == QColor(LIGHT.field)


def test_lines_of_the_staff_are_sharp(view: ScoreView) -> None:
    """Five rows, and none beside them, are darker than the paper just before the fourth note."""
    picture, x = image(view), middle(view, 1440).x() - 14
    system = view.rect_of(view.plate.systems[0])
    paper = QColor(LIGHT.field).lightness()
    rows = range(round(system.top()), round(system.bottom()))
    dark = [y for y in rows if paper - picture.pixelColor(x, y).lightness() > 20]
    assert len(dark) == 5
    assert {after - before for before, after in pairwise(dark)} == {7}


def test_ink_is_the_colour_of_the_theme(view: ScoreView) -> None:
    view.setPalette(palette_from_theme(DARK))
    pixel = image(view).pixelColor(middle(view, 0))
    assert pixel.lightness() > 200, "light on dark"


def test_a_click_on_a_head_tells_its_note(view: ScoreView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.note_clicked) as told:
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, 960) + QPoint(3, -4)
        )
    assert told.args == [960, False]
    shift = Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(view.note_clicked) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, shift, middle(view, 480))
    assert told.args == [480, True]
    with qtbot.assertNotEmitted(view.note_clicked):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_every_head_is_found_where_it_is(view: ScoreView) -> None:
    for head in view.plate.heads:
        assert view.note_at(view.rect_of(head.box).center()) == head.note


def test_arrows_choose_the_next_note(view: ScoreView, qtbot: QtBot) -> None:
    view.show_chosen(frozenset({480}))
    for key, note in ((Qt.Key.Key_Right, 960), (Qt.Key.Key_Left, 0)):
        with qtbot.waitSignal(view.note_clicked) as told:
            QTest.keyClick(view, key)
        assert told.args == [note, False]
    with qtbot.waitSignal(view.note_clicked) as told:
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert told.args == [960, True]


def test_chosen_and_sounding_notes_are_marked_behind_the_ink(view: ScoreView) -> None:
    around = middle(view, 480) + QPoint(0, 5)
    before = image(view).pixelColor(around)
    view.show_chosen(frozenset({480}))
    chosen = image(view).pixelColor(around)
    assert chosen != before
    assert chosen.blue() > chosen.red()
    assert darkness(view, 480) > 150
    view.show_chosen(frozenset())
    view.show_sounding(480)
    sounding = image(view).pixelColor(around)
    assert sounding.red() > sounding.blue()
    view.show_sounding(None)
    assert image(view).pixelColor(around) == before


def test_all_parts_of_a_tied_note_are_marked(view: ScoreView) -> None:
    tied = [head for head in view.plate.heads if head.note == 2880]
    assert len(tied) == 2
    view.show_sounding(2880)
    for head in tied:
        place = view.rect_of(head.box).center().toPoint() + QPoint(0, 5)
        assert image(view).pixelColor(place).red() > image(view).pixelColor(place).blue()


def test_the_page_turns_with_the_sound_but_not_under_who_scrolled_away(view: ScoreView) -> None:
    last = max(head.note for head in view.plate.heads)
    bar = view.verticalScrollBar()
    view.show_sounding(0)
    assert bar.value() == 0
    view.show_sounding(last)
    assert bar.value() > 0
    assert view.viewport().rect().contains(middle(view, last))
    bar.setValue(0)
    view.show_sounding(last - 480)
    assert bar.value() == 0
    view.show_sounding(None)
    view.show_sounding(last)
    assert bar.value() > 0


def test_the_old_page_stays_until_the_new_one_is_drawn(view: ScoreView, qtbot: QtBot) -> None:
    old, before = view.plate, image(view)
    new = engraved(Wish(replace(TUNE, melody=TUNE.melody.transposed(2)), view.page_width))
    view.show_plate(new)
    assert view.plate is old
    assert image(view) == before
    qtbot.waitUntil(lambda: view.plate is new)
    assert image(view) != before


def test_a_part_is_shown_with_the_rest_of_the_page_as_it_was(view: ScoreView, qtbot: QtBot) -> None:
    old = view.plate
    moved = replace(TUNE, melody=TUNE.melody.transposed(2))
    new = engraved(Wish(moved, view.page_width))
    end = view.verticalScrollBar().maximum()
    view.show_plate(plate_from_lines(new.lines[:1], is_whole=False))
    qtbot.waitUntil(lambda: view.plate is not old)
    assert view.plate.lines == (new.lines[0], *old.lines[1:])
    assert view.verticalScrollBar().maximum() == pytest.approx(end, abs=20)


def test_a_sentence_takes_the_place_of_the_score(view: ScoreView) -> None:
    view.show_sentence("There is no score.")
    assert view.plate == Plate()
    assert image(view).pixelColor(8, 8) == QColor(LIGHT.field)
    assert view.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize(("zoom", "space"), [(0.5, 4), (1.0, 7), (2.0, 14)])
def test_a_staff_space_is_whole_pixels_at_any_zoom(
    view: ScoreView, zoom: float, space: int
) -> None:
    left = view.rect_of(view.plate.systems[0]).left()
    view.show_zoom(zoom, False)
    box = view.plate.heads[0].box
    assert view.rect_of(box).left() - left == pytest.approx(box.left * space / STAFF_SPACE)
    assert darkness(view, 0) > 120


def test_keys_and_wheel_ask_for_another_size(view: ScoreView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.zoomed) as told:
        QTest.keyClicks(view, "+")
    assert told.args == [1.25]
    with qtbot.waitSignal(view.zoomed) as told:
        QTest.keyClicks(view, "-")
    assert told.args == [0.8]
    with qtbot.waitSignal(view.zoomed) as told:
        turn(view, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [1.25]


def turn(view: ScoreView, keys: Qt.KeyboardModifier, angle: int = 120) -> None:
    place = QPointF(50, 50)
    event = QWheelEvent(
        *(place, view.viewport().mapToGlobal(place), QPoint(), QPoint(0, angle)),
        *(Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(view.viewport(), event)


def test_the_wheel_goes_along_a_strip(view: ScoreView, qtbot: QtBot) -> None:
    strip = engraved(Wish(TUNE, None))
    view.show_plate(strip)
    view.show_zoom(1.0, True)
    qtbot.waitUntil(lambda: view.plate is strip)
    turn(view, Qt.KeyboardModifier.NoModifier, -120)
    assert view.horizontalScrollBar().value() == 120
    last = max(head.note for head in strip.heads)
    view.show_sounding(last)
    assert view.viewport().rect().contains(middle(view, last))


def test_only_what_is_in_sight_is_drawn(view: ScoreView, qtbot: QtBot) -> None:
    strip = engraved(Wish(TUNE, None))
    view.show_plate(strip)
    qtbot.waitUntil(lambda: view.plate is strip)
    assert 0 < len(view._drawn) < len(strip.pictures)

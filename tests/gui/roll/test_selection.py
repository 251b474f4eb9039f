"""Bars are selected with the mouse and with keys, and seen to be."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.music.melody import Melody
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from gui.look.theme import DARK
from gui.roll.selection import Selection, bar_numbers, bars_from_ticks, lengthened
from tests.gui.roll.stage import NONE, SHIFT, TUNE, Stage
from tests.gui.roll.tunes import tune

BAR = 1920
LEFT = Qt.MouseButton.LeftButton
THREE_FOUR = Song(Melody((), 480 + 4 * 1440), MeterMap.constant(Meter(3, 4), 480))


def drag(stage: Stage, first: float, last: float) -> None:
    """Over the ruler from one tick to another with Shift held."""
    ruler = stage.ruler
    begin, end = (
        QPoint(round(stage.scene.time.x_from_tick(tick)), ruler.height() // 2)
        for tick in (first, last)
    )
    QTest.mousePress(ruler, LEFT, SHIFT, begin)
    QTest.mouseMove(ruler, end)
    QTest.mouseRelease(ruler, LEFT, SHIFT, end)


def test_shift_and_the_mouse_select_whole_bars_on_the_ruler(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    told: list[Selection | None] = []
    stage.roll.selected.connect(told.append)
    drag(stage, 3 * BAR - 100, BAR + 100)
    assert stage.roll.selection == Selection(BAR, 3 * BAR)
    assert told[-1] == Selection(BAR, 3 * BAR)
    drag(stage, 5 * BAR + 9, 5 * BAR + 9)
    assert stage.roll.selection == Selection(5 * BAR, 6 * BAR)


def test_bars_are_selected_with_their_notes_and_only_with_them(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    heard: list[frozenset[int]] = []
    stage.roll.chosen_changed.connect(heard.append)
    drag(stage, BAR + 100, 3 * BAR - 100)
    notes = frozenset(range(BAR, 3 * BAR, 480))
    assert stage.roll.chosen == notes
    assert heard[-1] == notes
    bars = []
    for chosen in (notes, notes - {BAR}):
        stage.roll.choose(chosen)
        bars.append(stage.roll.selection)
    assert bars == [Selection(BAR, 3 * BAR), None]
    assert heard[-1] == notes - {BAR}


def test_other_notes_in_selected_bars_are_chosen_as_well(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    stage.roll.select(Selection(BAR, 2 * BAR))
    halves = tune([60] * 16, duration=960)
    stage.roll.show_song(halves)
    assert stage.roll.chosen == {BAR, BAR + 960}
    assert stage.roll.selection == Selection(BAR, 2 * BAR)


def test_escape_selects_and_chooses_nothing(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    stage.roll.select(Selection(0, BAR))
    QTest.keyClick(stage.roll, Qt.Key.Key_Escape)
    assert (stage.roll.selection, stage.roll.chosen) == (None, frozenset())


def test_a_plain_click_still_seeks_and_selects_nothing(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    sought: list[int] = []
    stage.roll.seek_requested.connect(sought.append)
    QTest.mouseClick(stage.ruler, LEFT, NONE, QPoint(200, 5))
    assert sought
    assert stage.roll.selection is None
    QTest.mouseClick(stage.ruler, LEFT, SHIFT, QPoint(200, 5))
    assert len(sought) == 1


def test_keys_select_from_the_playhead_on(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    stage.roll.show_playhead(BAR + 7)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(stage.roll, key, SHIFT)
    assert stage.roll.selection == Selection(BAR, 3 * BAR)
    QTest.keyClick(stage.roll, Qt.Key.Key_Escape)
    assert stage.roll.selection is None


def test_selected_bars_are_tinted_between_two_lines(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    plain = stage.image()
    stage.roll.select(Selection(BAR, 2 * BAR))
    assert stage.colour(BAR, 61) == stage.colour(2 * BAR - 12, 61) == DARK.accent
    assert stage.colour(BAR + 700, 62) != DARK.row
    assert stage.colour(2 * BAR + 700, 62) == DARK.row
    stage.roll.select(None)
    stage.roll.choose(frozenset())
    assert stage.image() == plain


def test_a_tune_too_short_for_the_selection_has_none(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    stage.roll.select(Selection(BAR, 3 * BAR))
    stage.roll.show_song(TUNE.with_melody(TUNE.melody.until(2 * BAR)))
    assert stage.roll.selection is None


def test_an_upbeat_is_a_bar_and_the_song_ends_the_last_one() -> None:
    assert bars_from_ticks(THREE_FOUR, 0, 100) == Selection(0, 480)
    assert bars_from_ticks(THREE_FOUR, 2000, 100) == Selection(0, 480 + 2 * 1440)
    assert bars_from_ticks(THREE_FOUR, 9000, 9000) is None
    assert bars_from_ticks(Song(), 0, 0) is None
    short = Song(Melody((), 2000))
    assert bars_from_ticks(short, 1950, 5000) == Selection(1920, 2000)
    assert lengthened(short, Selection(0, 1920), 1) == Selection(0, 2000)
    assert lengthened(short, Selection(0, 2000), 1) == Selection(0, 2000)
    assert lengthened(short, Selection(0, 1920), -1) == Selection(0, 1920)


def test_bars_are_named_as_the_ruler_counts_them() -> None:
    assert bar_numbers(THREE_FOUR, Selection(0, 480)) == "bar 0"
    assert bar_numbers(THREE_FOUR, Selection(480, 480 + 1440)) == "bar 1"
    assert bar_numbers(THREE_FOUR, Selection(480, 480 + 4320)) == "bars 1 to 3"

"""The ruler: the loop drawn, moved and let go again, playing from a place, seconds, and keys."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.music.span import Span
from core.music.tempo import TempoMap
from gui.look.theme import DARK
from gui.roll.labels import Labels
from gui.roll.roll import Roll
from tests.gui.roll.stage import ALT, NONE, SHIFT, TUNE, Modifier, PaintLog, Stage

BAR = 1920
LEFT = Qt.MouseButton.LeftButton
LOOP = Span(BAR, 3 * BAR)
LOW = 20


class Looper:
    """Puts into the roll what its ruler asks for, as the window does."""

    def __init__(self, roll: Roll) -> None:
        self.roll = roll
        roll.ruler.loop_drawn.connect(lambda span: roll.show_loop(span, True))
        roll.ruler.loop_restored.connect(roll.show_loop)

    @property
    def loop(self) -> Span | None:
        return self.roll.scene.loop


@pytest.fixture
def looper(stage: Stage) -> Looper:
    stage.roll.show_song(TUNE)
    stage.roll.show_loop(LOOP, True)
    return Looper(stage.roll)


def at(stage: Stage, tick: float, y: int = LOW) -> QPoint:
    return QPoint(round(stage.scene.time.x_from_tick(tick)), y)


def drag(stage: Stage, first: float, last: float, y: int = LOW, *, lets_go: bool = True) -> None:
    QTest.mousePress(stage.ruler, LEFT, NONE, at(stage, first, y))
    QTest.mouseMove(stage.ruler, at(stage, (first + last) / 2, y))
    QTest.mouseMove(stage.ruler, at(stage, last, y))
    if lets_go:
        QTest.mouseRelease(stage.ruler, LEFT, NONE, at(stage, last, y))


def key(stage: Stage, which: Qt.Key, modifiers: Modifier = NONE) -> None:
    QTest.keyClick(stage.ruler, which, modifiers)


def test_both_edges_of_the_loop_can_be_dragged(stage: Stage, looper: Looper) -> None:
    drag(stage, LOOP.end, 4 * BAR + 30)
    assert looper.loop == Span(BAR, 4 * BAR)
    drag(stage, LOOP.begin, 900)
    assert looper.loop == Span(960, 4 * BAR)


def test_the_band_moves_the_whole_loop(stage: Stage, looper: Looper) -> None:
    drag(stage, 2 * BAR, 3 * BAR + 20, y=2)
    assert looper.loop == Span(2 * BAR, 4 * BAR)


def test_below_the_band_another_loop_is_drawn(stage: Stage, looper: Looper) -> None:
    drag(stage, 2 * BAR + 100, 2 * BAR + 900)
    assert looper.loop == Span(2 * BAR, 2 * BAR + 960)


@pytest.mark.usefixtures("looper")
def test_the_pointer_tells_what_it_would_take(stage: Stage) -> None:
    shapes = []
    for tick, y in ((LOOP.begin, LOW), (2 * BAR, 2), (2 * BAR, LOW), (LOOP.end, 2)):
        QTest.mouseMove(stage.ruler, at(stage, tick, y))
        shapes.append(stage.ruler.cursor().shape())
    shape = Qt.CursorShape
    assert shapes == [
        *(shape.SizeHorCursor, shape.OpenHandCursor),
        *(shape.ArrowCursor, shape.SizeHorCursor),
    ]


@pytest.mark.parametrize("was_on", [True, False])
def test_escape_gives_the_loop_back_as_it_was(stage: Stage, looper: Looper, was_on: bool) -> None:
    stage.roll.show_loop(LOOP, was_on)
    drag(stage, 5 * BAR, 7 * BAR, lets_go=False)
    assert looper.loop == Span(5 * BAR, 7 * BAR)
    QTest.keyClick(stage.roll, Qt.Key.Key_Escape)
    assert (looper.loop, stage.scene.is_looping) == (LOOP, was_on)
    QTest.mouseMove(stage.ruler, at(stage, 2 * BAR))
    QTest.mouseRelease(stage.ruler, LEFT, NONE, at(stage, 2 * BAR))
    assert (looper.loop, stage.scene.is_looping) == (LOOP, was_on)


def test_a_double_click_plays_from_there(stage: Stage, qtbot: QtBot) -> None:
    stage.roll.show_song(TUNE)
    with qtbot.waitSignal(stage.ruler.play_requested) as asked:
        QTest.mouseDClick(stage.ruler, LEFT, NONE, at(stage, 2 * BAR) + QPoint(3, 0))
    assert asked.args == [2 * BAR]


def test_arrows_go_from_line_to_line_and_home_and_end_to_the_ends(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    sought: list[int] = []
    stage.roll.seek_requested.connect(sought.append)
    stage.roll.seek_requested.connect(stage.roll.show_playhead)
    stage.roll.show_playhead(100.0)
    for which in ("Right", "Right", "Left", "End", "Home"):
        key(stage, getattr(Qt.Key, f"Key_{which}"))
    assert sought == [480, 960, 480, TUNE.melody.end, 0]


def test_keys_move_the_loop_and_its_ends(stage: Stage, looper: Looper) -> None:
    key(stage, Qt.Key.Key_Right, SHIFT)
    assert looper.loop == Span(BAR, 3 * BAR + 480)
    key(stage, Qt.Key.Key_Right, ALT)
    assert looper.loop == Span(BAR + 480, 3 * BAR + 960)
    key(stage, Qt.Key.Key_Left, SHIFT | ALT)
    assert looper.loop == Span(BAR, 3 * BAR + 960)
    stage.roll.show_loop(None, False)
    stage.roll.show_playhead(BAR + 500.0)
    key(stage, Qt.Key.Key_Right, SHIFT)
    assert looper.loop == Span(BAR + 480, BAR + 960), "the beat of the playhead is the first one"


@pytest.mark.usefixtures("looper")
def test_the_ruler_says_where_it_stands(stage: Stage) -> None:
    stage.roll.show_playhead(BAR + 480.0)
    stage.roll.activateWindow()
    stage.ruler.setFocus(Qt.FocusReason.TabFocusReason)
    name = "Ruler, playhead in bar 2, beat 2, loop from bar 2, beat 1 to bar 4, beat 1"
    assert stage.ruler.accessibleName() == name
    stage.roll.show_loop(LOOP, False)
    assert stage.ruler.accessibleName() == f"{name}, switched off"
    assert stage.ruler.grab().toImage().pixelColor(0, LOW).name() == DARK.accent, "the focus"


def test_changes_of_tempo_stand_on_the_ruler_from_the_moment_they_come(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.roll.show_song(TUNE)
    without, log = stage.ruler.grab().toImage(), PaintLog(stage.ruler)
    stage.roll.show_song(replace(TUNE, tempos=TempoMap(((0, 100.0), (2 * BAR, 80.0)))))
    qtbot.waitUntil(lambda: stage.ruler.width() * stage.ruler.height() in log.areas)
    assert stage.ruler.grab().toImage() != without


def test_the_ruler_counts_seconds_on_request(stage: Stage) -> None:
    """At 120 a bar of four quarters takes two seconds: there is a line at every second bar line,
    and no number where bars have theirs only."""
    stage.roll.show_song(replace(TUNE, tempos=TempoMap.constant(120.0)))
    bars = stage.ruler.grab().toImage()
    stage.roll.show_labels(Labels(seconds=True))
    seconds = stage.ruler.grab().toImage()
    assert bars != seconds
    y = stage.ruler.height() - 6
    for bar in (1, 2, 3):
        x = round(stage.scene.time.x_from_tick(bar * BAR))
        assert seconds.pixelColor(x, y).name() == DARK.bar_line
    stage.roll.show_labels(Labels())
    assert stage.ruler.grab().toImage() == bars


def test_seed_and_new_parts_differ_in_shape_too(stage: Stage) -> None:
    """One piece, and dashes."""
    stage.roll.show_song(TUNE)
    image, y = stage.ruler.grab().toImage(), stage.ruler.height() - 2
    time = stage.scene.time
    seed_end, end = (round(time.x_from_tick(t)) for t in (TUNE.seed_end, TUNE.melody.end))

    def breaks(first: int, last: int) -> int:
        colours = [image.pixelColor(x, y).name() for x in range(first, last)]
        return sum(a != b for a, b in pairwise(colours))

    assert breaks(round(time.x_from_tick(0)) + 3, seed_end - 3) == 0
    assert breaks(seed_end + 3, end - 3) > 20

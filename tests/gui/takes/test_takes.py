"""Several takes at once: drawn, chosen, exchanged, heard, starred, and following the knobs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.compose.measures import Take
from core.compose.take import Takes
from core.music.song import Song
from core.project import project_from_file
from gui.composing.following import ADJUST
from gui.panels.measures import MEASURED, interval_words
from gui.panels.takecard import Role, star_rect
from gui.panels.takes import TakesPanel
from gui.studio import Studio
from gui.takes.takes import CHOOSE
from tests.gui.composing.test_following import turn
from tests.gui.fakes import FakePlayer, FakeUser
from tests.gui.panels.test_seed import type_seed
from tests.gui.test_window import controls
from tests.model.tunes import tiny_model

Key = Qt.Key


def engine_takes(seed: Song, asked: Controls) -> list[Take]:
    """What the engine makes of `seed`, which is a seed only."""
    batch = Takes(continue_song(tiny_model(), seed, asked), distinct=True)
    return [thing for thing in batch if isinstance(thing, Take)]


def draw(studio: Studio, qtbot: QtBot, number: int = 4) -> TakesPanel:
    """Generates, and returns the board."""
    studio.document.set_controls(replace(studio.document.controls, takes=number))
    studio.generate()
    settle(studio, qtbot)
    panel = studio.board.panel
    assert panel is not None
    return panel


def settle(studio: Studio, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not studio.takes.is_running and not studio.generation.is_running)


def songs(panel: TakesPanel) -> list[Song]:
    """As the cards show them from top to bottom."""
    rows = panel.list.model()
    return [rows.index(row, 0).data(Role.SONG) for row in range(rows.rowCount())]


def letters(panel: TakesPanel) -> str:
    rows = panel.list.model()
    return "".join(rows.index(row, 0).data(Role.LETTER) or "-" for row in range(rows.rowCount()))


def press(panel: TakesPanel, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(panel.list, key)


def test_one_press_draws_them_all_and_the_first_is_the_tune(studio: Studio, qtbot: QtBot) -> None:
    seed = studio.document.song
    panel = draw(studio, qtbot)
    expected = engine_takes(seed, studio.document.controls)
    assert panel.isVisible()
    assert songs(panel) == [take.song for take in expected]
    assert studio.document.song == expected[0].song
    assert studio.document.undo_label == "Generate"
    studio.document.undo()
    assert studio.document.song == seed
    assert len(songs(panel)) == 4, "the takes are still there to choose from"


def test_with_one_take_there_is_no_board(studio: Studio, qtbot: QtBot) -> None:
    studio.generate()
    settle(studio, qtbot)
    assert not studio.window.findChildren(TakesPanel)
    panel = draw(studio, qtbot)
    studio.window.generate.takes.setValue(1)
    assert not panel.isVisible()


def test_an_empty_board_says_what_takes_are_and_draws_them(studio: Studio, qtbot: QtBot) -> None:
    studio.actions["takes"].trigger()
    panel = studio.board.panel
    assert panel is not None
    assert panel.isVisible()
    assert panel.draw_button.isVisible()
    assert not panel.list.isVisible()
    type_seed(studio, "c4 nonsense")
    assert not panel.draw_button.isEnabled()
    assert panel.draw_button.toolTip() == studio.actions["generate"].toolTip()
    type_seed(studio, "c4 d4")
    panel.draw_button.click()
    settle(studio, qtbot)
    assert len(songs(panel)) == 4
    assert panel.list.isVisible()
    assert not panel.draw_button.isVisible()
    studio.actions["takes"].trigger()
    assert not panel.isVisible()


def test_digits_choose_wherever_they_are_no_text(studio: Studio, qtbot: QtBot) -> None:
    panel = draw(studio, qtbot)
    window = studio.window
    for place, widget in enumerate((window.roll, window.generate.generate_button, panel.list)):
        widget.setFocus()
        QTest.keyClick(widget, (Key.Key_3, Key.Key_2, Key.Key_4)[place])
        assert studio.document.song == songs(panel)[(2, 1, 3)[place]]
    chosen = studio.document.song
    window.transport.tempo.setFocus()
    QTest.keyClick(window.transport.tempo, Key.Key_2)
    QTest.keyClick(window.roll, Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert studio.document.song == chosen
    panel.hide()
    QTest.keyClick(window.roll, Key.Key_1)
    assert studio.document.song == chosen, "who does not see the takes means something else"


def test_digits_and_arrows_choose_and_enter_ends_the_step(studio: Studio, qtbot: QtBot) -> None:
    panel = draw(studio, qtbot)
    first, second, third, fourth = songs(panel)
    press(panel, Key.Key_3, Key.Key_2, Key.Key_Down)
    assert studio.document.song == third
    assert studio.window.roll.scene.song == third
    assert studio.document.controls.random_seed == studio.takes.all[2].controls.random_seed
    assert studio.document.undo_label == CHOOSE
    press(panel, Key.Key_Return, Key.Key_4)
    assert studio.document.song == fourth
    studio.document.undo()
    assert studio.document.song == third
    assert panel.list.currentIndex().row() == 2, "the board shows which take is the tune"
    studio.document.undo()
    assert studio.document.song == first, "those chosen without Enter between are one step"
    assert second not in (first, third)
    press(panel, Key.Key_9)
    assert studio.document.song == first, "there is no ninth"


def test_a_take_that_is_chosen_keeps_its_letter(studio: Studio, qtbot: QtBot) -> None:
    panel = draw(studio, qtbot)
    assert not panel.exchange_button.isEnabled()
    assert "Choose two takes" in panel.exchange_button.toolTip()
    press(panel, Key.Key_3)
    one, three = songs(panel)[0], songs(panel)[2]
    for expected in (one, three, one):
        studio.actions["exchange"].trigger()
        assert studio.document.song == expected
        assert letters(panel) == "A-B-", "each keeps its letter"
    press(panel, Key.Key_4)
    assert letters(panel) == "A--B", "the one that is not heard gives way"


def test_a_star_is_kept_when_others_are_drawn_and_in_the_file(
    studio: Studio, qtbot: QtBot, user: FakeUser, tmp_path: Path
) -> None:
    panel = draw(studio, qtbot)
    press(panel, Key.Key_3)
    third = studio.document.song
    studio.window.roll.choose(frozenset(note.onset for note in third.melody))
    assert studio.actions["split"].isEnabled()
    press(panel, Key.Key_S)
    loved = studio.takes.all[0]
    assert studio.document.song == third, "elsewhere S splits notes"
    assert songs(panel)[0] == loved.song, "a starred take stands first"
    draw(studio, qtbot)
    assert studio.takes.all[0] == loved
    assert len(songs(panel)) == 5
    user.to_save = tmp_path / "a.cantilena"
    studio.files.save()
    qtbot.waitUntil(lambda: not studio.document.is_changed)
    assert project_from_file(tmp_path / "a.cantilena").takes == (loved,)
    everything, named = studio.takes.all, letters(panel)
    studio.files.new()
    assert not panel.isVisible()
    studio.files.open_path(tmp_path / "a.cantilena")
    qtbot.waitUntil(lambda: bool(studio.takes.all))
    assert studio.takes.all == everything, "those without a star are there again too"
    assert letters(panel) == named
    assert panel.isVisible()
    press(panel, Key.Key_1)
    assert studio.document.song.melody == loved.song.melody
    press(panel, Key.Key_S)
    assert studio.document.takes == ()
    assert studio.document.is_changed


def test_a_take_that_loses_its_star_is_where_it_was(studio: Studio, qtbot: QtBot) -> None:
    draw(studio, qtbot)
    before = studio.takes.all
    for take in before[1:3]:
        studio.takes.star(take)
    assert studio.takes.all == (*before[1:3], before[0], before[3])
    for take in before[1:3]:
        studio.takes.star(take)
    assert (studio.takes.all, studio.document.takes) == (before, ())


def test_an_opened_board_stays_as_it_is_until_one_of_it_is_chosen(
    studio: Studio, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = draw(studio, qtbot)
    press(panel, Key.Key_3)
    studio.finish_input()
    project, named = studio.document.project, letters(panel)
    studio.document.mark_saved(project, tmp_path / "a.cantilena")
    studio.document.new()
    assert not studio.takes.all
    studio.document.show(project, tmp_path / "a.cantilena")
    assert (studio.takes.all, letters(panel)) == (project.batch.takes, named)
    assert not studio.document.is_changed
    turn(studio, temperature=0.4)
    qtbot.wait(300)
    settle(studio, qtbot)
    assert studio.takes.all == project.batch.takes, "as the opened tune they follow no knob"
    press(panel, Key.Key_1)
    assert studio.document.song == project.batch.takes[0].song
    turn(studio, temperature=0.4)
    qtbot.waitUntil(lambda: studio.takes.all[0].controls.temperature == 0.4)
    settle(studio, qtbot)
    assert studio.takes.shown is not None, "the tune follows with them"
    assert letters(panel) == named == "A-B-"


def test_a_click_on_the_star_stars_and_chooses_nothing(studio: Studio, qtbot: QtBot) -> None:
    panel = draw(studio, qtbot)
    before = studio.document.song
    card = panel.list.visualRect(panel.list.model().index(1, 0))
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(panel.list.viewport(), left, pos=star_rect(card).center())
    assert [studio.takes.all.index(take) for take in studio.document.takes] == [0]
    assert studio.document.song == before
    second = panel.list.visualRect(panel.list.model().index(2, 0))
    QTest.mouseClick(panel.list.viewport(), left, pos=second.center())
    assert studio.document.song == songs(panel)[2]


@pytest.mark.parametrize("place", range(len(MEASURED)))
def test_each_order_puts_its_leader_first(studio: Studio, qtbot: QtBot, place: int) -> None:
    panel = draw(studio, qtbot, 8)
    panel.order.setCurrentIndex(place + 1)
    takes = {take.song: take for take in studio.takes.all}
    ranks = [MEASURED[place].rank(takes[song].measures) for song in songs(panel)]
    assert ranks == sorted(ranks)
    assert len(ranks) == 8
    press(panel, Key.Key_2)
    assert studio.document.song == songs(panel)[1], "digits count the cards as they stand"


def test_a_button_that_was_pressed_on_a_star_chooses_nothing_on_its_way(
    studio: Studio, qtbot: QtBot
) -> None:
    panel = draw(studio, qtbot)
    before = studio.document.song
    rows = panel.list.model()
    first, last = (panel.list.visualRect(rows.index(row, 0)) for row in (1, 3))
    left, viewport = Qt.MouseButton.LeftButton, panel.list.viewport()
    QTest.mousePress(viewport, left, pos=star_rect(first).center())
    QTest.mouseMove(viewport, last.center())
    QTest.mouseRelease(viewport, left, pos=last.center())
    assert len(studio.document.takes) == 1
    assert studio.document.song == before


def test_the_takes_follow_the_knobs_and_starred_ones_stay(studio: Studio, qtbot: QtBot) -> None:
    seed = studio.document.song
    panel = draw(studio, qtbot)
    number = studio.document.controls.random_seed
    press(panel, Key.Key_2, Key.Key_S)
    loved = studio.document.takes[0]
    press(panel, Key.Key_3)
    shown = studio.takes.all.index(studio.takes.shown)
    turn(studio, temperature=0.6)
    asked = replace(studio.document.controls, random_seed=number)
    expected = engine_takes(seed, asked)
    qtbot.waitUntil(lambda: studio.takes.all == (loved, *expected))
    assert studio.document.song == expected[2].song
    assert shown == 2
    assert studio.document.undo_label == ADJUST
    assert loved not in expected


def test_a_number_of_takes_that_is_turned_is_followed_too(studio: Studio, qtbot: QtBot) -> None:
    panel = draw(studio, qtbot)
    first = songs(panel)
    studio.window.generate.takes.setValue(6)
    qtbot.waitUntil(lambda: len(songs(panel)) == 6)
    assert songs(panel)[:4] == first


def test_takes_of_another_seed_go_unless_they_are_starred(studio: Studio, qtbot: QtBot) -> None:
    panel = draw(studio, qtbot)
    press(panel, Key.Key_S, Key.Key_3)
    type_seed(studio, "g4 a4")
    assert [take.song for take in studio.takes.all] == [studio.document.takes[0].song]
    assert studio.takes.pair == (studio.document.takes[0], None), "what is gone cannot come back"
    typed = studio.document.song
    press(panel, Key.Key_1)
    assert studio.document.song.melody == studio.takes.all[0].song.melody
    studio.document.undo()
    assert studio.document.song == typed
    studio.document.set_takes(())
    assert not panel.isVisible()


@pytest.fixture
def slow_takes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """All takes at once, and then no end for a long time."""
    patience = Event()
    draw_all = Takes.__iter__

    def draw_slowly(takes: Takes) -> Iterator[float | Take]:
        yield from draw_all(takes)
        while not patience.wait(0.01):
            yield 0.6

    monkeypatch.setattr(Takes, "__iter__", draw_slowly)
    yield
    patience.set()


@pytest.mark.usefixtures("slow_takes")
def test_stop_keeps_what_is_there(studio: Studio, qtbot: QtBot) -> None:
    shares: list[float] = []
    studio.takes.progressed.connect(shares.append)
    studio.document.set_controls(Controls(takes=4))
    studio.generate()
    qtbot.waitUntil(lambda: shares[-1:] == [0.6])
    panel = studio.board.panel
    assert panel is not None
    assert panel.stop_button.isVisible()
    assert studio.window.generate.stop_button.isEnabled()
    panel.stop_button.click()
    settle(studio, qtbot)
    assert len(studio.takes.all) == 4
    assert studio.document.song == studio.takes.all[0].song
    assert not panel.stop_button.isVisible()


@pytest.mark.usefixtures("slow_takes")
def test_a_seed_changed_meanwhile_ends_the_drawing(studio: Studio, qtbot: QtBot) -> None:
    studio.document.set_controls(Controls(takes=4))
    with qtbot.waitSignal(studio.takes.progressed):
        studio.generate()
    type_seed(studio, "g4")
    assert not studio.takes.is_running
    assert not studio.takes.all


def test_a_seed_that_is_too_long_offers_the_length(studio: Studio, qtbot: QtBot) -> None:
    type_seed(studio, "c4/1 " * 10)
    studio.document.set_controls(Controls(takes=3))
    studio.generate()
    qtbot.waitUntil(studio.window.message.isVisible)
    studio.window.message.offer.click()
    settle(studio, qtbot)
    assert [take.song.bars for take in studio.takes.all] == [18, 18, 18]


def hover(panel: TakesPanel, row: int) -> None:
    index = panel.list.model().index(row, 0)
    QTest.mouseMove(panel.list.viewport(), panel.list.visualRect(index).center())
    panel.list.entered.emit(index)


def test_a_take_sounds_under_the_mouse_and_the_tune_stays(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    panel = draw(studio, qtbot)
    one, two, three, _ = songs(panel)
    studio.playback.seek(480)
    player.asked.clear()
    hover(panel, 1)
    qtbot.waitUntil(lambda: studio.playback.is_playing)
    assert player.asked == [("play", two, 0)]
    assert studio.window.roll.scene.song == two
    hover(panel, 2)
    qtbot.waitUntil(lambda: player.asked[-1] == ("revise", three))
    QTest.mouseMove(studio.window.transport)  # or Qt would find it there again, now and then
    QApplication.sendEvent(panel.list, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not studio.playback.is_playing)
    qtbot.waitUntil(lambda: studio.playback.tick == 480)
    assert studio.window.roll.scene.song == one == studio.document.song
    panel.hears.setChecked(False)
    player.asked.clear()
    hover(panel, 1)
    qtbot.wait(450)
    assert not player.asked


def test_the_board_can_be_hidden_and_reached_by_keys(studio: Studio, qtbot: QtBot) -> None:
    panel = draw(studio, qtbot)
    window = studio.window
    visible = []
    for _ in range(2):
        studio.actions["takes"].trigger()
        visible.append(panel.isVisible())
    assert visible == [False, True]
    window.activateWindow()
    assert QApplication.focusWidget() is panel.list
    reached = set()
    for _ in range(100):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        QTest.keyClick(focused, Key.Key_Tab)
    assert panel.list in reached
    missed = [w for w in controls(studio) if w.isEnabled() and w not in reached]
    assert not missed, [w.accessibleName() for w in missed]
    for widget in controls(studio):
        assert widget.toolTip() or widget.accessibleDescription(), widget


@pytest.mark.parametrize("size", [(1280, 800), (1000, 650)])
def test_nothing_is_cut_off(studio: Studio, size: tuple[int, int], qtbot: QtBot) -> None:
    panel = draw(studio, qtbot)
    window = studio.window
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    QTest.qWait(20)
    of_board = [widget for widget in controls(studio) if panel.isAncestorOf(widget)]
    for widget in (*of_board, panel.list, window.roll, window.keyboard, window.transport):
        corner = widget.mapTo(window, widget.rect().bottomRight())
        assert corner.x() < size[0], widget.accessibleName()
        assert corner.y() < size[1], widget.accessibleName()
    assert panel.list.height() > 100


def test_intervals_have_their_names() -> None:
    assert [interval_words(n) for n in (0, 7, 12, 16, 40, 60)] == [
        *("one pitch", "a fifth", "an octave", "an octave and a third"),
        *("three octaves and a third", "5 octaves"),
    ]

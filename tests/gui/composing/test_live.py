"""While it plays, what was heard stays, and what is to come follows the knobs."""

import pytest
from pytestqt.qtbot import QtBot

from core.compose.live.line import continue_from
from core.compose.pins.pin import Pin
from core.music.song import Song
from core.words import Words
from gui.composing.following import ADJUST
from gui.panels.live import Liveness
from gui.studio import Studio
from tests.gui.composing.test_following import generated, turn
from tests.gui.fakes import FakePlayer
from tests.model.tunes import tiny_model

BAR = 1920


def play_to(studio: Studio, qtbot: QtBot, player: FakePlayer, tick: int) -> None:
    if not studio.playback.is_playing:
        studio.playback.toggle()
        qtbot.waitUntil(lambda: studio.playback.is_playing)
    player.tick = float(tick)
    qtbot.waitUntil(lambda: studio.playback.tick == tick)


def before(song: Song, tick: int) -> list[object]:
    return [note for note in song.melody if note.onset < tick]


def ghosts(studio: Studio) -> float:
    return studio.window.roll.scene.ghosts


def test_a_knob_changes_what_comes_behind_the_next_bar(
    studio: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    generated(studio, qtbot)
    first = studio.document.song
    play_to(studio, qtbot, player, 2 * BAR + 500)
    wished = turn(studio, temperature=0.3)
    continuation = continue_from(tiny_model(), first, wished, 3 * BAR)
    expected = continuation.song(continuation)
    qtbot.waitUntil(lambda: studio.document.song == expected)
    assert before(expected, 3 * BAR) == before(first, 3 * BAR)
    assert expected.melody != first.melody
    assert player.asked[-1] == ("revise", expected)
    assert "stop" not in player.asked


def test_turns_while_it_plays_are_one_step_and_undo_brings_all_back(
    studio: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    generated(studio, qtbot)
    first, asked = studio.document.song, studio.document.controls
    for bar, temperature in ((2, 0.2), (3, 0.5), (4, 1.9)):
        play_to(studio, qtbot, player, bar * BAR + 10)
        with qtbot.waitSignal(studio.generation.running_changed, check_params_cb=lambda on: not on):
            turn(studio, temperature=temperature)
    assert studio.document.undo_label == ADJUST
    assert before(studio.document.song, 3 * BAR) == before(first, 3 * BAR)
    studio.document.undo()
    assert (studio.document.song, studio.document.controls) == (first, asked)
    assert player.asked[-1] == ("revise", first)


def test_ghosts_lie_behind_the_line_which_moves_ahead_of_the_playhead(
    studio: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    assert ghosts(studio) == float("inf")
    generated(studio, qtbot)
    assert ghosts(studio) == float("inf"), "nothing plays"
    for tick, line in ((10, BAR), (BAR - 10, 2 * BAR), (BAR + 10, 2 * BAR)):
        play_to(studio, qtbot, player, tick)
        shown = line
        qtbot.waitUntil(lambda: ghosts(studio) == shown)  # noqa: B023  it waits here
    studio.window.live.opener.click()
    studio.window.live.line.setCurrentIndex(1)
    assert ghosts(studio) % 480 == 0
    assert BAR + 10 < ghosts(studio) <= BAR + 960
    studio.window.live.line.setCurrentIndex(2)
    assert ghosts(studio) == float("inf"), "the whole tune follows"
    studio.window.live.line.setCurrentIndex(0)
    studio.playback.toggle()
    qtbot.waitUntil(lambda: ghosts(studio) == float("inf"))


def test_a_tune_that_follows_no_knob_has_no_ghosts(
    studio: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    play_to(studio, qtbot, player, 100)
    assert ghosts(studio) == float("inf")


@pytest.mark.parametrize("index", [1, 2])
def test_beats_or_the_whole_tune_may_change_instead(
    studio: Studio, qtbot: QtBot, player: FakePlayer, index: int
) -> None:
    generated(studio, qtbot)
    first = studio.document.song
    studio.window.live.opener.click()
    studio.window.live.line.setCurrentIndex(index)
    assert studio.window.live.liveness.line == ("beat", None)[index - 1]
    play_to(studio, qtbot, player, 4 * BAR + 100)
    turn(studio, temperature=2.0, random_seed=99)
    qtbot.waitUntil(lambda: studio.document.song != first)
    second = studio.document.song
    kept = [n for n, m in zip(first.melody, second.melody, strict=False) if n == m]
    if index == 1:
        assert before(second, 4 * BAR + 480) == before(first, 4 * BAR + 480)
        assert before(second, 5 * BAR + 480) != before(first, 5 * BAR + 480)
    else:
        assert before(second, 4 * BAR) != before(first, 4 * BAR)
    assert kept


def test_pins_behind_the_line_are_kept_too(
    studio: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    generated(studio, qtbot)
    first = studio.document.song
    pinned = [n for n in first.melody if n.onset >= 5 * BAR][2]
    early = next(n for n in first.melody if n.onset >= BAR)
    studio.document.pin(Words("Pin"), (Pin.of(early), Pin.of(pinned)))
    play_to(studio, qtbot, player, 2 * BAR + 500)
    turn(studio, temperature=1.6, random_seed=5)
    qtbot.waitUntil(lambda: studio.document.song.melody != first.melody)
    second = studio.document.song
    assert before(second, 3 * BAR) == before(first, 3 * BAR)
    assert pinned in second.melody.notes
    assert second.melody.end == first.melody.end
    assert second.seed_end == first.seed_end


def test_a_tune_that_comes_late_is_drawn_once_more_behind_the_next_line(
    studio: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    generated(studio, qtbot)
    first = studio.document.song
    play_to(studio, qtbot, player, BAR + 10)
    with qtbot.waitSignal(studio.generation.running_changed):
        turn(studio, temperature=1.7)
    studio.playback.seek(3 * BAR + 10)  # before the job can hand on what it made
    qtbot.waitUntil(lambda: studio.document.song.melody != first.melody)
    assert before(studio.document.song, 3 * BAR) == before(first, 3 * BAR)


def test_in_the_last_bar_nothing_is_left_to_change(
    studio: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    generated(studio, qtbot)
    first = studio.document.song
    play_to(studio, qtbot, player, 7 * BAR + 1900)
    turn(studio, temperature=0.1)
    qtbot.wait(200)
    assert studio.document.song == first
    assert not studio.window.message.isVisible()


def test_what_is_set_in_the_panel_is_told(studio: Studio, qtbot: QtBot) -> None:
    live = studio.window.live
    assert live.liveness == Liveness()
    assert live.opener.text() == "Live: knobs, answers, endless music"
    live.opener.click()
    live.line.setCurrentIndex(1)
    live.answer_line.setCurrentIndex(1)
    live.answer_bars.setValue(1)
    assert live.answer_bars.text() == "1 bar"
    assert live.cadence.text() == "no cadences"
    live.cadence.setValue(4)
    assert live.cadence.text() == "cadence every 4 bars"
    with qtbot.waitSignal(live.changed) as told:
        live.endless.click()
    assert told.args == [Liveness("beat", 1, "beat", is_endless=True, cadence=4)]
    assert live.opener.text() == "Live: endless music"


def test_the_panel_fits_into_its_column(studio: Studio, qtbot: QtBot) -> None:
    studio.window.live.opener.click()
    qtbot.wait(20)
    panel = studio.window.live
    assert panel.minimumSizeHint().width() <= 290

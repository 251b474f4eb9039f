"""The transport bar: pause, stop, loop, metronome, tap, panic, by mouse and by key."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.music.meter import Meter
from core.music.span import Span
from core.music.tempo import TempoMap
from core.music.text import melody_from_text
from core.words import Words
from gui.studio import Studio
from tests.gui.fakes import FakePlayer
from tests.gui.playing.test_playback import hear

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def two_bars_in_sight(studio: Studio) -> None:
    """Near enough for the beats to be seen."""
    melody = melody_from_text("c4 d4 e4 f4 g4 a4 b4 c5")
    song = replace(studio.document.song, melody=melody, seed_end=melody.end)
    studio.document.commit(Words("Two bars"), song)
    studio.document.close_step()
    studio.window.roll.fit()


def looped(player: FakePlayer) -> Span | None:
    """Read anew after each key, which a type checker cannot know."""
    return player.loop


def press(studio: Studio, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    studio.window.activateWindow()
    studio.window.roll.setFocus()
    QTest.keyClick(studio.window.roll, key, modifiers)


def drag(studio: Studio, first: int, last: int) -> None:
    """Over the ruler, from tick to tick."""
    ruler, time_axis = studio.window.roll.ruler, studio.window.roll.scene.time
    begin, end = (QPoint(round(time_axis.x_from_tick(tick)), 8) for tick in (first, last))
    QTest.mousePress(ruler, LEFT, pos=begin)
    QTest.mouseMove(ruler, (begin + end) / 2)
    QTest.mouseMove(ruler, end)
    QTest.mouseRelease(ruler, LEFT, pos=end)


def test_space_pauses_where_it_is_and_goes_on_there(studio: Studio, player: FakePlayer) -> None:
    press(studio, Qt.Key.Key_Space)
    hear(player)
    player.tick = 720.0
    press(studio, Qt.Key.Key_Space)
    hear(player)
    assert studio.playback.tick == 720
    press(studio, Qt.Key.Key_Space)
    assert player.asked[-1] == ("play", studio.document.song, 720)


def test_stop_goes_back_to_where_it_began_and_then_to_the_start(
    studio: Studio, player: FakePlayer
) -> None:
    studio.playback.seek(480)
    press(studio, Qt.Key.Key_Space)
    hear(player)
    player.tick = 1200.0
    press(studio, Qt.Key.Key_Space, SHIFT)
    hear(player)
    assert studio.playback.tick == 480
    studio.window.transport.stop_button.click()
    assert studio.playback.tick == 0


def test_stop_is_heard_in_a_number_and_on_a_button(studio: Studio, player: FakePlayer) -> None:
    transport = studio.window.transport
    for field in (transport.tempo, transport.loop_button, transport.output):
        studio.playback.seek(480)
        press(studio, Qt.Key.Key_Space)
        hear(player)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Space, SHIFT)
        hear(player)
        assert not studio.playback.is_playing
    assert looped(player) is None


def test_return_plays_from_the_first_bar_and_jumps_there(
    studio: Studio, player: FakePlayer
) -> None:
    studio.playback.seek(480)
    press(studio, Qt.Key.Key_Return)
    assert player.asked[-1] == ("play", studio.document.song, 0)
    hear(player)
    press(studio, Qt.Key.Key_Enter)
    assert ("seek", 0) in player.asked


def test_return_in_a_number_or_in_the_seed_is_no_play(studio: Studio, player: FakePlayer) -> None:
    studio.window.activateWindow()
    for field in (studio.window.transport.tempo, studio.window.seed.field):
        field.setFocus()
        player.asked.clear()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert not player.asked


def test_letters_of_the_seed_are_no_keys_of_the_transport(
    studio: Studio, player: FakePlayer
) -> None:
    studio.window.activateWindow()
    studio.window.seed.field.setFocus()
    QTest.keyClicks(studio.window.seed.field, "lkt")
    assert looped(player) is None
    assert not player.manner.metronome


def test_another_meter_is_heard_at_once(studio: Studio, player: FakePlayer) -> None:
    press(studio, Qt.Key.Key_Space)
    hear(player)
    studio.editing.set_meter(Meter(3, 4))
    assert player.asked[-1] == ("revise", studio.document.song)


def test_a_drag_on_the_bar_numbers_loops_whole_beats(studio: Studio, player: FakePlayer) -> None:
    drag(studio, 500, 1300)
    assert looped(player) == Span(480, 1440)
    assert studio.window.transport.loop_button.isChecked()
    press(studio, Qt.Key.Key_L)
    assert looped(player) is None
    assert not studio.window.transport.loop_button.isChecked()
    studio.window.transport.loop_button.click()
    assert looped(player) == Span(480, 1440)
    assert studio.window.transport.loop_button.isChecked()


def test_a_click_on_the_bar_numbers_goes_there_and_loops_nothing(
    studio: Studio, player: FakePlayer
) -> None:
    drag(studio, 1000, 1000)
    assert looped(player) is None
    assert studio.playback.tick > 0


def test_the_loop_is_drawn_on_the_ruler(studio: Studio) -> None:
    ruler, time_axis = studio.window.roll.ruler, studio.window.roll.scene.time
    inside = round(time_axis.x_from_tick(1000))
    before = ruler.grab().toImage().pixelColor(inside, 2)
    drag(studio, 500, 1300)
    looping = ruler.grab().toImage().pixelColor(inside, 2)
    press(studio, Qt.Key.Key_L)
    off = ruler.grab().toImage().pixelColor(inside, 2)
    assert len({before.name(), looping.name()}) == 2
    assert off != looping


def test_without_a_stretch_the_selected_bars_or_all_are_looped(
    studio: Studio, player: FakePlayer
) -> None:
    press(studio, Qt.Key.Key_L)
    assert looped(player) == Span(0, 3840), "all of the tune"
    studio.window.roll.setFocus()
    QTest.keyClick(studio.window.roll, Qt.Key.Key_Right, SHIFT)
    press(studio, Qt.Key.Key_L, SHIFT)
    assert looped(player) == Span(0, 1920), "the bar that is selected"


def test_play_behind_the_loop_begins_with_it(studio: Studio, player: FakePlayer) -> None:
    drag(studio, 500, 1300)
    studio.playback.seek(1920)
    press(studio, Qt.Key.Key_Space)
    assert player.asked[-1] == ("play", studio.document.song, 480)


def test_the_metronome_is_one_of_the_choices(studio: Studio, player: FakePlayer) -> None:
    button = studio.window.transport.metronome_button
    stood = []
    for is_by_key in (True, False):
        if is_by_key:
            press(studio, Qt.Key.Key_K)
        else:
            button.click()
        stood += [player.manner.metronome, button.isChecked(), studio.sound.choices.metronome]
    assert stood == [True] * 3 + [False] * 3


def test_what_is_chosen_for_the_sound_reaches_the_player(
    studio: Studio, player: FakePlayer
) -> None:
    chosen = replace(studio.sound.choices, program=40, channel=3, swing=0.5, sends_clock=True)
    studio.sound.choose(replace(chosen, count_in=1))
    manner = player.manner
    assert (manner.program, manner.channel, manner.swing) == (40, 3, 0.5)
    assert manner.sends_clock
    press(studio, Qt.Key.Key_Space)
    assert player.count_in == 1920


def test_the_tempo_is_tapped_where_the_tune_is(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, seconds = studio.document, [100.0]
    tempos = TempoMap(((0, 100.0), (960, 50.0)))
    document.commit(Words("Open"), replace(document.song, tempos=tempos))
    studio.playback.seek(960)
    monkeypatch.setattr("gui.playing.console.time.perf_counter", lambda: seconds[0])
    for _ in range(4):
        press(studio, Qt.Key.Key_T)
        seconds[0] += 1.0
    assert document.song.tempos == TempoMap(((0, 120.0), (960, 60.0)))


def test_a_tapped_tempo_is_heard_and_is_one_step(
    studio: Studio, player: FakePlayer, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = [100.0]
    monkeypatch.setattr("gui.playing.console.time.perf_counter", lambda: seconds[0])
    for _ in range(4):
        press(studio, Qt.Key.Key_T)
        seconds[0] += 0.4
    assert player.asked[-1] == ("tempos", TempoMap.constant(150.0))
    assert studio.window.transport.tempo.value() == 150
    studio.document.undo()
    assert studio.document.song.tempo == 100


def test_panic_by_button_and_by_key(studio: Studio, player: FakePlayer) -> None:
    studio.window.transport.panic_button.click()
    control = Qt.KeyboardModifier.ControlModifier
    press(studio, Qt.Key.Key_X, control | SHIFT)
    assert player.asked.count("panic") == 2


def test_a_loop_behind_a_shorter_tune_is_forgotten(studio: Studio, player: FakePlayer) -> None:
    drag(studio, 2000, 3000)
    assert looped(player) is not None
    song = studio.document.song
    studio.document.commit(Words("Cut"), replace(song, melody=song.melody.until(960)))
    assert looped(player) is None

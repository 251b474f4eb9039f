"""What is played becomes notes of the tune, whatever ends the recording."""

import time
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.span import Span
from core.recording.choices import RecordingChoices
from core.settings import Settings
from core.sound.reports import Failed, OutputLost, Received, Restarted, Stopped
from core.words import Words
from gui.recording.recording import MAKE_SEED, RECORD
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakePlayer
from tests.gui.panels.test_seed import type_seed

AS_PLAYED = RecordingChoices(grid=0)
SPEED = 800.0
"""Ticks a second at 100 quarters a minute."""


class Hands:
    """Plays on the fake player: time stands where the last event was."""

    def __init__(self, studio: Studio, player: FakePlayer, qtbot: QtBot) -> None:
        self.studio, self.player, self.qtbot = studio, player, qtbot
        self.begun_seconds = 0.0

    def at(self, tick: float | None) -> None:
        self.player.tick = tick
        self.qtbot.wait(25)

    def run_to(self, tick: float) -> None:
        """As time does, without a jump."""
        while (now := self.player.tick or 0.0) < tick:
            self.at(min(now + 500, tick))

    def key(self, tick: float, pitch: int, velocity: int = 80) -> None:
        seconds = self.begun_seconds + tick / SPEED
        running = None if self.player.tick is None else tick
        kind = 0x90 if velocity else 0x80
        self.player.reports.append(Received(bytes((kind, pitch, velocity)), seconds, running))
        if self.player.tick is not None:
            self.player.tick = max(tick, 0)  # as the player shows a count-in
        self.qtbot.waitUntil(lambda: not self.player.reports)

    def note(self, onset: float, end: float, pitch: int) -> None:
        self.key(onset, pitch)
        self.key(end, pitch, 0)


@pytest.fixture
def studio(open_studio: Open) -> Studio:
    return open_studio(Settings(seed="c4 d4 e4/2", recording=AS_PLAYED))


@pytest.fixture
def hands(studio: Studio, player: FakePlayer, qtbot: QtBot) -> Hands:
    type_seed(studio, "")
    return Hands(studio, player, qtbot)


def begin(studio: Studio, qtbot: QtBot) -> None:
    studio.window.transport.record_button.click()
    qtbot.waitUntil(lambda: studio.playback.is_playing)


def state(studio: Studio) -> str:
    return studio.desk.recording.state


def asked_to_run_on(player: FakePlayer) -> bool:
    return player.runs_on


def notes(song: Song) -> list[tuple[int, int, int]]:
    return [(note.onset, note.end, note.pitch) for note in song.melody]


def test_a_recording_is_one_step_and_the_seed(
    studio: Studio, hands: Hands, player: FakePlayer, qtbot: QtBot
) -> None:
    before = studio.document.song
    begin(studio, qtbot)
    assert player.runs_on
    assert state(studio) == "starting"
    hands.note(10.4, 400, 60)
    hands.key(480, 64)
    hands.at(700)
    assert state(studio) == "recording"
    assert studio.window.transport.record_button.property("state") == "recording"
    seen = [(10, 400, 60), (480, 700, 64)]  # while it is played; the second key is still down
    qtbot.waitUntil(lambda: notes(studio.window.roll.scene.song) == seen)
    assert studio.document.song == before
    studio.window.transport.record_button.click()
    song = studio.document.song
    assert notes(song) == [(10, 400, 60), (480, 700, 64)]
    assert song.seed == song.melody
    assert studio.document.undo_label == RECORD
    qtbot.waitUntil(lambda: not studio.playback.is_playing)  # the end of the tune is past
    assert state(studio) == "idle"
    studio.document.undo()
    assert studio.document.song == before
    assert studio.window.roll.scene.song == before


@pytest.mark.parametrize(
    "end",
    [
        (Stopped(700),),
        (OutputLost(Words("The output is gone.")), Stopped(700)),
        (Stopped(700), Restarted(Words("The player was started anew."))),
    ],
    ids=["stop", "output lost", "player killed"],
)
def test_whatever_ends_the_playing_keeps_what_was_played(
    studio: Studio, hands: Hands, player: FakePlayer, qtbot: QtBot, end: tuple[Stopped, ...]
) -> None:
    begin(studio, qtbot)
    hands.note(0, 400, 60)
    hands.key(480, 64)
    hands.at(700)
    player.tick = None
    player.reports.extend(end)
    qtbot.waitUntil(lambda: not studio.desk.recording.is_active)
    assert notes(studio.document.song) == [(0, 400, 60), (480, 700, 64)]


def test_a_window_that_is_closed_keeps_what_was_played(
    studio: Studio, hands: Hands, qtbot: QtBot
) -> None:
    begin(studio, qtbot)
    hands.note(0, 400, 60)
    studio.window.close()
    assert notes(studio.document.song) == [(0, 400, 60)]
    assert studio.document.undo_label == RECORD


def test_a_recording_that_cannot_begin_says_so(
    studio: Studio, player: FakePlayer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = Failed(Words("No output is open."))
    monkeypatch.setattr(player, "play", lambda *_, **__: player.reports.append(sentence))
    studio.window.transport.record_button.click()
    qtbot.waitUntil(lambda: studio.window.message.sentence == "No output is open.")
    assert studio.desk.recording.state == "idle"


@pytest.mark.usefixtures("hands")
def test_a_first_note_that_nothing_plays_to_is_kept_and_it_says_why(
    studio: Studio, player: FakePlayer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = Failed(Words("No output is open."))
    monkeypatch.setattr(player, "play", lambda *_, **__: player.reports.append(sentence))
    studio.desk.recording.begin(waits=True)
    player.reports.append(Received(bytes((0x90, 60, 80)), time.perf_counter(), None))
    qtbot.waitUntil(lambda: studio.window.message.sentence == "No output is open.")
    assert state(studio) == "idle"
    assert [note.pitch for note in studio.document.song.melody] == [60]


def test_it_waits_for_the_first_note_which_is_where_time_begins(
    studio: Studio, hands: Hands, player: FakePlayer, qtbot: QtBot
) -> None:
    studio.desk.recording.begin(waits=True)
    assert studio.desk.recording.state == "waiting"
    hands.at(None)
    seconds = time.perf_counter()
    player.reports.append(Received(bytes((0x90, 60, 80)), seconds, None))
    qtbot.waitUntil(lambda: studio.playback.is_playing)
    begun = player.tick
    assert begun is not None
    assert 0 <= begun < 0.5 * SPEED, "time has gone on since the key went down"
    late = 30.0  # ticks by which the player began later than it should
    for message, passed in (((0x80, 60, 0), 0.5), ((0x90, 62, 80), 0.6), ((0x80, 62, 0), 1.0)):
        tick = passed * SPEED - late
        player.reports.append(Received(bytes(message), seconds + passed, tick))
        hands.at(tick)
    studio.desk.recording.finish()
    assert notes(studio.document.song) == [(0, 400, 60), (480, 800, 62)]


@pytest.mark.usefixtures("hands")
def test_who_waits_in_vain_can_leave_it(studio: Studio) -> None:
    studio.desk.recording.begin(waits=True)
    studio.actions["record"].trigger()
    assert studio.desk.recording.state == "idle"
    assert notes(studio.document.song) == []


def test_a_tune_can_be_recorded_over_and_what_follows_stays(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    hands = Hands(studio, player, qtbot)
    studio.playback.seek(480)
    begin(studio, qtbot)
    assert player.tick == 480
    hands.note(500, 700, 72)
    hands.at(900)
    studio.desk.recording.finish()
    assert notes(studio.document.song) == [(0, 480, 60), (500, 700, 72), (960, 1920, 64)]


def test_overdubbing_keeps_what_is_not_in_its_way(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    studio.window.record.show_choices(replace(AS_PLAYED, mode="overdub"))
    hands = Hands(studio, player, qtbot)
    begin(studio, qtbot)
    hands.note(100, 200, 72)
    hands.at(900)
    studio.desk.recording.finish()
    assert notes(studio.document.song)[:3] == [(0, 100, 60), (100, 200, 72), (480, 960, 62)]


def test_quantising_on_the_way_in(studio: Studio, hands: Hands, qtbot: QtBot) -> None:
    studio.window.record.show_choices(RecordingChoices(grid=240))
    begin(studio, qtbot)
    hands.note(20, 450, 60)
    hands.note(470, 730, 62)
    studio.desk.recording.finish()
    assert notes(studio.document.song) == [(0, 480, 60), (480, 720, 62)]
    original = studio.desk.recording.original
    assert original is not None
    assert original.strokes[0].onset == 20


def test_notes_come_earlier_by_the_latency(studio: Studio, hands: Hands, qtbot: QtBot) -> None:
    studio.sound.choose(replace(studio.sound.choices, latency_seconds=0.05))
    begin(studio, qtbot)
    hands.note(140, 540, 60)
    studio.desk.recording.finish()
    assert notes(studio.document.song) == [(100, 500, 60)]


@pytest.mark.usefixtures("hands")
def test_keys_of_the_screen_are_not_written_twice(studio: Studio, qtbot: QtBot) -> None:
    begin(studio, qtbot)
    studio.window.keyboard.piano.pressed.emit(67)
    assert studio.window.seed.text == ""
    assert not studio.window.keyboard.adds.isEnabled()
    assert "recorded" in studio.window.keyboard.adds.toolTip()
    studio.desk.recording.finish()
    assert studio.window.keyboard.adds.isEnabled()


def test_what_was_played_becomes_the_seed_with_one_click(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    panel = studio.window.record
    panel.opener.click()
    assert not panel.seed_button.isEnabled()
    assert "Record something first" in panel.seed_button.toolTip()
    hands = Hands(studio, player, qtbot)
    studio.playback.seek(1920)
    begin(studio, qtbot)
    hands.note(2000, 2400, 72)
    panel.seed_button.click()
    song = studio.document.song
    assert notes(song) == [(80, 480, 72)]
    assert song.seed == song.melody
    assert studio.document.undo_label == MAKE_SEED
    studio.document.undo()
    assert notes(studio.document.song)[-1] == (2000, 2400, 72)


def test_a_tune_that_changes_below_is_recorded_over_as_it_is(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    hands = Hands(studio, player, qtbot)
    studio.window.record.show_choices(replace(AS_PLAYED, mode="overdub"))
    begin(studio, qtbot)
    hands.note(100, 200, 72)
    other = Melody((Note(0, 1920, 50), Note(1920, 1920, 52)), 3840)
    studio.document.commit(Words("Something else"), studio.document.song.with_melody(other))
    hands.at(500)
    studio.desk.recording.finish()
    assert notes(studio.document.song) == [(0, 100, 50), (100, 200, 72), (1920, 3840, 52)]


def test_who_jumps_elsewhere_ends_the_recording(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    hands = Hands(studio, player, qtbot)
    begin(studio, qtbot)
    hands.note(100, 200, 72)
    studio.playback.seek(9600)
    hands.at(9600)
    assert studio.desk.recording.state == "idle"
    assert (100, 200, 72) in notes(studio.document.song)
    assert (960, 1920, 64) in notes(studio.document.song), "nothing on the way was replaced"


def test_a_player_that_jumps_ends_the_recording(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    """As behind a machine that slept, or another one's clock."""
    hands = Hands(studio, player, qtbot)
    begin(studio, qtbot)
    hands.note(100, 200, 72)
    hands.at(9600)
    assert studio.desk.recording.state == "idle"
    assert (100, 200, 72) in notes(studio.document.song)


class Sleeper:
    """The clock of the recording, which a test can put forward."""

    def __init__(self) -> None:
        self.slept_seconds = 0.0
        self.monotonic = time.monotonic

    def perf_counter(self) -> float:
        return time.perf_counter() + self.slept_seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Sleeper:
    sleeper = Sleeper()
    monkeypatch.setattr("gui.recording.recording.time", sleeper)
    return sleeper


def test_a_window_that_stood_still_goes_on_recording_and_loses_no_note(
    studio: Studio, player: FakePlayer, qtbot: QtBot, clock: Sleeper
) -> None:
    hands = Hands(studio, player, qtbot)
    begin(studio, qtbot)
    hands.begun_seconds = time.perf_counter()
    for onset in (100, 900, 1700):
        for tick, velocity in ((onset, 80), (onset + 300, 0)):
            message = bytes((0x90, 72, velocity))
            seconds = hands.begun_seconds + tick / SPEED
            player.reports.append(Received(message, seconds, tick))
    clock.slept_seconds = 5.0
    hands.at(5.0 * SPEED)
    assert state(studio) == "recording"
    hands.note(4100, 4200, 74)
    studio.desk.recording.finish()
    played = [note for note in notes(studio.document.song) if note[2] >= 72]
    assert played == [(100, 400, 72), (900, 1200, 72), (1700, 2000, 72), (4100, 4200, 74)]


def test_a_window_that_stood_still_for_passes_of_a_loop_knows_which_one_a_note_is_in(
    studio: Studio, hands: Hands, player: FakePlayer, qtbot: QtBot, clock: Sleeper
) -> None:
    studio.playback.choose_loop(Span(0, 960))
    begin(studio, qtbot)
    hands.at(10)
    began_seconds = time.perf_counter()
    # One in the first pass, one in the third, and the window stands in the fourth again.
    for seconds, tick, velocity in ((0.2, 170, 80), (0.4, 330, 0), (2.8, 320, 80), (3.0, 480, 0)):
        message = bytes((0x90, 60, velocity))
        player.reports.append(Received(message, began_seconds + seconds, tick))
    clock.slept_seconds = 3.7
    hands.at(80)
    assert state(studio) == "recording"
    studio.desk.recording.finish()
    assert notes(studio.document.song) == [(320, 480, 60)], "it was played over in a later pass"


@pytest.mark.parametrize("place", [500, 240, 9600])
def test_a_seek_ends_the_recording_where_it_was(
    studio: Studio, hands: Hands, player: FakePlayer, qtbot: QtBot, place: int
) -> None:
    begin(studio, qtbot)
    hands.note(100, 200, 72)
    hands.note(300, 450, 74)
    player.reports.append(Received(bytes((0x90, 76, 80)), 0.6, 460))
    player.tick = 480
    studio.playback.seek(place)
    assert state(studio) == "idle"
    assert [pitch for _, _, pitch in notes(studio.document.song)] == [72, 74, 76]


def test_it_counts_in_but_not_before_a_first_note_that_it_waits_for(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    studio.sound.choose(replace(studio.sound.choices, count_in=2))
    begin(studio, qtbot)
    assert player.count_in == 2 * 1920
    Hands(studio, player, qtbot).note(-300, -200, 60)
    studio.desk.recording.finish()
    assert studio.document.undo_label is None, "what is played before the bar is no part of it"
    qtbot.waitUntil(lambda: not studio.playback.is_playing)
    studio.desk.recording.begin(waits=True)
    player.reports.append(Received(bytes((0x90, 60, 80)), time.perf_counter(), None))
    qtbot.waitUntil(lambda: studio.playback.is_playing)
    assert player.count_in == 0


def test_each_pass_of_a_loop_is_heard_in_the_next_and_all_are_one_step(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    before = studio.document.song
    studio.playback.choose_loop(Span(480, 1440))
    studio.playback.seek(480)
    hands = Hands(studio, player, qtbot)
    begin(studio, qtbot)
    assert player.loop == Span(480, 1440)
    hands.note(500, 600, 70)
    hands.at(1300)
    qtbot.waitUntil(lambda: (500, 600, 70) in notes(studio.document.song))
    assert player.asked[-1] == ("revise", studio.document.song)
    hands.at(490)
    hands.note(700, 800, 71)
    hands.at(900)
    studio.desk.recording.finish()
    assert notes(studio.document.song) == [(0, 480, 60), (700, 800, 71)]
    assert "stop" not in player.asked, "the loop goes on"
    studio.document.undo()
    assert studio.document.song == before


def test_undo_in_a_loop_takes_back_what_was_played_and_it_goes_on(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    before = studio.document.song
    studio.playback.choose_loop(Span(0, 1920))
    hands = Hands(studio, player, qtbot)
    begin(studio, qtbot)
    hands.note(500, 600, 70)
    hands.at(1600)
    qtbot.waitUntil(lambda: studio.document.song != before)
    studio.document.undo()
    assert studio.document.song == before
    assert studio.desk.recording.is_active
    hands.at(10)
    hands.note(960, 1000, 72)
    studio.desk.recording.finish()
    assert (960, 1000, 72) in notes(studio.document.song)
    assert (500, 600, 70) not in notes(studio.document.song)


def test_who_records_while_the_tune_plays_goes_on_behind_its_end_and_then_it_ends_there(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    hands = Hands(studio, player, qtbot)
    studio.playback.toggle()
    qtbot.waitUntil(lambda: studio.playback.is_playing)
    hands.run_to(1900)
    studio.actions["record"].trigger()
    assert asked_to_run_on(player)
    hands.note(2000, 2300, 72)
    studio.actions["record"].trigger()
    assert not asked_to_run_on(player)
    assert studio.playback.is_playing, "what was recorded ends later"
    assert notes(studio.document.song)[-1] == (2000, 2300, 72)


def test_a_loop_that_changes_begins_a_recording_of_its_own(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    hands = Hands(studio, player, qtbot)
    begin(studio, qtbot)
    hands.note(100, 200, 72)
    studio.playback.choose_loop(Span(480, 960))
    hands.at(300)
    assert (100, 200, 72) in notes(studio.document.song)
    assert studio.desk.recording.is_active
    hands.note(500, 600, 74)
    hands.note(490, 510, 75)
    studio.desk.recording.finish()
    assert notes(studio.document.song) == [
        *((100, 200, 72), (490, 510, 75), (960, 1920, 64)),
    ]


def test_a_key_that_went_down_just_before_the_end_is_kept(
    studio: Studio, hands: Hands, player: FakePlayer, qtbot: QtBot
) -> None:
    begin(studio, qtbot)
    hands.at(100)
    player.reports.append(Received(bytes((0x90, 60, 80)), 0.0, 102.0))
    studio.desk.recording.finish()
    assert notes(studio.document.song) == [(102, 103, 60)]


def test_a_recording_into_an_empty_tune_can_be_stopped_as_anything_that_plays(
    studio: Studio, hands: Hands, qtbot: QtBot
) -> None:
    assert not studio.window.transport.play_button.isEnabled()
    begin(studio, qtbot)
    assert studio.window.transport.play_button.isEnabled()
    hands.note(0, 400, 60)
    studio.actions["play"].trigger()
    qtbot.waitUntil(lambda: not studio.desk.recording.is_active)
    assert notes(studio.document.song) == [(0, 400, 60)]
    assert studio.window.transport.play_button.isEnabled()


def test_what_lies_before_the_loop_is_no_step_and_touches_no_other(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    studio.document.commit(Words("Something"), replace(studio.document.song, title="Other"))
    studio.playback.choose_loop(Span(960, 1920))
    hands = Hands(studio, player, qtbot)
    begin(studio, qtbot)
    hands.note(100, 200, 70)
    hands.run_to(800)
    qtbot.wait(300)  # so long that it would be settled
    hands.note(1000, 1100, 72)
    hands.run_to(1500)
    studio.desk.recording.finish()
    assert notes(studio.document.song)[-1] == (1000, 1100, 72)
    assert studio.document.undo_label == RECORD
    studio.document.undo()
    assert studio.document.undo_label == "Something"
    assert studio.document.song.title == "Other"

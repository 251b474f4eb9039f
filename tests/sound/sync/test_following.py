"""A real engine that another machine leads."""

import pytest

from core.music.span import Span
from core.sound.playing.pulses import CLOCK, CONTINUE, START, STOP, song_position
from core.sound.protocol import Follow, Seek, Stop
from core.sound.reports import Failed, Started, Stopped
from core.sound.sync.conductor import NO_CLOCK
from core.sound.sync.following import Following
from tests.sound.fakes import is_note_on, sounding_after
from tests.sound.stage import Stage, play

CLOCK_SECONDS = 60 / 120 / 24


class Machine:
    """Leads the engine of a stage, whose tune has a note on each of four quarters."""

    def __init__(self, stage: Stage, loop: Span | None = None) -> None:
        self.stage = stage
        self.following = Following(stage.engine, stage.replies.append)
        self.following.obey(Follow(play().piece, 60, loop))

    def send(self, *messages: bytes) -> None:
        for message in messages:
            self.following.hear(message, self.stage.clock.seconds)

    def run(self, clocks: int, clock_seconds: float = CLOCK_SECONDS) -> None:
        for _ in range(clocks):
            self.send(CLOCK)
            self.stage.wait(clock_seconds)

    def heard(self) -> list[int]:
        return [message[1] for message in self.stage.first.sent if is_note_on(message)]


@pytest.fixture
def machine(stage: Stage) -> Machine:
    return Machine(stage)


def test_a_tune_begins_with_the_first_clock_and_keeps_to_it(machine: Machine) -> None:
    machine.send(START)
    machine.run(1)
    assert machine.heard() == [60]
    machine.run(23)
    machine.run(23, CLOCK_SECONDS * 2)  # half as fast from here
    assert machine.heard() == [60, 61]
    machine.run(2, CLOCK_SECONDS * 2)
    assert machine.heard() == [60, 61, 62]
    machine.run(60, CLOCK_SECONDS * 2)
    assert machine.heard() == [60, 61, 62, 63]
    assert machine.stage.reports() == [Started(0), Stopped(4 * 480)]
    assert not sounding_after(machine.stage.first.sent)


def test_ten_minutes_of_looping_do_not_drift(stage: Stage) -> None:
    machine = Machine(stage, Span(0, 4 * 480))
    machine.send(START)
    machine.run(24 * 120 * 10)
    machine.run(1)
    position = stage.engine.tick_at(stage.clock.seconds)
    assert position == pytest.approx(20, abs=1)
    assert len(machine.heard()) == 10 * 120 + 1


def test_stop_song_position_and_continue(machine: Machine) -> None:
    machine.send(START)
    machine.run(30)
    machine.send(STOP)
    assert not sounding_after(machine.stage.first.sent)
    machine.send(song_position(960), CONTINUE)
    machine.run(2)
    assert machine.heard() == [60, 61, 62]
    assert [type(report) for report in machine.stage.reports()] == [Started, Stopped, Started]


def test_who_stops_plays_or_moves_in_the_window_has_it_for_himself(machine: Machine) -> None:
    stage = machine.stage
    machine.send(START)
    machine.run(10)
    stage.obey(Stop())
    machine.run(50)
    assert machine.heard() == [60]
    stage.obey(play())
    machine.run(24)  # half a second, in which 60 quarters a minute are half a quarter
    assert stage.engine.tick_at(stage.clock.seconds) == pytest.approx(0.45 * 480)
    machine.send(STOP)
    assert stage.engine.transport is not None
    machine.send(START)
    machine.run(4)
    stage.obey(Seek(960))
    machine.run(1)
    assert stage.engine.tick_at(stage.clock.seconds) == pytest.approx(960, abs=50)


def test_a_lost_clock_stops_the_tune_and_says_so(machine: Machine) -> None:
    machine.send(START)
    machine.run(10)
    machine.stage.wait(1)
    machine.following.look(machine.stage.clock.seconds)
    assert machine.stage.engine.transport is None
    assert machine.stage.reports()[-1] == Failed(NO_CLOCK)


def test_without_an_output_it_says_so(machine: Machine) -> None:
    machine.stage.outlets.outputs.clear()
    machine.stage.engine.look()
    machine.stage.replies.clear()
    machine.send(START)
    machine.run(3)
    assert len(machine.stage.reports()) == 1
    assert isinstance(machine.stage.reports()[0], Failed)


def test_whoever_does_not_follow_is_not_led(stage: Stage) -> None:
    machine = Machine(stage)
    machine.following.obey(Follow())
    machine.send(START)
    machine.run(10)
    assert not machine.heard()

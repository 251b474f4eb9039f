from dataclasses import dataclass, field

import pytest

from core.music.tempo import TempoMap
from core.sound.playing.pulses import CLOCK, CONTINUE, START, STOP, song_position
from core.sound.playing.timeline import Timeline
from core.sound.sync.conductor import NO_CLOCK, Conductor
from core.words import Words

CLOCK_SECONDS = 60 / 120 / 24


@dataclass
class FakeLed:
    """What the conductor asked for."""

    asked: list[object] = field(default_factory=list)
    line: Timeline | None = None

    def begin_led(self, tick: int, timeline: Timeline) -> None:
        self.asked.append(("begin", tick))
        self.line = timeline

    def lead(self, timeline: Timeline) -> None:
        self.line = timeline

    def end_led(self, sentence: Words | None) -> None:
        self.asked.append(("end", sentence))


class Machine:
    """Sends to a conductor; its clock stands still between messages."""

    def __init__(self) -> None:
        self.led = FakeLed()
        self.conductor = Conductor(self.led, 100)
        self.seconds = 50.0

    def send(self, *messages: bytes) -> None:
        for message in messages:
            self.conductor.hear(message, self.seconds)

    def tick(self, count: int) -> None:
        for _ in range(count):
            self.send(CLOCK)
            self.seconds += CLOCK_SECONDS


@pytest.fixture
def machine() -> Machine:
    return Machine()


def test_the_first_clock_after_start_is_the_first_beat(machine: Machine) -> None:
    machine.tick(30)
    machine.send(START)
    assert not machine.led.asked
    begin = machine.seconds
    machine.tick(49)
    assert machine.led.asked == [("begin", 0)]
    assert machine.led.line is not None
    assert machine.led.line.tempos.first == pytest.approx(120)
    assert machine.led.line.tick_at(begin) == pytest.approx(0, abs=1e-6)
    assert machine.led.line.tick_at(begin + 1) == pytest.approx(960)


def test_a_machine_whose_clock_is_silent_before_start_is_followed_too(machine: Machine) -> None:
    machine.send(START)
    begin = machine.seconds
    machine.tick(1)
    assert machine.led.line == Timeline(0, begin, TempoMap.constant(100))
    machine.tick(24)
    assert machine.led.line is not None
    assert machine.led.line.tick_at(begin + 0.5) == pytest.approx(480)


def test_stop_and_continue_go_on_where_it_stopped(machine: Machine) -> None:
    machine.send(START)
    machine.tick(25)
    machine.send(STOP)
    machine.tick(10)
    machine.send(CONTINUE)
    machine.tick(1)
    assert machine.led.asked == [("begin", 0), ("end", None), ("begin", 500)]


def test_a_song_position_is_where_continue_begins(machine: Machine) -> None:
    machine.send(song_position(1920), CONTINUE)
    machine.tick(2)
    machine.send(song_position(3840))  # some machines jump without stopping
    machine.tick(1)
    assert machine.led.asked == [("begin", 1920), ("begin", 3840)]


def test_a_lost_clock_stops_the_music_and_says_so(machine: Machine) -> None:
    machine.send(START)
    machine.tick(10)
    machine.conductor.look(machine.seconds + 0.4)
    assert machine.led.asked == [("begin", 0)]
    machine.conductor.look(machine.seconds + 0.6)
    machine.conductor.look(machine.seconds + 1.6)
    assert machine.led.asked == [("begin", 0), ("end", NO_CLOCK)]


def test_clocks_alone_start_nothing_and_their_loss_is_no_news(machine: Machine) -> None:
    machine.tick(100)
    machine.send(STOP, b"\xfe", b"\xf2\x01")
    machine.conductor.look(machine.seconds + 5)
    assert not machine.led.asked

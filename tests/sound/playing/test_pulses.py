"""MIDI clock: 24 a quarter, and where others are told to go on."""

import pytest

from core.sound.playing.pulses import CLOCK, CONTINUE, START, STOP, Pulses, song_position


def test_the_first_clock_is_the_place_that_was_told() -> None:
    pulses = Pulses()
    assert pulses.switch(True, 0) == (START,)
    assert [(pulses.next, pulses.take()) for _ in range(3)] == [
        (0, (CLOCK,)),
        (20, (CLOCK,)),
        (40, (CLOCK,)),
    ]
    assert pulses.switch(False, 60) == (STOP,)
    assert pulses.switch(False, 60) == ()


@pytest.mark.parametrize(("tick", "first"), [(1920, 1920), (1921, 2040), (1, 120)])
def test_elsewhere_it_goes_on_with_the_next_sixteenth(tick: int, first: int) -> None:
    pulses = Pulses()
    assert pulses.switch(True, tick) == (song_position(first), CONTINUE)
    assert pulses.next == first


def test_a_jump_stops_and_goes_on() -> None:
    pulses = Pulses()
    assert pulses.turn(480) == ()
    pulses.switch(True, 0)
    assert pulses.turn(480) == (STOP, b"\xf2\x04\x00", CONTINUE)
    assert pulses.next == 480


def test_a_place_is_fourteen_bits() -> None:
    assert song_position(130 * 120) == b"\xf2\x02\x01"
    assert song_position(10**9) == b"\xf2\x7f\x7f"

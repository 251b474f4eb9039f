import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sound.playing.schedule import note_off, note_on
from core.sound.thru import Thru
from tests.sound.fakes import sounding_after


def passed(thru: Thru, *messages: bytes) -> list[bytes]:
    return [sent for message in messages for sent in thru.passed(message)]


def test_everything_goes_to_the_chosen_channel() -> None:
    thru = Thru()
    thru.channel = 5
    messages = [note_on(60, 9, 2), b"\xb2\x40\x7f", b"\xe2\x10\x20", b"\xd2\x11", note_off(60, 2)]
    assert [m[0] & 0x0F for m in passed(thru, *messages)] == [5, 5, 5, 5, 5]


def test_the_instrument_is_chosen_in_the_window_and_not_on_the_keyboard() -> None:
    assert passed(Thru(), b"\xc0\x05", b"\xf8", b"\xb0\x7a\x00") == []


@pytest.mark.parametrize("control", [120, 123])
def test_all_notes_off_ends_what_is_held_here_and_nothing_else(control: int) -> None:
    thru = Thru()
    passed(thru, note_on(60, 9), b"\xb0\x40\x7f")
    assert passed(thru, bytes((0xB0, control, 0))) == [note_off(60), b"\xb0\x40\x00"]
    assert passed(thru, bytes((0xB0, control, 0))) == []


@pytest.mark.parametrize(
    ("moved", "rest"),
    [
        (b"\xb0\x40\x7f", b"\xb0\x40\x00"),
        (b"\xb0\x01\x20", b"\xb0\x01\x00"),
        (b"\xe0\x00\x10", b"\xe0\x00\x40"),
        (b"\xd0\x30", b"\xd0\x00"),
    ],
)
def test_pedals_wheels_and_pressure_go_back_to_rest(moved: bytes, rest: bytes) -> None:
    thru = Thru()
    passed(thru, moved)
    assert thru.ending() == (rest,)
    passed(thru, moved, rest)
    assert thru.ending() == ()


_NOTES = st.builds(
    lambda on, channel, pitch: note_on(pitch, 64, channel) if on else note_off(pitch, channel),
    *(st.booleans(), st.integers(0, 15), st.integers(60, 63)),
)


@given(st.lists(_NOTES | st.integers(0, 15)))
def test_whatever_is_played_nothing_is_left_after_the_ending(played: list[bytes | int]) -> None:
    thru, sent = Thru(), list[bytes]()
    for step in played:
        if isinstance(step, int):
            thru.channel = step
        else:
            sent += thru.passed(step)
    sent += thru.ending()
    begun: dict[tuple[int, int], bool] = {}
    for message in sent:
        begun[message[0] & 0x0F, message[1]] = message[0] & 0xF0 == 0x90
    assert not any(begun.values())
    assert sounding_after(sent).keys() <= begun.keys()

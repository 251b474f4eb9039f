from hypothesis import given
from hypothesis import strategies as st

from core.recording.stroke import Stroke, Strokes

C, D = 60, 62
PEDAL_DOWN, PEDAL_UP = bytes((0xB0, 64, 127)), bytes((0xB0, 64, 0))


def on(pitch: int, velocity: int = 80, channel: int = 0) -> bytes:
    return bytes((0x90 | channel, pitch, velocity))


def off(pitch: int, channel: int = 0) -> bytes:
    return bytes((0x80 | channel, pitch, 64))


def heard(*events: tuple[bytes, float], until: float = 1000) -> list[tuple[float, float, int]]:
    strokes = Strokes()
    for message, tick in events:
        strokes.hear(message, tick)
    return [(stroke.onset, stroke.end, stroke.pitch) for stroke in strokes.until(until)]


def test_a_stroke_lasts_from_key_to_key_with_its_velocity() -> None:
    strokes = Strokes()
    strokes.hear(on(C, 33), 1.25)
    assert strokes.ended == ()
    strokes.hear(off(C), 7.5)
    assert strokes.ended == strokes.until(8)
    assert strokes.until(99) == (Stroke(1.25, 7.5, C, 33),)


def test_a_note_on_without_velocity_ends_a_note() -> None:
    assert heard((on(C), 0), (on(C, 0), 50)) == [(0, 50, C)]


def test_the_pedal_holds_what_was_let_go_until_it_comes_up() -> None:
    events = (on(C), 0.0), (PEDAL_DOWN, 10.0), (off(C), 20.0), (on(D), 30.0), (PEDAL_UP, 40.0)
    assert heard(*events, (off(D), 70.0)) == [(0, 40, C), (30, 70, D)]


def test_the_pedal_of_another_channel_holds_nothing() -> None:
    other = bytes((0xB1, 64, 127))
    assert heard((other, 0), (on(C), 1), (off(C), 20)) == [(1, 20, C)]


def test_a_key_struck_again_under_the_pedal_is_a_stroke_of_its_own() -> None:
    events = (PEDAL_DOWN, 0.0), (on(C), 1.0), (off(C), 5.0), (on(C), 9.0), (off(C), 12.0)
    assert heard(*events, until=100) == [(1, 9, C), (9, 100, C)]


def test_what_is_held_sounds_up_to_now() -> None:
    assert heard((on(C), 5), until=77) == [(5, 77, C)]


def test_all_notes_off_ends_what_its_channel_holds() -> None:
    events = (on(C), 0.0), (on(D, channel=1), 0.0), (bytes((0xB0, 123, 0)), 10.0)
    assert heard(*events, until=50) == [(0, 10, C), (0, 50, D)]


def test_what_is_no_note_is_passed_over() -> None:
    others = (b"", b"\xf8", bytes((0xC0, 5)), bytes((0xE0, 0, 64)), bytes((0xB0, 1, 9)), b"\x90")
    assert heard(*((message, 1) for message in others), (off(C), 2)) == []


@given(st.lists(st.tuples(st.binary(max_size=3), st.floats(0, 50)), max_size=30))
def test_no_message_breaks_it_and_no_stroke_is_lost(events: list[tuple[bytes, float]]) -> None:
    strokes, tick = Strokes(), 0.0
    for message, delay in events:
        tick += delay
        strokes.hear(message, tick)
    assert len(strokes.until(tick)) == strokes.begun
    assert all(stroke.end >= stroke.onset for stroke in strokes.until(tick))

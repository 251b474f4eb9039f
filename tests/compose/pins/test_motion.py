"""Pins go with their notes."""

from core.compose.pins.motion import pins_moved
from core.compose.pins.pin import Pin
from core.edit.edited import Edited
from core.edit.length import resized
from core.edit.motion import moved, transposed
from core.edit.pen import erased, struck
from core.music.song import Song
from core.music.text import melody_from_text

FOUR = melody_from_text("c4 d4 e4 f4")
WHOLE = Pin.of(FOUR.notes[1])
PITCH = Pin.of(FOUR.notes[2], rhythm=False)
PINS = WHOLE, PITCH


def after(edited: Edited) -> tuple[Pin, ...]:
    return pins_moved(PINS, FOUR, edited.melody, edited.ways)


def test_they_move_and_are_transposed_with_their_notes() -> None:
    both = frozenset({480, 960})
    assert after(moved(FOUR, both, 240, 1)) == (Pin(720, 480, 63), Pin(1200, None, 65))
    assert after(transposed(FOUR, frozenset({480}), 12)) == (Pin(480, 480, 74), PITCH)


def test_they_hold_the_new_velocity() -> None:
    louder = struck(FOUR, frozenset(), {480: 100})
    assert after(louder) == (Pin(480, 480, 62, 100), PITCH)


def test_a_resized_note_is_no_longer_the_one_that_was_pinned() -> None:
    shorter = resized(FOUR, frozenset({480, 960}), "end", -240)
    song = Song(shorter.melody)
    assert [pin for pin in after(shorter) if pin.is_in(song)] == [PITCH]


def test_where_another_note_has_come_to_stand_no_pin_stays() -> None:
    assert after(moved(FOUR, frozenset({480}), 480)) == (Pin(960, 480, 62),)
    assert after(moved(FOUR, frozenset({0}), 480)) == (PITCH,)


def test_without_ways_they_stay() -> None:
    assert after(erased(FOUR, frozenset({480}))) == PINS

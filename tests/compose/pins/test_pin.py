import pytest

from core.compose.controls import Controls
from core.compose.pins.pin import Pin, Room, checked_pins
from core.errors import UserError
from core.music.key import A_MINOR, C_MAJOR, Key
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import MeterMap
from core.music.song import Song

BAR = 4 * QUARTER
ROOM = Room(MeterMap(), C_MAJOR, BAR, 4 * BAR)


FREE = Controls()


def refusal(*pins: Pin, controls: Controls = FREE) -> str:
    with pytest.raises(UserError) as caught:
        checked_pins(pins, ROOM, controls)
    return str(caught.value)


def test_a_pin_keeps_what_it_is_told_to_of_a_note() -> None:
    note = Note(BAR, 480, 67, 50)
    assert Pin.of(note) == Pin(BAR, 480, 67, 50)
    assert Pin.of(note, pitch=False) == Pin(BAR, 480, None, 50)
    assert Pin.of(note, rhythm=False) == Pin(BAR, None, 67, 50)


@pytest.mark.parametrize("fields", [(-1,), (0, 0), (0, 1, 128), (0, 1, -1), (0, 1, 60, 0)])
def test_what_no_note_can_be_is_no_pin(fields: tuple[int, ...]) -> None:
    with pytest.raises(UserError):
        Pin(*fields)


def test_pins_come_in_their_order() -> None:
    later, sooner = Pin(2 * BAR, 480, 60), Pin(BAR, 480)
    assert checked_pins([later, sooner], ROOM, Controls()) == (sooner, later)


def test_a_pin_lies_between_the_seed_and_the_end() -> None:
    assert "lies among notes that stay" in refusal(Pin(BAR - 1, 480))
    assert "bar 4, beat 4 goes beyond the end" in refusal(Pin(4 * BAR - 480, 481))
    assert "beyond the end" in refusal(Pin(4 * BAR))


def test_pins_do_not_overlap_and_leave_room_for_a_note() -> None:
    assert "Two pins begin in bar 2, beat 1" in refusal(Pin(BAR, 480, 60), Pin(BAR, None, 62))
    assert "lasts into the one in bar 2, beat 2" in refusal(Pin(BAR, 481), Pin(BAR + 480, 480))
    assert "short enough for the gap" in refusal(Pin(BAR, 470), Pin(BAR + 480, 480))
    assert "short enough for the gap" in refusal(Pin(BAR + 10))
    assert "short enough for the gap" in refusal(Pin(4 * BAR - 10))
    touching = Pin(BAR, 480), Pin(BAR + 480, 480)
    assert checked_pins(touching, ROOM, Controls()) == touching


def test_pins_keep_to_range_and_scale() -> None:
    assert "F♯4 in bar 2, beat 1 lies outside the range" in refusal(
        Pin(BAR, 480, 66), controls=Controls(lowest=67)
    )
    assert "outside the range" in refusal(Pin(BAR, 480, 73), controls=Controls(highest=72))
    assert "F♯4 in bar 2, beat 1 is not in the scale of C major" in refusal(
        Pin(BAR, 480, 66), controls=Controls(in_scale=True)
    )
    in_d = Room(MeterMap(), Key(2), BAR, 4 * BAR)
    assert checked_pins([Pin(BAR, 480, 66)], in_d, Controls(in_scale=True))
    in_a_minor = Room(MeterMap(), A_MINOR, BAR, 4 * BAR)
    assert checked_pins([Pin(BAR, 480, 66)], in_a_minor, Controls(in_scale=True))


def test_the_last_pin_ends_as_the_tune_shall() -> None:
    last = Pin(4 * BAR - 480, 480, 62)
    assert "shall end on the tonic, but the pin at its end is D4" in refusal(
        last, controls=Controls(ending="tonic")
    )
    tonic = Pin(4 * BAR - 480, 480, 60)
    assert "another note than the tonic" in refusal(tonic, controls=Controls(ending="open"))
    assert checked_pins([last], ROOM, Controls(ending="open")) == (last,)


def test_a_pin_holds_a_note_of_the_tune_behind_the_seed() -> None:
    note, other = Note(480, 480, 64), Note(960, 480, 65)
    song = Song(Melody((Note(0, 480, 60), note, other), 1440), seed_end=480)
    for pitch, rhythm in ((True, True), (True, False), (False, True)):
        assert Pin.of(note, pitch=pitch, rhythm=rhythm).is_in(song)
    assert not Pin(480, 240, 64).is_in(song)
    assert not Pin(480, 480, 65).is_in(song)
    assert not Pin(500, None, 64).is_in(song)
    assert not Pin(1440, None, 64).is_in(song)
    assert not Pin.of(song.melody.notes[0]).is_in(song), "the seed stays anyway"

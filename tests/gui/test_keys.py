"""Where the keys of the on-screen piano lie."""

from hypothesis import given
from hypothesis import strategies as st

from gui.panels.keys import Keys, white_index
from gui.roll.geometry import is_black

pianos = st.builds(
    Keys,
    first=st.sampled_from([12 * octave for octave in range(10)]),
    white_keys=st.integers(1, 5 * 7),
    width_px=st.floats(200, 2000),
    height_px=st.floats(40, 200),
).filter(lambda keys: white_index(keys.first) + keys.white_keys <= 75)


def test_white_keys_are_counted_from_the_lowest_pitch() -> None:
    assert [white_index(p) for p in (0, 1, 2, 11, 12, 60, 127)] == [0, 0, 1, 6, 7, 35, 74]


def test_the_keys_shown_are_the_white_ones_asked_for_and_the_black_between() -> None:
    assert Keys(60, 8, 1, 1).pitches == range(60, 73)
    assert Keys(60, 3, 1, 1).pitches == range(60, 65)
    assert Keys(60, 4, 1, 1).pitches == range(60, 66)
    assert Keys(120, 5, 1, 1).pitches == range(120, 128)


@given(pianos)
def test_every_key_is_found_near_its_lower_end(keys: Keys) -> None:
    for pitch in keys.pitches:
        box = keys.box(pitch)
        assert keys.pitch_at(box.x + box.width / 2, box.y + box.height * 0.95) == pitch


@given(pianos, st.floats(-10, 2100), st.floats(-10, 220))
def test_every_place_on_the_piano_is_a_key_and_none_beside_it(
    keys: Keys, x: float, y: float
) -> None:
    pitch = keys.pitch_at(x, y)
    is_inside = 0 <= x < keys.width_px - 1e-6 and 0 <= y < keys.height_px
    if pitch is None:
        assert not is_inside
    else:
        assert pitch in keys.pitches
        assert keys.box(pitch).holds(x, y)


@given(pianos)
def test_white_keys_fill_the_width(keys: Keys) -> None:
    whites = [keys.box(pitch) for pitch in keys.pitches if not is_black(pitch)]
    assert len(whites) == keys.white_keys
    assert abs(sum(box.width for box in whites) - keys.width_px) < 1e-6

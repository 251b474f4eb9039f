"""Shapes fill a stretch exactly, and hide no beat."""

from hypothesis import given
from hypothesis import strategies as st

from core.music.meter import Meter
from core.notation.stress import NOWHERE, STEP, stress_from_meter, stress_from_tuplet
from core.notation.value import note_values, rest_values, shape_of

METERS = st.sampled_from(
    [Meter(4, 4), Meter(3, 4), Meter(2, 2), Meter(6, 8), Meter(7, 8), Meter(9, 8)]
)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[int, int, Meter]:
    meter = draw(METERS)
    steps = meter.bar // STEP
    begin = draw(st.integers(0, steps - 1))
    return begin * STEP, draw(st.integers(begin + 1, steps)) * STEP, meter


@given(stretches(), st.booleans())
def test_shapes_fill_the_stretch(stretch: tuple[int, int, Meter], is_rest: bool) -> None:
    begin, end, meter = stretch
    values = (rest_values if is_rest else note_values)(begin, end, stress_from_meter(meter))
    assert [value.begin for value in values] == [begin, *(value.end for value in values[:-1])]
    assert values[-1].end == end
    for value in values:
        assert shape_of(value.end - value.begin) == (value.length, value.dots)


@given(stretches())
def test_no_dotted_note_hides_a_place_stronger_than_its_ends(
    stretch: tuple[int, int, Meter],
) -> None:
    begin, end, meter = stretch
    stress = stress_from_meter(meter)
    for value in note_values(begin, end, stress):
        inside = range(value.begin + STEP, value.end, STEP)
        strongest = min(map(stress.level, inside), default=NOWHERE)
        allowed = min(stress.level(value.begin), stress.level(value.end)) - (not value.dots)
        assert strongest >= allowed


def test_levels_of_meters() -> None:
    def levels(meter: Meter, step: int) -> list[int]:
        stress = stress_from_meter(meter)
        return [stress.level(place) for place in range(0, meter.bar, step)]

    assert levels(Meter(4, 4), 240) == [0, 3, 2, 3, 1, 3, 2, 3]
    assert levels(Meter(3, 4), 240) == [0, 2, 1, 2, 1, 2]
    assert levels(Meter(6, 8), 240) == [0, 3, 3, 1, 3, 3]
    assert levels(Meter(12, 8), 720) == [0, 2, 1, 2]
    assert levels(Meter(7, 8), 240) == [0, 2, 2, 1, 2, 1, 2]
    assert stress_from_meter(Meter(4, 4)).level(7) == NOWHERE


def test_levels_of_a_triplet() -> None:
    stress = stress_from_tuplet(720, 3)
    assert [stress.level(place) for place in range(0, 720, 120)] == [0, 4, 3, 4, 3, 4]

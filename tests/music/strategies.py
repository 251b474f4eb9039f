"""Melodies and bar lines for property tests."""

from hypothesis import strategies as st

from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH, Melody, Note
from core.music.meter import Meter, MeterMap

RESTS = st.sampled_from((0, 0, 0, 1, 2, 3, 7, 24, 48))
PITCHES = st.integers(LOWEST_PITCH, HIGHEST_PITCH)
METERS = st.builds(Meter, st.integers(1, 13), st.sampled_from((1, 2, 4, 8, 16)))


@st.composite
def melodies(draw: st.DrawFn, unit: int = 10, pitches: st.SearchStrategy[int] = PITCHES) -> Melody:
    """Melodies whose times are all multiples of `unit` ticks."""
    notes: list[Note] = []
    end = 0
    events = st.lists(st.tuples(RESTS, st.integers(1, 400), pitches), max_size=6)
    for rest, duration, pitch in draw(events):
        notes.append(Note(end + rest * unit, duration * unit, pitch))
        end = notes[-1].end
    return Melody(tuple(notes), end + unit * draw(RESTS))


@st.composite
def meter_maps(draw: st.DrawFn) -> MeterMap:
    """Maps with upbeats and with bars cut short by a change."""
    first = draw(METERS)
    pickup = draw(st.integers(0, first.bar - 1))
    changes = [(0, first)]
    for distance, meter in draw(st.lists(st.tuples(st.integers(1, 9999), METERS), max_size=4)):
        changes.append((max(changes[-1][0], pickup) + distance, meter))
    return MeterMap(tuple(changes), pickup)

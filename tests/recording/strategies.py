"""Keys as people play them: late, early, overlapping, several at once, up in the same moment."""

from hypothesis import strategies as st

from core.music.melody import Melody
from core.recording.quantisation import GRIDS, Quantisation
from core.recording.stroke import Stroke

MOMENTS = st.one_of(st.floats(0, 8000), st.integers(0, 8000).map(float))


@st.composite
def strokes(draw: st.DrawFn) -> Stroke:
    onset = draw(MOMENTS)
    duration = draw(st.one_of(st.just(0.0), st.floats(1, 1500)))
    return Stroke(onset, onset + duration, draw(st.integers(40, 90)), draw(st.integers(1, 127)))


def played(most: int = 12) -> st.SearchStrategy[tuple[Stroke, ...]]:
    listed = st.lists(strokes(), max_size=most)
    return listed.map(lambda several: tuple(sorted(several, key=lambda stroke: stroke.onset)))


def quantisations() -> st.SearchStrategy[Quantisation]:
    return st.builds(Quantisation, st.sampled_from(list(GRIDS)), st.floats(0, 1), st.booleans())


def strokes_from_melody(melody: Melody) -> tuple[Stroke, ...]:
    return tuple(Stroke(n.onset, n.end, n.pitch, n.velocity) for n in melody)

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.compose.pins.particle import Lead, lead, systematic
from core.compose.pins.route import Station
from core.model.family import Model
from core.music.key import C_MAJOR
from core.music.melody import QUARTER, Melody, Note
from core.music.song import Song
from tests.model.tunes import tiny_model, tiny_note_model

BAR = 4 * QUARTER
SEED = Song(Melody((Note(0, 480, 60),), 480), key=C_MAJOR)


@given(
    st.lists(st.sampled_from((0.0, 1e-9, 0.1, 1.0, 7.0)), min_size=1, max_size=30).filter(any),
    st.integers(1, 40),
    st.floats(0, 1, exclude_max=True),
)
def test_each_goes_on_as_often_as_its_share_says(
    weights: list[float], number: int, draw: float
) -> None:
    shares = np.array(weights) / sum(weights)
    places = systematic(shares, number, draw)
    assert places == sorted(places)
    assert len(places) == number
    counts = np.bincount(places, minlength=len(shares))
    assert (np.abs(counts - shares * number) < 1 + 1e-6).all()
    assert not counts[shares == 0].any()


@pytest.mark.parametrize("model", [tiny_note_model(), tiny_model()], ids=["note", "grid"])
def test_all_pass_the_stations_and_at_most_all_count(model: Model) -> None:
    stations = Station(BAR, 480, 64), Station(2 * BAR, None, None), Station(3 * BAR, 960, None)
    drawing = continue_song(model, SEED, Controls(bars=4)).drawing(stations)
    *reached, found = lead(drawing, 1, 8, 3)
    ticks = [tick for tick in reached if isinstance(tick, int)]
    assert ticks == sorted(ticks)
    assert isinstance(found, Lead)
    assert found.particle.passed == 3
    assert len(found.effective) == 3
    assert all(1 <= count <= 8 + 1e-9 for count in found.effective)
    assert found.particle.drawing.cursor.tick >= 3 * BAR + 960

"""What of a song is in sight, and from where on two songs differ."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from gui.roll.scene import first_change, note_at, notes_between
from tests.gui.roll.tunes import tune

GAPPED = Melody((Note(0, 100, 60), Note(200, 100, 62), Note(300, 50, 64)), 400)


@given(st.integers(0, 450), st.integers(1, 450))
def test_notes_in_sight_are_exactly_those_that_overlap(first: int, length: int) -> None:
    expected = [n for n in GAPPED if n.onset < first + length and n.end > first]
    assert list(notes_between(GAPPED, first, first + length)) == expected


@pytest.mark.parametrize(
    ("tick", "pitch"), [(0, 60), (99, 60), (100, None), (300, 64), (399, None)]
)
def test_a_note_sounds_from_its_onset_to_just_before_its_end(tick: int, pitch: int | None) -> None:
    found = note_at(GAPPED, tick)
    assert (found.pitch if found else None) == pitch


FIVE = tune([60, 62, 64, 65, 67], seed=2)


@pytest.mark.parametrize(
    ("other", "tick"),
    [
        (FIVE, math.inf),
        (replace(FIVE, tempo=60.0), math.inf),
        (tune([60, 62, 64, 65, 67, 69], seed=2), 5 * 480),
        (tune([60, 62, 64], seed=2), 3 * 480),
        (tune([60, 62, 61, 65, 67], seed=2), 2 * 480),
        (tune([60, 62, 64, 65, 67], seed=4), 2 * 480),
        (replace(FIVE, melody=Melody(FIVE.melody.notes, 9999)), 5 * 480),
        (replace(FIVE, key=Key(1)), -math.inf),
        (replace(FIVE, meters=MeterMap.constant(Meter(3, 4))), -math.inf),
        (Song(), -math.inf),
    ],
)
def test_the_first_change_is_where_a_redraw_has_to_begin(other: Song, tick: float) -> None:
    assert first_change(FIVE, other) == tick
    assert first_change(other, FIVE) == tick

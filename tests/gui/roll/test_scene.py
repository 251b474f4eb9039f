"""What of a song is in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.tempo import TempoMap
from gui.look.theme import LIGHT
from gui.roll.scene import (
    Scene,
    note_at,
    notes_between,
    onsets_between,
    onsets_there,
    still_chosen,
)
from gui.roll.view import View

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


@given(st.integers(0, 450), st.integers(0, 450), st.frozensets(st.integers(0, 400)))
def test_onsets_are_found_where_notes_begin(first: int, last: int, onsets: frozenset[int]) -> None:
    begins = {note.onset for note in GAPPED}
    assert onsets_between(GAPPED, first, last) == {t for t in begins if first <= t < last}
    assert onsets_there(GAPPED, onsets) == onsets & begins


def test_in_another_tune_only_notes_that_are_the_same_stay_chosen() -> None:
    scene = Scene(Song(GAPPED), View(), LIGHT, chosen=frozenset({0, 200}))
    other = Melody((Note(0, 100, 60), Note(200, 100, 71), Note(300, 50, 64)), 400)
    assert still_chosen(scene, Song(other)) == {0}
    assert still_chosen(scene, Song(GAPPED, tempos=TempoMap.constant(80))) == {0, 200}

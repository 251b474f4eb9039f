import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.melody import Melody
from core.music.meter import Meter, MeterMap
from core.recording.dub import notes_from_line
from core.recording.line import line_from_strokes
from core.recording.quantisation import GRIDS, Quantisation, quantised
from core.recording.stroke import Stroke
from tests.music.strategies import melodies, meter_maps
from tests.recording.strategies import played, quantisations, strokes_from_melody

EVERYWHERE = (0.0, math.inf)
FOUR = MeterMap()


def moved(
    *spans: tuple[float, float],
    by: Quantisation,
    meters: MeterMap = FOUR,
    room: tuple[float, float] = EVERYWHERE,
) -> list[tuple[float, float]]:
    line = [Stroke(onset, end, 60, 80) for onset, end in spans]
    return [(s.onset, s.end) for s in quantised(line, by, meters, room)]


def test_onsets_and_ends_go_to_the_nearest_line() -> None:
    assert moved((11, 230), (355, 505), by=Quantisation(120)) == [(0, 240), (360, 480)]


def test_triplets_are_a_grid_too() -> None:
    spans = (5.0, 150.0), (171.0, 300.0), (330.0, 470.0)
    assert moved(*spans, by=Quantisation(160)) == [(0, 160), (160, 320), (320, 480)]


def test_half_the_strength_goes_half_the_way() -> None:
    assert moved((20, 250), by=Quantisation(240, 0.5)) == [(10, 245)]


def test_ends_that_do_not_move_keep_the_length() -> None:
    assert moved((20, 90), by=Quantisation(240, 1, moves_ends=False)) == [(0, 70)]


def test_what_was_bound_stays_bound() -> None:
    by = Quantisation(240, 1, moves_ends=False)
    assert moved((100, 380), (380, 500), by=by) == [(0, 480), (480, 600)]


def test_no_note_becomes_shorter_than_a_step() -> None:
    assert moved((470, 480), by=Quantisation(240)) == [(480, 720)]


def test_notes_on_one_line_share_the_way_to_the_next() -> None:
    spans = (230.0, 250.0), (250.0, 400.0), (470.0, 700.0)
    assert moved(*spans, by=Quantisation(240)) == [(240, 360), (360, 480), (480, 720)]


def test_the_grid_begins_anew_with_every_bar() -> None:
    five_eighths = MeterMap.constant(Meter(5, 8), 240)
    assert moved((1410, 1500), by=Quantisation(480), meters=five_eighths) == [(1440, 1920)]
    assert moved((230, 500), by=Quantisation(480), meters=five_eighths) == [(240, 720)]


def test_no_onset_leaves_the_room() -> None:
    spans = (101.0, 130.0), (1915.0, 1918.0)
    assert moved(*spans, by=Quantisation(240), room=(130, 1920)) == [(130, 240), (1680, 1920)]


@given(played(), quantisations(), meter_maps(), st.floats(0, 40))
def test_it_never_overlaps_and_no_note_is_lost(
    strokes: tuple[Stroke, ...], by: Quantisation, meters: MeterMap, chord: float
) -> None:
    line = line_from_strokes(strokes, chord)
    notes = notes_from_line(quantised(line, by, meters, EVERYWHERE))
    melody = Melody(notes, notes[-1].end if notes else 0)
    assert [note.pitch for note in melody] == [stroke.pitch for stroke in line]


@given(melodies(unit=1), st.sampled_from(list(GRIDS)), st.booleans(), meter_maps())
def test_without_strength_it_changes_nothing(
    melody: Melody, grid: int, moves_ends: bool, meters: MeterMap
) -> None:
    line = strokes_from_melody(melody)
    by = Quantisation(grid, 0.0, moves_ends)
    assert notes_from_line(quantised(line, by, meters, EVERYWHERE)) == melody.notes


@given(melodies(unit=120), meter_maps())
def test_what_is_on_the_grid_stays_there(melody: Melody, meters: MeterMap) -> None:
    meters = MeterMap.constant(replace(meters.meter, unit=4), meters.pickup // 120 * 120 % 480)
    line = strokes_from_melody(melody)
    assert notes_from_line(quantised(line, Quantisation(120), meters, EVERYWHERE)) == melody.notes


@pytest.mark.parametrize("wrong", [(-1, 1.0), (120, 1.1), (120, -0.1)])
def test_nonsense_is_refused(wrong: tuple[int, float]) -> None:
    with pytest.raises(ValueError, match="grid"):
        Quantisation(*wrong)

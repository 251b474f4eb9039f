"""The cursor stops at every note, at every rest, and at the lines in it."""

from hypothesis import given
from hypothesis import strategies as st

from core.music.melody import Melody, Note
from core.music.meter import MeterMap
from gui.roll.cursor import note_under, stop_before, stop_behind
from gui.roll.snap import FREE, SIXTEENTHS, SNAPS, Snap

METERS = MeterMap()
MELODY = Melody(
    (Note(0, 480, 60), Note(480, 200, 62), Note(900, 60, 64), Note(1440, 480, 65)), 1920
)


def test_it_goes_from_note_to_note_and_through_rests_by_lines() -> None:
    stops = [0]
    for _ in range(9):
        stops.append(stop_behind(MELODY, METERS, SIXTEENTHS, stops[-1]))
    assert stops == [0, 480, 680, 720, 840, 900, 960, 1080, 1200, 1320]


def test_it_goes_back_the_same_way() -> None:
    stops = [2040]
    while stops[-1]:
        stops.append(stop_before(MELODY, METERS, SIXTEENTHS, stops[-1]))
    assert stops == [2040, 1920, 1440, 1320, 1200, 1080, 960, 900, 840, 720, 680, 480, 0]


def test_without_a_grid_it_goes_by_sixteenths() -> None:
    assert stop_behind(MELODY, METERS, FREE, 1920) == 2040
    assert stop_before(MELODY, METERS, FREE, 2040) == 1920


melodies = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 900)), max_size=12)


@given(melodies, st.sampled_from(SNAPS), st.integers(0, 5000))
def test_every_step_moves_and_passes_no_note(
    parts: list[tuple[int, int]], snap: Snap, tick: int
) -> None:
    notes: list[Note] = []
    end = 0
    for gap, duration in parts:
        notes.append(Note(end + gap, duration, 60))
        end = notes[-1].end
    melody = Melody(tuple(notes), end)
    there = stop_behind(melody, METERS, snap, tick)
    assert there > tick
    assert not any(tick < note.onset < there for note in notes)
    back = stop_before(melody, METERS, snap, tick)
    assert back < tick or tick == 0
    assert not any(back < note.onset < tick for note in notes)


def test_a_note_is_under_the_cursor_until_it_ends() -> None:
    assert [note_under(MELODY, t) for t in (479, 680, 900, 5000)] == [
        MELODY.notes[0],
        None,
        MELODY.notes[2],
        None,
    ]

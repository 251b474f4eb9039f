from hypothesis import given
from hypothesis import strategies as st

from core.recording.line import line_from_strokes
from core.recording.stroke import Stroke
from tests.recording.strategies import played

CHORD = 15.0


def line(*keys: tuple[float, float, int], chord: float = CHORD) -> list[tuple[float, float, int]]:
    strokes = [Stroke(onset, end, pitch, 80) for onset, end, pitch in keys]
    return [(s.onset, s.end, s.pitch) for s in line_from_strokes(strokes, chord)]


def test_the_latest_key_ends_the_one_before_which_does_not_come_back() -> None:
    assert line((0, 100, 60), (50, 60, 55)) == [(0, 50, 60), (50, 60, 55)]


def test_of_a_chord_the_highest_is_the_melody() -> None:
    assert line((0, 100, 60), (4, 90, 67), (9, 120, 64)) == [(4, 90, 67)]
    assert line((0, 100, 60), (0, 100, 64), chord=0) == [(0, 100, 64)]


def test_a_rolled_chord_is_measured_from_its_first_key() -> None:
    assert line((0, 100, 60), (14, 100, 64), (28, 100, 55)) == [(14, 28, 64), (28, 100, 55)]


def test_quick_notes_that_do_not_overlap_are_no_chord() -> None:
    assert line((0, 6, 67), (7, 90, 60)) == [(0, 6, 67), (7, 90, 60)]


def test_keys_one_after_the_other_stay_where_all_is_told_to_be_of_one_moment() -> None:
    assert line((5, 5, 50), (5, 5, 73), (5, 90, 60)) == [(5, 5, 50), (5, 5, 73), (5, 90, 60)]
    assert line((5, 5, 50), (5, 5, 73), chord=0) == [(5, 5, 50), (5, 5, 73)]


@given(played(), st.floats(0, 60))
def test_it_never_overlaps_and_keeps_every_end_that_is_in_nobodys_way(
    strokes: tuple[Stroke, ...], chord: float
) -> None:
    made = line_from_strokes(strokes, chord)
    for index, stroke in enumerate(made):
        own = [s.end for s in strokes if (s.onset, s.pitch) == (stroke.onset, stroke.pitch)]
        onsets = [other.onset for other in strokes if other.onset > stroke.onset]
        assert stroke.end in own or stroke.end in onsets
        assert stroke.onset <= stroke.end
        assert index + 1 == len(made) or stroke.end <= made[index + 1].onset
    assert bool(made) == bool(strokes)


@given(played())
def test_a_line_is_its_own_line(strokes: tuple[Stroke, ...]) -> None:
    made = line_from_strokes(strokes, 20)
    assert line_from_strokes(made, 0) == made

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.music.melody import Melody, Note
from tests.music.strategies import melodies


@pytest.mark.parametrize(
    ("onset", "duration", "pitch", "velocity"),
    [(-1, 1, 60, 88), (0, 0, 60, 88), (0, 1, 128, 88), (0, 1, -1, 88), (0, 1, 60, 0)],
)
def test_a_note_that_cannot_sound_is_refused(
    onset: int, duration: int, pitch: int, velocity: int
) -> None:
    with pytest.raises(ValueError, match=r"needs|must"):
        Note(onset, duration, pitch, velocity)


def test_notes_that_overlap_or_stand_behind_the_end_are_refused() -> None:
    with pytest.raises(ValueError, match="begins before"):
        Melody((Note(0, 480, 60), Note(479, 480, 62)), 960)
    with pytest.raises(ValueError, match="before its last note"):
        Melody((Note(0, 480, 60),), 479)


@given(melodies(), st.integers(-24, 24))
def test_transposition_can_be_undone_or_is_refused(melody: Melody, semitones: int) -> None:
    if all(0 <= note.pitch + semitones <= 127 for note in melody):
        assert melody.transposed(semitones).transposed(-semitones) == melody
    else:
        with pytest.raises(UserError, match="leaves the range"):
            melody.transposed(semitones)


@given(melodies(), st.integers(0, 10000))
def test_cutting_keeps_all_that_sounds_before_the_cut(melody: Melody, tick: int) -> None:
    cut = melody.until(tick)

    def sounding(line: Melody) -> set[tuple[int, int]]:
        return {(start, n.pitch) for n in line for start in range(n.onset, min(n.end, tick), 5)}

    assert cut.end == min(melody.end, tick)
    assert sounding(cut) == sounding(melody)
    assert all(note.end <= tick for note in cut)


@given(melodies(), melodies())
def test_a_melody_goes_on_behind_its_end(first: Melody, second: Melody) -> None:
    joined = first.extended(note.moved(first.end) for note in second)
    assert joined.until(first.end) == first
    assert len(joined) == len(first) + len(second)


@given(melodies())
def test_a_melody_crosses_processes_unchanged(melody: Melody) -> None:
    assert pickle.loads(pickle.dumps(melody)) == melody

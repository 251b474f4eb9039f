from hypothesis import given
from hypothesis import strategies as st

from core.files.skyline import Voice, most_melodic, skyline
from core.music.melody import Note

notes = st.builds(Note, st.integers(0, 5000), st.integers(1, 2000), st.integers(0, 127))


def line(*found: tuple[int, int, int]) -> list[tuple[int, int, int]]:
    melody = skyline([Note(*note) for note in found], 0)
    return [(note.onset, note.duration, note.pitch) for note in melody]


def test_of_a_chord_the_highest_note_stays() -> None:
    assert line((0, 480, 60), (0, 480, 67), (0, 960, 64)) == [(0, 480, 67)]


def test_what_moves_below_a_held_note_is_left_out() -> None:
    assert line((0, 960, 72), (480, 480, 60), (960, 480, 71)) == [(0, 960, 72), (960, 480, 71)]


def test_legato_is_cut() -> None:
    assert line((0, 500, 72), (480, 500, 70), (960, 480, 74)) == [
        (0, 480, 72),
        (480, 480, 70),
        (960, 480, 74),
    ]


@given(st.lists(notes, max_size=40), st.integers(0, 8000))
def test_any_notes_make_a_line_that_reaches_the_end(found: list[Note], end: int) -> None:
    melody = skyline(found, end)
    assert melody.end >= end
    assert {(n.onset, n.pitch) for n in melody} <= {(n.onset, n.pitch) for n in found}
    assert bool(found) == bool(melody.notes)


def voice(name: str, pitches: list[int], onset: int = 480) -> Voice:
    return Voice(name, tuple(Note(i * onset, 480, p) for i, p in enumerate(pitches)), 0)


def test_the_tune_lies_above_the_bass_and_has_no_chords() -> None:
    tune, bass = voice("", [72, 74, 76]), voice("", [48, 43, 48])
    chords = voice("", [84, 80, 77], onset=0)
    assert most_melodic([bass, chords, tune]) is tune


def test_a_name_counts_more_but_not_for_a_few_notes() -> None:
    high, named = voice("Flute 2", [80] * 8), voice("Melody", [60] * 8)
    assert most_melodic([high, named]) is named
    assert most_melodic([high, voice("Lead vocal", [60])]) is high

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.degree import degree_name
from core.music.key import Key, key_from_text, pitch_name
from core.music.text import melody_from_text

KEYS = st.builds(Key, st.integers(-7, 7), st.sampled_from(["major", "minor"]))


def degrees(notes: str, key: str) -> str:
    return " ".join(
        degree_name(note.pitch, key_from_text(key)) for note in melody_from_text(notes).notes
    )


@pytest.mark.parametrize(
    ("notes", "key", "expected"),
    [
        ("c4 d4 e4 f4 g4 a4 b4 c5", "C major", "1 2 3 4 5 6 7 1"),
        ("a3 b3 c4 d4 e4 f4 g4 a4", "A minor", "1 2 3 4 5 6 7 1"),
        ("f#4 g#4 a#4 b4 c#5 d#5 e#5", "F# major", "1 2 3 4 5 6 7"),
        ("f#4 bb4 d#4", "C major", "♯4 ♭7 ♭3"),
        ("g#4 f#4 bb4", "A minor", "♯7 ♯6 ♭2"),
        ("c5 d5", "D minor", "7 1"),
    ],
)
def test_degrees_are_those_of_the_scale(notes: str, key: str, expected: str) -> None:
    assert degrees(notes, key) == expected


@given(st.integers(0, 127), KEYS)
def test_a_degree_has_the_letter_of_its_name(pitch: int, key: Key) -> None:
    """The number counts letters from the tonic's, whatever accidentals both have."""
    steps = "CDEFGAB".index(pitch_name(pitch, key)[0].upper())
    steps -= "CDEFGAB".index(key.tonic_name[0])
    assert degree_name(pitch, key)[-1] == str(steps % 7 + 1)


@given(st.integers(0, 115), KEYS)
def test_octaves_share_their_degree(pitch: int, key: Key) -> None:
    assert degree_name(pitch, key) == degree_name(pitch + 12, key)

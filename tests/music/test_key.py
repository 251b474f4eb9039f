import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.music.key import (
    C_MAJOR,
    Key,
    Mode,
    home_key,
    key_from_text,
    pitch_name,
    semitones_home,
)

MODES: tuple[Mode, ...] = ("major", "minor")
KEYS = st.builds(Key, st.integers(-7, 7), st.sampled_from(MODES))
LETTERS = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}


@given(KEYS)
def test_keys_are_read_as_written(key: Key) -> None:
    assert key_from_text(str(key)) == key
    assert key_from_text(key.signature_name) == key


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("am", "A minor"),
        ("bb", "Bb major"),
        ("b", "B major"),
        ("B- major", "Bb major"),
        ("B-major", "B major"),
        ("A-minor", "A minor"),
        ("e-", "Eb major"),
        ("F# Minor", "F# minor"),
        ("C MAJOR", "C major"),
        ("CM", "C major"),
        (" d♭ maj ", "Db major"),
    ],
)
def test_other_spellings(text: str, name: str) -> None:
    assert str(key_from_text(text)) == name


@pytest.mark.parametrize("text", ["", "h", "C dur", "G# major", "c##", "major", "Fb minor"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(UserError, match=r"no key|at most 7"):
        key_from_text(text)


@given(KEYS)
def test_home_is_the_nearest_interval_away(key: Key) -> None:
    semitones = semitones_home(key)
    assert -6 <= semitones <= 5
    assert key.transposed(semitones) == home_key(key.mode)


@given(KEYS, st.integers(-30, 30))
def test_a_transposed_key_has_its_tonic_there(key: Key, semitones: int) -> None:
    moved = key.transposed(semitones)
    assert moved.tonic == (key.tonic + semitones) % 12
    assert moved.mode == key.mode
    assert abs(moved.fifths) <= 6


@given(st.integers(0, 127), KEYS)
def test_pitch_names_say_the_pitch(pitch: int, key: Key) -> None:
    name = pitch_name(pitch, key)
    accidentals = name[1:].rstrip("-0123456789")
    octave = int(name[1 + len(accidentals) :])
    alteration = accidentals.count("#") - accidentals.count("b")
    assert 12 * (octave + 1) + LETTERS[name[0]] + alteration == pitch
    assert abs(alteration) <= 2


@pytest.mark.parametrize(
    ("key", "names"),
    [
        (C_MAJOR, "c4 c#4 d4 eb4 e4 f4 f#4 g4 g#4 a4 bb4 b4"),
        (Key(-1), "c4 c#4 d4 eb4 e4 f4 f#4 g4 ab4 a4 bb4 b4"),
        (Key(0, "minor"), "c4 c#4 d4 d#4 e4 f4 f#4 g4 g#4 a4 bb4 b4"),
        (Key(7), "b#3 c#4 c##4 d#4 e4 e#4 f#4 f##4 g#4 g##4 a#4 b4"),
    ],
)
def test_the_scale_of_a_key_is_spelled_in_it(key: Key, names: str) -> None:
    scale = {(key.tonic + step) % 12 for step in (0, 2, 4, 5, 7, 9, 11)}
    said = [pitch_name(pitch, key) for pitch in range(60, 72)]
    if key.mode == "major":
        assert len({said[step][0] for step in scale}) == 7
    assert " ".join(said) == names


@pytest.mark.parametrize("text", ["C" + " " * 1_000_000 + "x", " " * 1_000_000, "C\n" * 1000])
def test_a_long_text_is_refused_at_once_in_a_short_sentence(text: str) -> None:
    begun = time.process_time()
    with pytest.raises(UserError) as refused:
        key_from_text(text)
    assert time.process_time() - begun < 1
    assert len(str(refused.value)) < 200
    assert "\n" not in str(refused.value)

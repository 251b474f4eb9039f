import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.key import key_from_text
from core.music.text import melody_from_text
from core.music.tonality import compare_keys, estimate_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "C major"),
        ("r/1", "C major"),
        ("c4", "C major"),
        ("c4 d4 e4", "C major"),
        ("g4 a4 b4", "G major"),
        ("a4 c5 e5", "A minor"),
        ("d4/8 e4 f4 d4 c#4 d4/2", "D minor"),
        ("bb3 d4 f4 eb4 d4 c4 bb3/2", "Bb major"),
        ("f#4 g#4 a4 b4 c#5 b4 a4 g#4 f#4 e#4 f#4/2", "F# minor"),
    ],
)
def test_short_seeds(text: str, key: str) -> None:
    assert estimate_key(melody_from_text(text)) == key_from_text(key)


@given(
    st.sampled_from(
        ("c4 e4 g4 f4 d4 b3 c4/2", "a3/8 b3 c4 d4 e4 f4 g#4 a4/2 e4", "g4/8 f4 e4 d4 c4")
    ),
    st.integers(-24, 24),
)
def test_the_key_moves_with_the_melody(text: str, semitones: int) -> None:
    melody = melody_from_text(text)
    key = estimate_key(melody)
    assert estimate_key(melody.transposed(semitones)) == key.transposed(semitones)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "C major (A minor as likely)"),
        ("c4 d4 e4", "C major (A minor next, 0.4 bits less likely)"),
        ("d4 e4 f#4 a4 d5/2", "D major (G major next, 2.6 bits less likely)"),
    ],
)
def test_the_second_best_key_and_how_much_less_likely_it_is(text: str, sentence: str) -> None:
    assert str(compare_keys(melody_from_text(text))) == sentence


def test_twice_the_notes_make_twice_the_margin() -> None:
    once, twice = (compare_keys(melody_from_text(t)) for t in ("g4 b4 d5", "g4 b4 d5 g4 b4 d5"))
    assert twice.margin == pytest.approx(2 * once.margin)
    assert once.margin > 0

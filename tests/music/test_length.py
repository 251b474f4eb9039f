import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.length import length_words
from core.music.text import melody_from_text


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("c4/8", "eighth"),
        ("c4", "quarter"),
        ("c4/8.", "dotted eighth"),
        ("(3 c4/8 d4 e4)", "triplet eighth"),
        ("c4/2~ c4/8", "half tied to an eighth"),
        ("c4/1~ c4/4", "whole tied to a quarter"),
        ("c4/64", "sixty-fourth"),
    ],
)
def test_lengths_are_said_as_musicians_say_them(typed: str, name: str) -> None:
    assert length_words(melody_from_text(typed).notes[0].duration) == name


def test_a_length_that_nobody_writes_is_counted_in_quarters() -> None:
    assert length_words(437) == "0.9104 quarters"
    assert length_words(50 * 480) == "50 quarters"


@given(st.integers(1, 100_000))
def test_every_length_has_a_name(ticks: int) -> None:
    assert length_words(ticks)

"""Notes on their way through a clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clip import MOST_TYPED, clip_from_data, clip_from_text, data_from_clip, text_from_clip
from core.errors import UserError
from core.music.key import C_MAJOR, key_from_text
from core.music.melody import Melody, Note
from core.record import FormatError
from tests.music.strategies import melodies


@given(melodies())
def test_notes_come_back_as_they_were(clip: Melody) -> None:
    assert clip_from_data(data_from_clip(clip)).notes == clip.notes


def test_velocities_too() -> None:
    clip = Melody((Note(0, 480, 60, 12), Note(700, 33, 127, 127)), 733)
    assert clip_from_data(data_from_clip(clip)) == clip


@given(melodies())
def test_as_text_too_but_for_their_velocities(clip: Melody) -> None:
    if clip:
        assert clip_from_text(text_from_clip(clip, C_MAJOR)) == clip


def test_the_text_is_spelled_for_the_key() -> None:
    clip = Melody((Note(0, 480, 70),), 480)
    assert text_from_clip(clip, key_from_text("F major")) == "bb4"
    many = Melody(tuple(Note(tick, 1, 60) for tick in range(MOST_TYPED + 1)), MOST_TYPED + 1)
    assert text_from_clip(many, C_MAJOR) == ""


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"format": "cantilena notes", "version": 2, "notes": []}',
        b'{"format": "other", "version": 1, "notes": []}',
        b'{"format": "cantilena notes", "version": 1, "notes": [[0, 480, 60]]}',
        b'{"format": "cantilena notes", "version": 1, "notes": [[0, 480, 600, 80]]}',
        b'{"format": "cantilena notes", "version": 1, "notes": [[0, 480, 60, 80], [9, 9, 9, 9]]}',
        b'{"format": "cantilena notes", "version": 1, "notes": [[0, 2000000000, 60, 80]]}',
        b'{"format": "cantilena notes", "version": 1, "notes": [[0, 480, 60, 80]], "more": 1}',
        b'{"format": "cantilena notes", "version": 1, "notes": ' + b"[" * 100_000,
        b" " * 3_000_000,
    ],
)
def test_what_is_no_clip_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError):
        clip_from_data(data)


@given(st.binary(max_size=60))
def test_no_bytes_do_harm(data: bytes) -> None:
    with pytest.raises(FormatError):
        clip_from_data(data)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("see you at 5", "no notes"),
        ("c4 d4 x4", "no note 'x'"),
        ("", "no notes in the text"),
        ("r/1", "no notes in the text"),
        ("c4 " * 40_000, "longer than"),
        ("c4/1 " * 6_000, "too long"),
    ],
)
def test_text_that_is_no_notes_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(UserError, match=words):
        clip_from_text(text)

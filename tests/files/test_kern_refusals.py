"""Kern texts that are none, damaged ones and odd ones: read or refused, and nothing else."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.files.kern import song_from_kern
from core.files.kern_record import KernError
from core.files.kern_token import token_from_text
from core.files.transcript import LONGEST_QUARTERS, MOST_CHARACTERS, MOST_NOTES
from core.music.song import Song
from core.words import Words
from tests.files.test_kern import TUNE


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "no **kern line"),
        ("hello\nworld", 1, "begins with the line **kern"),
        ("!!!OTL: x\n\n4c", 3, "begins with the line **kern"),
        ("**text\na", 1, "0 **kern voices"),
        ("**kern\t**kern\n4c\t4e", 1, "2 **kern voices"),
        ("**kern\n**kern", 2, "second ** line"),
        ("**kern\n*^\n4c\t4e", 2, "one voice"),
        ("**kern\t**text\n4c", 2, "1 columns where 2"),
        ("**kern\n4c\nc\n*-", 3, "no duration"),
        ("**kern\n4c\n4\n*-", 3, "no pitch"),
        ("**kern\n4c\nhello\n*-", 3, "no duration"),
        ("**kern\n4ce", 2, "several pitches"),
        ("**kern\n4cxe", 2, "more than one pitch"),
        ("**kern\n4c8", 2, "more than one duration"),
        ("**kern\n4" + "c" * 9, 2, "MIDI note"),
        ("**kern\n4" + "c" * 99, 2, "too long"),
        ("**kern\n99999999c", 2, "no duration of a note"),
        ("**kern\n4%0c", 2, "divides by nothing"),
        ("**kern\n\u0660c", 2, "no duration"),  # a digit, but of another alphabet
        ("**kern\n00000c", 2, "longer than"),
        ("**kern\n9999c", 2, "shorter than"),
        ("**kern\n4.......c", 2, "7 dots"),
        ("**kern\n*M4/3\n4c", 2, "'4/3' is no meter"),
        ("**kern\n4r\n*-", 3, "no note"),
        ("**kern\n" + "000c\n" * 626, 626 + 1, f"{LONGEST_QUARTERS:,} quarters"),
        ("**kern\n" + "64c\n" * (MOST_NOTES + 1), MOST_NOTES + 2, f"{MOST_NOTES:,} notes"),
        ("**kern\n" + "!" * MOST_CHARACTERS, 1, "characters"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_wrong_is_said_with_its_line(text: str, line: int, reason: str) -> None:
    with pytest.raises(KernError) as caught:
        song_from_kern(text)
    assert caught.value.line == line
    assert reason in caught.value.sentence
    assert str(caught.value) == f"Line {line}: {caught.value.sentence}"


def test_an_error_crosses_processes_unchanged() -> None:
    error = pickle.loads(pickle.dumps(KernError(3, Words("It is broken."))))
    assert isinstance(error, KernError)
    assert (error.line, str(error)) == (3, "Line 3: It is broken.")


JUNK = st.text("*!={}[]_.;:-#n%&/|\\ \t\n\r0123456789abcdefgABGkrqxMXv^+\x00\x85é", max_size=12)


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    for whole in (text, "**kern\n" + text):
        with pytest.raises(KernError):
            song_from_kern(whole + "\n4h")


@given(st.lists(st.tuples(st.integers(0, len(TUNE)), st.integers(0, 6), JUNK), max_size=6))
def test_a_damaged_file_is_read_or_refused(damage: list[tuple[int, int, str]]) -> None:
    text = TUNE
    for place, cut, junk in damage:
        text = text[:place] + junk + text[place + cut :]
    outcome = attempt(text)
    if isinstance(outcome, KernError):
        assert 1 <= outcome.line <= text.replace("\r", "\n").count("\n") + 1
    else:
        assert outcome.melody.notes
        assert list(outcome.phrase_ends) == sorted(set(outcome.phrase_ends))


def attempt(text: str) -> Song | KernError:
    try:
        return song_from_kern(text)
    except KernError as error:
        return error


@given(st.text("0123456789.%abcdefgABC#-nrq[]_{}x \t", min_size=1, max_size=90))
def test_a_token_is_read_or_refused(text: str) -> None:
    try:
        token = token_from_text(text)
    except UserError:
        return
    assert token.duration >= 0
    assert token.pitch is None or 0 <= token.pitch <= 127

import pickle

import pytest

from core.errors import UserError
from core.files.decoding import TextError
from core.words import Words, counted, joined, shown


def test_words_are_the_english_text() -> None:
    made = Words("'{name}' has {bits:.2f} bits", name="a{b}", bits=1.239)
    assert made == "'a{b}' has 1.24 bits"
    assert f"{made}." == "'a{b}' has 1.24 bits."


def test_without_values_braces_are_text() -> None:
    assert Words("write {c4}") == "write {c4}"


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 notes"), (1, "1 note"), (2, "2 notes"), (2500, "2,500 notes")]
)
def test_what_is_counted_is_one_or_many(number: int, text: str) -> None:
    assert counted("{n:,} notes", "{n:,} note", number) == text


def test_more_than_a_number_may_stand_in_what_is_counted() -> None:
    assert counted("{n} notes in '{name}'", "{n} note in '{name}'", 1, name="x") == "1 note in 'x'"


def test_parts_are_joined_and_stay_words() -> None:
    part = Words("two {x}", x=2)
    made = joined("; ", ["one", part, "{x}"])
    assert made == "one; two 2; {x}"
    assert part in made.values.values()
    assert joined("; ", []) == ""


def test_words_travel_between_processes_as_they_are() -> None:
    made = counted("{n} notes of {what}", "{n} note of {what}", 3, what=Words("a {key}", key="C"))
    back = pickle.loads(pickle.dumps(made))
    assert (back, back.template, back.comment) == (made, made.template, made.comment)
    assert (back.number, back.values) == (3, made.values)
    assert back.values["what"].template == "a {key}"


def test_an_error_is_its_words() -> None:
    error = UserError("'{file}' is no song; choose another one.", file="x.mid")
    assert str(error) == "'x.mid' is no song; choose another one."
    assert error.words.values == {"file": "x.mid"}
    assert UserError(error.words).words is error.words
    back = pickle.loads(pickle.dumps(error))
    assert back.words.template == error.words.template


def test_an_error_in_a_text_names_its_line() -> None:
    error = TextError(3, Words("No {kind} here.", kind="note"))
    back = pickle.loads(pickle.dumps(error))
    assert str(error) == str(back) == "Line 3: No note here."
    assert back.line == 3
    assert back.words.values["sentence"].template == "No {kind} here."


def test_what_a_stranger_wrote_is_one_short_line() -> None:
    assert shown("C\nmajor\x00\u202e") == "C major  "
    assert shown("x" * 61) == "x" * 60 + "…"
    assert shown("x" * 60) == "x" * 60
    assert len(shown("x" * 10_000_000, 200)) == 201

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.wordrecord import object_from_words, words_from_object
from core.words import Words, counted


def sent(words: Words) -> Words:
    return words_from_object(json.loads(json.dumps(object_from_words(words))))


@given(st.text(), st.integers(), st.floats(-1e9, 1e9))
def test_words_come_back_as_they_were(name: str, number: int, share: float) -> None:
    part = counted("{n:,} notes in '{name}'", "{n:,} note in '{name}'", number, name=name)
    words = Words("{part}, {share:.2f} of {all}", "a comment", part=part, share=share, all=number)
    back = sent(words)
    assert (back, back.template, back.comment, back.values) == (
        *(words, words.template, words.comment),
        words.values,
    )
    assert isinstance(back.values["part"], Words)
    assert back.values["part"].number == number


def test_words_without_values_keep_their_braces() -> None:
    assert sent(Words("write {c4}")) == "write {c4}"


def test_a_path_is_written_as_it_is_read() -> None:
    assert sent(Words("'{path}'", path=Path("a") / "b")) == str(Path("'a") / "b'")


def plain(template: str, **values: object) -> dict[str, object]:
    return {"template": template, "comment": "", "number": None, "values": values}


def nested(depth: int) -> dict[str, object]:
    return plain("{a}", a=nested(depth - 1)) if depth else plain("end")


@pytest.mark.parametrize(
    "value",
    [
        *(None, "text", [], {}, {**plain("a"), "number": "1"}, {**plain("a"), "comment": 1}),
        plain("{a.__class__}", a=1),
        plain("{a[0]}", a="xyz"),
        plain("{a!r}", a=1),
        plain("{a.b}", **{"a.b": 1}),
        plain("{a[0]}", **{"a[0]": 1}),
        {**plain("{a.b} notes"), "number": -1},
        plain("{a:999999999}", a=1),
        plain("{a:{b}}", a=1, b=3),
        plain("{missing}", a=1),
        plain("{a", a=1),
        plain("{a:d}", a="no number"),
        plain("{a}", a=[1]),
        plain("{a}" * 600, a="x" * 100),
        plain("x" * 30_000),
        {**plain("{n} notes"), "number": 1, "comment": "{n.real} note"},
        nested(500),
    ],
)
def test_what_a_stranger_sends_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        words_from_object(value)

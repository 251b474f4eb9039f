import pytest

from core.errors import UserError
from core.model.vocabulary import (
    Vocabulary,
    json_from_vocabulary,
    vocabulary_from_json,
    vocabulary_of,
)


def test_a_vocabulary_comes_back_from_its_text() -> None:
    vocabulary = vocabulary_of([62, 60, 61])
    assert vocabulary_from_json(json_from_vocabulary(vocabulary)) == vocabulary


def test_symbols_may_be_numbered_in_any_order() -> None:
    vocabulary = vocabulary_from_json('{"72": 0, "_": 1, "9": 4, "r": 2, "/": 3}')
    assert vocabulary.symbols == ("72", "_", "r", "/", "9")
    assert vocabulary.sorted_symbols == ("/", "r", "_", "9", "72")
    assert vocabulary.pitches == (9, 72)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[1, 2]", "no JSON object"),
        ("{", "no JSON text"),
        ("[" * 100_000, "no JSON text"),
        ('{"_": 0, "/": 1, "r": true, "60": 3}', "no JSON object"),
        ('{"_": 0, "/": 1, "r": 2, "60": 4}', "does not number"),
        ('{"_": 0, "/": 1, "60": 2}', "lacks 'r'"),
        ('{"_": 0, "/": 1, "r": 2}', "no pitches"),
        ('{"_": 0, "/": 1, "r": 2, "200": 3}', "'200'"),
        ('{"_": 0, "/": 1, "r": 2, "060": 3}', "'060'"),
        ('{"_": 0, "/": 1, "r": 2, "C4": 3}', "'C4'"),
    ],
)
def test_what_is_no_vocabulary_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        vocabulary_from_json(text)


def test_no_symbol_may_come_twice() -> None:
    with pytest.raises(UserError, match="twice"):
        Vocabulary(("/", "r", "_", "60", "60"))

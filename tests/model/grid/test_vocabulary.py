import pytest

from core.errors import UserError
from core.model.grid.vocabulary import (
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
    "text",
    [
        '{"60": 0, "_": 1, "/": 2, "r": 3}',
        '{"3": "r", "0": "60", "2": "/", "1": "_"}',
        '{"3": "r", "0": 60, "2": "/", "1": "_"}',
        '["60", "_", "/", "r"]',
        '[60, "_", "/", "r"]',
    ],
)
def test_a_mapping_may_go_either_way(text: str) -> None:
    assert vocabulary_from_json(text).symbols == ("60", "_", "/", "r")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('"60"', "no JSON object"),
        ("[1, 2]", "lacks '/'"),
        ('["/", "r", "_", null]', "'None' where a symbol belongs"),
        ('["/", "r", "_", "60", "60"]', "symbol '60' twice"),
        ("{", "no JSON text"),
        ("[" * 100_000, "no JSON text"),
        ('{"_": 0, "/": 1, "r": true, "60": 3}', "'True' where a symbol's number"),
        ('{"_": 0, "/": 1, "r": 2.0, "60": 3}', "'2.0' where a symbol's number"),
        ('{"_": 0, "/": 1, "r": -2, "60": 3}', "'-2' where a symbol's number"),
        ('{"_": 0, "/": 1, "r": {}, "60": 3}', "where a symbol's number"),
        ('{"_": 0, "/": 1, "r": 2, "60": 3, "60": 4}', "symbol '60' twice"),
        ('{"_": 0, "/": 1, "r": 2, "60": 2}', "number 2 to 'r' and to '60'"),
        ('{"0": "_", "1": "/", "1": "r", "2": "60"}', "number 1 to '/' and to 'r'"),
        ('{"0": "_", "1": "/", "2": [], "3": "60"}', "where a symbol belongs"),
        ('{"1": "_", "2": "/", "3": "r", "4": "60"}', "4 symbols, but none with the number 0"),
        ('{"_": 0, "/": 1, "r": 2, "60": 4}', "4 symbols, but none with the number 3"),
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

from dataclasses import dataclass

import pytest

from core.record import FormatError, object_from_json, object_from_record, record_from_object


@dataclass(frozen=True, slots=True)
class Wish:
    bars: int = 8
    heat: float = 1.0
    name: str = ""
    loud: bool = False


def test_a_record_comes_back_from_its_object() -> None:
    wish = Wish(3, 0.5, "a", True)
    assert record_from_object(Wish, object_from_record(wish), "wishes") == wish


def test_what_is_missing_takes_its_default_and_a_whole_number_will_do_for_another() -> None:
    assert record_from_object(Wish, {"heat": 2}, "wishes") == Wish(heat=2.0)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([], "its wishes are no JSON object"),
        ({"tempo": 3}, "its wishes have the unknown entry 'tempo'"),
        ({"bars": 3.0}, "'bars' of the wrong kind"),
        ({"bars": True}, "'bars' of the wrong kind"),
        ({"loud": 1}, "'loud' of the wrong kind"),
        ({"heat": "1"}, "'heat' of the wrong kind"),
        ({"name": None}, "'name' of the wrong kind"),
    ],
)
def test_a_field_of_another_type_is_named(values: object, words: str) -> None:
    with pytest.raises(FormatError, match=words):
        record_from_object(Wish, values, "wishes")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "3", "null", '{"a": NaN}', '{"a": -Infinity}', '{"a": 1e999}', "[" * 10**5],
)
def test_a_text_that_is_no_finite_object_is_refused(text: str) -> None:
    with pytest.raises(FormatError):
        object_from_json(text)
    assert object_from_json('{"a": [1, 2.5, "b", null]}') == {"a": [1, 2.5, "b", None]}


def test_numbers_of_any_length_are_refused_quickly() -> None:
    with pytest.raises(FormatError, match="no readable JSON"):
        object_from_json('{"a": ' + "9" * 1_000_000 + "}")

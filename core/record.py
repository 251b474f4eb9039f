"""Frozen values of plain fields to JSON objects and back, with every field checked."""

import json
import math
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Literal, TypeVar, get_args, get_origin, get_type_hints

from core.words import Words, shown

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")

_LONGEST_NUMBER = 18


class FormatError(Exception):
    """What is wrong with a text, as the second half of a sentence: 'it holds no …'."""

    words: Words

    def __init__(self, clause: Words) -> None:
        super().__init__(clause)
        self.words = clause


def object_from_json(text: str) -> dict[str, object]:
    """The JSON object in `text`. FormatError if it is anything else, or holds NaN or infinity."""
    try:
        value: object = json.loads(
            text, parse_constant=_refuse, parse_float=_finite, parse_int=_bounded
        )
    except json.JSONDecodeError as error:
        clause = Words("it is no readable JSON in line {line}", line=error.lineno)
        raise FormatError(clause) from error
    except (ValueError, RecursionError) as error:
        raise FormatError(Words("it is no readable JSON")) from error
    if not isinstance(value, dict):
        raise FormatError(Words("it holds no JSON object"))
    return value


def object_from_record(record: "DataclassInstance") -> dict[str, object]:
    """The fields of a frozen value by name."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def record_from_object(kind: type[R], values: object, name: str) -> R:
    """A `kind` from its fields; those missing take their defaults. `name` is for the
    sentences, where it stands for several things.

    FormatError for a field that is unknown, of another type, or missing without a default; whatever
    `kind` itself raises for a value out of range comes through.
    """
    if not isinstance(values, dict):
        raise FormatError(Words("its {name} are no JSON object", name=name))
    known = get_type_hints(kind)
    checked = {}
    for key, value in values.items():
        if key not in known:
            raise FormatError(
                Words("its {name} have the unknown entry '{key}'", name=name, key=shown(key))
            )
        allowed = get_args(known[key]) or (known[key],)
        if type(value) is int and float in allowed:
            value = float(value)
        kind_or_value = value if get_origin(known[key]) is Literal else type(value)
        if kind_or_value not in allowed:
            raise FormatError(
                Words("its {name} have a '{key}' of the wrong kind", name=name, key=key)
            )
        checked[key] = value
    for field in fields(kind):
        if field.name not in checked and field.default is field.default_factory is MISSING:
            raise FormatError(Words("its {name} have no '{key}'", name=name, key=field.name))
    return kind(**checked)


def _refuse(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise ValueError(f"{digits} is too large")
    return number


def _bounded(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError(f"{digits[:_LONGEST_NUMBER]}… is too large")
    return int(digits)

"""Frozen values of plain fields to JSON objects and back, with every field checked."""

import json
import math
from dataclasses import MISSING, fields, replace
from typing import TYPE_CHECKING, Literal, TypeVar, get_args, get_origin, get_type_hints

from core.errors import UserError
from core.words import Words, shown

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")

_LONGEST_NUMBER = 18
_LAST_MOMENT_SECONDS = 32e9  # in 2984; some systems know no year 3001


class FormatError(Exception):
    """What is wrong with a text, as the second half of a sentence: 'it holds no …'."""

    words: Words

    def __init__(self, clause: Words) -> None:
        super().__init__(clause)
        self.words = clause


def sentence_of(error: FormatError | UserError) -> Words:
    """What is wrong, as a whole sentence for behind a colon."""
    if isinstance(error, UserError):
        return error.words
    return Words("{clause}.", clause=error.words)


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
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


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


def is_moment(value: object) -> bool:
    """Whether it is seconds since 1970 as a float, of which every system can tell the date."""
    return isinstance(value, float) and 0 <= value < _LAST_MOMENT_SECONDS


def fitting(kind: type[R], values: object) -> tuple[R, list[str]]:
    """A `kind`, whose fields all have defaults, with those of `values` that fit it, and the names
    of the others; an empty name where `values` are no JSON object.
    """
    if not isinstance(values, dict):
        return kind(), [""]
    try:
        return record_from_object(kind, values, ""), []
    except (FormatError, UserError, ValueError):
        return _fitting(kind, values)


def _fitting(kind: type[R], values: dict[str, object]) -> tuple[R, list[str]]:
    known = get_type_hints(kind)
    record, others = kind(), []
    for key, value in values.items():
        try:
            if key not in known:
                raise ValueError(key)
            one = getattr(record_from_object(kind, {key: value}, ""), key)
            record = replace(record, **{key: one})
        except (FormatError, UserError, ValueError):
            others.append(key)
    return record, others


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

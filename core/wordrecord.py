"""Words as JSON objects, and back with everything checked: whoever sends them may be a stranger."""

import re
from string import Formatter

from core.words import Words, counted

_DEEPEST = 8
_LONGEST = 20_000
_LONGEST_TEMPLATE = 2_000
_SPEC = re.compile(r",?(\.\d{1,2})?[dfg]?")


def object_from_words(words: Words) -> dict[str, object]:
    """All that is needed to say `words` in another language."""
    return {
        "template": words.template,
        "comment": words.comment,
        "number": words.number,
        "values": {name: _plain(value) for name, value in words.values.items()},
    }


def words_from_object(value: object) -> Words:
    """What `object_from_words` was given. ValueError for anything else.

    Templates from strangers get no further than plain places and short numbers: str.format could
    look into values, and fill the memory.
    """
    return _words(value, _DEEPEST)


def _plain(value: object) -> object:
    if isinstance(value, Words):
        return object_from_words(value)
    return value if isinstance(value, int | float | str) else str(value)


def _words(value: object, depth: int) -> Words:
    match value:
        case {
            "template": str(template),
            "comment": str(comment),
            "number": (int() | None) as number,
            "values": dict(plain),
        } if depth:
            values = {str(name): _value(one, depth - 1) for name, one in plain.items()}
        case _:
            raise ValueError("there are no words in it")
    if number is None:
        if values:  # else braces are plain text
            _check(template, values)
        words = Words(template, comment, **values)
    else:
        _check(template, values)
        _check(comment, values)
        words = counted(template, comment, number, **values)
    if len(words) > _LONGEST:
        raise ValueError("the words are too long")
    return words


def _value(value: object, depth: int) -> object:
    if isinstance(value, int | float | str):
        return value
    return _words(value, depth)


def _check(template: str, values: dict[str, object]) -> None:
    if len(template) > _LONGEST_TEMPLATE:
        raise ValueError("the words are too long")
    for _, name, spec, conversion in Formatter().parse(template):
        if name is None:
            continue
        if (
            not (name.isidentifier() and name in values)
            or conversion
            or not _SPEC.fullmatch(spec or "")
        ):
            raise ValueError(f"the words have no place '{name[:20]}'")

"""What made tunes, as JSON objects: in recipes, and once for all takes of a project."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from core.model.mark import Maker, Mark
from core.record import FormatError, object_from_record, record_from_object
from core.songrecord import json_line
from core.words import Words

_KEY_DIGITS = 12
_REMEMBERED = 64


def object_from_maker(maker: Maker) -> dict[str, object]:
    blend = None if maker.blend is None else object_from_record(maker.blend)
    return {"model": object_from_record(maker.model), "blend": blend}


def maker_from_values(model: object, blend: object) -> Maker:
    """FormatError, or a UserError, for what is none."""
    return Maker(_mark(model, "model"), None if blend is None else _mark(blend, "blend"))


@lru_cache(_REMEMBERED)
def key_of(maker: Maker) -> str:
    """By what a file names it: the same in every file, so a line that names it stays as it is."""
    from hashlib import sha256  # which the start needs not

    return sha256(json_line(object_from_maker(maker)).encode()).hexdigest()[:_KEY_DIGITS]


def lines_from_makers(makers: "Iterable[Maker | None]") -> list[str]:
    """Each once, with its key, as the file has it."""
    different = dict.fromkeys({id(maker): maker for maker in makers}.values())  # of few hashes
    return [
        f'"{key_of(maker)}": {json_line(object_from_maker(maker))}'
        for maker in different
        if maker is not None
    ]


def makers_from_value(value: object) -> dict[str, Maker]:
    """By their keys, whatever these are. FormatError, or a UserError, for what is wrong."""
    if not isinstance(value, dict):
        raise FormatError(Words("its makers are no JSON object"))
    makers = {}
    for key, entry in value.items():
        match entry:
            case {"model": model, "blend": blend, **others} if not others:
                makers[key] = maker_from_values(model, blend)
            case _:
                raise FormatError(Words("one of its makers is not a model and a blend"))
    return makers


def maker_named(key: object, makers: Mapping[str, Maker]) -> Maker:
    """The one that something says it was made by. FormatError where there is none of that key."""
    if not isinstance(key, str) or key not in makers:
        raise FormatError(Words("it says that something was made by what is not among its makers"))
    return makers[key]


def _mark(values: object, name: str) -> Mark:
    if not isinstance(values, dict) or values.keys() != set(Mark.__slots__):
        raise FormatError(Words("its '{key}' names no model", key=name))
    return record_from_object(Mark, values, name)

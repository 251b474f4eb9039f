"""Takes as JSON objects, of which a project has one a line."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import fields
from operator import attrgetter

from core.compose.controls import Controls
from core.compose.measures import Measures, Take
from core.makerrecord import key_of, maker_named
from core.model.mark import Maker
from core.record import FormatError, object_from_record, record_from_object
from core.songrecord import (
    OF_FEW_SONGS,
    OF_SONG,
    check_entries,
    json_line,
    list_at,
    song_from_values,
    texts_from_notes,
    values_from_song,
)
from core.wordrecord import object_from_words, words_from_object
from core.words import Words

_NEEDED = OF_SONG | {"controls", "measures", "notices"}
_MADE_BY = "made_by"
_CONTROLS = Words("controls", "part of a file")
_MEASURES = Words("measures", "part of a file")


def line_from_take(take: Take) -> str:
    """A take as the file has it: to the letter what `json_line` makes of it as a whole, in half the
    time, as a project may have a thousand of them.
    """
    song = json_line(values_from_song(take.song))
    made_by = {} if take.maker is None else {_MADE_BY: key_of(take.maker)}
    said = json_line(
        {
            **made_by,
            "measures": object_from_record(take.measures),
            "notices": [object_from_words(notice) for notice in take.notices],
        }
    )
    notes = ", ".join(texts_from_notes(take.song.melody.notes))
    controls = _text_from_controls(take.controls)
    return f'{song[:-1]}, "controls": {controls}, {said[1:-1]}, "notes": [{notes}]}}'


class TakeLines:
    """The lines of the takes at hand, each made once: who keeps unsaved work and who saves share
    them, on any threads.

    Whoever has many made stands back again and again, so that those of the window need not wait.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[Take, str]] = {}
        self._made = 0

    def __len__(self) -> int:
        return len(self._known)

    def line(self, take: Take) -> str:
        known = self._known.get(id(take))  # which is its own as long as it is remembered here
        if known is None:
            self._made += 1
            if self._made % _AT_A_TIME == 0:
                time.sleep(_REST_SECONDS)
            known = self._known[id(take)] = take, line_from_take(take)
        return known[1]

    def forget_others(self, takes: Iterable[Take]) -> None:
        """Keeps the lines of `takes` alone."""
        now = {id(take) for take in takes}
        known = self._known.copy()
        self._known = {number: line for number, line in known.items() if number in now}


_AT_A_TIME, _REST_SECONDS = 20, 0.0001
"""A millisecond of work, and then so long a rest that another thread gets the interpreter's lock,
for which it would else wait five milliseconds each time."""


def _text_from_controls(controls: Controls) -> str:
    """Those of many takes differ in their random seed alone, so what is around it is remembered."""
    others = repr(_but_random_seed(controls))  # which tells -0.0 from 0.0, and 1 from 1.0
    around = _around.get(others)
    if around is None:
        number = f'"random_seed": {controls.random_seed}'
        begin, _, end = json_line(object_from_record(controls)).partition(number)
        if len(_around) == _MOST_REMEMBERED:
            _around.clear()
        around = _around[others] = begin, end
    return f'{around[0]}"random_seed": {controls.random_seed}{around[1]}'


_MOST_REMEMBERED = 256
_around: dict[str, tuple[str, str]] = {}
_but_random_seed = attrgetter(
    *(field.name for field in fields(Controls) if field.name != "random_seed")
)


def take_from_value(value: object, makers: Mapping[str, Maker]) -> Take:
    """FormatError, or a UserError, for what is none."""
    if not isinstance(value, dict):
        raise FormatError(Words("one of its takes is no JSON object"))
    check_entries(value, _NEEDED, OF_FEW_SONGS | {_MADE_BY})
    return Take(
        song_from_values(value),
        record_from_object(Controls, value["controls"], _CONTROLS),
        record_from_object(Measures, value["measures"], _MEASURES),
        tuple(map(_notice_from_value, list_at(value, "notices"))),
        maker_named(value[_MADE_BY], makers) if _MADE_BY in value else None,
    )


def _notice_from_value(value: object) -> Words:
    """A notice, which is a text alone in projects of earlier versions."""
    try:
        return Words(value) if isinstance(value, str) else words_from_object(value)
    except ValueError as error:
        raise FormatError(Words("its notices are not all text")) from error

"""What a model says of itself: where it comes from, how good it is, and what it may be used for."""

import json
from dataclasses import asdict, dataclass, fields

from core.errors import UserError


@dataclass(frozen=True, slots=True)
class Card:
    """The card of a model; what nobody knows of a stranger's model is empty or None.

    `bits_per_note` is held-out: all bits of songs never trained on (pitches, durations, rests and
    the end) divided by their events. `songs` and `notes` count the training songs.
    `command` repeats the training; `weights_hash` is the SHA-256 of the weights.
    """

    name: str
    family: str
    corpus: str = ""
    songs: int | None = None
    notes: int | None = None
    key: str = "C major or A minor"
    bits_per_note: float | None = None
    held_out: str = ""
    parameters: int = 0
    command: str = ""
    date: str = ""
    licence: str = ""
    weights_hash: str = ""

    @property
    def is_from_elsewhere(self) -> bool:
        """True for a model that came without a card of ours."""
        return not self.command


def json_from_card(card: Card) -> str:
    return json.dumps(asdict(card), indent=2, ensure_ascii=False) + "\n"


def card_from_json(text: str) -> Card:
    """The card; members that this release does not know are left out.

    UserError, a part of a sentence about a file, if it is none.
    """
    kinds = {f.name: f.type for f in fields(Card)}
    try:
        members = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError("its card is no JSON text: {error}", error=str(error)) from error
    if not isinstance(members, dict):
        raise UserError("its card is no JSON object")
    known = {name: value for name, value in members.items() if name in kinds}
    for name, value in known.items():
        if not isinstance(value, _ALLOWED[str(kinds[name])]) or not _is_sound(value):
            raise UserError(
                "its card has an unusable '{name}': {value!r}", name=name, value=str(value)[:40]
            )
    if not {"name", "family"} <= known.keys():
        raise UserError("its card names no model or no family")
    return Card(**known)


def _is_sound(value: object) -> bool:
    """A number that can be shown, or a text that can; whoever wrote it may be a stranger."""
    match value:
        case bool():
            return False
        case int() | float():
            return abs(value) < _LARGEST_NUMBER  # which no number is that is none
        case str():
            return len(value) <= _LONGEST_TEXT
    return True


_LARGEST_NUMBER, _LONGEST_TEXT = 1 << 53, 100_000
_NONE = type(None)
_ALLOWED: dict[str, tuple[type, ...]] = {
    str(str): (str,),
    str(int): (int,),
    str(int | None): (int, _NONE),
    str(float | None): (float, int, _NONE),
}

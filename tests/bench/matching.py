"""Which of the notes that were sent each note that was heard is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from tests.sound.fakes import is_note_on

_MOST_LOST = 20
"""In a row: fewer than there are notes before a pitch comes again."""

Sent = TypeVar("Sent")


@dataclass(frozen=True, slots=True)
class Matched(Generic[Sent]):
    """Each note that was sent with the moment at which it was heard, in seconds, where it was; and
    those that were heard out of turn, as when a server that comes late gives something twice."""

    pairs: list[tuple[Sent, float]]
    strange: list[tuple[float, bytes]]


def matched(
    sent: Iterable[tuple[Sent, int]], heard: Iterable[tuple[float, bytes]]
) -> Matched[Sent]:
    """Finds `sent`, each with its pitch, in what was `heard`, both in their order."""
    waiting = list(sent)
    pairs, strange, begin = [], [], 0
    for seconds, message in heard:
        if not is_note_on(message):
            continue
        ahead = [pitch for _, pitch in waiting[begin : begin + _MOST_LOST]]
        if message[1] not in ahead:
            strange.append((seconds, message))
            continue
        begin += ahead.index(message[1])
        pairs.append((waiting[begin][0], seconds))
        begin += 1
    return Matched(pairs, strange)

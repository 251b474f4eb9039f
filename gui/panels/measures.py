"""What is measured of a take, in plain words."""

from collections.abc import Callable
from dataclasses import dataclass

from core.compose.controls import SHORTEST_QUOTE
from core.compose.measures import Measures

_LONGEST_TITLES = 40
"""Letters."""

_INTERVALS = (
    *("", "a semitone", "a whole tone", "a minor third", "a third", "a fourth"),
    *("a tritone", "a fifth", "a minor sixth", "a sixth", "a minor seventh", "a seventh"),
)
_OCTAVES = ("", "an octave", "two octaves", "three octaves")


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure: its name, its order on the board, what it says of a take, and what it means.

    `line` puts that on a card; `rank` puts the take that leads in this order first.
    """

    name: str
    order: str
    line: str
    text: Callable[[Measures], str]
    rank: Callable[[Measures], float]
    tip: str


def interval_name(semitones: int) -> str:
    """'an octave and a third' for 16."""
    octaves, rest = divmod(semitones, 12)
    if octaves >= len(_OCTAVES):
        return f"{octaves} octaves"
    words = [word for word in (_OCTAVES[octaves], _INTERVALS[rest]) if word]
    return " and ".join(words) or "one pitch"


def _copied(measures: Measures) -> str:
    if measures.copied is None:
        return "not known"
    if measures.copied < SHORTEST_QUOTE:
        return f"fewer than {SHORTEST_QUOTE} notes"
    words = f"at most {measures.copied} notes"
    return f"{words} ({_shortened(measures.sources)})" if measures.sources else words


def _shortened(titles: str) -> str:
    return titles if len(titles) <= _LONGEST_TITLES else f"{titles[:_LONGEST_TITLES].rstrip()}…"


MEASURED = (
    Measured(
        "Likelihood",
        "Likeliest first",
        "{}",
        lambda m: f"{m.bits_per_note:.2f} bits a note",
        lambda m: m.bits_per_note,
        "How far the model expects its notes, on the whole; fewer bits are likelier",
    ),
    Measured(
        "Surprise",
        "Greatest surprise first",
        "{} surprise",
        lambda m: f"{m.surprise:.1f} bits",
        lambda m: -m.surprise,
        "How unexpected its least expected note is; a bit more is half as likely",
    ),
    Measured(
        "Range",
        "Widest first",
        "{}",
        lambda m: interval_name(m.span),
        lambda m: -m.span,
        "From its lowest note to its highest",
    ),
    Measured(
        "Repetition",
        "Most repetition first",
        "{} repetition",
        lambda m: f"{m.repetition:.0%}",
        lambda m: -m.repetition,
        "How many of its four-note shapes stood in it before",
    ),
    Measured(
        "Like the seed",
        "Closest to the seed first",
        "{} like the seed",
        lambda m: f"{m.closeness:.0%}",
        lambda m: -m.closeness,
        "How much the new notes have in common with the seed",
    ),
    Measured(
        "Quotes",
        "Most original first",
        "quotes {}",
        _copied,
        lambda m: float("inf") if m.copied is None else m.copied,
        "No longer run of notes stands in a song of the training, in any key; "
        "in brackets are songs that have a part of it, as far as they are known",
    ),
)
"""In the order in which they are shown."""

AS_DRAWN = "As drawn"

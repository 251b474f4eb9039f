"""What is measured of a take, in plain words."""

from collections.abc import Callable
from dataclasses import dataclass

from core.compose.controls import SHORTEST_QUOTE
from core.compose.measures import Measures
from core.words import Words

_LONGEST_TITLES = 40
"""Letters."""

_INTERVALS = (
    Words("one pitch"),
    Words("a semitone"),
    Words("a whole tone"),
    Words("a minor third"),
    Words("a third"),
    Words("a fourth"),
    Words("a tritone"),
    Words("a fifth"),
    Words("a minor sixth"),
    Words("a sixth"),
    Words("a minor seventh"),
    Words("a seventh"),
)
_OCTAVES = (Words("an octave"), Words("two octaves"), Words("three octaves"))


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure: its name, its order on the board, what it says of a take, and what it means.

    `line` puts that on a card; `rank` puts the take that leads in this order first.
    """

    name: Words
    order: Words
    line: Callable[[Measures], Words]
    text: Callable[[Measures], Words]
    rank: Callable[[Measures], float]
    tip: Words


def interval_words(semitones: int) -> Words:
    """'an octave and a third' for 16."""
    octaves, rest = divmod(semitones, 12)
    if octaves > len(_OCTAVES):
        return Words("{n} octaves", n=octaves)
    if not octaves:
        return _INTERVALS[rest]
    octave_words = _OCTAVES[octaves - 1]
    if not rest:
        return octave_words
    return Words("{octaves} and {interval}", octaves=octave_words, interval=_INTERVALS[rest])


def _likelihood(measures: Measures) -> Words:
    return Words("{bits:.2f} bits a note", bits=measures.bits_per_note)


def _surprise(measures: Measures) -> Words:
    return Words("{bits:.1f} bits", bits=measures.surprise)


def _range(measures: Measures) -> Words:
    return interval_words(measures.span)


def _percent(share: float) -> Words:
    return Words("{percent:.0f} %", percent=100 * share)


def _copied(measures: Measures) -> Words:
    if measures.copied is None:
        return Words("not known", "of quotes")
    if measures.copied < SHORTEST_QUOTE:
        return Words("fewer than {n} notes", n=SHORTEST_QUOTE)
    if not measures.sources:
        return Words("at most {n} notes", n=measures.copied)
    songs = _shortened(measures.sources)
    return Words("at most {n} notes ({songs})", n=measures.copied, songs=songs)


def _shortened(titles: str) -> str:
    return titles if len(titles) <= _LONGEST_TITLES else f"{titles[:_LONGEST_TITLES].rstrip()}…"


MEASURED = (
    Measured(
        Words("Likelihood"),
        Words("Likeliest first"),
        _likelihood,
        _likelihood,
        lambda m: m.bits_per_note,
        Words("How far the model expects its notes, on the whole; fewer bits are likelier"),
    ),
    Measured(
        Words("Surprise"),
        Words("Greatest surprise first"),
        lambda m: Words("{bits} surprise", bits=_surprise(m)),
        _surprise,
        lambda m: -m.surprise,
        Words("How unexpected its least expected note is; one bit more is half as likely"),
    ),
    Measured(
        Words("Range", "of a take"),
        Words("Widest first"),
        _range,
        _range,
        lambda m: -m.span,
        Words("From its lowest note to its highest"),
    ),
    Measured(
        Words("Repetition"),
        Words("Most repetition first"),
        lambda m: Words("{percent} repetition", percent=_percent(m.repetition)),
        lambda m: _percent(m.repetition),
        lambda m: -m.repetition,
        Words("How many of its four-note shapes stood in it before"),
    ),
    Measured(
        Words("Like the seed"),
        Words("Closest to the seed first"),
        lambda m: Words("{percent} like the seed", percent=_percent(m.closeness)),
        lambda m: _percent(m.closeness),
        lambda m: -m.closeness,
        Words("How much the new notes have in common with the seed"),
    ),
    Measured(
        Words("Quotes"),
        Words("Most original first"),
        lambda m: Words("quotes {length}", length=_copied(m)),
        _copied,
        lambda m: float("inf") if m.copied is None else m.copied,
        Words(
            "No longer run of notes stands in a song of the training, in any key; "
            "in brackets are songs that have a part of it, as far as they are known"
        ),
    ),
)
"""In the order in which they are shown."""

AS_DRAWN = Words("As drawn")

"""The cards of the models in the box, in the language of the window: in their files is English."""

from dataclasses import replace
from typing import TYPE_CHECKING

from core.words import Words
from gui.language import tr

if TYPE_CHECKING:
    from core.model.card import Card

BOXED = (
    Words("German folk songs", "model"),
    Words("German folk songs, classic", "model"),
    Words("American fiddle tunes (Ryan)", "model"),
    Words("Irish dances and airs (O'Neill)", "model"),
    Words("Essen Folksong Collection, German songs (europa/deutschl)", "model"),
    Words(
        "Essen Folksong Collection, German songs (europa/deutschl),"
        " after those of its other regions",
        "model",
    ),
    Words(
        "Ryan's Mammoth Collection (1050 reels and jigs, Boston 1883),"
        " ABC edition that music21 ships, after O'Neill's Music of Ireland",
        "model",
    ),
    Words(
        "O'Neill's Music of Ireland (1850 melodies, Chicago 1903),"
        " ABC edition that music21 ships, after Ryan's Mammoth Collection",
        "model",
    ),
    Words("For non-commercial use, as the source of the songs asks.", "model"),
    Words(
        "Free for commercial use as far as its source tells: the tunes are in the public domain,"
        " and John Chambers provided the ABC edition for distribution with music21;"
        " its files name no restriction (docs/licences.md).",
        "model",
    ),
)


def spoken_card(card: "Card") -> "Card":
    """`card` as it is shown: of its licence the first sentence. A model from elsewhere speaks as it
    does."""
    licence = card.licence.partition(". ")[0].rstrip(".") + "." if card.licence else ""
    return replace(card, name=_said(card.name), corpus=_said(card.corpus), licence=_said(licence))


def _said(text: str) -> str:
    if isinstance(text, Words):
        return tr(text)
    return tr(Words(text, "model")) if text else ""

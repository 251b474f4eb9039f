"""Whether a model made elsewhere fits the vocabulary that came with it: a trial on tunes of ours.

A vocabulary of the right size may still be that of another model. The network then takes each
symbol for another one, and foretells a plain tune worse than somebody who guesses.
"""

from math import log2

import numpy as np

from core.model.family import Model
from core.model.grid.model import GridModel
from core.model.grid.symbols import EDGE, HOLD, symbols_from_melody
from core.music.text import melody_from_text
from core.words import Words

TUNES = (
    "c4/4 d4 e4 f4 g4/2 e4/4 c4 f4 a4 g4 f4 e4/2 d4 g4/4 e4 c4 e4 d4 f4 e4 d4 c4 b3 c4 d4 c4/1",
    "g4/8 e4 e4/4 f4/8 d4 d4/4 c4/8 d4 e4 f4 g4/4 g4 a4/8 g4 f4 e4 d4/4 g4 e4/8 c4 d4 b3 c4/2",
    "e4/4. e4/8 f4/4 g4/2 e4/4 a4/4. g4/8 f4/4 e4/2 r/4 d4/4. e4/8 f4/4 e4 d4 c4 g4 f4 d4 c4/2.",
    "a4/4 a4/8 b4 c5/4 a4 g4 e4 g4/2 a4/4 e4/8 f4 e4/4 d4 c4 b3 a3/2 c4/4 e4 a4 c5 b4/8 a4 g4 b4 "
    "a4/1",
)
"""Written for this program: plain tunes in C major and A minor, on the sixteenth grid."""


def doubt(model: Model) -> Words | None:
    """A sentence for the user about a model that seems to have another one's vocabulary, or None.

    Takes as long as 450 steps of the network. Models with a card of ours are not tried.
    """
    if not isinstance(model, GridModel) or not model.card.is_from_elsewhere:
        return None
    bits, chance = bits_per_symbol(model), log2(len(model.names))
    if bits <= chance:
        return None
    return Words(
        "{name} foretells plain tunes worse than guessing would ({bits:.1f} bits a symbol, "
        "{chance:.1f} by guessing); perhaps its mapping belongs to another model.",
        name=model.card.name,
        bits=bits,
        chance=chance,
    )


def bits_per_symbol(model: GridModel) -> float:
    """What a symbol of TUNES costs on average: of all, or of those other than `_` if that is more.

    Most symbols are `_`, so a mapping that has that one right alone would pass. Pitches that the
    model does not know are heard as the nearest ones.
    """
    symbols = [_heard(model, text) for text in TUNES]
    with np.errstate(all="ignore"):  # what the network takes for impossible costs without end
        costs = np.concatenate([model.surprises(tune) for tune in symbols])
    begins = np.array([symbol != HOLD for tune in symbols for symbol in tune])
    return float(max(costs.mean(), costs[begins].mean()))


def _heard(model: GridModel, text: str) -> list[str]:
    written = symbols_from_melody(melody_from_text(text))
    heard = (str(model.nearest_pitch(int(s))) if s.isdecimal() else s for s in written)
    return [*heard, EDGE]

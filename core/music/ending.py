"""How a tune ends."""

from typing import Literal, get_args

from core.music.key import Mode, home_key
from core.music.melody import Melody

Ending = Literal["tonic", "open", "free"]
"""How a tune shall end: on the tonic, on another degree, or as often on each as real tunes do."""

ENDINGS: tuple[Ending, ...] = get_args(Ending)


def closing_classes(ending: Ending, mode: Mode) -> frozenset[int]:
    """The pitch classes on which a tune in C major or A minor may end."""
    tonic = frozenset({home_key(mode).tonic})
    everything = frozenset(range(12))
    return {"tonic": tonic, "open": everything - tonic, "free": everything}[ending]


def ends_on_tonic(melody: Melody, mode: Mode) -> bool:
    """Whether the last note of a melody in C major or A minor is the tonic; False without notes."""
    return bool(melody.notes) and melody.notes[-1].pitch % 12 == home_key(mode).tonic

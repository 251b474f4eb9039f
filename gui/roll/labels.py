"""What is written on the roll on request."""

from dataclasses import dataclass

from core.music.key import Key


@dataclass(frozen=True, slots=True)
class Labels:
    """On notes their names and their scale degrees; the rows of the key tinted; on the ruler
    seconds, in place of bars and beats. `key` is that in which degrees are counted where the song
    names none."""

    names: bool = True
    degrees: bool = False
    key_rows: bool = False
    seconds: bool = False
    key: Key | None = None


NAMES = Labels()
"""What is written at first."""

_REMEMBERED = ("names", "degrees", "key_rows", "seconds")


def words_from_labels(labels: Labels) -> str:
    """What is on, as it is remembered: 'names degrees'."""
    return " ".join(name for name in _REMEMBERED if getattr(labels, name))


def labels_from_words(words: str) -> Labels:
    """The Labels of which `words` tells; a word that is none of them is passed over."""
    names, degrees, key_rows, seconds = (name in words.split() for name in _REMEMBERED)
    return Labels(names, degrees, key_rows, seconds)

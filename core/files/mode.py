"""Keys as scores name them, church modes among them -> Key."""

from core.music.key import Key

FIFTHS_OF_LETTER = {"F": -1, "C": 0, "G": 1, "D": 2, "A": 3, "E": 4, "B": 5}
"""How many fifths above C a letter lies."""

FIFTHS_ABOVE_MAJOR = {
    "major": 0,
    "ionian": 0,
    "lydian": -1,
    "mixolydian": 1,
    "minor": 3,
    "aeolian": 3,
    "dorian": 2,
    "phrygian": 4,
    "locrian": 5,
}
"""For each mode, how many fifths its tonic lies above that of the major key of its signature."""

_MINOR = frozenset(("minor", "aeolian", "dorian", "phrygian", "locrian"))
_MOST_ACCIDENTALS = 7


def mode_from_text(text: str) -> str | None:
    """The mode whose name begins with the same three letters; 'm' is minor; None for others."""
    name = text.strip().lower()
    if name == "m":
        return "minor"
    return next(
        (mode for mode in FIFTHS_ABOVE_MAJOR if len(name) > 2 and mode[:3] == name[:3]), None
    )


def key_on(tonic: int, mode: str) -> Key:
    """The key whose tonic lies `tonic` fifths above C: modes with a minor third are minor.

    A key with more than seven accidentals is given its easier name.
    """
    is_minor = mode in _MINOR
    fifths = tonic - 3 if is_minor else tonic
    while abs(fifths) > _MOST_ACCIDENTALS:
        fifths -= 12 if fifths > 0 else -12
    return Key(fifths, "minor" if is_minor else "major")

"""Scale degrees: what a pitch is in its key."""

from core.music.key import Key, Mode, fifths_of

# The steps of a scale in the order of the line of fifths, and how far below the tonic it begins.
_ORDER: dict[Mode, tuple[str, int]] = {"major": ("4152637", 1), "minor": ("6374152", 4)}


def degree_name(pitch: int, key: Key) -> str:
    """'1' for the tonic, '♯4' for the raised fourth, '♭7' for the lowered seventh.

    Plain numbers are the notes of the major, or of the natural minor scale.
    """
    order, below = _ORDER[key.mode]
    fifths = fifths_of(pitch, key) - fifths_of(key.tonic, key)
    alteration, place = divmod(fifths + below, 7)
    return ("♯" * alteration or "♭" * -alteration) + order[place]

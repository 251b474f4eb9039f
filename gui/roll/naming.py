"""How pitches are written in the window."""

from core.music.key import C_MAJOR, Key, pitch_name

_ACCIDENTALS = str.maketrans({"#": "♯", "b": "♭"})


def shown_name(pitch: int, key: Key | None) -> str:
    """'F♯4' for 66 in G major."""
    name = pitch_name(pitch, key or C_MAJOR)
    return name[0].upper() + name[1:].translate(_ACCIDENTALS)

"""Where the keys of a computer's keyboard lie on a piano, without Qt.

Two rows of letters are the white keys, the rows above them the black ones, as in every tracker:
Z is a C, and Q the C above it. Keys are known by their place and not by their letter, so that it
is the same piano on every keyboard of the world.
"""

_LOWER, _UPPER = "ZSXDCVGBHNJM,L.;/", "Q2W3ER5T6Y7UI9O0P"
DOWN, UP = "[", "]"
_ROWS = ((2, "1234567890"), (16, "QWERTYUIOP[]"), (30, "ASDFGHJKL;"), (44, "ZXCVBNM,./"))

OCTAVES = {DOWN: -1, UP: 1}
"""What these keys move the piano by."""

STEPS = {key: step for step, key in enumerate(_LOWER)} | {
    key: 12 + step for step, key in enumerate(_UPPER)
}
"""Semitones above the lowest key, which is a C; keys as an American keyboard names them."""

_BY_CODE = {first + index: key for first, row in _ROWS for index, key in enumerate(row)}
_X11_OFFSET = 8


def key_from_code(code: int, system: str) -> str | None:
    """The key at a place, as an American keyboard names it; None for a place that has no part.

    `code` is what the system calls a scan code: Linux and Windows count the places alike, X11 and
    Wayland from 8 on. macOS tells none.
    """
    if system == "darwin" or not code:
        return None
    return _BY_CODE.get(code - (_X11_OFFSET if system == "linux" else 0))


def shown_keys(base: int, names: dict[str, str]) -> dict[int, str]:
    """What to write on the keys of the piano whose lowest letter key is the pitch `base`.

    `names` tells what is printed on keys of this keyboard, as far as that is known.
    """
    shown = {base + step: names.get(key, key) for key, step in STEPS.items()}
    return {pitch: name for pitch, name in shown.items() if 0 <= pitch <= 127}

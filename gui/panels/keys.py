"""Where the keys of a piano lie on the screen, without Qt."""

from dataclasses import dataclass

from gui.roll.geometry import is_black

_WHITE_STEPS = (0, 2, 4, 5, 7, 9, 11)
_BLACK_WIDTH, _BLACK_HEIGHT = 0.62, 0.62
# As on a real piano, black keys do not sit quite in the middle between their neighbours.
_LEAN = {1: -0.09, 3: 0.09, 6: -0.12, 8: 0.0, 10: 0.12}


@dataclass(frozen=True, slots=True)
class Box:
    """A key's rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Keys:
    """`white_keys` white keys beside each other from the pitch `first` (a white key) on."""

    first: int
    white_keys: int
    width_px: float
    height_px: float

    @property
    def pitches(self) -> range:
        """All keys shown, black ones too, from low to high."""
        beyond = white_index(self.first) + self.white_keys
        octave, step = divmod(beyond, 7)
        last = 12 * octave + _WHITE_STEPS[step] - 1
        return range(self.first, last if is_black(last) else last + 1)

    def box(self, pitch: int) -> Box:
        """Where the key of `pitch` lies; a black one lies over its white neighbours."""
        width = self.width_px / self.white_keys
        left = (white_index(pitch) - white_index(self.first)) * width
        if not is_black(pitch):
            return Box(left, 0, width, self.height_px)
        centre = left + width * (1 + _LEAN[pitch % 12])
        black = width * _BLACK_WIDTH
        return Box(centre - black / 2, 0, black, self.height_px * _BLACK_HEIGHT)

    def pitch_at(self, x: float, y: float) -> int | None:
        """The key at a pixel; None beside the piano."""
        for pitch in sorted(self.pitches, key=is_black, reverse=True):
            if self.box(pitch).holds(x, y):
                return pitch
        return None


def white_index(pitch: int) -> int:
    """How many white keys lie below the key of `pitch`; a black one counts as the white below."""
    octave, step = divmod(pitch, 12)
    return 7 * octave + sum(not is_black(below) for below in range(1, step + 1))

"""What a picture shows: the blots of a colour, and where they lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Blot:
    """Pixels that hang together: the rectangle around them, and how many they are."""

    left: int
    top: int
    right: int
    bottom: int
    pixels: int

    def holds(self, other: "Blot") -> bool:
        """Whether the rectangle around `other` is within this one's."""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom

    def is_near(self, box: Sequence[int], pixels: int) -> bool:
        """Whether all four sides are where those of [x, y, width, height] are, nearly."""
        x, y, width, height = box
        sides = (self.left - x, self.top - y, self.right - x - width, self.bottom - y - height)
        return all(abs(side) <= pixels for side in sides)


class Picture:
    """A file of pixels, each of three numbers from 0 to 255."""

    def __init__(self, file: Path) -> None:
        image = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
        self._pixels = rows[:, : 3 * image.width()].reshape(image.height(), -1, 3).astype(float)

    def mask(self, box: Sequence[int], first: str, second: str, reach: float) -> Mask:
        """Where in [x, y, width, height] the colour lies between two, no further than `reach`."""
        x, y, width, height = box
        part = self._pixels[y : y + height, x : x + width]
        begin, end = (_numbers(colour) for colour in (first, second))
        way = end - begin
        share = np.clip((part - begin) @ way / max(float(way @ way), 1.0), 0, 1)
        nearest = begin + share[..., None] * way
        near: Mask = np.abs(part - nearest).max(axis=2) <= reach
        return near

    def blots(self, box: Sequence[int], first: str, second: str, reach: float) -> list[Blot]:
        """Those of the same colours, in pixels of the whole picture.

        One within another is a part of that, such as the inside of a letter.
        """
        x, y, _, _ = box
        found = blots_in(self.mask(box, first, second, reach))
        outer = [a for a in found if not any(b.holds(a) for b in found if b is not a)]
        return [Blot(b.left + x, b.top + y, b.right + x, b.bottom + y, b.pixels) for b in outer]


def blots_in(mask: Mask) -> list[Blot]:
    """What hangs together across or down; right and bottom are behind the last pixel."""
    blots: list[list[int]] = []
    owner: list[int] = []

    def root(blot: int) -> int:
        while owner[blot] != blot:
            blot = owner[blot]
        return blot

    above: list[tuple[int, int, int]] = []
    for y, row in enumerate(mask):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], row.astype(np.int8), [0]))))
        runs: list[tuple[int, int, int]] = []
        for left, right in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            number = len(blots)
            blots.append([left, y, right, y + 1, right - left])
            owner.append(number)
            for other_left, other_right, other in above:
                if other_left < right and left < other_right:
                    _join(blots, owner, root(other), root(number))
            runs.append((left, right, number))
        above = runs
    return [Blot(*blots[number]) for number in range(len(blots)) if owner[number] == number]


def _join(blots: list[list[int]], owner: list[int], one: int, other: int) -> None:
    if one == other:
        return
    owner[other] = one
    a, b = blots[one], blots[other]
    blots[one] = [min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]), a[4] + b[4]]


def _numbers(colour: str) -> NDArray[np.float64]:
    found = QColor(colour)
    return np.array([found.red(), found.green(), found.blue()], float)

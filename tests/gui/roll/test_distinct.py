"""Without any colour it is seen who wrote a note, whether it may still change, and what is pinned.

The roll is drawn in grey, and of each note its inside, its upper rim and what is above it are
looked at.
"""

from itertools import pairwise
from typing import NamedTuple

import pytest
from PySide6.QtGui import QImage

from core.compose.pins.pin import Pin
from core.music.melody import Note
from gui.look.theme import DARK, LIGHT, Theme, palette_from_theme
from gui.roll.labels import Labels
from gui.roll.shape import note_rect
from tests.gui.roll.stage import Stage
from tests.gui.roll.tunes import tune

SONG = tune([60, 64, 60, 64, 60, 64, 60, 64], seed=4)
_STEP = 14
"""Of 255 levels of grey: what is less is taken for the same."""
_GAP = 50
"""From a dash to the gap behind it."""


class Marks(NamedTuple):
    """What is seen of a note."""

    striped: bool
    dashed: bool
    needle: bool


def turns(levels: list[int], step: int = _STEP) -> int:
    """How often the grey changes along a line."""
    return sum(abs(a - b) >= step for a, b in pairwise(levels))


def marks(stage: Stage, grey: QImage, note: Note) -> Marks:
    rect = note_rect(stage.scene, note).toAlignedRect()

    def levels(y: int) -> list[int]:
        return [grey.pixelColor(x, y).red() for x in range(rect.left() + 5, rect.right() - 5)]

    inside, rim = levels(rect.center().y()), levels(rect.top())
    above = [grey.pixelColor(rect.center().x(), rect.top() - dy).red() for dy in range(3, 9)]
    beside = [grey.pixelColor(rect.left() + 4, rect.top() - dy).red() for dy in range(3, 9)]
    return Marks(
        striped=turns(inside) >= len(inside) / 8,
        dashed=turns(rim, _GAP) >= len(rim) / 8,
        needle=any(abs(a - b) >= _STEP for a, b in zip(above, beside, strict=True)),
    )


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_every_kind_of_note_is_told_from_every_other_in_grey(stage: Stage, theme: Theme) -> None:
    notes = SONG.melody.notes
    stage.roll.setPalette(palette_from_theme(theme))
    stage.roll.show_song(SONG)
    stage.roll.fit()
    stage.roll.show_labels(Labels(names=False))
    stage.roll.show_pins((Pin.of(notes[5]),))
    stage.roll.show_ghosts(notes[6].onset)
    grey = stage.image().convertToFormat(QImage.Format.Format_Grayscale8)
    kinds = {
        "seed": marks(stage, grey, notes[1]),
        "composed": marks(stage, grey, notes[4]),
        "pinned": marks(stage, grey, notes[5]),
        "may change": marks(stage, grey, notes[7]),
    }
    assert kinds == {
        "seed": Marks(striped=False, dashed=False, needle=False),
        "composed": Marks(striped=True, dashed=False, needle=False),
        "pinned": Marks(striped=True, dashed=False, needle=True),
        "may change": Marks(striped=False, dashed=True, needle=False),
    }
    body = note_rect(stage.scene, notes[1]).toAlignedRect()
    ghost = note_rect(stage.scene, notes[7]).toAlignedRect()
    shades = [grey.pixelColor(place.center()).red() for place in (body, ghost)]
    assert abs(shades[0] - shades[1]) > 40, "what may change is pale"

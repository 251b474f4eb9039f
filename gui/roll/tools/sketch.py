"""What a gesture, or a key, would lead to."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.music.melody import Note
from gui.roll.cursor import Cursor
from gui.roll.scene import Box

if TYPE_CHECKING:
    from core.edit.edited import Edited


@dataclass(frozen=True, slots=True)
class Sketch:
    """The notes that are chosen then; where notes change, what they are then and the name of it.

    `box` is drawn around notes, `pitch` is heard, `cursor` is where the keys stand, and `brush` how
    long the next note is, where that changes; an edit that `joins` is one step with the same one
    just before. `opened` is a note and `cell` a place (tick and pitch) that one asks about,
    `turned` a note and the way (1 or -1) to likelier ones or others.
    """

    chosen: frozenset[int]
    label: str = ""
    edited: "Edited | None" = None
    box: Box | None = None
    pitch: int | None = None
    cursor: Cursor | None = None
    brush: int | None = None
    joins: bool = False
    opened: Note | None = None
    cell: tuple[int, int] | None = None
    turned: tuple[Note, int] | None = None

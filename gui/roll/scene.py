"""What the roll shows at a moment: one frozen value that every layer draws from."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from core.music.key import Key
from core.music.melody import QUARTER, Melody, Note
from core.music.song import Song
from core.music.span import Span
from core.words import Words, counted, joined
from gui.look.theme import Theme
from gui.roll.cursor import Cursor
from gui.roll.geometry import PitchAxis, TimeAxis
from gui.roll.labels import NAMES, Labels
from gui.roll.selection import Selection
from gui.roll.snap import SIXTEENTHS, Snap
from gui.roll.view import View

if TYPE_CHECKING:
    from core.compose.field import Field
    from core.compose.pins.pin import Pin

_FEW = 100
"""So many notes are found sooner one by one than by a look at all of a long tune."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle between two ticks and two heights; a height is a pitch, its row one below it."""

    begin: float
    end: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scene:
    """A song, the part of it that is in sight, and the colours; the bars that are selected, the
    note that is picked, the pins, and the loop, which may be switched off. Notes from the tick
    `ghosts` on may still change.

    `chosen` are the onsets of the notes that are chosen, `cursor` is where the keys stand. During a
    gesture `before` is what the tune was when it began, and `box` what is drawn around notes. Notes
    are drawn to `snap`, and are `brush` ticks long where nothing says otherwise. `field` is what
    the model thinks; None while that is not shown. `pointed` are the tick and the pitch of the cell
    of it that is asked about.
    """

    song: Song
    view: View
    theme: Theme
    selection: Selection | None = None
    picked: Note | None = None
    pins: "tuple[Pin, ...]" = ()
    ghosts: float = math.inf
    loop: Span | None = None
    is_looping: bool = False
    chosen: frozenset[int] = frozenset()
    cursor: Cursor | None = None
    before: Melody | None = None
    box: Box | None = None
    snap: Snap = SIXTEENTHS
    brush: int = QUARTER
    field: "Field | None" = None
    pointed: tuple[int, int] | None = None
    labels: Labels = NAMES

    @property
    def key(self) -> Key | None:
        """That of the song, or where it names none the one in which its labels count."""
        return self.song.key or self.labels.key

    @property
    def time(self) -> TimeAxis:
        return self.view.time

    @property
    def pitch(self) -> PitchAxis:
        return self.view.pitch


def notes_between(melody: Melody, first: float, last: float) -> Sequence[Note]:
    """The notes of which anything sounds between two ticks."""
    notes = melody.notes
    begin = bisect_right(notes, first, key=attrgetter("end"))
    return notes[begin : bisect_left(notes, last, key=attrgetter("onset"))]


def note_at(melody: Melody, tick: float) -> Note | None:
    """The note that sounds at `tick`."""
    found = [n for n in notes_between(melody, tick, tick + 1) if n.onset <= tick < n.end]
    return found[0] if found else None


def onsets_between(melody: Melody, first: float, last: float) -> frozenset[int]:
    """The onsets of the notes that begin from `first` up to, not including, `last`."""
    notes = melody.notes
    begin, end = (bisect_left(notes, tick, key=attrgetter("onset")) for tick in (first, last))
    return frozenset(note.onset for note in notes[begin:end])


def onsets_there(melody: Melody, onsets: frozenset[int]) -> frozenset[int]:
    """Those of `onsets` at which a note begins."""
    if len(onsets) > _FEW:
        return onsets.intersection(note.onset for note in melody)
    return frozenset(tick for tick in onsets if onsets_between(melody, tick, tick + 1))


def still_chosen(scene: Scene, song: Song) -> frozenset[int]:
    """What is chosen when `song` takes the place of the one shown: of selected bars all notes, else
    those that are there as they were, for in another tune it would be notes that nobody chose."""
    bars, before = scene.selection, scene.song.melody
    if bars is not None:
        return onsets_between(song.melody, bars.begin, bars.end)
    if song.melody is before or not scene.chosen:
        return scene.chosen
    notes = {note.onset: note for note in before if note.onset in scene.chosen}
    return frozenset(note.onset for note in song.melody if notes.get(note.onset) == note)


def counts(song: Song) -> Words:
    """'12 notes, 1 bar'."""
    notes = counted("{n:,} notes", "{n:,} note", len(song.melody))
    return joined(", ", [notes, counted("{n:,} bars", "{n:,} bar", song.bars)])

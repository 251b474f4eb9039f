"""Which bars are selected, from tick to tick, and how keys change that."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from core.music.song import Song
from core.words import Words
from gui.roll.grid import bars_between

if TYPE_CHECKING:
    from gui.roll.scene import Scene

_BARS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class Selection:
    """Whole bars, from the tick on which the first begins to that on which the last one ends."""

    begin: int
    end: int


def bars_from_ticks(song: Song, first: float, last: float) -> Selection | None:
    """The bars of `song` in which two ticks lie, in either order, and those between.

    None where that is behind the song's end, with which its last bar ends.
    """
    low, high = max(0.0, min(first, last)), max(0.0, first, last)
    bars = bars_between(song.meters, low, high + 1)
    begin, end = bars[0].onset, min(bars[-1].end, song.melody.end)
    return Selection(begin, end) if begin < end else None


def lengthened(song: Song, selection: Selection, bars: int) -> Selection:
    """With one bar more (1) or fewer (-1) at its end, so long as the song has it; one stays."""
    tick = selection.end if bars > 0 else selection.end - 1
    line = bars_between(song.meters, tick, tick + 1)[0]
    end = min(line.end, song.melody.end) if bars > 0 else line.onset
    return Selection(selection.begin, end) if end > selection.begin else selection


def bar_numbers(song: Song, selection: Selection) -> Words:
    """'bar 3' or 'bars 3 to 5'; the upbeat is bar 0."""
    first = song.meters.position(selection.begin)[0]
    last = song.meters.position(selection.end - 1)[0]
    if first == last:
        return Words("bar {number}", number=first)
    return Words("bars {first} to {last}", first=first, last=last)


def selection_after_key(scene: "Scene", event: QKeyEvent, playhead: float) -> Selection | None:
    """What is selected after a key: Shift and an arrow begin at the playhead, Escape ends it."""
    song, selection = scene.song, scene.selection
    if event.key() == Qt.Key.Key_Escape:
        return None
    bars = _BARS.get(Qt.Key(event.key()))
    if bars is None or not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return selection
    if selection is None:
        return bars_from_ticks(song, playhead, playhead)
    return lengthened(song, selection, bars)

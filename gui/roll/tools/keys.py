"""What keys do with notes, in one table; what needs no cursor is an action of the menus."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from core.edit.motion import moved, transposed
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH, Note
from core.words import Words
from gui.roll.cursor import Cursor, note_under, stop_before, stop_behind
from gui.roll.scene import Scene, note_at
from gui.roll.tools.drawing import draw, room
from gui.roll.tools.moving import MOVE
from gui.roll.tools.resizing import kept_apart, resize
from gui.roll.tools.sketch import Sketch

if TYPE_CHECKING:
    from core.edit.edited import Edited
    from core.edit.length import Edge

TRANSPOSE = Words("Transpose notes")
_MIDDLE_C = 60

Command = Callable[[Scene, int], Sketch | None]
"""From what is shown, and the tick of the playhead, to what comes of a key; None: nothing."""


def sketch_after_key(
    scene: Scene, key: int, held: Qt.KeyboardModifier, playhead: int
) -> Sketch | None:
    """What a key leads to; None for a key that is none of these, or has nothing to do now."""
    command = _TABLE.get((held & ~Qt.KeyboardModifier.KeypadModifier, key))
    return None if command is None else command(scene, playhead)


def _begun(scene: Scene, playhead: int) -> Cursor:
    """Where the keys begin: at the first chosen note, else at the playhead."""
    notes, tick = scene.song.melody.notes, min(scene.chosen, default=playhead)
    note = note_under(scene.song.melody, tick)
    if note is None:
        pitch = notes[-1].pitch if notes else _MIDDLE_C
        return Cursor(scene.snap.before(scene.song.meters, tick), pitch)
    return Cursor(note.onset, note.pitch)


def _to(scene: Scene, tick: int, pitch: int, kept: frozenset[int] | None) -> Sketch:
    """With the cursor at `tick`; on a note, which is chosen, with those that are `kept` if any."""
    note = note_under(scene.song.melody, tick)
    if note is None:
        return Sketch(kept or frozenset(), cursor=Cursor(tick, pitch))
    chosen = frozenset({note.onset}) | (kept or frozenset())
    return Sketch(chosen, cursor=Cursor(note.onset, note.pitch), pitch=note.pitch)


def _step(is_onwards: bool, adds: bool = False, chooses: bool = True) -> Command:
    """The cursor to the next note, or to the one before, or through a rest."""

    def command(scene: Scene, playhead: int) -> Sketch | None:
        melody, cursor = scene.song.melody, scene.cursor
        if cursor is None and not melody.notes:
            return None
        if cursor is None and not scene.chosen:
            start = _begun(scene, playhead)
            return _to(scene, start.tick, start.pitch, None)
        if cursor is None:
            last = note_at(melody, (max if is_onwards else min)(scene.chosen))
            assert last is not None
            cursor = Cursor(last.onset, last.pitch)
        go = stop_behind if is_onwards else stop_before
        tick = go(melody, scene.song.meters, scene.snap, cursor.tick)
        there = _to(scene, tick, cursor.pitch, scene.chosen if adds else None)
        return there if chooses else replace(there, chosen=scene.chosen)

    return command


def _end(is_last: bool) -> Command:
    """The cursor to the first or the last note, once there is a cursor."""

    def command(scene: Scene, _playhead: int) -> Sketch | None:
        notes = scene.song.melody.notes
        if scene.cursor is None or not notes:
            return None
        return _to(scene, notes[-1 if is_last else 0].onset, scene.cursor.pitch, None)

    return command


def _row(by: int, moves: bool = True) -> Command:
    """Chosen notes higher by `by` semitones; where none is chosen the cursor."""

    def command(scene: Scene, playhead: int) -> Sketch | None:
        if moves and scene.chosen:
            edited = transposed(scene.song.melody, scene.chosen, by)
            return _edited(scene, TRANSPOSE, edited)
        if scene.cursor is None and not scene.song.melody.notes:
            return None
        cursor = scene.cursor or _begun(scene, playhead)
        pitch = min(max(cursor.pitch + by, LOWEST_PITCH), HIGHEST_PITCH)
        return Sketch(scene.chosen, cursor=replace(cursor, pitch=pitch), pitch=pitch)

    return command


def _nudge(is_later: bool) -> Command:
    """Chosen notes by one line of the grid, of which the first gets there."""

    def command(scene: Scene, _playhead: int) -> Sketch | None:
        if not scene.chosen:
            return None
        first = min(scene.chosen)
        go = scene.snap.behind if is_later else scene.snap.ahead
        ticks = go(scene.song.meters, first) - first
        return _edited(scene, MOVE, moved(scene.song.melody, scene.chosen, ticks))

    return command


def _edited(scene: Scene, label: str, edited: "Edited") -> Sketch:
    """The cursor goes with the note that it is on, and that note is heard."""
    cursor, ways = scene.cursor, dict(edited.ways)
    place = cursor.tick if cursor is not None and cursor.tick in ways else min(scene.chosen)
    note = note_at(edited.melody, ways.get(place, place))
    if note is not None and cursor is not None and cursor.tick == place:
        cursor = Cursor(note.onset, note.pitch)
    pitch = note.pitch if note is not None else None
    return Sketch(edited.chosen, label, edited, cursor=cursor, pitch=pitch, joins=True)


def _length(edge: "Edge", is_later: bool) -> Command:
    """An end of the chosen notes by one line of the grid, to which that of the first gets."""

    def command(scene: Scene, _playhead: int) -> Sketch | None:
        note = note_at(scene.song.melody, min(scene.chosen)) if scene.chosen else None
        if note is None:
            return None
        home = note.onset if edge == "begin" else note.end
        go = scene.snap.behind if is_later else scene.snap.ahead
        line = kept_apart(scene, note, edge, go(scene.song.meters, home))
        sketch = resize(scene, scene.chosen, note, edge, line - home)
        assert sketch.edited is not None
        ways, cursor = dict(sketch.edited.ways), scene.cursor
        if cursor is not None:
            cursor = replace(cursor, tick=ways.get(cursor.tick, cursor.tick))
        return replace(sketch, cursor=cursor, joins=True)

    return command


def _draw(scene: Scene, playhead: int) -> Sketch | None:
    """A note at the cursor, unless it stands there already."""
    cursor = scene.cursor or _begun(scene, playhead)
    note = note_at(scene.song.melody, cursor.tick)
    if note is not None and (note.onset, note.pitch) == (cursor.tick, cursor.pitch):
        return None
    drawn = Note(cursor.tick, room(scene, cursor.tick), cursor.pitch)
    return replace(draw(scene, drawn), cursor=cursor)


def _toggle(scene: Scene, _playhead: int) -> Sketch | None:
    """The note at the cursor joins those that are chosen, or leaves them."""
    note = note_under(scene.song.melody, scene.cursor.tick) if scene.cursor else None
    return Sketch(scene.chosen ^ {note.onset}, cursor=scene.cursor) if note else None


def _go_on(scene: Scene, _playhead: int) -> Sketch | None:
    """While the field is shown: asks for the cell at the cursor."""
    cursor = scene.cursor
    if scene.field is None or cursor is None:
        return None
    return Sketch(scene.chosen, cursor=cursor, cell=(cursor.tick, cursor.pitch))


def _walk(way: int) -> Command:
    """While the field is shown: asks for likelier notes (1) or the next likely ones (-1)."""

    def command(scene: Scene, _playhead: int) -> Sketch | None:
        note = note_at(scene.song.melody, min(scene.chosen)) if scene.chosen else None
        if scene.field is None or note is None:
            return None
        return Sketch(scene.chosen, cursor=scene.cursor, turned=(note, way))

    return command


_Key = Qt.Key
_NONE, _SHIFT, _CONTROL, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)

_TABLE: dict[tuple[Qt.KeyboardModifier, int], Command] = {
    (_NONE, _Key.Key_Left): _step(is_onwards=False),
    (_NONE, _Key.Key_Right): _step(is_onwards=True),
    (_CONTROL | _SHIFT, _Key.Key_Left): _step(is_onwards=False, adds=True),
    (_CONTROL | _SHIFT, _Key.Key_Right): _step(is_onwards=True, adds=True),
    (_CONTROL, _Key.Key_Left): _step(is_onwards=False, chooses=False),
    (_CONTROL, _Key.Key_Right): _step(is_onwards=True, chooses=False),
    (_CONTROL, _Key.Key_Space): _toggle,
    (_NONE, _Key.Key_Home): _end(is_last=False),
    (_NONE, _Key.Key_End): _end(is_last=True),
    (_NONE, _Key.Key_Up): _row(1),
    (_NONE, _Key.Key_Down): _row(-1),
    (_SHIFT, _Key.Key_Up): _row(12),
    (_SHIFT, _Key.Key_Down): _row(-12),
    (_CONTROL, _Key.Key_Up): _row(1, moves=False),
    (_CONTROL, _Key.Key_Down): _row(-1, moves=False),
    (_ALT, _Key.Key_Left): _nudge(is_later=False),
    (_ALT, _Key.Key_Right): _nudge(is_later=True),
    (_NONE, _Key.Key_Comma): _length("end", is_later=False),
    (_NONE, _Key.Key_Period): _length("end", is_later=True),
    (_NONE, _Key.Key_Less): _length("begin", is_later=False),
    (_SHIFT, _Key.Key_Less): _length("begin", is_later=False),
    (_NONE, _Key.Key_Greater): _length("begin", is_later=True),
    (_SHIFT, _Key.Key_Greater): _length("begin", is_later=True),
    (_NONE, _Key.Key_Insert): _draw,
    (_NONE, _Key.Key_N): _draw,
    (_NONE, _Key.Key_G): _go_on,
    (_NONE, _Key.Key_W): _walk(-1),
    (_SHIFT, _Key.Key_W): _walk(1),
}

"""Between which ticks two scenes look different, so that no more is drawn anew."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import fields

from core.music.melody import Melody, Note
from core.music.song import Song
from gui.roll.scene import Scene, notes_between

Stretch = tuple[float, float]
"""From one tick to another; the first is behind the second where there is nothing between."""

NOWHERE: Stretch = (math.inf, -math.inf)
EVERYWHERE: Stretch = (-math.inf, math.inf)

_AT_A_TIME = 256

_LIGHT = {"cursor", "box", "snap", "brush", "pointed"}
"""What no still layer shows."""

_LOCAL = {"song", "chosen", "before", "ghosts", "field"}
_WHOLE = [one.name for one in fields(Scene) if one.name not in _LIGHT | _LOCAL | {"view"}]


def changes(old: Scene, new: Scene) -> Stretch:
    """Where the still layers of `new` differ from those of `old`."""
    is_moved = (old.time, old.pitch) != (new.time, new.pitch)
    if is_moved or any(_differ(getattr(old, name), getattr(new, name)) for name in _WHOLE):
        return EVERYWHERE
    found = [song_changes(old.song, new.song)]
    if old.ghosts != new.ghosts:
        found.append((min(old.ghosts, new.ghosts), math.inf))
    if old.field is not new.field:
        found.append(_field_changes(old, new))
    if old.before is not new.before:
        found += [_traces(old), _traces(new)]
    if old.chosen != new.chosen:
        onsets = old.chosen ^ new.chosen
        found.append(_stretch_of(_notes_of(old.song.melody, onsets)))
        if new.song.melody is not old.song.melody:
            found.append(_stretch_of(_notes_of(new.song.melody, onsets)))
    return _joined(found)


def _field_changes(old: Scene, new: Scene) -> Stretch:
    from core.compose.field import first_change  # numpy, which the start needs not

    if old.field is None or new.field is None:
        return EVERYWHERE
    return first_change(old.field, new.field), max(old.field.end, new.field.end)


def song_changes(old: Song, new: Song) -> Stretch:
    """Where two songs look different; the veil behind a song's end counts."""
    if old is new:
        return NOWHERE
    if (old.meters, old.key) != (new.meters, new.key) or not (old.melody and new.melody):
        return EVERYWHERE
    found = [_stretch_of(notes) for notes in _differing(old.melody.notes, new.melody.notes)]
    if old.melody.end != new.melody.end:
        found.append((min(old.melody.end, new.melody.end), math.inf))
    if old.seed_end != new.seed_end:
        found.append(_coloured(old, new))
    return _joined(found)


def _coloured(old: Song, new: Song) -> Stretch:
    """Where notes are no longer, or now, the seed's: they may reach behind its end."""
    first, last = sorted((old.seed_end, new.seed_end))
    notes = [n for song in (old, new) for n in notes_between(song.melody, first, last)]
    return min([first, *(n.onset for n in notes)]), max([last, *(n.end for n in notes)])


def _differing(one: Sequence[Note], two: Sequence[Note]) -> tuple[Sequence[Note], Sequence[Note]]:
    """What is left of both without what they begin and end with alike."""
    begin = _alike(one, two)
    one, two = one[begin:], two[begin:]
    end = _alike(one[::-1], two[::-1])
    return one[: len(one) - end], two[: len(two) - end]


def _alike(one: Sequence[Note], two: Sequence[Note]) -> int:
    """With how many equal notes both begin. Tuples are compared many at a time: that is fast."""
    shorter = min(len(one), len(two))
    begin = 0
    while begin < shorter and one[begin : begin + _AT_A_TIME] == two[begin : begin + _AT_A_TIME]:
        begin += _AT_A_TIME
    return next((i for i in range(begin, shorter) if _differ(one[i], two[i])), shorter)


def _differ(one: object, two: object) -> bool:
    return one is not two and one != two


def _traces(scene: Scene) -> Stretch:
    """Where marks of what was there before the gesture may be seen."""
    before = scene.before
    if before is None:
        return NOWHERE
    return _joined(_stretch_of(n) for n in _differing(before.notes, scene.song.melody.notes))


def _notes_of(melody: Melody, onsets: frozenset[int]) -> list[Note]:
    if not onsets:
        return []
    return [
        note for note in notes_between(melody, min(onsets), max(onsets) + 1) if note.onset in onsets
    ]


def _stretch_of(notes: Sequence[Note]) -> Stretch:
    return (notes[0].onset, notes[-1].end) if notes else NOWHERE


def _joined(stretches: Iterable[Stretch]) -> Stretch:
    first, last = zip(NOWHERE, *stretches, strict=True)
    return min(first), max(last)

"""A melody in the words of the text notation: names, lengths, ties and triplets."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.music.key import Key, pitch_name
from core.music.melody import WHOLE, Melody

_GRID = 5
_SHORTEST = 10
_PLAIN = {WHOLE // n: f"/{n}" for n in (1, 2, 4, 8, 16, 32, 64, 128)}
_DOTTED = {3 * WHOLE // n // 2: f"/{n}." for n in (1, 2, 4, 8, 16, 32, 64)}
_THIRDS = {WHOLE // n: f"/{n}" for n in (3, 6, 12, 24, 48, 96, 192)}
_SUFFIXES = {**_PLAIN, **_DOTTED, **_THIRDS}
# Longest first; thirds only for what the others cannot sum up to.
_BINARY_LENGTHS = sorted((*_PLAIN, *_DOTTED), reverse=True)
_ALL_LENGTHS = sorted(_SUFFIXES, reverse=True)


@dataclass(frozen=True, slots=True)
class _Event:
    """A note or, named r, a rest of `length` ticks."""

    name: str
    length: int


def words_from_melody(melody: Melody, key: Key) -> Iterator[str]:
    """The notes and rests of `melody` as words of the text notation.

    Times are rounded to 5 ticks, and nothing is shorter than 10. A length is written where it
    changes, and three equal thirds in a row become a triplet.
    """
    held = "/4"
    for group in _groups(list(_events(melody, key))):
        length = group[0].length
        if len(group) == 3:
            suffix = _SUFFIXES[length * 3 // 2]
            words = [event.name for event in group]
            words[0] += "" if suffix == held else suffix
            yield f"(3 {' '.join(words)})"
            held = suffix
            continue
        name = group[0].name
        pieces = _pieces(length)
        for number, piece in enumerate(pieces, start=1):
            suffix = _SUFFIXES[piece]
            tie = "~" if number < len(pieces) and name != "r" else ""
            yield f"{name}{'' if suffix == held else suffix}{tie}"
            held = suffix


def _events(melody: Melody, key: Key) -> Iterator[_Event]:
    now = 0
    for note in melody:
        onset = _rounded(note.onset)
        if onset - now >= _SHORTEST:
            yield _Event("r", onset - now)
            now = onset
        end = max(_rounded(note.end), now + _SHORTEST)
        yield _Event(_name(note.pitch, key), end - now)
        now = end
    if _rounded(melody.end) - now >= _SHORTEST:
        yield _Event("r", _rounded(melody.end) - now)


def _groups(events: list[_Event]) -> Iterator[list[_Event]]:
    """Triplets of three equal thirds; all other events alone."""
    index = 0
    while index < len(events):
        three = events[index : index + 3]
        length = events[index].length
        is_triplet = length in _THIRDS and [event.length for event in three] == [length] * 3
        yield three if is_triplet else three[:1]
        index += 3 if is_triplet else 1


def _rounded(tick: int) -> int:
    return (tick + _GRID // 2) // _GRID * _GRID


def _pieces(length: int) -> list[int]:
    """Written lengths that add up to `length`, a multiple of 5 from 10 on, longest first."""
    if length in _SUFFIXES:
        return [length]
    lengths = _ALL_LENGTHS if length % 15 else _BINARY_LENGTHS
    pieces = []
    while length:
        piece = next(n for n in lengths if n <= length and length - n != _GRID)
        pieces.append(piece)
        length -= piece
    return pieces


def _name(pitch: int, key: Key) -> str:
    name = pitch_name(pitch, key)
    if "-" in name:
        # No octave below 0 can be typed, for c-1 reads as a flat: count down from c0.
        return "c" + "b" * max(0, 12 - pitch) + "0" if pitch <= 12 else pitch_name(pitch)
    return name

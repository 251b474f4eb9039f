"""The notes of a scale."""

from core.music.key import Key, Mode, semitones_home

# Minor has both sixths and both sevenths, as melodies do.
_SCALES: dict[Mode, frozenset[int]] = {
    "major": frozenset({0, 2, 4, 5, 7, 9, 11}),
    "minor": frozenset({9, 11, 0, 2, 4, 5, 6, 7, 8}),
}


def scale_classes(mode: Mode) -> frozenset[int]:
    """The pitch classes of C major or A minor; minor has both its sixths and sevenths."""
    return _SCALES[mode]


def is_in_scale(pitch: int, key: Key) -> bool:
    """Whether `pitch` is a note of `key`; minor has both its sixths and sevenths."""
    return (pitch + semitones_home(key)) % 12 in _SCALES[key.mode]

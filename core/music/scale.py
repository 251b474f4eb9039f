"""The notes of a scale."""

from core.music.key import Mode

# Minor has both sixths and both sevenths, as melodies do.
_SCALES: dict[Mode, frozenset[int]] = {
    "major": frozenset({0, 2, 4, 5, 7, 9, 11}),
    "minor": frozenset({9, 11, 0, 2, 4, 5, 6, 7, 8}),
}


def scale_classes(mode: Mode) -> frozenset[int]:
    """The pitch classes of C major or A minor; minor has both its sixths and sevenths."""
    return _SCALES[mode]

"""How much of a tune stands in other songs already, in any key."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from core.music.melody import Melody

LONGEST = 64
"""Notes beyond which a run is not followed."""

Hashes = npt.NDArray[np.uint64]

_BASE = np.uint64(0x9E3779B97F4A7C15)


class Quotations:
    """The runs of notes of many songs: their intervals and their durations.

    Two runs of n notes are the same when their n durations and the n - 1 intervals between them
    are. Rests count for nothing. Runs are kept as sorted 64-bit hashes, one table for each length,
    made when it is first asked for: 8 bytes for each run.
    """

    def __init__(self, melodies: Iterable[Melody]) -> None:
        self._runs = _Runs([melody for melody in melodies if melody.notes])
        self._tables: list[Hashes] = []

    def longest(self, melody: Melody) -> int:
        """Number of notes in the longest run of `melody` that one of the songs has, too."""
        runs = _Runs([melody])
        for length in range(min(len(melody), LONGEST)):
            own, known = runs.longer(), self._table(length)
            places = np.minimum(known.searchsorted(own), len(known) - 1)
            if not len(known) or not (known[places] == own).any():
                return length
        return min(len(melody), LONGEST)

    def _table(self, place: int) -> Hashes:
        """The hashes of all runs of `place` + 1 notes, sorted."""
        while len(self._tables) <= place:
            self._tables.append(np.unique(self._runs.longer()))
        return self._tables[place]


class _Runs:
    """The hashes of all runs of one note, then of two notes, and so on."""

    def __init__(self, melodies: Sequence[Melody]) -> None:
        notes = [note for melody in melodies for note in melody]
        steps = np.diff([note.pitch for note in notes], append=0) if notes else np.empty(0, int)
        self._durations = np.array([note.duration for note in notes], np.uint64)
        self._codes = self._durations * np.uint64(256) + (steps + 128).astype(np.uint64)
        # Where runs of the next length begin, and the hashes of their notes but the last.
        self._begins = np.arange(len(notes))
        self._behind = np.repeat(
            np.cumsum([len(melody) for melody in melodies], dtype=np.intp),
            [len(melody) for melody in melodies],
        )
        self._hashes: Hashes = np.zeros(len(notes), np.uint64)
        self._length = 0

    def longer(self) -> Hashes:
        """The hashes of all runs that are one note longer than those of the last call."""
        last = self._begins + self._length
        hashes = _mixed(self._hashes + self._durations[last])
        self._length += 1
        goes_on = last + 1 < self._behind
        self._hashes = _mixed(self._hashes + self._codes[last])[goes_on]
        self._begins, self._behind = self._begins[goes_on], self._behind[goes_on]
        return hashes


def _mixed(numbers: Hashes) -> Hashes:
    """Each number far from where it was: the multiplication and shift of SplitMix64, wrapping."""
    mixed: Hashes = (numbers + np.uint64(1)) * _BASE
    return mixed ^ (mixed >> np.uint64(29))

"""Many songs in little memory."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import overload

from core.corpus.packing import Packed, unpack
from core.music.song import Song


class Songs(Sequence[Song]):
    """Songs that stay packed; each is built anew whenever it is asked for.

    A folk tune takes less than a kilobyte so (docs/corpus.md). Building one takes a tenth of a
    millisecond.
    """

    __slots__ = ("packed",)

    def __init__(self, packed: Iterable[Packed] = ()) -> None:
        self.packed = tuple(packed)

    def __len__(self) -> int:
        return len(self.packed)

    @overload
    def __getitem__(self, place: int) -> Song: ...

    @overload
    def __getitem__(self, place: slice) -> "Songs": ...

    def __getitem__(self, place: int | slice) -> "Song | Songs":
        if isinstance(place, slice):
            return Songs(self.packed[place])
        return unpack(self.packed[place])

    def __iter__(self) -> Iterator[Song]:
        return map(unpack, self.packed)

    def __add__(self, others: "Songs") -> "Songs":
        return Songs(self.packed + others.packed)

    @property
    def notes(self) -> int:
        """Number of notes in all of them."""
        return sum(one.length for one in self.packed)

    @property
    def pitches(self) -> frozenset[int]:
        """Every pitch that sounds in one of them."""
        return frozenset().union(*(one.pitches for one in self.packed))

    def where(self, holds: Callable[[Song], bool]) -> "Songs":
        """Those of them for which `holds` is true."""
        return Songs(one for one in self.packed if holds(unpack(one)))

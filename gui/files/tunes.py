"""The tunes of one file, or of several that are opened together, as they are listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import UserError
from core.opening import SUFFIXES, tunes_in
from gui.panels.listing import Listing, listing_of

MOST = 20_000
"""Once so many tunes are listed, no further file is looked into."""


@dataclass(frozen=True, slots=True)
class Tunes:
    """`places` are the file of each tune and its number there; `left` are the files of which there
    is none, as they are of no kind that can be read, or too many."""

    listing: Listing
    places: tuple[tuple[Path, int], ...]
    left: tuple[Path, ...] = ()

    @property
    def is_single(self) -> bool:
        return len(self.places) == 1

    @property
    def has_several_files(self) -> bool:
        return self.places[0][0] != self.places[-1][0]


def tunes_of(paths: Sequence[Path]) -> Iterator[Tunes | None]:
    """A None says that it takes longer. UserError where there is no file that can be read."""
    if len(paths) == 1:
        titles = tunes_in(paths[0])
        yield Tunes(listing_of(titles), tuple((paths[0], n + 1) for n in range(len(titles))))
        return
    names: list[str] = []
    places: list[tuple[Path, int]] = []
    left: list[Path] = []
    for path in paths:
        if path.suffix.lower() not in SUFFIXES or len(names) >= MOST:
            left.append(path)
            continue
        found = _names_in(path)
        names += found
        places += ((path, number) for number in range(1, len(found) + 1))
        yield None
    if not places:
        tunes_in(paths[0])  # which says what can be read
    yield Tunes(listing_of(names), tuple(places), tuple(left))


def _names_in(path: Path) -> list[str]:
    """By the file's name; what is wrong with a file is told when its tune is to be shown."""
    try:
        titles = tunes_in(path)
    except UserError:
        return [path.name]
    return [path.name] if len(titles) == 1 else [f"{title} · {path.name}" for title in titles]

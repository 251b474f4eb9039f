"""A split: which songs a model learns from, and on which it is tried."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Literal

from core.corpus.packing import Packed, heads_of, integers
from core.corpus.preparation import lasts_as_allowed
from core.corpus.reading import SongFile
from core.errors import UserError

Part = Literal["train", "validation", "test"]

_PARTS: Mapping[str, Part] = {
    "train": "train",
    "val": "validation",
    "validation": "validation",
    "test": "test",
}


@dataclass(frozen=True, slots=True)
class Place:
    """`family` groups near-duplicates; `is_classic`: written durations are all classic ones."""

    family: int
    part: Part
    is_classic: bool


@dataclass(frozen=True)
class Split:
    """The places of songs by their paths, as a split file names them."""

    places: Mapping[str, Place]
    _by_name: Mapping[str, list[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name: dict[str, list[str]] = {}
        for path in self.places:
            by_name.setdefault(PurePath(path).name, []).append(path)
        object.__setattr__(self, "_by_name", by_name)

    def place(self, path: PurePath) -> Place | None:
        """The place of the song whose path ends most like `path`, at least in the file's name.

        None where no song has that name, and where two fit equally well.
        """
        exact = self.places.get(str(path))
        if exact is not None:
            return exact
        fits: dict[int, list[str]] = {}
        for key in self._by_name.get(path.name, ()):
            fits.setdefault(_shared_parts(PurePath(key), path), []).append(key)
        best = fits[max(fits)] if fits else []
        return self.places[best[0]] if len(best) == 1 else None

    def part(self, path: PurePath) -> Part | None:
        place = self.place(path)
        return place.part if place else None

    def family(self, path: PurePath) -> int | None:
        place = self.place(path)
        return place.family if place else None

    def is_classic(self, path: PurePath) -> bool:
        place = self.place(path)
        return place is not None and place.is_classic


def _shared_parts(one: PurePath, other: PurePath) -> int:
    """Number of parts, from the file's name up, in which two paths agree."""
    count = 0
    for mine, theirs in zip(reversed(one.parts), reversed(other.parts), strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def split_by_families(files: Sequence[SongFile], families: Sequence[int]) -> Split:
    """A split that is the same wherever the files lie: 80 % of the families of near-duplicates to
    learn from, 10 % to validate with, 10 % to test on. Tunes are called by SongFile.name.

    Which part, the MD5 of the name of the family's first file says, as in the fixed split of the
    German songs; where that leaves none of at least two families to validate with, the last of
    those to learn from is taken. `files` are all that are there, in the order of their names, and
    `families` what families_of finds for them.
    """
    hundredths: list[int] = []
    for file, family in zip(files, families, strict=True):
        if family == len(hundredths):
            hundredths.append(_hundredth(file.name.name))
    parts = list(map(_part_of, hundredths))
    learnt = [family for family, part in enumerate(parts) if part == "train"]
    if "validation" not in parts and len(learnt) > 1:
        parts[max(learnt, key=hundredths.__getitem__)] = "validation"
    return Split(
        {
            str(file.name): Place(family, parts[family], _is_classic(file.packed))
            for file, family in zip(files, families, strict=True)
        }
    )


def _hundredth(name: str) -> int:
    """0 to 99, evenly spread over names."""
    digest = hashlib.md5(name.encode("utf-8", "surrogateescape"), usedforsecurity=False)
    return int(digest.hexdigest(), 16) % 100


def _part_of(hundredth: int) -> Part:
    return "train" if hundredth < 80 else "validation" if hundredth < 90 else "test"


def _is_classic(packed: Packed) -> bool:
    (head,) = heads_of([packed])
    return lasts_as_allowed(integers(packed.onsets), integers(packed.durations), head.end)


def split_from_file(path: Path) -> Split:
    """Reads {"songs": {PATH: [FAMILY, "train" | "val" | "test", CLASSIC]}} from JSON.

    UserError that names the file, and the song, for anything else.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UserError(
            "The split file '{path}' cannot be read: {reason}.",
            path=path,
            reason=error.strerror or str(error),
        ) from None
    except (ValueError, RecursionError):
        raise UserError(
            "The split file '{path}' is not JSON; name one that is.", path=path
        ) from None
    songs = content.get("songs") if isinstance(content, dict) else None
    if not isinstance(songs, dict) or not songs:
        raise UserError(
            "The split file '{path}' has no 'songs'; name a split file that has.", path=path
        )
    return Split({key: _place(path, key, value) for key, value in songs.items()})


def _place(path: Path, key: str, value: object) -> Place:
    match value:
        case [int(family), str(part), bool(is_classic)] if part in _PARTS:
            return Place(family, _PARTS[part], is_classic)
        case _:
            raise UserError(
                "The split file '{path}' must give '{song}' a family number, then one of "
                "{parts}, then true or false.",
                path=path,
                song=key,
                parts=", ".join(_PARTS),
            )

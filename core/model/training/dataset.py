"""Folders of songs -> what a model learns from, and what it is tried on."""

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from core.corpus.cache import Notice, silent
from core.corpus.collection import families_cached
from core.corpus.gathering import Tunes, gather
from core.corpus.likeness import variants_of
from core.corpus.packing import Packed, unpack
from core.corpus.preparation import has_durations, packed_home
from core.corpus.songs import Songs
from core.corpus.split import Part, Split, split_by_families
from core.corpus.task import Steps, Task
from core.corpus.tonality import key_by_music21
from core.errors import UserError
from core.model.grid.symbols import EDGE, is_on_grid, symbols_from_melody
from core.model.grid.vocabulary import Vocabulary, vocabulary_of
from core.music.key import Key
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH, QUARTER, SIXTEENTH, Melody
from core.music.song import Song
from core.music.tonality import estimate_key
from core.words import Words, joined

FEWEST: Mapping[Part, int] = {"train": 10, "validation": 1}
"""Songs of a part without which nothing is learnt."""

_MARGIN = 2
"""Semitones beyond the training songs for which a new vocabulary has symbols."""

_TUNES_A_STEP = 1000


class _Grid(NamedTuple):
    step: int
    reason: Words


_GRIDS = {
    "grid": _Grid(SIXTEENTH, Words("off the sixteenth grid")),
    "note": _Grid(QUARTER // 24, Words("off the grid of 24 to a quarter")),
}

Home = Callable[[Packed], Packed]
"""Moves a song to C major or A minor. ValueError where it cannot be moved there."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """The songs of a corpus by part, in C major or A minor, and why others were left out.

    `further` are songs from elsewhere, to be learnt from first.
    """

    songs: Mapping[Part, Songs] = field(default_factory=dict)
    further: Songs = field(default_factory=Songs)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def vocabulary(self) -> Vocabulary:
        """Every semitone that the training songs span, and a few beyond."""
        pitches = self.songs["train"].pitches
        lowest, highest = min(pitches) - _MARGIN, max(pitches) + _MARGIN
        return vocabulary_of(range(max(LOWEST_PITCH, lowest), min(HIGHEST_PITCH, highest) + 1))

    def told(self, part: Part) -> Songs:
        """The songs of a part that can be told in the vocabulary; all of the training songs can."""
        known = frozenset(self.vocabulary.pitches)
        return Songs(one for one in self.songs[part].packed if known.issuperset(one.pitches))


def home_for(family: str) -> Home:
    """How songs are moved home for a family of models. The key of one that names none is found for
    the grid family by music21, since that is the classic preparation, else by the program's own
    estimate, which takes a thousandth of the time.
    """
    estimate: Callable[[Melody], Key] = key_by_music21 if family == "grid" else estimate_key
    return partial(packed_home, estimate=estimate)


def split_of(tunes: Tunes, split: Split | None, notice: Notice = silent) -> Task[Split]:
    """`split` where it is given, else one that keeps families of near-duplicates together."""
    if split is not None:
        return split
    families = yield from families_cached(tunes.read, notice)
    return split_by_families(tunes.read, families)


def read_dataset(
    folders: Sequence[Path | str],
    split: Split | None = None,
    durations: Container[int] | None = None,
    *,
    family: str = "grid",
    more: Sequence[Path | str] = (),
    notice: Notice = silent,
) -> Iterator[Steps | Dataset]:
    """Reads and sorts the songs; yields (steps done, steps in all), at last the Dataset.

    Steps are files that are read, then tunes that are compared, then songs that are sorted.

    Songs off the grid of the `family` are left out: sixteenths, or for the note family 24 parts of
    a quarter. Those with other durations (ticks) than `durations` are where these are given. With a
    split, test songs are those on the classic list; without one, families of near-duplicates stay
    together. The songs of `more` that are not in `folders` become `further`, but for variants of
    songs that are not to be learnt from.
    UserError where there are too few songs to learn from, or to validate with.
    """
    home, grid, left_out = home_for(family), _GRIDS[family], Counter[str]()
    tunes = yield from gather(folders, notice=notice)
    parts = yield from split_of(tunes, split, notice)
    songs: dict[Part, list[Packed]] = {"train": [], "validation": [], "test": []}
    others: list[Packed] = []
    for number, file in enumerate(tunes.read, start=1):
        if number % _TUNES_A_STEP == 0:
            yield number, len(tunes.read)
        part = parts.part(file.name)
        packed, reason = _moved(file.packed, home), ""
        if packed is None:
            reason = Words("out of MIDI's range in the models' key")
        elif part is None:
            reason = Words("not in the split")
            others.append(packed)
        elif part == "test" and split is not None and not split.is_classic(file.name):
            reason = Words("test songs off the classic list")
            others.append(packed)
        elif not is_on_grid(unpack(packed).melody, grid.step):
            reason = grid.reason
        elif durations is not None and not has_durations(unpack(packed), durations):
            reason = Words("with other durations")
        else:
            songs[part].append(packed)
        if reason:
            left_out[reason] += 1
    left_out += Counter({Words("unreadable", "songs"): len(tunes.skipped)})
    dataset = Dataset({part: Songs(packed) for part, packed in songs.items()}, left_out=left_out)
    _check(dataset, len(tunes.read))
    if more:
        tunes = yield from gather(more, folders, notice)
        held_out = [*others, *songs["validation"], *songs["test"]]
        further = yield from _further(tunes, held_out, home, left_out)
        dataset = replace(dataset, further=further)
    yield dataset


def _moved(packed: Packed, home: Home) -> Packed | None:
    try:
        return home(packed)
    except ValueError:
        return None


def _further(
    tunes: Tunes, held_out: Iterable[Packed], home: Home, left_out: Counter[str]
) -> Task[Songs]:
    found = [_moved(file.packed, home) for file in tunes.read]
    variants = yield from variants_of(
        [packed.pitches for packed in held_out], [file.packed.pitches for file in tunes.read]
    )
    if variants:
        left_out[Words("variants of songs to validate with or to test on")] = len(variants)
    return Songs(
        packed for place, packed in enumerate(found) if packed is not None and place not in variants
    )


def _check(dataset: Dataset, read: int) -> None:
    """UserError where the songs are too few."""
    learnt = len(dataset.songs["train"])
    tried = len(dataset.told("validation")) if learnt else len(dataset.songs["validation"])
    if learnt >= FEWEST["train"] and tried >= FEWEST["validation"]:
        return
    figures = {
        "learnt": learnt,
        "tried": tried,
        "read": read,
        "fewest_learnt": FEWEST["train"],
        "fewest_tried": FEWEST["validation"],
    }
    if not dataset.left_out:
        raise UserError(
            "There are {learnt} songs to learn from and {tried} to validate with, of {read} in "
            "all; {fewest_learnt} and {fewest_tried} are needed at least, so name folders with "
            "more songs.",
            **figures,
        )
    raise UserError(
        "There are {learnt} songs to learn from and {tried} to validate with, of {read} in all "
        "(left out: {reasons}); {fewest_learnt} and {fewest_tried} are needed at least, so name "
        "folders with more songs.",
        reasons=joined(
            ", ",
            (
                Words("{n} {reason}", "songs left out", n=n, reason=reason)
                for reason, n in dataset.left_out.most_common(3)
            ),
        ),
        **figures,
    )


def tune_of(song: Song) -> list[str]:
    """The symbols of a whole song between its two edges."""
    return [EDGE, *symbols_from_melody(song.melody), EDGE]

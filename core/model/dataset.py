"""Folders of songs -> what a grid model learns from, and what it is tried on."""

import hashlib
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from core.corpus.preparation import has_durations, transposed_home
from core.corpus.reading import Skipped, SongFile, kern_files, read_songs
from core.corpus.split import Part, Split
from core.errors import UserError
from core.model.grid import EDGE, is_on_grid, symbols_from_melody
from core.model.vocabulary import Vocabulary, vocabulary_of
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH
from core.music.song import Song

_MARGIN = 2
"""Semitones beyond the training songs for which a new vocabulary has symbols."""


@dataclass(slots=True)
class Dataset:
    """The songs of a corpus by part, in C major or A minor, and why others were left out.

    `others` are songs that a split keeps from all parts.
    """

    songs: dict[Part, list[Song]] = field(
        default_factory=lambda: {"train": [], "validation": [], "test": []}
    )
    others: list[Song] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    @property
    def vocabulary(self) -> Vocabulary:
        """Every semitone that the training songs span, and a few beyond."""
        pitches = [note.pitch for song in self.songs["train"] for note in song.melody]
        lowest, highest = min(pitches) - _MARGIN, max(pitches) + _MARGIN
        return vocabulary_of(range(max(LOWEST_PITCH, lowest), min(HIGHEST_PITCH, highest) + 1))

    def told(self, part: Part) -> list[Song]:
        """The songs of a part that can be told in the vocabulary; all of the training songs can."""
        known = set(self.vocabulary.pitches)
        return [s for s in self.songs[part] if known.issuperset(note.pitch for note in s.melody)]


def part_of(path: PurePath, split: Split | None) -> Part | None:
    """The part that a song belongs to: as `split` says, None where it does not name the song.

    Without a split, by the MD5 of the file's name: 80 % train, 10 % validation, 10 % test.
    """
    if split is not None:
        return split.part(path)
    tenth = int(hashlib.md5(path.name.encode(), usedforsecurity=False).hexdigest(), 16) % 10
    return "test" if tenth == 9 else "validation" if tenth == 8 else "train"


def read_dataset(
    folders: Sequence[Path],
    split: Split | None = None,
    durations: Container[int] | None = None,
    *,
    on_grid: bool = True,
) -> Iterator[tuple[int, int] | Dataset]:
    """Reads and sorts the songs; yields (files read, files in all), at last the Dataset.

    With `on_grid` songs off the sixteenth grid are left out; those with other durations (ticks)
    than `durations` are where these are given. With a split, test songs are those on the classic
    list.
    UserError where nothing is left to learn from, or to validate with.
    """
    files = kern_files(folders)
    dataset = Dataset()
    for number, item in enumerate(read_songs(files), start=1):
        _sort(item, split, durations, on_grid, dataset)
        if number % 100 == 0:
            yield number, len(files)
    learnt = any(song.melody.notes for song in dataset.songs["train"])
    if not learnt or not any(song.melody.notes for song in dataset.told("validation")):
        reasons = ", ".join(f"{n} {reason}" for reason, n in dataset.left_out.most_common(3))
        raise UserError(
            f"Among {len(files)} kern files there is no song to "
            f"{'validate with' if learnt else 'learn from'}"
            f"{f' (left out: {reasons})' if reasons else ''}; name a folder with more songs."
        )
    yield dataset


def read_further(more: Sequence[Path], folders: Sequence[Path]) -> Iterator[Song]:
    """Every song in `more` that can be read and is not in `folders`, in C major or A minor."""
    known = {path.resolve() for path in kern_files(folders)}
    for item in read_songs([path for path in kern_files(more) if path.resolve() not in known]):
        if isinstance(item, SongFile):
            yield transposed_home(item.song)


def _sort(
    item: SongFile | Skipped,
    split: Split | None,
    durations: Container[int] | None,
    on_grid: bool,
    dataset: Dataset,
) -> None:
    if isinstance(item, Skipped):
        dataset.left_out["unreadable"] += 1
        return
    part = part_of(item.path, split)
    if part is None:
        dataset.others.append(transposed_home(item.song))
        dataset.left_out["not in the split"] += 1
    elif part == "test" and split is not None and not split.is_classic(item.path):
        dataset.others.append(transposed_home(item.song))
        dataset.left_out["test songs off the classic list"] += 1
    elif on_grid and not is_on_grid(item.song.melody):
        dataset.left_out["off the sixteenth grid"] += 1
    elif durations is not None and not has_durations(item.song, durations):
        dataset.left_out["with other durations"] += 1
    else:
        dataset.songs[part].append(transposed_home(item.song))


def tune_of(song: Song) -> list[str]:
    """The symbols of a whole song between its two edges."""
    return [EDGE, *symbols_from_melody(song.melody), EDGE]

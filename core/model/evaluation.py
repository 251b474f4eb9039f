"""How well a model foretells songs that it has never seen: bits per note."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.corpus.preparation import transposed_home
from core.corpus.reading import Skipped, kern_files, read_songs
from core.corpus.split import Part, Split
from core.errors import UserError
from core.model.dataset import part_of
from core.model.family import Cost, Model


@dataclass(frozen=True, slots=True)
class Score:
    """What one song cost."""

    path: Path
    cost: Cost


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Bits per note of many songs.

    All bits of the part (pitches, durations, rests, the end) are divided by its `events`: notes
    and rests, ties joined. `notes` are those of the events that sound.
    """

    scores: tuple[Score, ...]
    skipped: tuple[Skipped, ...]

    @property
    def songs(self) -> int:
        return len(self.scores)

    @property
    def notes(self) -> int:
        return sum(score.cost.notes for score in self.scores)

    @property
    def events(self) -> int:
        return sum(score.cost.events for score in self.scores)

    @property
    def bits_per_note(self) -> float:
        """UserError where no song could be scored."""
        self._check()
        return sum(score.cost.bits for score in self.scores) / self.events

    @property
    def bits_per_note_duration(self) -> float:
        """Those of them that tell durations; the others tell pitches and rests."""
        self._check()
        return sum(score.cost.duration_bits for score in self.scores) / self.events

    def _check(self) -> None:
        if not self.events:
            reason = f" ({self.skipped[0].reason})" if self.skipped else ""
            raise UserError(f"None of these songs can be evaluated{reason}; name other ones.")


def score_songs(
    model: Model,
    folders: Sequence[Path],
    split: Split | None = None,
    part: Part | None = None,
    classic: bool = False,
) -> Iterator[Score | Skipped]:
    """The cost of each kern song in `folders`, in the order of their paths.

    With `part`, of the songs of that part alone (see part_of); with `classic`, of those on the
    split's classic list. Songs that the model cannot write down are Skipped with a reason, and so
    are files that cannot be read.
    """
    chosen = [
        path
        for path in kern_files(folders)
        if (part is None or part_of(path, split) == part)
        and (not classic or (split is not None and split.is_classic(path)))
    ]
    for item in read_songs(chosen):
        if isinstance(item, Skipped):
            yield item
            continue
        try:
            yield Score(item.path, model.cost(transposed_home(item.song)))
        except UserError as error:
            yield Skipped(item.path, None, str(error))


def evaluation_of(results: Iterable[Score | Skipped]) -> Evaluation:
    scores: list[Score] = []
    skipped: list[Skipped] = []
    for result in results:
        if isinstance(result, Score):
            scores.append(result)
        else:
            skipped.append(result)
    return Evaluation(tuple(scores), tuple(skipped))

"""How well a model foretells songs that it has never seen: bits per note."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from core.corpus.packing import unpack
from core.corpus.reading import Result, Skipped
from core.errors import UserError
from core.model.family import Cost, Model
from core.model.training.dataset import home_for
from core.words import Words


@dataclass(frozen=True, slots=True)
class Score:
    """What one song cost; `name` is that of its SongFile."""

    name: PurePath
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

    @property
    def accuracy(self) -> float:
        """Share of the events that were foretold (Cost)."""
        self._check()
        return sum(score.cost.foretold for score in self.scores) / self.events

    def _check(self) -> None:
        if not self.events:
            if not self.skipped:
                raise UserError("None of these songs can be evaluated; name other ones.")
            raise UserError(
                "None of these songs can be evaluated ({reason}); name other ones.",
                reason=self.skipped[0].reason,
            )


def score_songs(model: Model, results: Iterable[Result]) -> Iterator[Score | Skipped]:
    """The cost of each song; those that the model cannot write down are Skipped with a reason."""
    home = home_for(model.card.family)
    for item in results:
        if isinstance(item, Skipped):
            yield item
            continue
        try:
            yield Score(item.name, model.cost(unpack(home(item.packed))))
        except UserError as error:
            yield Skipped(item.path, None, error.words, item.number)
        except ValueError as error:
            reason = Words("It cannot be evaluated ({reason}).", reason=str(error))
            yield Skipped(item.path, None, reason, item.number)


def evaluation_of(results: Iterable[Score | Skipped]) -> Evaluation:
    scores: list[Score] = []
    skipped: list[Skipped] = []
    for result in results:
        if isinstance(result, Score):
            scores.append(result)
        else:
            skipped.append(result)
    return Evaluation(tuple(scores), tuple(skipped))

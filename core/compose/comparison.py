"""Invented tunes beside real songs, figure by figure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.compose.figures import Figures, Tune, figures_of, invented
from core.compose.quotation import Quotations
from core.model.family import Model
from core.music.ending import Ending, ends_on_tonic
from core.music.melody import Melody


@dataclass(frozen=True, slots=True)
class Comparison:
    """The figures of tunes that a model invented, and the same of real songs.

    `exact_bars`: share of the tunes that fill the bars asked for exactly, with a note to the end.
    `tonic_endings_asked` and `tonic_endings_refused`: share that end on the tonic of as many tunes
    again that were asked to, and of as many that were asked not to.
    The ranges of the real songs are compared with one another: of every other song with the rest.
    """

    exact_bars: float
    tonic_endings_asked: float
    tonic_endings_refused: float
    generated: Figures
    real: Figures


def compare(
    model: Model, number: int, real: Sequence[Tune], learnt: Iterable[Melody]
) -> Iterator[float | Comparison]:
    """Invents `number` tunes for each ending; yields the share that is done, then the Comparison.

    `real` are at least two songs that the model has not learnt from, `learnt` those that it has.
    """
    quotations = Quotations(learnt)
    tunes: list[Tune] = []
    exact = 0
    for place, (tune, end) in enumerate(invented(model, number)):
        tunes.append(tune)
        exact += tune.melody.end == end
        yield (place + 1) / number / 3
    asked: dict[Ending, int] = {"tonic": 0, "open": 0}
    for turn, ending in enumerate(asked, start=1):
        for place, (tune, _) in enumerate(invented(model, number, ending)):
            asked[ending] += ends_on_tonic(tune.melody, tune.mode)
            yield (turn + (place + 1) / number) / 3
    melodies = [tune.melody for tune in real]
    among_real = figures_of(real[::2], melodies[1::2], quotations)
    yield Comparison(
        exact / number,
        asked["tonic"] / number,
        asked["open"] / number,
        figures_of(tunes, melodies, quotations),
        among_real,
    )

"""The drawing of several takes, step by step: for a thread."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.compose.controls import Controls
from core.music.song import Song

if TYPE_CHECKING:
    from core.compose.measures import Take
    from core.model.family import Model
    from core.model.mark import Maker


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a drawing has brought, whole or as far as it came, and what is to be said of it all."""

    takes: "tuple[Take, ...]"
    notices: tuple[str, ...]


def drawing(
    model: "Model",
    seed: Song,
    controls: Controls,
    maker: "Maker | None",
    outcome: list[Drawn],
) -> Iterator[object]:
    """Yields the share that is done, now and then. `maker` is what `model` is. `outcome` has what
    came of it in the end, when it was stopped too."""
    from core.compose.continuation import continue_song
    from core.compose.take import Takes  # numpy, which the start needs not

    batch = Takes(continue_song(model, seed, controls), distinct=True, maker=maker)
    try:
        yield from batch
    finally:
        outcome.append(Drawn(batch.so_far(), batch.notices))

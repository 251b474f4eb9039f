"""Many drawings of one tune at once, of which those go on that lead into what is pinned.

Sequential Monte Carlo (Doucet, de Freitas & Gordon, "Sequential Monte Carlo methods in practice",
2001): at every station of the route a particle counts by how probable the station was behind what
it drew; when few of them count for much, they are drawn anew from one another, systematically.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from core.compose.draw import uniform
from core.compose.drawing import Drawing
from core.compose.drawing import step as decide_together
from core.music.melody import Note

PARTICLES = 16
"""How many are drawn where no number is asked for (docs/composing.md has the figures)."""

_STREAM = 1 << 31
"""Random seeds are below it, so each particle can have a stream of its own beside them."""

_FEW = 0.5
"""They are drawn anew when fewer than this share of them count."""

_RESAMPLING = 1 << 20
"""The stream, after that of the last particle, from which it is drawn which of them go on."""


@dataclass(slots=True)
class Particle:
    """One of the drawings, and its notes so far, in the model's key."""

    drawing: Drawing
    notes: list[Note] = field(default_factory=list)

    def fork(self) -> "Particle":
        return Particle(self.drawing.fork(), self.notes[:])

    @property
    def passed(self) -> int:
        """How many stations it has passed."""
        route = self.drawing.route
        return 0 if route is None else route.passed


def step(particles: Sequence[Particle]) -> None:
    """Lets each, none of which is done, take one decision; the model computes them at once."""
    drawn = decide_together([particle.drawing for particle in particles])
    for particle, note in zip(particles, drawn, strict=True):
        if note is not None:
            particle.notes.append(note)


@dataclass(frozen=True, slots=True)
class Lead:
    """The particle that was chosen behind the last station, and how well the stations were met.

    `effective` is for each station how many particles counted there, 1 at least and all at most
    (the effective sample size: one over the sum of the squares of their shares), 0 where it was
    impossible for all of them.
    """

    particle: Particle
    number: int
    effective: tuple[float, ...]


def lead(drawing: Drawing, random_seed: int, number: int, stations: int) -> Iterator[int | Lead]:
    """Draws `number` particles from where `drawing` stands until all have passed the first
    `stations` of its route.

    Yields the tick that all have reached, and at last the Lead, whose particle stands behind them
    and goes on with the numbers of `random_seed` itself.
    """
    first = Particle(drawing)
    while drawing.cursor.decision < 0:  # what is settled before the tune is the same for all
        step([first])
    first.drawing.mass = 0.0
    particles = [first, *(first.fork() for _ in range(number - 1))] if stations else [first]
    logs = np.zeros(len(particles))
    effective = []
    for station in range(stations):
        _stream(particles, random_seed)
        while running := [each for each in particles if each.passed <= station]:
            step(running)
            yield min(each.drawing.cursor.tick for each in particles)
        gained = np.array([each.drawing.mass for each in particles])
        for particle in particles:
            particle.drawing.mass = 0.0
        is_possible = bool(np.isfinite(logs + gained).any())
        logs = logs + gained if is_possible else logs
        shares = _shares(logs)
        count = 1 / float((shares**2).sum())
        effective.append(count if is_possible else 0.0)
        is_last = station + 1 == stations
        if is_last or count < _FEW * len(particles):
            draw = uniform(random_seed + _STREAM * _RESAMPLING, station)
            places = systematic(shares, 1 if is_last else len(particles), draw)
            particles = _chosen(particles, places)
            logs = np.zeros(len(particles))
    _stream(particles, random_seed)
    yield Lead(particles[0], number, tuple(effective))


def systematic(shares: npt.NDArray[np.float64], number: int, draw: float) -> list[int]:
    """`number` places, rising, each as often as its share says, give or take one; 0 <= draw < 1."""
    heap = shares.cumsum()
    points = (np.arange(number) + draw) / number * heap[-1]
    places = heap.searchsorted(points, side="right")
    last = int(np.flatnonzero(shares)[-1])
    return [min(int(place), last) for place in places]


def _shares(logs: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    likely = np.exp(logs - logs.max())
    shares: npt.NDArray[np.float64] = likely / likely.sum()
    return shares


def _chosen(particles: Sequence[Particle], places: Sequence[int]) -> list[Particle]:
    """Those at `places`; one that is chosen twice is a fork the second time."""
    chosen: list[Particle] = []
    for turn, place in enumerate(places):
        is_again = turn > 0 and places[turn - 1] == place
        chosen.append(particles[place].fork() if is_again else particles[place])
    return chosen


def _stream(particles: Sequence[Particle], random_seed: int) -> None:
    """Gives each the random numbers of its place; the first those of the plain tune."""
    for place, particle in enumerate(particles):
        particle.drawing.stream = random_seed + place * _STREAM

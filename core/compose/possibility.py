"""What could have stood where an event of a tune stands, and how probable each of it was."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.compose.drawing import Drawing, foretell
from core.model.event import Event
from core.model.family import HELD, SILENCE, Choices, Logits
from core.music.melody import HIGHEST_PITCH

Shares = npt.NDArray[np.float64]

_RAREST = 1e-3
"""On the grid, durations are followed until less than this share of them is longer."""


@dataclass(frozen=True, slots=True, eq=False)
class Possibilities:
    """For one event of a tune, in the user's key, at temperature 1 and as the wishes lean it.

    `event` is what stands there. `shares` are the probabilities of `durations` (ticks, rising);
    `pitches` those of the MIDI pitches (128,) and `rest` that of a rest, the duration being the one
    that stands. In the grid family they are known the other way round: the pitch first, and
    `shares` hold for the one that stands.
    `duration_bits` and `pitch_bits` are how much what stands surprises the model: infinite where it
    holds it for impossible.
    """

    event: Event
    durations: npt.NDArray[np.int64]
    shares: Shares
    pitches: Shares
    rest: float
    duration_bits: float
    pitch_bits: float

    @property
    def bits(self) -> float:
        """The surprise of the whole event."""
        return self.duration_bits + self.pitch_bits


@dataclass(frozen=True, slots=True, eq=False)
class Joint:
    """The probabilities of every duration together with every pitch, as in Possibilities.

    On the grid, what is rarer than one in a thousand is left out.
    """

    durations: npt.NDArray[np.int64]  # (durations,)
    pitches: Shares  # (durations, 128)
    rests: Shares  # (durations,)


@dataclass(frozen=True, slots=True)
class Heard:
    """An event in the user's key, by how many semitones higher the model hears it, and as which
    pitch, SILENCE being a rest. `is_bound`: the wishes' bounds hold there, as for new notes."""

    event: Event
    semitones: int
    pitch: int
    is_bound: bool


def possibilities(drawing: Drawing, heard: Heard) -> Possibilities:
    """Those of what is `heard`, where `drawing` stands; its route passes it, and so does it."""
    assert drawing.route is not None
    drawing.route.steer(drawing.cursor)
    choices = drawing.cursor.choices()
    if choices.durations is None:
        return _on_grid(drawing, heard)
    shares = shares_of(drawing.wished(is_bound=heard.is_bound))
    fitting = drawing.cursor.fitting()  # the one symbol as which the event's length is heard
    drawing.decide()
    heights = drawing.cursor.choices()
    sounding = shares_of(drawing.wished(is_bound=heard.is_bound))
    drawing.decide()
    return Possibilities(
        heard.event,
        choices.durations,
        shares,
        *_by_pitch(sounding, heights, heard.semitones),
        _bits(shares[fitting]),
        _bits(sounding[heights.pitches == heard.pitch]),
    )


def _on_grid(drawing: Drawing, heard: Heard) -> Possibilities:
    """What begins in this cell, given that something does; then for how long it is held."""
    choices, event, route = drawing.cursor.choices(), heard.event, drawing.route
    held = choices.pitches == HELD
    sounding = shares_of(np.where(held, -np.inf, drawing.wished(is_bound=heard.is_bound)))
    symbols = int((choices.pitches == heard.pitch).argmax()), int(held.argmax())
    durations, shares = _holding(drawing.fork(), heard, symbols)
    assert route is not None
    passed = route.passed
    while route.passed == passed:
        drawing.decide()
    standing = np.abs(durations - event.duration).argmin()
    return Possibilities(
        event,
        durations,
        shares,
        *_by_pitch(sounding, choices, heard.semitones),
        _bits(shares[standing]),
        _bits(sounding[choices.pitches == heard.pitch]),
    )


def _holding(
    drawing: Drawing, heard: Heard, symbols: tuple[int, int]
) -> tuple[npt.NDArray[np.int64], Shares]:
    """How long the first of `symbols` could be held by the second: ticks, rising, and their shares.

    `drawing` is a fork of its own, where it begins.
    """
    drawing.route = None
    drawing.cursor.aim(drawing.end)
    begun, held = symbols
    event = heard.event
    durations: list[int] = []
    shares: list[float] = []
    drawing.take(begun)
    left = 1.0
    while (tick := drawing.cursor.tick) < drawing.end:
        holds = float(shares_of(drawing.wished(is_bound=heard.is_bound))[held])
        durations.append(tick - event.onset)
        shares.append(left * (1 - holds))
        left *= holds
        if left < _RAREST and tick >= event.end:
            return np.array(durations), np.array(shares)
        drawing.take(held)
    return np.array([*durations, drawing.end - event.onset]), np.array([*shares, left])


def joint(drawing: Drawing, heard: Heard) -> Joint:
    """That of what is `heard`, where `drawing` stands, which is used up."""
    assert drawing.route is not None
    drawing.route.steer(drawing.cursor)
    choices = drawing.cursor.choices()
    if choices.durations is None:
        return _joint_on_grid(drawing, heard)
    lasting = shares_of(drawing.wished(is_bound=heard.is_bound))
    symbols = np.flatnonzero(lasting)
    twins = [drawing.fork() for _ in symbols]
    for twin, symbol in zip(twins, symbols, strict=True):
        twin.take(int(symbol))
    foretell(twins)
    rows = [
        _by_pitch(
            shares_of(twin.wished(is_bound=heard.is_bound)), twin.cursor.choices(), heard.semitones
        )
        for twin in twins
    ]
    shares = lasting[symbols]
    pitches = np.array([row for row, _ in rows]) * shares[:, None]
    return Joint(choices.durations[symbols], pitches, np.array([rest for _, rest in rows]) * shares)


def _joint_on_grid(drawing: Drawing, heard: Heard) -> Joint:
    choices = drawing.cursor.choices()
    held = choices.pitches == HELD
    sounding = shares_of(np.where(held, -np.inf, drawing.wished(is_bound=heard.is_bound)))
    found = {
        int(symbol): _holding(drawing.fork(), heard, (int(symbol), int(held.argmax())))
        for symbol in np.flatnonzero(sounding >= _RAREST)
    }
    durations = max((durations for durations, _ in found.values()), key=len)
    pitches, rests = np.zeros((len(durations), HIGHEST_PITCH + 1)), np.zeros(len(durations))
    for symbol, (_, shares) in found.items():
        alone = np.zeros(len(sounding))
        alone[symbol] = sounding[symbol]
        by_pitch, rest = _by_pitch(alone, choices, heard.semitones)
        pitches[: len(shares)] += shares[:, None] * by_pitch
        rests[: len(shares)] += shares * rest
    return Joint(durations, pitches, rests)


def shares_of(logits: Logits) -> Shares:
    """Probabilities: (symbols,); 0 for all where none is possible."""
    highest = logits.max()
    if highest == -np.inf:  # on the grid a limit may leave nothing but to go on
        return np.zeros(len(logits))
    likely = np.exp(logits - highest)
    shares: Shares = likely / likely.sum()
    return shares


def _by_pitch(shares: Shares, choices: Choices, semitones: int) -> tuple[Shares, float]:
    """(128,) by MIDI pitch in the user's key, and the share of a rest."""
    pitches: Shares = np.zeros(HIGHEST_PITCH + 1)
    written = choices.pitches - semitones
    inside = choices.sounds & (written >= 0) & (written <= HIGHEST_PITCH)
    pitches[written[inside]] = shares[inside]
    return pitches, float(shares[choices.pitches == SILENCE].sum())


def _bits(shares: Shares | np.float64) -> float:
    """Of all of them together."""
    whole = float(np.sum(shares))
    return float(-np.log2(whole)) if whole > 0 else float("inf")

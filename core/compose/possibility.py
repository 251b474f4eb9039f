"""What could have stood where an event of a tune stands, and how probable each of it was."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.compose.drawing import Drawing
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


@dataclass(frozen=True, slots=True)
class Heard:
    """An event in the user's key, by how many semitones higher the model hears it, and as which
    pitch, SILENCE being a rest."""

    event: Event
    semitones: int
    pitch: int


def possibilities(drawing: Drawing, heard: Heard, *, is_bound: bool) -> Possibilities:
    """Those of what is `heard`, where `drawing` stands; its route passes it, and so does it.

    `is_bound`: the wishes' bounds hold here, as they do for new notes.
    """
    assert drawing.route is not None
    drawing.route.steer(drawing.cursor)
    choices = drawing.cursor.choices()
    if choices.durations is None:
        return _on_grid(drawing, heard, is_bound)
    shares = shares_of(drawing.wished(is_bound=is_bound))
    fitting = drawing.cursor.fitting()  # the one symbol as which the event's length is heard
    drawing.decide()
    heights = drawing.cursor.choices()
    sounding = shares_of(drawing.wished(is_bound=is_bound))
    drawing.decide()
    return Possibilities(
        heard.event,
        choices.durations,
        shares,
        *_by_pitch(sounding, heights, heard.semitones),
        _bits(shares[fitting]),
        _bits(sounding[heights.pitches == heard.pitch]),
    )


def _on_grid(drawing: Drawing, heard: Heard, is_bound: bool) -> Possibilities:
    """What begins in this cell, given that something does; then for how long it is held."""
    choices, event, route = drawing.cursor.choices(), heard.event, drawing.route
    held = choices.pitches == HELD
    sounding = shares_of(np.where(held, -np.inf, drawing.wished(is_bound=is_bound)))
    symbols = int((choices.pitches == heard.pitch).argmax()), int(held.argmax())
    durations, shares = _holding(drawing.fork(), event, symbols, is_bound)
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
    drawing: Drawing, event: Event, symbols: tuple[int, int], is_bound: bool
) -> tuple[npt.NDArray[np.int64], Shares]:
    """How long the first of `symbols` could be held by the second: ticks, rising, and their shares.

    `drawing` is a fork of its own, where it begins.
    """
    drawing.route = None
    drawing.cursor.aim(drawing.end)
    begun, held = symbols
    durations: list[int] = []
    shares: list[float] = []
    drawing.take(begun)
    left = 1.0
    while (tick := drawing.cursor.tick) < drawing.end:
        holds = float(shares_of(drawing.wished(is_bound=is_bound))[held])
        durations.append(tick - event.onset)
        shares.append(left * (1 - holds))
        left *= holds
        if left < _RAREST and tick >= event.end:
            return np.array(durations), np.array(shares)
        drawing.take(held)
    return np.array([*durations, drawing.end - event.onset]), np.array([*shares, left])


def shares_of(logits: Logits) -> Shares:
    """Probabilities: (symbols,)."""
    likely = np.exp(logits - logits.max())
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

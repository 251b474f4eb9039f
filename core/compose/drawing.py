"""A tune being drawn: the model's logits, what the user wishes of them, and one draw after another.

Wishes change the logits and not the draws, so each decision keeps its random number and a small
turn of a knob changes a few notes only.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import copy

import numpy as np

from core.compose.controls import Controls
from core.compose.draw import COLDEST, bits, pick, uniform, weigh
from core.compose.pins.route import Route, narrowed
from core.compose.trail import Trail
from core.compose.wishes.bound import Bound, Limit, bounded, range_bound, scale_bound
from core.compose.wishes.leaning import density_bias, motion_bias
from core.compose.wishes.motive import motive_bias
from core.compose.wishes.quoting import Quoting
from core.model.event import Event, events_from_melody
from core.model.family import HELD, SILENCE, Choices, Cursor, Frame, Logits, Model
from core.music.melody import Melody, Note

_AGAIN = 1 << 60
"""The stream, above that of a drawing, of the numbers for what the first one did not allow."""

_GROUP_OF_SIGN = {SILENCE: 1, HELD: 2}


class Drawing:
    """The new notes of a tune, one by one, in the model's key; to iterate is to draw.

    `bits` tells of each new note how much it surprised the model, rests before it included, as if
    there were no wishes but for the frame, at temperature 1. `yielded` counts, by the name of a
    bound, the notes that it had to let pass.
    """

    def __init__(
        self,
        model: Model,
        heard: Melody,
        frame: Frame,
        controls: Controls,
        route: Route | None = None,
        quoting: Quoting | None = None,
        trail: Trail | None = None,
    ) -> None:
        """`heard` and the pitches in `controls` are in the model's key, as is the `route` to take.
        `quoting` has heard the seed in that key; `trail` tells what the model said last time.

        `stream` is the random seed. `mass` sums up, as logarithms at temperature 1, what the route
        has left of the probability of each decision.
        """
        self.stream = controls.random_seed
        self.mass = 0.0
        self.route = route
        self.bits: list[float] = []
        self.yielded: Counter[Limit] = Counter()
        self._model = model
        self.frame, self.end = frame, frame.end
        self.cursor: Cursor = (
            model.cursor(heard, frame) if trail is None else trail.cursor(model, heard, frame)
        )
        self._controls = controls
        self._bounds = tuple(_bounds(controls, frame))
        self._quoting = quoting
        self._leans = bool(controls.density or controls.motion or controls.motives)
        self._pitches = [note.pitch for note in heard]
        self._durations = [event.duration for event in events_from_melody(heard)]
        self._unsettled = 0.0  # bits of the note that is not complete yet

    @property
    def is_done(self) -> bool:
        return self.cursor.is_done

    def fork(self) -> "Drawing":
        """A second one at the same place, which goes its own way."""
        twin = copy(self)
        twin.bits, twin.yielded = self.bits[:], self.yielded.copy()
        twin.cursor = self.cursor.fork()
        twin.route = self.route and self.route.fork()
        twin._quoting = copy(self._quoting)
        twin._pitches, twin._durations = self._pitches[:], self._durations[:]
        return twin

    def __iter__(self) -> "Drawing":
        return self

    def __next__(self) -> Note:
        while not self.is_done:
            note = self.decide()
            if note is not None:
                return note
        raise StopIteration

    def hear(self, event: Event) -> None:
        """Goes on behind `event`, which begins where the tune stands, instead of drawing it."""
        while self.cursor.decision < 0:  # what is decided beforehand is drawn as ever
            self.decide()
        self.cursor.hear(event)
        self._durations.append(event.duration)
        if event.pitch is not None:
            self._pitches.append(event.pitch)
            if self._quoting is not None:
                self._quoting.hear(event.pitch, event.duration)

    def decide(self) -> Note | None:
        """Draws one decision; the note that it completes, if any. Not when the cursor is done."""
        cursor, route = self.cursor, self.route
        if route is not None:
            route.steer(cursor)
        raw, choices = cursor.logits(), cursor.choices()
        logits = raw + self._bias(choices) if self._leans else raw
        symbol, yielded, weights = self._drawn(logits, choices, self.stream)
        if route is not None:
            # What the route leaves is drawn as if there were none, so that it changes little.
            mask, is_given = route.open(cursor, choices), route.gives_pitch(cursor, choices)
            kept, mass = narrowed(logits, mask)
            self.mass += mass
            if is_given or not mask[symbol]:
                symbol, yielded, _ = self._drawn(kept, choices, self.stream + _AGAIN, not is_given)
        pitch = int(choices.pitches[symbol])
        if pitch >= 0 and yielded:
            self.yielded.update(bound.name for bound in yielded if pitch not in bound.pitches)
        return self._take(symbol, choices, raw, weights if logits is raw else None)

    def _drawn(
        self, logits: Logits, choices: Choices, stream: int, is_bound: bool = True
    ) -> tuple[int, tuple[Bound, ...], Logits | None]:
        """The symbol that is drawn, the bounds that had to yield, and how much each symbol weighs
        at temperature 1, if this is what it was drawn from."""
        inside, yielded = self._within(logits, choices) if is_bound else (logits, ())
        inside, temperature = self._tempered(inside, choices)
        weights = weigh(inside, temperature)
        symbol = pick(weights, uniform(stream, self.cursor.decision), self._controls.top_p)
        return symbol, yielded, weights if inside is logits and temperature == 1 else None

    def take(self, symbol: int) -> Note | None:
        """Takes one decision as it is told; the note that it completes, if any."""
        return self._take(symbol, self.cursor.choices(), self.cursor.logits(), None)

    def _take(
        self, symbol: int, choices: Choices, raw: Logits, weights: Logits | None
    ) -> Note | None:
        """`raw` are the model's logits; `weights` what they weigh, if this is known."""
        cursor, decision = self.cursor, self.cursor.decision
        pitch = int(choices.pitches[symbol])
        if pitch >= 0:
            self._pitches.append(pitch)
        if choices.durations is not None:
            self._durations.append(int(choices.durations[symbol]))
        tick, note = cursor.tick, cursor.choose(symbol)
        if self._quoting is not None:
            if choices.holds and pitch != HELD:
                self._quoting.begin(tick, pitch if pitch >= 0 else None)
            if note is not None and self._quoting.hear(note.pitch, note.duration):
                self.yielded["quotations"] += 1
        if decision >= 0:
            self._count(
                bits(weigh(raw, 1.0) if weights is None else weights, symbol), choices, note
            )
        if self.route is not None:
            self.route.advance(cursor)
        return note

    def wished(self, *, is_bound: bool) -> Logits:
        """The logits of the present decision as the wishes lean them, and within the bounds where
        these hold."""
        choices = self.cursor.choices()
        logits = self.cursor.logits() + self._bias(choices)
        return self._within(logits, choices)[0] if is_bound else logits

    def _within(self, logits: Logits, choices: Choices) -> tuple[Logits, tuple[Bound, ...]]:
        logits, yielded = bounded(logits, choices, self._bounds)
        if self._quoting is not None:
            duration = self._durations[-1] if self._durations else 0
            logits = self._quoting.bounded(logits, choices, self.cursor.tick, duration)
        return logits, yielded

    def _count(self, cost: float, choices: Choices, completed: Note | None) -> None:
        """Adds up what the decisions of each note cost, in bits."""
        if completed is None:
            self._unsettled += cost
        elif choices.holds:  # it has begun the next one
            self.bits.append(self._unsettled)
            self._unsettled = cost
        else:
            self.bits.append(self._unsettled + cost)
            self._unsettled = 0.0

    def _bias(self, choices: Choices) -> Logits:
        controls = self._controls
        bias: Logits = np.zeros(len(choices.pitches))
        if controls.density:
            bias += density_bias(choices, controls.density)
        if controls.motion and choices.durations is None:
            bias += motion_bias(choices, controls.motion, self._pitches)
        if controls.motives:
            bias += motive_bias(choices, controls.motives, self._pitches, self._durations)
        return bias

    def _tempered(self, logits: Logits, choices: Choices) -> tuple[Logits, float]:
        """The logits, and the temperature at which they are to be drawn."""
        rhythm, temperature = self._controls.rhythm_temperature, self._controls.temperature
        if rhythm is None:
            return logits, temperature
        if choices.durations is not None:
            return logits, rhythm
        if choices.holds:
            return tempered_apart(logits, choices, rhythm, temperature), 1.0
        return logits, temperature


def step(drawings: Sequence[Drawing]) -> list[Note | None]:
    """One decision of each, which is not done yet; the note that it completed, if any.

    All are drawn with one model, which computes them at once.
    """
    foretell(drawings)
    return [drawing.decide() for drawing in drawings]


def foretell(drawings: Sequence[Drawing]) -> None:
    """Lets the one model of them all compute at once what their next decisions need."""
    if drawings:
        drawings[0]._model.foretell([drawing.cursor for drawing in drawings])


def tempered_apart(
    logits: Logits, choices: Choices, rhythm_temperature: float, temperature: float
) -> Logits:
    """Where one symbol decides on both: that something begins, rests or goes on at one temperature,
    which pitch begins at the other; (symbols,) log-probabilities."""
    groups = np.array([_GROUP_OF_SIGN.get(int(pitch), 0) for pitch in choices.pitches])
    result: Logits = np.full(len(logits), -np.inf)
    for group in set(groups[np.isfinite(logits)]):
        members = groups == group
        within, whole = logits[members], np.logaddexp.reduce(logits[members])
        between = whole / max(rhythm_temperature, COLDEST)
        result[members] = _log_softmax(within, temperature) + between
    return result


def _log_softmax(logits: Logits, temperature: float) -> Logits:
    scaled = (logits - logits.max()) / max(temperature, COLDEST)
    normalised: Logits = scaled - np.logaddexp.reduce(scaled)
    return normalised


def _bounds(controls: Controls, frame: Frame) -> Iterator[Bound]:
    if controls.lowest is not None or controls.highest is not None:
        yield range_bound(controls.lowest, controls.highest)
    if controls.in_scale:
        yield scale_bound(frame.mode)

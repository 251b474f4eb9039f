"""A place in a tune of the note family: what was heard, and what could come next."""

from collections.abc import Sequence
from copy import copy
from typing import TYPE_CHECKING, Self

import numpy as np

from core.model.event import Event
from core.model.family import Frame, Logits, Mask
from core.model.note.compass import Compass
from core.model.note.features import Telling
from core.model.note.lookback import Past
from core.model.note.network import joined, parted
from core.model.note.ruler import Codes
from core.model.note.turns import NETWORK_WEIGHT, TURNS_WEIGHT
from core.model.note.vocabulary import REST

if TYPE_CHECKING:
    from core.model.note.model import NoteModel

_GUIDANCE = 1.5
"""How many times as much as was learnt a wished compass counts, or too many tunes would not reach
its bounds (Ho and Salimans 2022, "Classifier-free diffusion guidance")."""


class Place:
    """A place in a tune within its frame: what was heard, and what can come now."""

    def __init__(self, model: "NoteModel", frame: Frame, compass: Compass | None) -> None:
        self.past = Past.empty(model.vocabulary)
        self.tick = 0
        self._aim = frame.end
        self._is_whole = False
        self._model = model
        self._state = model.network.start()
        self._told: list[Codes] = []  # what the state has not heard yet
        Place.lay_out(self, frame, compass)
        self._durations: Logits | None = None  # what the network makes of them, if it was asked
        self._pitches: tuple[int, Logits] | None = None  # the same for one duration
        self._tell()

    def fork(self) -> Self:
        twin = copy(self)
        twin.past = self.past.copy()
        twin._told = self._told[:]
        return twin

    def listen(self) -> None:
        """Lets the network hear all but the last of what it was told."""
        while len(self._told) > 1:
            self._state = self._model.network.hear(self._told.pop(0), self._state)

    def lay_out(self, frame: Frame, compass: Compass | None) -> None:
        """Goes on in a tune within `frame` that is told of a compass.

        What was heard so far must not depend on what is new: on compass, range and phrases.
        """
        self._frame = frame
        self._telling = Telling.of(frame, self._model.vocabulary, compass)
        self._may_sound = _with_and_without_rest(self._model.may_sound(frame, compass))
        self._may_close = _with_and_without_rest(self._model.may_close(frame, compass))
        if self._told:
            self._told[-1] = self._telling.before(self.past, self.tick)[None]

    @property
    def left(self) -> int:
        """Ticks that are still to be filled."""
        return self._frame.end - self.tick

    def aim(self, tick: int, *, whole: bool) -> None:
        """As the protocol says of cursors."""
        self._aim, self._is_whole = tick, whole

    def fitting(self) -> Mask:
        """Which durations lead to the aim."""
        left = self._aim - self.tick
        if not self._is_whole:
            return self._model.filling.may_last(left)
        mask: Mask = np.zeros(len(self._model.durations), np.bool_)
        mask[self._model.vocabulary.nearest_duration(left)] = True
        return mask

    def ticks(self, duration: int) -> int:
        """How long an event with this symbol lasts here.

        What is left over to the aim, less than the model's finest step, goes to the first one.
        """
        left = self._aim - self.tick
        known = self._model.vocabulary.durations[duration]
        return left if self._is_whole else min(left, known + left % self._model.filling.step)

    def hear(self, event: Event) -> None:
        """Goes on behind `event`, which begins here; heard as the nearest that is known."""
        vocabulary = self._model.vocabulary
        duration = vocabulary.nearest_duration(event.duration)
        known = None if event.pitch is None else vocabulary.nearest_pitch(event.pitch)
        self.past.hear(event.onset, event.end, duration, vocabulary.pitch(known) or REST)
        self.tick = event.end
        if self.tick >= self._aim:
            self._aim, self._is_whole = self._frame.end, False
        self._tell()

    def _tell(self) -> None:
        if self.left > 0:
            self._told.append(self._telling.before(self.past, self.tick)[None])
            self._landings = self._telling.landings(self.tick)[None]
            self._durations = self._pitches = None

    def lacks(self, duration: int | None) -> bool:
        """True where the network is still to be asked for pitches of `duration`, or durations."""
        if duration is None:
            return self._durations is None
        return self._pitches is None or self._pitches[0] != duration

    @staticmethod
    def ask(asked: "Sequence[tuple[Place, int | None]]") -> None:
        """Computes what is asked of such places of one model; see `foretell`."""
        foretell(asked)

    def duration_logits(self) -> Logits:
        if self.lacks(None):
            self.ask([(self, None)])
        assert self._durations is not None
        may_last = self._model.filling.may_last(self.left)
        logits: Logits = np.where(may_last, self._durations, -np.inf)
        return logits

    def pitch_logits(self, duration: int, *, may_rest: bool = False) -> Logits:
        """`may_rest` allows a rest at the very end, which some songs have."""
        if self.lacks(duration):
            self.ask([(self, duration)])
        assert self._pitches is not None
        raw, past, turns = self._pitches[1], self.past, self._model.turns
        if turns is not None and past.last_pitch:
            expected = turns.logits(duration, past.latest(), past.last_pitch)
            raw = NETWORK_WEIGHT * raw + TURNS_WEIGHT * expected
        is_last = self.ticks(duration) == self.left
        is_silent = bool(past.heights) and past.heights[-1] == REST
        with_rest, without = self._may_close if is_last else self._may_sound
        mask = without if is_silent or (is_last and not may_rest) else with_rest
        logits: Logits = np.where(mask, raw, -np.inf)
        return logits


def _with_and_without_rest(mask: Mask) -> tuple[Mask, Mask]:
    without = mask.copy()
    without[REST] = False
    return mask, without


def foretell(asked: Sequence[tuple[Place, int | None]]) -> None:
    """Lets the network hear at once what the places were told, and then make of each what is asked:
    of durations, or of the pitches for a duration. The places are different ones of one model.
    """
    network = asked[0][0]._model.network
    while told := [place for place, _ in asked if place._told]:
        codes = _stacked([place._told.pop(0) for place in told])
        states = parted(network.hear(codes, joined([place._state for place in told])))
        for place, state in zip(told, states, strict=True):
            place._state = state
    lasting = [place for place, duration in asked if duration is None]
    if lasting:
        landings = _stacked([place._landings for place in lasting])
        rows = network.duration_logits(joined([place._state for place in lasting]), landings)
        for place, row in zip(lasting, rows, strict=True):
            place._durations = row
    sounding = [(place, duration) for place, duration in asked if duration is not None]
    if sounding:
        state = joined([place._state for place, _ in sounding])
        durations = np.array([duration for _, duration in sounding])
        landings = np.array([place._landings[0, chosen] for place, chosen in sounding])
        rows = network.pitch_logits(state, durations, landings, _GUIDANCE)
        for (place, duration), row in zip(sounding, rows, strict=True):
            place._pitches = duration, row


def _stacked(rows: Sequence[Codes]) -> Codes:
    return rows[0] if len(rows) == 1 else np.concatenate(rows)

"""The way that a tune has to take: stations it must pass, and what they leave of each decision."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

import numpy as np

from core.compose.pins.pin import Pin
from core.model.event import events_from_melody
from core.model.family import SILENCE, Choices, Cursor, Logits, Mask, Model
from core.music.melody import Melody


@dataclass(frozen=True, slots=True)
class Station:
    """Something begins at `onset`, in the model's key.

    It lasts `duration` ticks, or as long as it likes where that is None. `pitch` is a MIDI pitch
    that the model knows, or SILENCE for a rest, or None for any note.
    """

    onset: int
    duration: int | None
    pitch: int | None

    @property
    def passed_at(self) -> int:
        """The tick from which on it is passed."""
        return self.onset + (self.duration or 1)


def stations_from_pins(pins: Iterable[Pin], model: Model, semitones: int) -> tuple[Station, ...]:
    """For pins by their onsets; the model makes them `semitones` higher than they are pinned."""
    return tuple(
        Station(
            pin.onset,
            pin.duration,
            None if pin.pitch is None else model.nearest_pitch(pin.pitch + semitones),
        )
        for pin in pins
    )


def stations_from_melody(heard: Melody, begin: int) -> tuple[Station, ...]:
    """For the notes and rests of `heard` from `begin` on, which no note sounds across."""
    behind = Melody(tuple(note for note in heard if note.onset >= begin), heard.end)
    events = (event for event in events_from_melody(behind) if event.end > begin)
    return tuple(
        Station(
            max(event.onset, begin),
            event.end - max(event.onset, begin),
            SILENCE if event.pitch is None else event.pitch,
        )
        for event in events
    )


def pitches_of(stations: Iterable[Station]) -> frozenset[int]:
    """The pitches that they ask for."""
    return frozenset(s.pitch for s in stations if s.pitch is not None and s.pitch != SILENCE)


class Route:
    """Stations in their order, and the number of those `passed` by one cursor."""

    def __init__(self, stations: Iterable[Station]) -> None:
        self.stations = tuple(stations)
        self.passed = 0
        self._aim: int | None = None

    def fork(self) -> "Route":
        return copy(self)

    def along(self, stations: tuple[Station, ...]) -> "Route":
        """A second one at the same place of a way whose stations are the same up to there."""
        twin = copy(self)
        twin.stations = stations
        return twin

    @property
    def next(self) -> Station | None:
        """The station that the cursor is at or on its way to."""
        return self.stations[self.passed] if self.passed < len(self.stations) else None

    def steer(self, cursor: Cursor) -> None:
        """Lets the cursor aim at what comes next on the way; to be called before each decision."""
        here, tick = self.next, cursor.tick
        if here is None or (self._aim is not None and tick < self._aim):
            return
        if tick < here.onset:
            self._aim_at(cursor, here.onset)
        elif here.duration is not None:
            self._aim_at(cursor, here.passed_at, whole=True)
        elif self.passed + 1 < len(self.stations):
            self._aim_at(cursor, self.stations[self.passed + 1].onset)

    def _aim_at(self, cursor: Cursor, tick: int, *, whole: bool = False) -> None:
        self._aim = tick
        cursor.aim(tick, whole=whole)

    def gives_pitch(self, cursor: Cursor, choices: Choices) -> bool:
        """Whether the present decision is what sounds at a station that says so."""
        here = self.next
        return here is not None and here.pitch is not None and self._is_at(here, cursor, choices)

    def open(self, cursor: Cursor, choices: Choices) -> Mask:
        """The symbols that keep to the route: (symbols,), at least one of them true."""
        mask, here = cursor.fitting(), self.next
        if here is None or not self._is_at(here, cursor, choices):
            return mask
        both: Mask = mask & (
            choices.sounds if here.pitch is None else choices.pitches == here.pitch
        )
        return both

    @staticmethod
    def _is_at(station: Station, cursor: Cursor, choices: Choices) -> bool:
        is_pitch = choices.durations is None and cursor.decision >= 0
        return is_pitch and cursor.tick == station.onset

    def advance(self, cursor: Cursor) -> None:
        """Counts what the cursor has passed; to be called behind each decision."""
        while (here := self.next) is not None and cursor.tick >= here.passed_at:
            self.passed += 1


def narrowed(logits: Logits, mask: Mask) -> tuple[Logits, float]:
    """What `mask` leaves of `logits`, and the logarithm of its share of the probability.

    Where that is nothing, -inf, all that the mask leaves is equally likely.
    """
    if mask.all():
        return logits, 0.0
    likely = np.exp(logits - logits.max())
    left = likely[mask].sum()
    if not left > 0:
        return np.where(mask, 0.0, -np.inf), -np.inf
    return np.where(mask, logits, -np.inf), float(np.log(left / likely.sum()))

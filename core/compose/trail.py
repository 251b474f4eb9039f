"""The way that the last tune took, so that the next one need not ask the model where both agree.

When a knob is turned a little, most decisions fall as before: each has its random number. Up to the
first one that falls otherwise the model would say what it said, and is not asked again.
"""

from copy import copy
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from core.model.event import Event
from core.model.family import Choices, Cursor, Frame, Logits, Mask, Model
from core.music.melody import Melody, Note

_STRIDE = 16
"""Decisions from one kept state to the next: 20 kB each in a tune of 256 bars."""


class _Step(NamedTuple):
    """One decision: what a cursor told of it, and how it fell."""

    decision: int
    tick: int
    choices: Choices
    logits: Logits
    symbol: int
    note: Note | None
    before: Cursor | None  # that stands there, to be forked


@dataclass(frozen=True, slots=True)
class _Way:
    """All decisions of a whole tune, and what they depend on."""

    model: Model
    seed: Melody
    frame: Frame
    steps: tuple[_Step, ...] = field(default=(), compare=False)


class Trail:
    """Remembers the last whole tune. One thread may follow it while others still lay theirs."""

    def __init__(self) -> None:
        self._last: _Way | None = None

    def cursor(self, model: Model, seed: Melody, frame: Frame) -> Cursor:
        """As `model.cursor`, and to the last bit the same; quick for as long as it chooses what the
        last tune of this model, seed and frame did."""
        way, last = _Way(model, seed, frame), self._last
        return _Follower(self, last if last == way and last is not None else way)

    def keep(self, way: _Way) -> None:
        """This is the last tune from now on."""
        self._last = way


class _Follower:
    """A cursor that follows a way, and asks one of its own from where it leaves it."""

    def __init__(self, trail: Trail, way: _Way) -> None:
        self._trail: Trail | None = trail  # none where there is nothing to keep
        self._way = way
        self._steps = list(way.steps)
        self._passed = 0
        self._own: Cursor | None = None
        self._logits: Logits | None = None  # of the present decision, where they were asked for

    @property
    def _next(self) -> _Step | None:
        """The step that is followed; None where the way is left or at its end."""
        return self._steps[self._passed] if self._passed < len(self._steps) else None

    @property
    def decision(self) -> int:
        step = self._next
        return self._left().decision if step is None else step.decision

    @property
    def tick(self) -> int:
        step = self._next
        return self._left().tick if step is None else step.tick

    @property
    def is_done(self) -> bool:
        if self._own is None and self._steps:
            return self._passed == len(self._steps)
        return self._left().is_done

    def logits(self) -> Logits:
        step = self._next
        if step is not None:
            return step.logits
        if self._logits is None:
            self._logits = self._left().logits()
        return self._logits

    def choices(self) -> Choices:
        step = self._next
        return self._left().choices() if step is None else step.choices

    def aim(self, tick: int, *, whole: bool = False) -> None:
        self._stray().aim(tick, whole=whole)

    def fitting(self) -> Mask:
        return self._left().fitting()

    def choose(self, symbol: int) -> Note | None:
        step = self._next
        if step is None or step.symbol != symbol:
            step = self._chosen(symbol)
        self._passed += 1
        if self._trail is not None and self.is_done:
            way = self._way
            self._trail.keep(_Way(way.model, way.seed, way.frame, tuple(self._steps)))
        return step.note

    def hear(self, event: Event) -> None:
        self._stray().hear(event)

    def fork(self) -> Self:
        twin = copy(self)
        twin._steps = self._steps[:]
        twin._own = self._own and self._own.fork()
        return twin

    def _chosen(self, symbol: int) -> _Step:
        own, logits = self._left(), self.logits()
        before = None if self._passed % _STRIDE else own.fork()
        told = own.decision, own.tick, own.choices(), logits
        step = _Step(*told, symbol, own.choose(symbol), before)
        self._logits = None
        self._steps.append(step)
        return step

    def _left(self) -> Cursor:
        """Leaves the way: a cursor of its own, which stands where this one does."""
        if self._own is None:
            way, passed = self._way, self._passed
            if self._steps:
                place = min(passed, len(self._steps) - 1) // _STRIDE * _STRIDE
                before = self._steps[place].before
                assert before is not None
                self._own = before.fork()
                for step in self._steps[place:passed]:
                    self._own.choose(step.symbol)
            else:
                self._own = way.model.cursor(way.seed, way.frame)
            del self._steps[passed:]
        return self._own

    def _stray(self) -> Cursor:
        """Goes where no other tune can follow."""
        self._trail = None
        return self._left()

"""Undo and redo as a value: every change keeps what was there before, under a name."""

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from core.words import Words

T = TypeVar("T")

LONGEST_HISTORY = 1000
"""Steps that are kept; the oldest is forgotten first."""


@dataclass(frozen=True, slots=True)
class _Step(Generic[T]):
    """A change by its name, and the value on the other side of it."""

    label: Words
    value: T


@dataclass(frozen=True, slots=True)
class History(Generic[T]):
    """A value with the values before it and, after an undo, those that can come back.

    `is_open` says that the last step may still grow: see `commit`.
    """

    value: T
    past: tuple[_Step[T], ...] = ()
    future: tuple[_Step[T], ...] = ()
    is_open: bool = False

    @property
    def undo_label(self) -> Words | None:
        """Name of the change that `undo` would take back; None if there is none."""
        return self.past[-1].label if self.past else None

    @property
    def redo_label(self) -> Words | None:
        """Name of the change that `redo` would bring back; None if there is none."""
        return self.future[-1].label if self.future else None

    def commit(self, label: Words, value: T, merge: bool = False) -> "History[T]":
        """This history with one more step. A value equal to the present one makes no step.

        With `merge`, a step joins the one before it if that was made with `merge` and has the
        same label: the letters of a word typed are one step, a drag is one step.
        """
        if value == self.value:
            return self
        if merge and self.is_open and self.undo_label == label:
            return replace(self, value=value)
        past = (*self.past, _Step(label, self.value))[-LONGEST_HISTORY:]
        return History(value, past, (), is_open=merge)

    def amended(self, value: T) -> "History[T]":
        """The same steps, the last of which led to `value`; nothing is left to redo."""
        return replace(self, value=value, future=())

    def closed(self) -> "History[T]":
        """The same history; the next commit is a step of its own even with `merge`."""
        return replace(self, is_open=False)

    def undo(self) -> "History[T]":
        """The history one step earlier; itself if there is nothing to undo."""
        if not self.past:
            return self
        step = self.past[-1]
        return History(step.value, self.past[:-1], (*self.future, _Step(step.label, self.value)))

    def redo(self) -> "History[T]":
        """The history with the step last undone; itself if there is none."""
        if not self.future:
            return self
        step = self.future[-1]
        return History(step.value, (*self.past, _Step(step.label, self.value)), self.future[:-1])

"""Long tasks that tell how far they are, and can be left at any step."""

from collections.abc import Callable, Generator
from typing import TypeVar

T = TypeVar("T")

Steps = tuple[int, int]
"""How far a task is: steps done, steps in all."""

Task = Generator[Steps, None, T]
"""Yields how far it is; what it has made is returned in the end."""


def result_of(task: Task[T], tell: Callable[[int, int], None] = lambda *_: None) -> T:
    """What `task` makes; `tell` is called with the steps that are done, and those in all."""
    while True:
        try:
            steps = next(task)
        except StopIteration as end:
            made: T = end.value
            return made
        tell(*steps)

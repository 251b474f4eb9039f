"""Generators that bring something at the end."""

from collections.abc import Generator
from typing import TypeVar

Step = TypeVar("Step")
Result = TypeVar("Result")


def made(steps: Generator[Step, None, Result]) -> tuple[list[Step], Result]:
    """All that came on the way, and what was made."""
    passed = []
    while True:
        try:
            passed.append(next(steps))
        except StopIteration as end:
            result: Result = end.value
            return passed, result

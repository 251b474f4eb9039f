"""One line of the benchmark table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A measured figure beside a named baseline taken in the same run.

    `ratio` is how many times better than the baseline `value` is: above 1 is better.
    """

    name: str
    value: float
    unit: str
    baseline: str
    ratio: float

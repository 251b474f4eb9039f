"""A stretch of a song."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """From the tick `begin` up to, and without, the tick `end`."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end:
            raise ValueError(f"a span begins before it ends, not {self.begin} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.begin

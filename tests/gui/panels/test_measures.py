"""What the board says of a take."""

from core.compose.measures import Measures
from gui.panels.measures import MEASURED

QUOTES = MEASURED[-1]


def said(copied: int | None, sources: str = "") -> str:
    return QUOTES.text(Measures(2.0, 5.0, 12, 0.1, 0.5, copied, sources))


def test_quotations_are_told_no_more_exactly_than_they_are_known() -> None:
    assert QUOTES.name == "Quotes"
    assert said(None) == "not known"
    assert said(5) == said(7) == "fewer than 8 notes"
    assert said(12) == "at most 12 notes"
    assert said(12, "Maikäfer flieg") == "at most 12 notes (Maikäfer flieg)"
    assert said(12, "A" * 60) == f"at most 12 notes ({'A' * 40}…)"

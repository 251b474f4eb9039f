"""A loss curve that fits on a terminal."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.model.training.progress import Epoch

_BLOCKS = "▁▂▃▄▅▆▇█"


def lines_from_curve(curve: Sequence["Epoch"]) -> list[str]:
    """One block for each epoch, in training and in validation, on one scale; their first and last
    figures. Nothing for a single epoch, and where the terminal has no blocks."""
    rows = {
        "training  ": [epoch.training for epoch in curve],
        "validation": [epoch.validation for epoch in curve],
    }
    figures = [figure for row in rows.values() for figure in row]
    if len(curve) < 2 or not _has_blocks():
        return []
    lowest, scale = min(figures), (max(figures) - min(figures)) or 1.0
    return [
        f"{name}  {''.join(_block((figure - lowest) / scale) for figure in row)}  "
        f"{row[0]:.3f} to {row[-1]:.3f} bits per note"
        for name, row in rows.items()
    ]


def _block(height: float) -> str:
    return _BLOCKS[round(height * (len(_BLOCKS) - 1))]


def _has_blocks() -> bool:
    try:
        _BLOCKS.encode(sys.stderr.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True

import io
import sys

import pytest

from core.cli.curve import lines_from_curve
from core.model.training.progress import Epoch

CURVE = tuple(
    Epoch("training", number, figures[0], figures[1], 1.0)
    for number, figures in enumerate(((5.0, 4.0), (3.0, 3.0), (2.0, 2.5)), start=1)
)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), "utf-8"))


@pytest.mark.usefixtures("terminal")
def test_both_curves_stand_on_one_scale() -> None:
    assert lines_from_curve(CURVE) == [
        "training    █▃▁  5.000 to 2.000 bits per note",
        "validation  ▆▃▂  4.000 to 2.500 bits per note",
    ]


@pytest.mark.usefixtures("terminal")
def test_one_epoch_is_no_curve_and_equal_ones_are_a_flat_one() -> None:
    assert lines_from_curve(CURVE[:1]) == []
    flat = [Epoch("training", number, 2.0, 2.0, 1.0) for number in (1, 2)]
    assert lines_from_curve(flat)[0].split()[1] == "▁▁"


def test_a_terminal_without_blocks_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), "ascii"))
    assert lines_from_curve(CURVE) == []

"""The harness: a process each, one failure spoils nothing, and the table lines up."""

from pathlib import Path

import pytest

from tests.bench.__main__ import BenchmarkError, benchmarks, figure, measure, table
from tests.bench.row import Row

FAST = """
from tests.bench.row import Row

def rows():
    print("a benchmark may print")
    return [Row("a step", 0.5, "ms", "the whole", 20.0)]
"""
BROKEN = """
def rows():
    raise OSError("no such port")
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "quick_step.py").write_text(FAST)
    (tmp_path / "broken_step.py").write_text(BROKEN)
    (tmp_path / "test_step.py").write_text(FAST)
    (tmp_path / "row.py").write_text("class Row: ...")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path


def test_every_module_that_gives_rows_is_a_benchmark(folder: Path) -> None:
    assert benchmarks(folder) == ["broken_step", "quick_step"]


@pytest.mark.usefixtures("folder")
def test_rows_come_back_from_another_process() -> None:
    assert measure("quick_step") == [Row("a step", 0.5, "ms", "the whole", 20.0)]


@pytest.mark.usefixtures("folder")
def test_a_failure_says_its_last_line() -> None:
    with pytest.raises(BenchmarkError, match="OSError: no such port"):
        measure("broken_step")


def test_figures_line_up_under_each_other() -> None:
    header, first, second = table(
        [Row("a step", 0.5, "ms", "the whole", 20.0), Row("start", 1234.5, "s", "all", 15123.0)]
    )
    assert len(header) == len(first) == len(second)
    assert header.index("value") + len("value") == first.index("0.500") + len("0.500")
    assert second.endswith("15,123")


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (0.01234, "0.0123"), (1.2345, "1.23"), (45.67, "45.7"), (98765.4, "98,765")],
)
def test_three_digits_count_at_every_size(value: float, text: str) -> None:
    assert figure(value) == text

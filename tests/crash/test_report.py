import platform
from pathlib import Path

import pytest

from core.crash.defect import Defect
from core.crash.report import report_from_defects, report_from_traces
from core.version import VERSION


def defect(what: str) -> Defect:
    return Defect(what, "job", f"Traceback of {what}\n", what)


def test_it_says_what_and_where_and_with_which_versions() -> None:
    text = report_from_defects({defect("KeyError: 1"): 1}, ("Qt 6.11", "PySide6 6.11"))
    assert text.startswith(f"Cantilena {VERSION}\n{platform.platform()}")
    assert f"Python {platform.python_version()}, Qt 6.11, PySide6 6.11\n" in text
    assert text.endswith("\n\nKeyError: 1\nin the job\n\nTraceback of KeyError: 1\n")


def test_what_happened_often_is_counted_and_of_many_the_first_are_told() -> None:
    text = report_from_defects({defect(f"error {number}"): 1000 + number for number in range(9)})
    assert "error 4\nin the job, 1,004 times\n" in text
    assert "Traceback of error 5" not in text
    assert text.endswith("… and 4 others, which the log tells.\n")


def test_the_folder_of_the_user_is_not_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    text = report_from_traces(["Segmentation fault"])
    assert str(tmp_path) not in text
    assert "log: ~/" in text
    assert "The last start came to a sudden end:\n\nSegmentation fault\n" in text

from pathlib import Path

import pytest

from core.crash import log
from core.crash.defect import Defect, defect_from_error
from core.crash.log import FILES, LARGEST_BYTES, keep, log_file
from core.version import VERSION


@pytest.fixture(autouse=True)
def fresh_process() -> None:
    log._times.clear()


def defect(what: str, trace: str = "") -> Defect:
    return Defect(what, "window", trace or f"the trace of {what}", what)


def files() -> list[Path]:
    return sorted(log_file().parent.iterdir())


def test_each_error_is_written_behind_the_one_before() -> None:
    for what in ("first", "second"):
        assert keep(defect(what)) == log_file()
    text = log_file().read_text(encoding="utf-8")
    assert f"Cantilena {VERSION}, window" in text.splitlines()[0]
    assert 0 < text.index("the trace of first") < text.index("the trace of second")


def test_what_fails_again_and_again_is_written_once_and_counted() -> None:
    for number in range(2_500):
        keep(Defect(f"paint {number}", "window", "the trace", "paint"))
    lines = log_file().read_text(encoding="utf-8").splitlines()
    assert lines.count("the trace") == 1
    assert [line.partition(" times")[0] for line in lines if "times" in line] == [
        "10",
        "100",
        "1000",
    ]


def test_a_process_that_fails_everywhere_stops_to_write() -> None:
    for number in range(1_000):
        keep(defect(f"number {number}"))
    assert log_file().read_text(encoding="utf-8").count("the trace") == 100


def test_the_log_is_rotated_and_bounded() -> None:
    for number in range(99):
        keep(defect(f"number {number}", f"number {number}: " + "\U0001f3b5" * 10_000))
    assert [file.name for file in files()] == ["crash-1.log", "crash-2.log", "crash.log"]
    assert len(files()) == FILES
    assert all(file.stat().st_size <= LARGEST_BYTES for file in files())
    assert "number 98:" in log_file().read_text(encoding="utf-8")
    assert not any("number 3:" in file.read_text(encoding="utf-8") for file in files())


def test_a_log_that_is_none_is_written_on() -> None:
    log_file().parent.mkdir(parents=True)
    log_file().write_bytes(b"\xff\xfe")
    keep(defect("x"))
    assert b"the trace of x" in log_file().read_bytes()


def test_without_a_place_nothing_is_kept_and_nothing_raised() -> None:
    folder = log_file().parent
    folder.parent.mkdir(parents=True)
    folder.write_text("a file")
    assert keep(defect("x")) is None


def test_an_error_that_cannot_be_written_in_utf_8_is_kept() -> None:
    keep(defect_from_error(ValueError("\udc80"), "window"))
    assert "\\udc80" in log_file().read_text(encoding="utf-8")

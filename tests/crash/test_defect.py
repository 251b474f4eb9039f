from pathlib import Path

import pytest

from core.crash.defect import Defect, defect_from_error


def caught(number: int = 0, depth: int = 0) -> Defect:
    def fall(rest: int) -> None:
        if rest:
            fall(rest - 1)
        raise KeyError(f"number {number}")

    try:
        fall(depth)
    except KeyError as error:
        return defect_from_error(error, "job")
    raise AssertionError


def test_it_says_what_happened_where_and_how() -> None:
    defect = caught(7)
    assert (defect.what, defect.where) == ("KeyError: 'number 7'", "job")
    assert "Traceback" in defect.trace
    assert "in fall" in defect.trace
    assert Path(__file__).name in defect.trace


def test_the_same_place_has_the_same_mark_whatever_the_error_says() -> None:
    assert caught(1).mark == caught(2).mark
    assert caught(1).mark != defect_from_error(KeyError("number 1"), "job").mark


def test_long_errors_and_deep_ones_are_cut() -> None:
    defect = defect_from_error(ValueError("x" * 1_000_000), "job")
    assert len(defect.what) <= 300
    assert len(defect.trace) < 21_000
    with pytest.raises(RecursionError) as caught_deep:
        dive()
    assert len(defect_from_error(caught_deep.value, "job").trace) < 21_000


def dive() -> list[object]:
    return [dive() for _ in range(1)]


def test_the_folder_of_the_user_is_not_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    defect = defect_from_error(FileNotFoundError(f"{tmp_path}/songs/mine.mid"), "job")
    assert defect.what == "FileNotFoundError: ~/songs/mine.mid"
    assert str(tmp_path) not in defect.trace


def test_an_error_that_cannot_even_say_what_it_is_is_told() -> None:
    class MuteError(Exception):
        def __str__(self) -> str:
            raise RuntimeError("mute")

    assert "MuteError" in defect_from_error(MuteError(), "job").what

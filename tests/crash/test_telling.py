import gc
import sys
import threading

import pytest

from core.crash import log
from core.crash.defect import Defect
from core.crash.log import log_file
from core.crash.telling import catch_strays, listen, tell


@pytest.fixture(autouse=True)
def fresh_process() -> None:
    log._times.clear()


def test_the_sentence_names_the_error_and_the_log() -> None:
    sentence = tell(KeyError("x\ny"), "job")
    assert sentence == (
        f"Something unexpected went wrong (KeyError: 'x\\ny'); the details are in '{log_file()}'."
    )


def test_without_a_place_the_user_is_told_all_the_same() -> None:
    log_file().parent.parent.mkdir(parents=True)
    log_file().parent.write_text("a file")
    assert tell(KeyError("x"), "job") == "Something unexpected went wrong (KeyError: 'x')."


def test_who_listens_hears_of_each_until_he_stops() -> None:
    heard: list[Defect] = []
    stop = listen(heard.append)
    tell(KeyError("x"), "job")
    stop()
    tell(KeyError("y"), "job")
    assert [defect.what for defect in heard] == ["KeyError: 'x'"]


class Stubborn:
    def __del__(self) -> None:
        raise ValueError("stubborn")


def test_what_nobody_caught_is_told_from_slots_threads_and_clearing_up() -> None:
    heard: list[Defect] = []
    stop = listen(heard.append)
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    restore = catch_strays("window")
    try:
        sys.excepthook(KeyError, KeyError("slot"), None)
        thread = threading.Thread(target=lambda: [][1], name="helper")
        thread.start()
        thread.join()
        stubborn = Stubborn()
        del stubborn
        gc.collect()
    finally:
        restore()
        stop()
    assert [(defect.where, defect.what) for defect in heard] == [
        ("window", "KeyError: 'slot'"),
        ("window, thread helper", "IndexError: list index out of range"),
        ("window, clearing up", "ValueError: stubborn"),
    ]
    assert before == (sys.excepthook, threading.excepthook, sys.unraisablehook)


def test_interrupts_are_no_defects(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    restore = catch_strays("window")
    try:
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        restore()
    assert not log_file().exists()
    assert "KeyboardInterrupt" in capsys.readouterr().err

from pathlib import Path

import pytest

from core.crash import keep_details, sentence_from_defect
from core.version import VERSION


@pytest.fixture(autouse=True)
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "log")
    return tmp_path / "log" / "crash.log"


def test_the_details_of_the_latest_error_come_first(log: Path) -> None:
    for name in ("first", "second"):
        assert keep_details(KeyError(name)) == log
    text = log.read_text()
    assert text.startswith(f"Cantilena {VERSION}, 20")
    assert 0 < text.index("KeyError: 'second'") < text.index("KeyError: 'first'")


def test_the_log_is_bounded_and_the_oldest_goes(log: Path) -> None:
    for number in range(30):
        keep_details(ValueError(f"number {number}: " + "\U0001f3b5" * 10_000))
    text = log.read_text(encoding="utf-8")
    assert len(text) == 200_000
    assert "number 29:" in text
    assert "number 3:" not in text
    keep_details(ValueError("x" * 1_000_000))
    assert len(log.read_text(encoding="utf-8")) == 200_000


@pytest.mark.parametrize("data", [b"\xff\xfe", bytes(2_000_000)])
def test_a_log_that_is_none_is_begun_anew(log: Path, data: bytes) -> None:
    log.parent.mkdir()
    log.write_bytes(data)
    keep_details(KeyError("x"))
    assert log.read_text().startswith("Cantilena")


def test_without_a_place_the_user_is_told_all_the_same(log: Path) -> None:
    log.parent.write_text("a file")
    sentence = sentence_from_defect(KeyError("x\ny"))
    assert sentence == "Something unexpected went wrong (KeyError: 'x\\ny')."

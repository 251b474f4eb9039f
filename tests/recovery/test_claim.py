import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core.document import Document
from core.lock import Hold, Holder, this_host
from core.project import Project
from core.recovery.claim import Claimant, claim, words_from_holder
from core.words import Words


def wait_until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


def opened(path: Path | None) -> Document:
    document = Document()
    document.show(Project(), path)
    return document


def test_a_second_program_on_a_file_is_told_who_has_it(tmp_path: Path) -> None:
    file = tmp_path / "tune.cantilena"
    lock = tmp_path / ".tune.cantilena.lock"
    told: list[Words] = []
    first = Claimant(opened(file), pytest.fail)
    wait_until(lambda: lock.exists() and lock.stat().st_size)
    second = Claimant(opened(file), told.append)
    wait_until(lambda: told)
    (sentence,) = told
    assert sentence.startswith("'tune.cantilena' has been open in another Cantilena of ")
    assert time.strftime("on this computer since %Y-%m-%d ") in sentence
    second.close()
    assert lock.exists(), "it is the first one's"
    first.close()
    assert not lock.exists()


def claim_of_a_third(file: Path) -> Hold | Holder | None:
    found = claim(file)
    if isinstance(found, Hold):
        found.release()
    return found


def test_the_second_is_told_once_and_has_the_file_when_the_first_has_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.recovery.claim.BEAT_SECONDS", 0.01)
    file = tmp_path / "tune.cantilena"
    held = claim(file)
    assert isinstance(held, Hold)
    told: list[Words] = []
    second = Claimant(opened(file), told.append)
    wait_until(lambda: told)
    time.sleep(0.1)
    assert len(told) == 1
    held.release()
    wait_until(lambda: isinstance(claim_of_a_third(file), Holder))
    second.close()


def test_the_claim_goes_with_the_document(tmp_path: Path) -> None:
    document = opened(None)
    claimant = Claimant(document, pytest.fail)
    for name in ("one", "two"):
        document.save(tmp_path / name)
        lock = tmp_path / f".{name}.cantilena.lock"
        wait_until(lock.exists)
    assert sorted(path.name for path in tmp_path.glob(".*lock")) == [".two.cantilena.lock"]
    document.new()
    wait_until(lambda: not lock.exists())
    claimant.close()


def test_a_name_that_links_to_the_file_is_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "tune.cantilena").write_text("{}")
    (tmp_path / "link.cantilena").symlink_to("tune.cantilena")
    held = claim(tmp_path / "link.cantilena")
    assert isinstance(held, Hold)
    assert isinstance(claim(tmp_path / "tune.cantilena"), Holder)
    held.release()


@pytest.mark.parametrize("name", ["missing/tune", "x" * 255, "nul\0l"])
def test_where_nothing_can_be_claimed_nothing_is(tmp_path: Path, name: str) -> None:
    assert claim(tmp_path / name) is None


def test_another_computer_is_named(tmp_path: Path) -> None:
    lock = tmp_path / ".tune.cantilena.lock"
    since = time.mktime((2026, 11, 23, 17, 45, 0, 0, 0, -1))
    holder = {"user": "ada", "host": "loft", "process": 1, "since_seconds": since}
    lock.write_text(json.dumps(holder))
    told: list[Words] = []
    claimant = Claimant(opened(tmp_path / "tune.cantilena"), told.append)
    wait_until(lambda: told)
    assert told == [
        "'tune.cantilena' has been open on ada's computer 'loft' since 2026-11-23 17:45; "
        "close one of the two, or save this one under another name."
    ]
    claimant.close()
    assert json.loads(lock.read_text()) == holder


def test_what_a_stranger_wrote_into_a_lock_stays_one_line_and_short(tmp_path: Path) -> None:
    lock = tmp_path / ".tune.cantilena.lock"
    for holder in (
        {"user": "a\nb" * 300, "host": "loft\n" * 90, "process": 1, "since_seconds": 1.7e9},
        {"user": "ada", "host": "loft", "process": 1, "since_seconds": 1e300},
    ):
        lock.write_text(json.dumps(holder))
        found = claim(tmp_path / "tune.cantilena")
        assert isinstance(found, Hold | Holder)
        if isinstance(found, Hold):  # nobody knows when that was
            found.release()
            continue
        words = words_from_holder(tmp_path / "tune.cantilena", found)
        assert "\n" not in words
        assert len(words) < 300


@pytest.mark.parametrize(
    "holder", [Holder(), Holder("", this_host(), os.getpid(), 9.0), Holder("ada", "loft", 1, 0.0)]
)
def test_one_who_cannot_be_known_is_not_named(holder: Holder) -> None:
    words = words_from_holder(Path("/a/tune.cantilena"), holder)
    assert words.startswith("'tune.cantilena' is open in another Cantilena too;")

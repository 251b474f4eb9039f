import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest

from core.batch import Batch
from core.document import Document
from core.project import Project
from core.recovery import keeper as keeper_module
from core.recovery.keeper import Keeper
from core.recovery.leftover import Leftover, leftovers
from core.recovery.slot import recovery_folder
from core.sight import Sight
from core.words import Words
from tests.recovery.works import TYPE, changed_document, number_of, song, takes, work


def wait_until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


def works() -> list[Path]:
    return list(recovery_folder().glob("*/work"))


@contextmanager
def keeping(document: Document, tell: Callable[[Words], object] = pytest.fail) -> Iterator[Keeper]:
    keeper = Keeper(document, tell)
    yield keeper
    keeper.close()


def test_work_is_kept_at_once_where_that_is_urgent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper_module, "PAUSE_SECONDS", 30.0)
    document = Document()
    with keeping(document) as keeper:
        for number in (1, 2, 3):
            document.commit(TYPE, work(number))
            assert keeper.flush(20)
        assert keeper.flush(0), "there is nothing to keep"
    leftover = only_leftover()
    assert number_of(leftover.read()) == 3
    leftover.throw_away()


def test_work_that_cannot_be_kept_is_not_said_to_be() -> None:
    recovery_folder().parent.mkdir(parents=True)
    recovery_folder().write_text("a file")
    document = Document()
    with keeping(document, lambda _: None) as keeper:
        document.commit(TYPE, work(1))
        assert not keeper.flush(0.2)


def only_leftover() -> Leftover:
    (leftover,) = leftovers()
    return leftover


def test_a_program_with_nothing_to_save_leaves_no_trace(tmp_path: Path) -> None:
    document = Document()
    with keeping(document):
        document.save(tmp_path / "tune")
    assert not recovery_folder().exists()


def test_work_is_there_at_once_and_goes_when_it_is_saved(tmp_path: Path) -> None:
    document = Document()
    with keeping(document):
        began_seconds = time.monotonic()
        document.commit(TYPE, work(1))
        wait_until(works)
        assert time.monotonic() - began_seconds < 1
        assert leftovers() == (), "that of a running program is offered to nobody"
        document.save(tmp_path / "tune")
        wait_until(lambda: not works())
        document.commit(TYPE, work(2))
        wait_until(works)
        document.undo()
        wait_until(lambda: not works())
    assert list(recovery_folder().iterdir()) == []


def test_takes_without_a_star_and_the_view_are_kept_with_the_work() -> None:
    document = changed_document(1)
    drawn = takes(3)
    with keeping(document):
        document.set_takes((), Batch(drawn, (drawn[0], drawn[2]), 1))
        document.set_sight(Sight(480.0, 96.0, 72.5, 16, shows_board=True))
    kept = only_leftover().read()
    assert kept == document.project
    assert kept.batch.takes == drawn


def test_unsaved_work_of_a_program_that_ends_unasked_is_offered(tmp_path: Path) -> None:
    file = tmp_path / "tune.cantilena"
    document = changed_document(1, file)
    before_seconds = time.time()
    with keeping(document):
        document.commit(TYPE, song(2_000, 10, "Übung"))
    leftover = only_leftover()
    entry, preview = leftover.entry, leftover.entry.preview
    assert (entry.file, leftover.is_damaged) == (file, False)
    assert before_seconds <= entry.kept_seconds <= time.time()
    assert (preview.title, preview.bars, preview.notes) == ("Übung", 2, 10)
    assert leftover.read() == document.project
    assert leftovers() == (), "and to nobody else meanwhile"
    leftover.leave()
    only_leftover().throw_away()
    assert list(recovery_folder().iterdir()) == []


def test_discarded_work_is_gone() -> None:
    document = Document()
    with keeping(document) as keeper:
        document.commit(TYPE, work(1))
        wait_until(works)
        keeper.forget()
    assert list(recovery_folder().iterdir()) == []


def test_a_change_in_the_last_moment_is_kept() -> None:
    document = Document()
    with keeping(document):
        for number in range(50):
            document.commit(TYPE, work(number))
            if number == 20:
                wait_until(works)
    leftover = only_leftover()
    assert number_of(leftover.read()) == 49
    leftover.throw_away()


def test_what_is_taken_over_is_always_kept_somewhere(tmp_path: Path) -> None:
    with keeping(changed_document(7, tmp_path / "tune.cantilena")):
        pass
    leftover = only_leftover()
    document = Document()
    with keeping(document) as keeper:
        document.restore(leftover.read(), leftover.entry.file)
        before = works()
        keeper.take_over(leftover)
        wait_until(lambda: works() and works() != before)
        assert document.is_changed
    again = only_leftover()
    assert (number_of(again.read()), again.entry.file) == (7, tmp_path / "tune.cantilena")
    again.throw_away()


def test_what_is_taken_over_and_saved_is_kept_nowhere_else(tmp_path: Path) -> None:
    with keeping(changed_document(7)):
        pass
    leftover, document = only_leftover(), Document()
    with keeping(document) as keeper:
        document.restore(leftover.read(), leftover.entry.file)
        keeper.take_over(leftover)
        document.save(tmp_path / "tune")
    assert list(recovery_folder().iterdir()) == []


def test_a_place_where_nothing_can_be_kept_is_told_once_and_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keeper_module, "RETRY_SECONDS", 0.01)
    monkeypatch.setattr(keeper_module, "PAUSE_SECONDS", 0.01)
    recovery_folder().parent.mkdir(parents=True)
    recovery_folder().write_text("a file")
    told: list[Words] = []
    document = Document()
    with keeping(document, told.append):
        for number in range(3):
            document.commit(TYPE, work(number))
            wait_until(lambda: told)
            time.sleep(0.05)
        (sentence,) = told
        assert sentence.startswith("Unsaved work cannot be kept safe from a crash: '")
        recovery_folder().unlink()
        wait_until(works)
    leftover = only_leftover()
    assert number_of(leftover.read()) == 2
    leftover.throw_away()


def test_a_leftover_stays_where_it_cannot_be_kept_anew() -> None:
    with keeping(changed_document(7)):
        pass
    leftover, document = only_leftover(), Document()
    told: list[Words] = []
    elsewhere = recovery_folder().with_name("elsewhere")
    elsewhere.write_text("a file")
    keeper = Keeper(document, told.append, elsewhere)
    document.restore(leftover.read())
    keeper.take_over(leftover)
    wait_until(lambda: told)
    keeper.close()
    again = only_leftover()
    assert number_of(again.read()) == 7
    again.throw_away()


def test_a_folder_that_somebody_cleans_up_is_made_again() -> None:
    document = Document()
    with keeping(document):
        document.commit(TYPE, work(1))
        wait_until(works)
        shutil.rmtree(recovery_folder())
        document.commit(TYPE, work(2))
        wait_until(works)
    leftover = only_leftover()
    assert number_of(leftover.read()) == 2
    leftover.throw_away()


def test_a_disk_that_hangs_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on, began = Event(), Event()

    def hang(*_: object) -> None:
        began.set()
        goes_on.wait(20)

    monkeypatch.setattr("core.recovery.journal.write_file", hang)
    monkeypatch.setattr(keeper_module, "_CLOSING_SECONDS", 0.05)
    document = Document()
    with keeping(document) as keeper:
        began_seconds = time.monotonic()
        for number in range(100):
            document.commit(TYPE, work(number))
        assert began.wait(20)
        document.restore(Project(work(1)))
    assert time.monotonic() - began_seconds < 2
    goes_on.set()
    keeper._thread.join()

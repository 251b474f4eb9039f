from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from core.compose.measures import Take
from core.lock import Hold, Holder, hold
from core.project import Project, project_from_file, save_project
from core.recovery import journal as journal_module
from core.recovery import slot as slot_module
from core.recovery.entry import project_from_kept
from core.recovery.journal import Journal
from core.recovery.slot import Slot, abandoned_slots, new_slot
from core.takerecord import TakeLines, line_from_take
from tests.recovery.works import takes, work


def test_takes_become_text_once_and_are_forgotten_when_they_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    def note(take: Take) -> str:
        written.append(take.song.title)
        return line_from_take(take)

    monkeypatch.setattr("core.takerecord.line_from_take", note)
    lines = TakeLines()
    journal = Journal(tmp_path, lines)
    project = Project(work(1), takes=takes(3))
    for starred in (project.takes[:2], project.takes, project.takes[1:]):
        journal.keep(replace(project, takes=starred), None)
        (kept,) = tmp_path.glob("*/work")
        assert project_from_kept(kept).takes == starred
    assert written == ["Take 0", "Take 1", "Take 2"]
    save_project(project, tmp_path / "a.cantilena", lines)
    assert written == ["Take 0", "Take 1", "Take 2", "Take 0"], "a save knows of what was kept"
    assert project_from_file(tmp_path / "a.cantilena") == project
    lines.forget_others(project.takes[:2])
    assert len(lines) == 2
    journal.close()


def test_what_is_kept_already_is_not_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal, project = Journal(tmp_path, TakeLines()), Project(work(1))
    journal.keep(project, None)
    with monkeypatch.context() as patch:
        patch.setattr(journal_module, "write_file", lambda *_: pytest.fail("it was written"))
        journal.keep(replace(project), None)
    (kept,) = tmp_path.glob("*/work")
    kept.unlink()
    journal.keep(project, None)
    journal.keep(project, Path("/a/tune.cantilena"))
    assert b"/a/tune.cantilena" in kept.read_bytes()
    journal.close()


def missing(path: Path) -> Hold | Holder:
    raise FileNotFoundError(path)


def test_a_place_that_another_looks_at_just_then_is_left_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Callable[[Path], Hold | Holder]] = [missing, lambda _: Holder(), hold]
    monkeypatch.setattr(slot_module, "hold", lambda path: answers.pop(0)(path))
    slot = new_slot(tmp_path)
    assert answers == []
    assert isinstance(hold(slot.work.with_name("lock")), Holder)
    slot.remove()


def test_programs_that_start_at_once_have_a_place_each(tmp_path: Path) -> None:
    places: list[Slot] = []
    is_over = False

    def start() -> None:
        places.extend([new_slot(tmp_path) for _ in range(100)])

    def look() -> None:
        while not is_over:
            for slot in abandoned_slots(tmp_path):
                slot.leave()

    starting, looking = [Thread(target=start) for _ in range(3)], Thread(target=look)
    looking.start()
    for thread in starting:
        thread.start()
    for thread in starting:
        thread.join()
    is_over = True
    looking.join()
    assert len({slot.work for slot in places}) == 300
    for slot in places:
        slot.work.write_text("x")
        slot.leave()
    found = list(abandoned_slots(tmp_path))
    assert len(found) == 300
    for slot in found:
        slot.remove()
    assert list(tmp_path.iterdir()) == []

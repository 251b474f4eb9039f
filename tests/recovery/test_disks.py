"""Real disks that are full or read-only."""

from pathlib import Path

import pytest

from tests.recovery.mounted import tell

PROLOGUE = """
import sys, subprocess, time
from pathlib import Path
from core.disk import backup_of
from core.document import Document
from core.errors import UserError
from core.project import Project, project_from_file, save_project
from core.recovery.keeper import Keeper
from core.recovery.claim import claim
from core.recovery.leftover import leftovers
from tests.recovery.works import TYPE, number_of, takes, work

def wait_until(holds):
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)
def refusal(project, path):
    try:
        save_project(project, path)
    except UserError as error:
        return str(error)
    raise AssertionError("it was saved")
"""

FULL = """
mount("-t", "tmpfs", "-o", "size=1m", "tmpfs")
folder, path = disk / "recovery", disk / "tune.cantilena"
save_project(Project(work(1)), path)
save_project(Project(work(2)), path)
large = Project(work(3), takes=takes(700, 64))
assert refusal(large, path) == (
    f"There is no room left on the disk for '{path}'; free some, or save elsewhere."
)
assert (number_of(project_from_file(path)), number_of(project_from_file(backup_of(path)))) == (2, 1)
assert sorted(p.name for p in disk.iterdir()) == ["tune.backup.cantilena", "tune.cantilena"]

told = []
document = Document()
keeper = Keeper(document, told.append, folder)
document.commit(TYPE, work(4))
wait_until(lambda: list(folder.glob("*/work")))
room(2_000_000)
document.commit(TYPE, work(5, 10_000))
wait_until(lambda: told)
assert told[0].startswith("Unsaved work cannot be kept safe from a crash: There is no room left")
(disk / "filler").unlink()
wait_until(lambda: not keeper._has_failed)
keeper.close()
(leftover,) = leftovers(folder)
assert number_of(leftover.read()) == 5
leftover.throw_away()
assert sorted(p.name for p in disk.rglob("*")) == [
    "recovery", "tune.backup.cantilena", "tune.cantilena"
]

room(2_000_000)
full = Document()
keeper = Keeper(full, told.append, folder)
full.commit(TYPE, work(6))
wait_until(lambda: len(told) > 1)
assert refusal(Project(work(7)), path).startswith("There is no room left")
assert number_of(project_from_file(path)) == 2
keeper.close()
"""

READ_ONLY = """
mount("-t", "tmpfs", "-o", "size=1m", "tmpfs")
path = disk / "tune.cantilena"
save_project(Project(work(1)), path)
document = Document()
document.open(path)
told = []
keeper = Keeper(document, told.append, disk / "recovery")
document.commit(TYPE, work(2))
wait_until(lambda: list(disk.glob("recovery/*/work")))
keeper.close()
mount("-o", "remount,ro")
assert refusal(document.project, path) == (
    f"'{path}' cannot be written, its folder is read-only; choose another folder."
)
assert claim(path) is None
assert number_of(project_from_file(path)) == 1
assert leftovers(disk / "recovery") == (), "nothing there can be taken, and nothing is lost"
keeper = Keeper(document, told.append, disk / "other")
wait_until(lambda: told)
assert told[0].startswith("Unsaved work cannot be kept safe from a crash: '")
assert told[0].endswith("its folder is read-only; choose another folder."), told[0]
keeper.close()
mount("-o", "remount,rw")
(leftover,) = leftovers(disk / "recovery")
assert number_of(leftover.read()) == 2
leftover.leave()
"""


@pytest.mark.slow
@pytest.mark.parametrize("story", [FULL, READ_ONLY], ids=["full", "read-only"])
def test_a_real_disk(tmp_path: Path, story: str) -> None:
    tell(PROLOGUE + story, tmp_path)

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from platformdirs import user_state_path

from core.errors import UserError
from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.song import Song
from core.preview import Preview, preview_from_song
from core.project import Project, save_project
from core.recent import MOST, forget_all, forget_recent, looked_at, note_recent, recent_files

TUNE = Song(Melody((Note(0, 480, 60), Note(480, 1440, 64)), 1920), key=Key(-1), title="Übung")
LONGER = replace(TUNE, melody=TUNE.melody.extended([Note(1920, 1920, 65)]))


def place() -> Path:
    return user_state_path("cantilena", appauthor=False) / "recent.json"


def paths() -> list[Path]:
    return [recent.path for recent in recent_files()]


def test_what_was_used_last_is_first_with_what_is_in_it(tmp_path: Path) -> None:
    assert recent_files() == ()
    first, second = tmp_path / "first.mid", tmp_path / os.fsdecode(b"caf\xe9.cantilena")
    for path in (first, second, first):
        note_recent(path, TUNE)
    assert paths() == [first, second]
    assert recent_files()[0].preview == Preview("Übung", 1, 2, Key(-1))
    forget_recent(first)
    assert paths() == [second]
    forget_all()
    assert paths() == []


def test_the_list_is_bounded(tmp_path: Path) -> None:
    for number in range(MOST + 5):
        note_recent(tmp_path / f"{number}.mid", replace(TUNE, title="x" * 10_000))
    assert len(paths()) == MOST
    assert paths()[0].name == f"{MOST + 4}.mid"
    assert place().stat().st_size < 20_000


def test_a_file_is_read_again_only_if_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.cantilena"
    save_project(Project(TUNE), path)
    note_recent(path, TUNE)
    recent = recent_files()[0]
    with monkeypatch.context() as patch:
        patch.setattr("core.recent.project_from_file", lambda _: pytest.fail("it was read"))
        assert looked_at(recent) == recent
    save_project(Project(LONGER), path)
    os.utime(path, (9, 9))
    again = looked_at(recent)
    assert again is not None
    assert (again.preview, again.stamp) == (preview_from_song(LONGER), 9 * 10**6)
    path.write_text("no project")
    os.utime(path, (8, 8))
    assert looked_at(recent) == replace(recent, preview=Preview(), stamp=8 * 10**6)
    path.unlink()
    assert looked_at(recent) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 1}',
        '{"version": 9, "files": []}',
        '{"version": 1, "files": [3]}',
    ],
)
def test_a_list_that_is_no_use_is_begun_anew(tmp_path: Path, text: str) -> None:
    place().parent.mkdir(parents=True)
    place().write_text(text)
    assert recent_files() == ()
    note_recent(tmp_path / "a.mid", TUNE)
    assert paths() == [tmp_path / "a.mid"]


def test_an_entry_that_is_no_use_costs_no_other(tmp_path: Path) -> None:
    for name in ("a.mid", "b.mid", "c.mid"):
        note_recent(tmp_path / name, TUNE)
    place().write_text(place().read_text().replace('"F major"', '"H major"', 1))
    assert paths() == [tmp_path / "b.mid", tmp_path / "a.mid"]
    values = json.loads(place().read_text())
    values["files"][1]["used_seconds"] = 1e300
    place().write_text(json.dumps(values))
    assert paths() == [tmp_path / "a.mid"], "no calendar has that day"


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    place().parent.parent.mkdir(parents=True)
    place().parent.write_text("a file")
    with pytest.raises(UserError, match="cantilena' cannot be written"):
        note_recent(tmp_path / "a.mid", TUNE)


NOTE_SOME = """
import sys
from pathlib import Path
from core.music.song import Song
from core.recent import note_recent
for number in range(5):
    note_recent(Path(sys.argv[1], f"{sys.argv[2]}-{number}.mid"), Song())
"""


def test_several_programs_lose_nothing_of_each_other(tmp_path: Path) -> None:
    commands = [[sys.executable, "-c", NOTE_SOME, str(tmp_path), str(n)] for n in range(4)]
    programs = [subprocess.Popen(command) for command in commands]
    assert [program.wait(30) for program in programs] == [0] * 4
    assert {path.name for path in paths()} == {f"{n}-{m}.mid" for n in range(4) for m in range(5)}

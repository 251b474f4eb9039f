import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.music.song import Song
from core.project import LARGEST_FILE, Project, text_from_project
from core.recovery.entry import FORMAT, entry_from_file, line_from_work, project_from_kept
from core.recovery.journal import Journal
from core.recovery.leftover import Leftover, leftovers
from core.recovery.slot import new_slot
from core.takerecord import TakeLines
from tests.recovery.works import work
from tests.songs import songs

paths = st.none() | st.binary(min_size=1, max_size=300).map(os.fsdecode).map(Path)


@given(songs(), paths, st.text(max_size=500))
def test_what_is_kept_comes_back(
    tmp_path_factory: pytest.TempPathFactory, song: Song, file: Path | None, model: str
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    project = Project(song, model=model)
    journal = Journal(folder, TakeLines())
    journal.keep(project, file)
    journal.close()
    (leftover,) = leftovers(folder)
    assert leftover.read() == project
    assert leftover.entry.file == file
    assert leftover.entry.preview.notes == len(song.melody)
    leftover.throw_away()
    assert list(folder.iterdir()) == []


def kept(folder: Path, text: bytes) -> Path:
    """The work of a program that is gone, in the file that is returned."""
    slot = new_slot(folder)
    slot.work.write_bytes(text)
    slot.leave()
    return slot.work


def line(**values: object) -> str:
    return json.dumps({**json.loads(line_from_work(Project(), None)), **values}) + "\n"


def only(folder: Path) -> Leftover:
    (leftover,) = leftovers(folder)
    return leftover


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "\n\n",
        "{}\n{}",
        "\xff\xfe",
        "{" * 200_000,
        line(format="other"),
        line(version=2),
        line(more=1),
        line(kept_seconds="now"),
        line(kept_seconds=1e300),
        line(kept_seconds=-1.0),
        line(file=7),
        line(preview={}),
    ],
)
def test_a_damaged_one_is_offered_and_refused_and_can_be_thrown_away(
    tmp_path: Path, text: str
) -> None:
    path = kept(tmp_path, text.encode("latin-1"))
    os.utime(path, (9, 9))
    leftover = only(tmp_path)
    assert (leftover.is_damaged, leftover.entry.kept_seconds) == (True, 9)
    with pytest.raises(UserError):
        leftover.read()
    leftover.leave()
    only(tmp_path).throw_away()
    assert leftovers(tmp_path) == ()


def test_one_whose_project_is_damaged_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = kept(tmp_path, line_from_work(Project(work(1)), None).encode() + b"{")
    leftover = only(tmp_path)
    assert not leftover.is_damaged
    with pytest.raises(UserError) as refused:
        leftover.read()
    reason = "it is no readable JSON in line 1"
    assert str(refused.value) == f"What was kept in '{path}' is damaged: {reason}."
    leftover.throw_away()


def test_one_whose_values_are_out_of_range_is_told_in_a_sentence(tmp_path: Path) -> None:
    text = text_from_project(Project(work(1))).replace('"bars": 8', '"bars": 0')
    path = kept(tmp_path, (line_from_work(Project(work(1)), None) + text).encode())
    leftover = only(tmp_path)
    with pytest.raises(UserError) as refused:
        leftover.read()
    reason = "Length in bars must be 1 to 256, not 0."
    assert str(refused.value) == f"What was kept in '{path}' is damaged: {reason}"
    leftover.throw_away()


def test_one_of_any_size_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = kept(tmp_path, line_from_work(Project(), None).encode())
    with path.open("ab") as file:
        file.truncate(LARGEST_FILE * 100)
    leftover = only(tmp_path)
    with pytest.raises(UserError, match="larger than 16 MB"):
        leftover.read()
    leftover.throw_away()


def test_a_line_as_long_as_any_name_and_title_can_be_read(tmp_path: Path) -> None:
    file = Path("/" + "\udcff/" * 2_000)
    project = Project(Song(title="\U0001f3b5" * 100_000))
    path = kept(tmp_path, line_from_work(project, file).encode())
    entry = entry_from_file(path)
    assert entry.file == file
    assert entry.preview.title == "\U0001f3b5" * 200
    assert path.stat().st_size < 20_000


def test_the_latest_comes_first(tmp_path: Path) -> None:
    for seconds in (2.0, 3.0, 1.0):
        kept(tmp_path, line(kept_seconds=seconds).encode())
    found = leftovers(tmp_path)
    assert [leftover.entry.kept_seconds for leftover in found] == [3.0, 2.0, 1.0]
    for leftover in found:
        leftover.leave()


def test_what_is_nothing_is_tidied_up_and_what_is_strange_is_left_alone(tmp_path: Path) -> None:
    own = tmp_path / "recovery"
    new_slot(own).leave()
    (own / "2026-11-01-000000-abcd").mkdir()
    half = kept(own, b"x").with_name(".cantilena-123-45")
    half.write_text("part of a file, of a program that was killed")
    (own / "a file").write_text("strange")
    only(own).throw_away()
    assert [path.name for path in own.iterdir()] == ["a file"]
    assert leftovers(tmp_path / "missing") == ()


def test_the_format_is_told_by_its_first_line(tmp_path: Path) -> None:
    path = tmp_path / "work"
    path.write_text(line_from_work(Project(), None) + "{}")
    assert json.loads(path.read_text().splitlines()[0])["format"] == FORMAT
    with pytest.raises(UserError, match="it is some other JSON text"):
        project_from_kept(path)

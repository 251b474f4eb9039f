from pathlib import Path

import pytest

from core.corpus.gathering import Tunes, gather
from core.corpus.task import Steps, Task, result_of
from core.errors import UserError
from tests.corpus.tunes import write_tunes


def gathered(task: Task[Tunes]) -> tuple[list[Steps], Tunes]:
    told: list[Steps] = []
    return told, result_of(task, lambda *steps: told.append(steps))


def test_tunes_and_what_was_skipped_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    write_tunes(tmp_path, copies=50)
    (tmp_path / "set.abc").write_text("X:1\nK:C\ncd\n\nX:2\nK:C\nz\n\nX:3\nK:G\nc\n")
    told, tunes = gathered(gather([str(tmp_path)]))
    assert len(tunes.read) == 4 * 50 + 2
    assert len(tunes.skipped) == 50 + 1
    assert [tune.name for tune in tunes.read] == sorted(tune.name for tune in tunes.read)
    assert {str(one.name).split("#")[1] for one in tunes.skipped if one.number} == {"2"}
    assert told == sorted(told)
    assert {count for _, count in told} == {251}


def test_files_that_are_known_are_left_out(tmp_path: Path) -> None:
    write_tunes(tmp_path / "a")
    write_tunes(tmp_path / "b")
    _, tunes = gathered(gather([tmp_path], [tmp_path / "a" / ".." / "a"]))
    assert {tune.path.parent.name for tune in tunes.read} == {"b"}
    _, tunes = gathered(gather([tmp_path], [tmp_path]))
    assert tunes == Tunes([], [])


def test_a_folder_without_songs_is_named_and_what_could_be_one_is_said(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").touch()
    with pytest.raises(UserError, match=r"no songs in '.*'.* \.krn, \.kern, \.abc, .*; name a"):
        gathered(gather([tmp_path]))


def test_where_nothing_can_be_read_the_commonest_reason_is_told(tmp_path: Path) -> None:
    for name, text in (("a", "**kern\n4c\nwhat\n*-\n"), ("b", ""), ("c", "")):
        (tmp_path / f"{name}.krn").write_text(text)
    with pytest.raises(UserError, match=r"No song could be read in '.*', 3 files\. Most often: "):
        gathered(gather([tmp_path]))

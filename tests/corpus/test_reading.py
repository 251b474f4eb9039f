import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from core.corpus.reading import Skipped, SongFile, kern_files, read_songs
from core.errors import UserError
from tests.corpus.tunes import write_tunes


def test_kern_files_are_found_once_and_in_order(tmp_path: Path) -> None:
    written = [*write_tunes(tmp_path / "a"), *write_tunes(tmp_path / "b" / "c")]
    (tmp_path / "a" / "readme.txt").write_text("no kern")
    (tmp_path / "b" / "folder.krn").mkdir()
    (tmp_path / "b" / "LOUD.KRN").write_text("**kern")
    found = kern_files([tmp_path / "b", tmp_path, written[0]])
    assert found == sorted([*written, tmp_path / "b" / "LOUD.KRN"])


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"There is no folder '.*nowhere'"):
        kern_files([tmp_path / "nowhere"])


def test_a_broken_file_is_skipped_with_its_line(tmp_path: Path) -> None:
    paths = [*write_tunes(tmp_path), tmp_path / "gone.krn"]
    results = list(read_songs(paths))
    assert [result.path for result in results] == paths
    assert [type(result) for result in results] == [*[SongFile] * 4, Skipped, Skipped]
    broken, gone = results[4:]
    assert isinstance(broken, Skipped)
    assert isinstance(gone, Skipped)
    assert broken.line == 4
    assert "'4ce'" in broken.reason
    assert gone == Skipped(paths[5], None, f"There is no file '{paths[5]}'; check its name.")


@pytest.mark.slow
def test_several_processes_read_the_same_in_the_same_order(tmp_path: Path) -> None:
    paths = write_tunes(tmp_path, copies=60)
    assert list(read_songs(paths, workers=2)) == list(read_songs(paths))
    assert not multiprocessing.active_children()


@pytest.mark.slow
def test_closing_ends_the_processes(tmp_path: Path) -> None:
    paths = write_tunes(tmp_path, copies=200)
    results = read_songs(paths, workers=2)
    next(results)
    assert multiprocessing.active_children()
    results.close()
    assert not multiprocessing.active_children()


@pytest.mark.slow
def test_killed_processes_are_replaced_and_nothing_is_lost(tmp_path: Path) -> None:
    paths = write_tunes(tmp_path, copies=200)
    results = read_songs(paths, workers=2)
    found = [next(results)]
    for child in multiprocessing.active_children():
        assert child.pid
        os.kill(child.pid, signal.SIGKILL)
    found += results
    assert found == list(read_songs(paths))

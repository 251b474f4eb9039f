import multiprocessing
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.corpus.reading import Skipped, SongFile, kern_files, read_songs, song_files
from core.errors import UserError
from core.words import Words
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
    assert gone == Skipped(paths[5], None, Words(f"There is no file '{paths[5]}'; check its name."))


def test_song_files_are_of_every_kind_that_is_read(tmp_path: Path) -> None:
    for name in ("a.krn", "b.MXL", "c.abc", "d.midi", "e.xml", "f.musicxml", "g.txt", "h.pdf"):
        (tmp_path / name).touch()
    assert [path.name for path in song_files([str(tmp_path), tmp_path / "c.abc"])] == [
        "a.krn",
        "b.MXL",
        "c.abc",
        "d.midi",
        "e.xml",
        "f.musicxml",
    ]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read anything")
def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0)
    with pytest.raises(UserError, match=r"locked' cannot be read \(Permission denied\)"):
        song_files([tmp_path])


def test_folders_come_before_what_lies_behind_them_in_the_alphabet(tmp_path: Path) -> None:
    for name in ("a/z.krn", "a-b/a.krn", "a.krn"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = song_files([tmp_path])
    assert found == sorted(found)


def test_a_collection_of_music21_is_found_by_its_name() -> None:
    assert len(song_files(["music21:ryansMammoth"])) == 1059
    with pytest.raises(UserError, match=r"no collection 'music21:nowhere'; it has .*oneills1850"):
        song_files(["music21:nowhere"])
    with pytest.raises(UserError, match="no collection"):
        song_files(["music21:../graph"])


def test_finding_a_collection_does_not_load_music21() -> None:
    program = (
        "import sys; from core.corpus.reading import song_files; "
        "print(len(song_files(['music21:oneills1850'])), 'music21' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout == "39 False\n"


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

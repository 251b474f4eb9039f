import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from core.corpus import cache, collection, reading
from core.corpus.collection import families_cached, read_cached
from core.corpus.packing import Packed
from core.corpus.reading import SongFile, read_songs
from core.corpus.task import Task, result_of
from tests.corpus.tunes import SCALE, write_tunes

ROOT = Path(__file__).parents[2]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were really read."""
    names: list[str] = []

    def spy(files: Sequence[Path], workers: int) -> Iterator[tuple[int, list[Packed]]]:
        for file, tunes in reading.read_packed(files, workers):
            names.append(files[file].name)
            yield file, tunes

    monkeypatch.setattr(collection, "read_packed", spy)
    return names


def test_what_has_been_read_is_not_read_again(tmp_path: Path, read: list[str]) -> None:
    paths = write_tunes(tmp_path / "tunes")
    first = list(read_cached(paths))
    assert first == list(read_songs(paths))
    assert read == [path.name for path in paths]
    read.clear()
    assert list(read_cached(paths)) == first
    assert read == []


def test_new_changed_and_removed_files_are_noticed(tmp_path: Path, read: list[str]) -> None:
    paths = write_tunes(tmp_path / "tunes")
    list(read_cached(paths))
    read.clear()
    paths[0].write_text(SCALE.replace("4g", "4a"))
    os.utime(paths[1], ns=(1, 1))
    paths[2].unlink()
    added = tmp_path / "tunes" / "zz.krn"
    added.write_text(SCALE)
    paths = [paths[0], paths[1], *paths[3:], added]
    assert list(read_cached(paths)) == list(read_songs(paths))
    assert read == [paths[0].name, paths[1].name, "zz.krn"]


def test_a_reading_that_is_broken_off_is_kept(tmp_path: Path, read: list[str]) -> None:
    paths = write_tunes(tmp_path / "tunes")
    results = read_cached(paths)
    next(results)
    next(results)
    results.close()
    read.clear()
    assert len(list(read_cached(paths))) == len(paths)
    assert read == [path.name for path in paths[2:]]


def entry() -> Path:
    (found,) = cache.cache_folder().iterdir()
    return found


@pytest.mark.parametrize("damage", ["cut", "bit", "empty", "text", "folder"])
def test_a_damaged_cache_is_told_once_and_does_no_harm(
    tmp_path: Path, read: list[str], damage: str
) -> None:
    paths = write_tunes(tmp_path / "tunes")
    first = list(read_cached(paths))
    read.clear()
    data = bytearray(entry().read_bytes())
    data[len(data) // 2] ^= 1
    place = entry()
    if damage == "folder":
        place.unlink()
        place.mkdir()
    else:
        changed = {
            "cut": bytes(data[:-9]),
            "bit": bytes(data),
            "empty": b"",
            "text": b"cos\nsystem\n(S'x'\ntR.",
        }
        place.write_bytes(changed[damage])
    told: list[str] = []
    assert list(read_cached(paths, notice=told.append)) == first
    assert "is damaged" in told[0]
    assert len(told) == (2 if damage == "folder" else 1)  # it cannot be replaced, either
    assert read == [path.name for path in paths]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}\n",
        b"[" * 100_000,
        b"[[1, 2, 3]]\n",
        b'[["a", "b", 3]]\n',
        b"[]\n" + bytes(16),
        b"[]\n" + bytes(7),
    ],
)
def test_a_cache_that_is_whole_but_senseless_is_damaged_too(
    tmp_path: Path, read: list[str], content: bytes
) -> None:
    paths = write_tunes(tmp_path / "tunes")
    first = list(read_cached(paths))
    told: list[str] = []
    name = b"songs " + os.fsencode(tmp_path / "tunes")
    cache.save(name, content, told.append)
    read.clear()
    assert list(read_cached(paths, notice=told.append)) == first
    assert ["is damaged" in sentence for sentence in told] == [True]
    assert read == [path.name for path in paths]


def test_a_cache_of_another_version_is_passed_over_in_silence(
    tmp_path: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write_tunes(tmp_path / "tunes")
    list(read_cached(paths))
    read.clear()
    monkeypatch.setattr(cache, "_FIRST_LINE", b"cantilena corpus 99\n")
    told: list[str] = []
    list(read_cached(paths, notice=told.append))
    assert (told, len(read)) == ([], len(paths))


def test_a_cache_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setattr(cache, "cache_folder", lambda: blocked / "corpus")
    told: list[str] = []
    paths = write_tunes(tmp_path / "tunes")
    assert len(list(read_cached(paths, notice=told.append))) == len(paths)
    assert [sentence[:45] for sentence in told] == ["The songs cannot be kept for the next time: ["]


def test_the_oldest_collections_make_room(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(cache, "LARGEST_CACHE_BYTES", 10_000)
    for number in range(4):
        cache.save(b"%d" % number, bytes(3_000), told.append)
        for age, path in enumerate(cache.cache_folder().iterdir()):
            os.utime(path, (time.time() - 100 + age, path.stat().st_mtime - 10))
    kept = [cache.load(b"%d" % number, told.append, bytes) for number in range(4)]
    assert [content is not None for content in kept] == [False, True, True, True]
    assert told == []
    cache.save(b"large", bytes(10_001), told.append)
    assert "too many to keep" in told[0]


def test_families_are_remembered_until_a_tune_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.corpus import families

    songs = [r for r in read_songs(write_tunes(tmp_path, 2)) if isinstance(r, SongFile)]

    def nines(files: Sequence[SongFile]) -> Task[list[int]]:
        yield 0, 1
        return [9] * len(files)

    first = result_of(families_cached(songs))
    assert first == families.families_of(songs)
    monkeypatch.setattr(families, "find_families", nines)
    assert result_of(families_cached(songs)) == first
    assert result_of(families_cached(songs[1:])) == [9] * (len(songs) - 1)


@pytest.mark.slow
def test_killed_while_writing_it_holds_the_old_or_the_new() -> None:
    program = (
        "import itertools, sys; from core.corpus.cache import save; "
        "[save(b'x', bytes([65 + n % 26]) * 3_000_000, print) for n in itertools.count()]"
    )
    random_waits = random.Random(1)
    for _ in range(6):
        process = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT)
        while not cache.cache_folder().exists():
            time.sleep(0.01)
        time.sleep(0.3 + 0.3 * random_waits.random())
        process.kill()
        process.wait()
        told: list[str] = []
        content = cache.load(b"x", told.append, bytes)
        assert told == []
        assert content is not None
        assert len(set(content)) == 1
        assert len(content) == 3_000_000

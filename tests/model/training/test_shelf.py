from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.model.training.shelf import Shelf

resource = pytest.importorskip("resource")  # not on Windows


def song(number: int, length: int) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.int16]]]:
    random = np.random.default_rng(number)
    return {
        "codes": random.integers(0, 99, (length, 5)).astype(np.int16),
        "pitches": random.integers(0, 99, length).astype(np.int16),
    }


def test_songs_come_back_in_any_order_and_may_be_written_to(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    lengths = [4, 1, 9, 3]
    for number, length in enumerate(lengths):
        shelf.add(song(number, length), events=length + 1)
    assert len(shelf) == 4
    assert [*shelf.lengths] == lengths
    assert [*shelf.events] == [5, 2, 10, 4]
    for number in (2, 0, 3, 1, 2):
        columns = shelf.song(number)
        for name, column in song(number, lengths[number]).items():
            assert np.array_equal(columns[name], column)
        columns["pitches"][:] = 0
    shelf.close()


def test_the_fingerprint_is_that_of_the_songs_in_their_order(tmp_path: Path) -> None:
    found = []
    for numbers in ((1, 2), (1, 2), (2, 1), (1, 2, 3)):
        shelf = Shelf(tmp_path)
        for number in numbers:
            shelf.add(song(number, 3), events=3)
        found.append(shelf.fingerprint)
        shelf.close()
    assert found[0] == found[1]
    assert len(set(found)) == 3


def test_the_folder_shows_no_file_that_a_kill_could_leave(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    shelf.add(song(1, 3), events=3)
    assert not list(tmp_path.iterdir())
    shelf.close()


def test_a_full_disk_is_told_in_a_sentence(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(UserError, match="save elsewhere"):
            shelf.add(song(1, 500), events=3)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        shelf.close()

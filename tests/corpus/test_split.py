import json
from pathlib import Path, PurePath

import pytest

from core.corpus.packing import pack
from core.corpus.reading import SongFile
from core.corpus.split import Place, Split, split_by_families, split_from_file
from core.errors import UserError
from core.music.song import Song
from core.music.text import melody_from_text

TUNE = melody_from_text("c4 d4")


@pytest.fixture
def split(tmp_path: Path) -> Split:
    path = tmp_path / "split.json"
    songs = {
        "land/a/one.krn": [1, "train", True],
        "land/b/one.krn": [1, "test", False],
        "land/b/two.krn": [2, "val", True],
        "three.krn": [3, "validation", True],
    }
    path.write_text(json.dumps({"about": "for tests", "songs": songs}))
    return split_from_file(path)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/home/me/land/a/one.krn", Place(1, "train", True)),
        ("land/b/one.krn", Place(1, "test", False)),
        ("b/one.krn", Place(1, "test", False)),
        ("elsewhere/two.krn", Place(2, "validation", True)),
        ("two.krn", Place(2, "validation", True)),
        ("any/where/three.krn", Place(3, "validation", True)),
        ("one.krn", None),
        ("c/one.krn", None),
        ("land/a/four.krn", None),
        ("land/a/three.krn/x", None),
    ],
)
def test_songs_are_found_by_the_longest_ending_of_their_path(
    split: Split, path: str, place: Place | None
) -> None:
    assert split.place(PurePath(path)) == place
    assert split.part(PurePath(path)) == (place.part if place else None)
    assert split.family(PurePath(path)) == (place.family if place else None)
    assert split.is_classic(PurePath(path)) == bool(place and place.is_classic)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("\x00\xff", "is not JSON"),
        ("[]", "has no 'songs'"),
        ('{"songs": []}', "has no 'songs'"),
        ('{"songs": {}}', "has no 'songs'"),
        ('{"songs": {"a.krn": [1, "train"]}}', "must give 'a.krn'"),
        ('{"songs": {"a.krn": [1, "dev", true]}}', "must give 'a.krn'"),
        ('{"songs": {"a.krn": ["1", "train", true]}}', "must give 'a.krn'"),
        ('{"songs": {"a.krn": "train"}}', "must give 'a.krn'"),
    ],
    ids=lambda text: text[:40],
)
def test_a_bad_split_file_is_refused_in_a_sentence(
    tmp_path: Path, content: str, reason: str
) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content, encoding="latin-1")
    with pytest.raises(UserError, match=reason):
        split_from_file(path)


def test_a_split_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"none\.json' cannot be read"):
        split_from_file(tmp_path / "none.json")


def test_a_path_that_is_named_itself_needs_no_likeness() -> None:
    split = Split({"one.krn": Place(1, "train", True), "a/one.krn": Place(2, "test", True)})
    assert split.family(PurePath("one.krn")) == 1
    assert split.family(PurePath("b/one.krn")) is None


def test_there_is_something_to_validate_with_where_there_are_two_families() -> None:
    tunes = [SongFile(Path(f"{name}.krn"), pack(Song(TUNE))) for name in "abcd"]
    for count in range(1, 5):
        parts = [split_by_families(tunes[:count], range(count)).part(t.name) for t in tunes[:count]]
        assert "train" in parts
        assert ("validation" in parts) == (count > 1)

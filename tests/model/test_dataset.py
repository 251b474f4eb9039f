from collections import Counter
from pathlib import Path

import pytest

from core.corpus.preparation import CLASSIC_DURATIONS
from core.corpus.split import Place, Split
from core.errors import UserError
from core.model.dataset import Dataset, part_of, read_dataset, read_further, tune_of
from core.music.key import A_MINOR, C_MAJOR

PLAIN = "**kern\n*M4/4\n*G:\n4g\n4a\n4b\n4g\n*-\n"
MINOR = "**kern\n*M3/4\n*d:\n4ff\n4aa\n4ff\n*-\n"
TRIPLET = "**kern\n*M4/4\n*C:\n6c\n6d\n6e\n2c\n*-\n"
DOTTED = "**kern\n*M4/4\n*C:\n4..c\n16d\n2e\n*-\n"
HIGH = "**kern\n*M4/4\n*C:\n1cccc\n*-\n"
BROKEN = "**kern\n4c\nwhat\n*-\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {"a": PLAIN, "b": MINOR, "c": TRIPLET, "d": DOTTED, "e": HIGH, "f": BROKEN, "g": PLAIN}
    for name, text in texts.items():
        (tmp_path / f"{name}.krn").write_text(text)
    return tmp_path


def split(**parts: str) -> Split:
    places = {
        f"{name}.krn": Place(number, part, is_classic=name != "d")  # type: ignore[arg-type]
        for number, (name, part) in enumerate(parts.items())
    }
    return Split(places)


def read(
    folder: Path, split: Split | None, durations: frozenset[int] | None = None, on_grid: bool = True
) -> Dataset:
    *_, dataset = read_dataset([folder], split, durations, on_grid=on_grid)
    assert isinstance(dataset, Dataset)
    return dataset


def test_songs_are_sorted_into_their_parts_and_brought_home(folder: Path) -> None:
    dataset = read(folder, split(a="train", b="validation", c="train", d="test", g="test"))
    assert [len(dataset.songs[part]) for part in ("train", "validation", "test")] == [1, 1, 1]
    assert [note.pitch % 12 for note in dataset.songs["train"][0].melody] == [0, 2, 4, 0]
    assert dataset.songs["train"][0].key == C_MAJOR
    assert dataset.songs["validation"][0].key == A_MINOR
    assert dataset.left_out == Counter(
        {
            "off the sixteenth grid": 1,
            "unreadable": 1,
            "not in the split": 1,
            "test songs off the classic list": 1,
        }
    )
    assert len(dataset.others) == 2, "kept from all parts, but known"


def test_songs_off_the_grid_can_be_taken_too(folder: Path) -> None:
    parts = split(a="train", b="validation", c="train")
    assert len(read(folder, parts, on_grid=False).songs["train"]) == 2


def test_further_songs_are_those_of_other_files(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    beside = tmp_path_factory.mktemp("songs") / "beside"
    beside.mkdir()
    (beside / "a.krn").write_bytes((folder / "a.krn").read_bytes())
    assert len(list(read_further([folder, beside], [folder]))) == 1


def test_other_durations_can_be_left_out(folder: Path) -> None:
    parts = split(a="train", b="validation", d="train")
    assert len(read(folder, parts).songs["train"]) == 2
    chosen = read(folder, parts, durations=CLASSIC_DURATIONS)
    assert len(chosen.songs["train"]) == 1
    assert chosen.left_out["with other durations"] == 1


def test_the_vocabulary_spans_the_training_songs_and_a_little_more(folder: Path) -> None:
    dataset = read(folder, split(a="train", b="validation", e="validation"))
    lowest, *_, highest = dataset.vocabulary.pitches
    tune = [note.pitch for note in dataset.songs["train"][0].melody]
    assert (lowest, highest) == (min(tune) - 2, max(tune) + 2)
    assert dataset.told("train") == dataset.songs["train"]
    assert len(dataset.songs["validation"]) == 2
    assert len(dataset.told("validation")) == 1  # the other one is far too high


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"b": "validation"}, "no song to learn from .left out: .* not in the split"),
        ({"a": "train"}, "no song to validate with"),
        ({"a": "train", "e": "validation"}, "no song to validate with"),
    ],
)
def test_too_few_songs_are_an_error_that_says_why(
    folder: Path, parts: dict[str, str], sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        read(folder, split(**parts))


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="Among 0 kern files"):
        read(tmp_path, None)


def test_without_a_split_songs_are_parted_by_their_names_alone() -> None:
    names = [Path(f"deut{number:04}.krn") for number in range(2000)]
    counts = Counter(part_of(name, None) for name in names)
    assert counts["train"] == pytest.approx(1600, abs=80)
    assert counts["test"] == pytest.approx(200, abs=50)
    assert part_of(Path("here/x.krn"), None) == part_of(Path("there/x.krn"), None)


def test_a_tune_has_an_edge_on_each_side(folder: Path) -> None:
    song = read(folder, split(a="train", b="validation")).songs["train"][0]
    tune = tune_of(song)
    assert (tune[0], tune[-1], len(tune)) == ("/", "/", 16 + 2)

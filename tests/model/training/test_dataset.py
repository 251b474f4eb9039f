from collections import Counter
from pathlib import Path

import pytest

from core.corpus.preparation import CLASSIC_DURATIONS
from core.corpus.songs import Songs
from core.corpus.split import Place, Split
from core.errors import UserError
from core.model.training import dataset as module
from core.model.training.dataset import Dataset, read_dataset, tune_of
from core.music.key import A_MINOR, C_MAJOR

PLAIN = "**kern\n*M4/4\n*G:\n4g\n4a\n4b\n4g\n*-\n"
MINOR = "**kern\n*M3/4\n*d:\n4ff\n4aa\n4ff\n*-\n"
TRIPLET = "**kern\n*M4/4\n*C:\n6c\n6d\n6e\n2c\n*-\n"
DOTTED = "**kern\n*M4/4\n*C:\n4..c\n16d\n2e\n*-\n"
HIGH = "**kern\n*M4/4\n*C:\n1cccc\n*-\n"
BROKEN = "**kern\n*M4/4\n4c\nwhat\n*-\n"
OUTSIDE = "**kern\n*M4/4\n*F#:\n1CCCCC\n*-\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = {"a": PLAIN, "b": MINOR, "c": TRIPLET, "d": DOTTED, "e": HIGH, "f": BROKEN, "g": PLAIN}
    for name, text in texts.items():
        (tmp_path / f"{name}.krn").write_text(text)
    return tmp_path


@pytest.fixture
def few_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FEWEST", {"train": 1, "validation": 1})


def split(**parts: str) -> Split:
    places = {
        f"{name}.krn": Place(number, part, is_classic=name != "d")  # type: ignore[arg-type]
        for number, (name, part) in enumerate(parts.items())
    }
    return Split(places)


def read(
    folder: Path,
    split: Split | None,
    durations: frozenset[int] | None = None,
    family: str = "grid",
    more: tuple[Path, ...] = (),
) -> Dataset:
    *steps, dataset = read_dataset([folder], split, durations, family=family, more=more)
    assert isinstance(dataset, Dataset)
    for step in steps:
        assert isinstance(step, tuple)
        assert 0 < step[0] <= step[1]
    return dataset


@pytest.mark.usefixtures("few_will_do")
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


@pytest.mark.usefixtures("few_will_do")
def test_a_song_that_cannot_be_moved_home_is_left_out(folder: Path) -> None:
    (folder / "a.krn").write_text(OUTSIDE)
    dataset = read(folder, split(a="train", b="validation", g="train"))
    assert dataset.left_out["out of MIDI's range in the models' key"] == 1


@pytest.mark.usefixtures("few_will_do")
def test_the_note_family_takes_songs_on_a_finer_grid(folder: Path) -> None:
    parts = split(a="train", b="validation", c="train", d="train")
    (folder / "d.krn").write_text("**kern\n*M4/4\n*C:\n20c\n20d\n20e\n20f\n20g\n4c\n2c\n*-\n")
    dataset = read(folder, parts, family="note")
    assert len(dataset.songs["train"]) == 2
    assert dataset.left_out["off the grid of 24 to a quarter"] == 1


@pytest.mark.usefixtures("few_will_do")
def test_other_durations_can_be_left_out(folder: Path) -> None:
    parts = split(a="train", b="validation", d="train")
    assert len(read(folder, parts).songs["train"]) == 2
    chosen = read(folder, parts, durations=CLASSIC_DURATIONS)
    assert len(chosen.songs["train"]) == 1
    assert chosen.left_out["with other durations"] == 1


@pytest.mark.usefixtures("few_will_do")
def test_the_vocabulary_spans_the_training_songs_and_a_little_more(folder: Path) -> None:
    dataset = read(folder, split(a="train", b="validation", e="validation"))
    lowest, *_, highest = dataset.vocabulary.pitches
    tune = [note.pitch for note in dataset.songs["train"][0].melody]
    assert (lowest, highest) == (min(tune) - 2, max(tune) + 2)
    assert list(dataset.told("train")) == list(dataset.songs["train"])
    assert len(dataset.songs["validation"]) == 2
    assert len(dataset.told("validation")) == 1  # the other one is far too high


def kern(notes: str) -> str:
    lines = "\n".join(f"4{note}" for note in notes)
    return f"**kern\n*M4/4\n*C:\n{lines}\n*-\n"


LEARNT = kern("cdefgabagfedcdec")
HELD_OUT = kern("gegefdfdecabagfe")
UNKNOWN = kern("abcabcdefdefgege")


@pytest.mark.usefixtures("few_will_do")
def test_further_songs_are_of_other_files_and_no_variants_of_songs_not_learnt_from(
    tmp_path: Path,
) -> None:
    folder, beside = tmp_path / "songs", tmp_path / "songs" / "beside"
    beside.mkdir(parents=True)
    texts = {"a": LEARNT, "b": HELD_OUT, "c": UNKNOWN}
    for name, text in texts.items():
        (folder / f"{name}.krn").write_text(text)
        (beside / f"other-{name}.krn").write_text(text.replace("*C:", "*F:"))
    (beside / "new.krn").write_text(kern("ccggaaggffeeddcc"))
    files = tuple(folder / f"{name}.krn" for name in texts)
    parts = split(a="train", b="validation")
    *_, dataset = read_dataset(files, parts, family="note", more=[folder])
    assert isinstance(dataset, Dataset)
    assert [song.melody.notes[0].pitch % 12 for song in dataset.further] == [0, 7]
    assert dataset.left_out["variants of songs to validate with or to test on"] == 2


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"b": "validation"}, "There are 0 songs to learn from and 1 .* 6 in all .left out: 5 not"),
        ({"a": "train"}, "There are 1 songs to learn from and 0 to validate with"),
        ({"a": "train", "e": "validation"}, "0 to validate with, .* 10 and 1 are needed at least"),
        ({"a": "train", "b": "validation"}, "There are 1 songs to learn from and 1"),
    ],
)
def test_too_few_songs_are_an_error_that_says_how_many_are_needed(
    folder: Path, parts: dict[str, str], sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        read(folder, split(**parts))


def test_without_a_split_near_duplicates_stay_together(tmp_path: Path) -> None:
    for number in range(20):
        tune = [1 + (number * step * step + step) % 7 for step in range(20)]
        for key, name in ((0, "a"), (7, "b")):
            letters = "".join("cdefgab"[(degree + key) % 7] for degree in tune)
            text = kern(letters).replace("*C:", "*G:" if key else "*C:")
            (tmp_path / f"{number * 7919}-{name}.krn").write_text(text)
    dataset = read(tmp_path, None)
    beginnings = {
        part: {tuple(n.pitch - s.melody.notes[0].pitch for n in s.melody) for s in songs}
        for part, songs in dataset.songs.items()
    }
    assert sum(map(len, dataset.songs.values())) == 40
    assert not beginnings["train"] & (beginnings["validation"] | beginnings["test"])


@pytest.mark.usefixtures("few_will_do")
def test_songs_stay_packed(folder: Path) -> None:
    dataset = read(folder, split(a="train", b="validation"))
    assert all(isinstance(songs, Songs) for songs in dataset.songs.values())
    assert isinstance(dataset.told("train"), Songs)


@pytest.mark.usefixtures("few_will_do")
def test_a_tune_has_an_edge_on_each_side(folder: Path) -> None:
    song = read(folder, split(a="train", b="validation")).songs["train"][0]
    tune = tune_of(song)
    assert (tune[0], tune[-1], len(tune)) == ("/", "/", 16 + 2)

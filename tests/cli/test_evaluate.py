import json
from pathlib import Path
from random import Random

import pytest

from core import cli
from core.model.library import CLASSIC_MODEL

CLASSIC = str(CLASSIC_MODEL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty tunes of our own, in one file of ABC, and one in kern."""
    random = Random(1)
    tunes = []
    for number in range(1, 41):
        bars = [" ".join(random.choices("CDEFGABc", k=4)) for _ in range(4)]
        tunes.append(f"X:{number}\nT:Tune {number}\nM:4/4\nL:1/4\nK:C\n{'|'.join(bars)}|\n")
    songs = tmp_path / "songs"
    songs.mkdir()
    (songs / "set.abc").write_text("\n".join(tunes))
    (songs / "one.krn").write_text("**kern\n*M4/4\n*C:\n4c\n4d\n2e\n*-\n")
    return songs


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert cli.run(["evaluate", CLASSIC, *arguments, "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_songs_of_every_format_are_evaluated(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = report(capsys, str(folder))
    assert whole["songs"] == 41
    assert isinstance(whole["by_song"], list)
    assert {song["song"] for song in whole["by_song"]} >= {
        str(folder / name) for name in ("one.krn", "set.abc#1", "set.abc#40")
    }
    bits = sum(song["bits_per_note"] * song["events"] for song in whole["by_song"])
    assert bits / sum(song["events"] for song in whole["by_song"]) == pytest.approx(
        whole["bits_per_note"]
    )
    assert 0 < float(str(whole["accuracy"])) < 1
    assert report(capsys, str(folder / "set.abc"))["songs"] == 40
    assert report(capsys, str(folder / "one.krn"))["notes"] == 3


def test_the_parts_are_those_that_training_keeps_apart(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counts = [
        report(capsys, str(folder), "--part", part)["songs"]
        for part in ("train", "validation", "test")
    ]
    assert sum(map(int, map(str, counts))) == 41
    assert all(counts)


def test_a_split_names_tunes_of_a_file_by_their_numbers(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    songs = {f"set.abc#{number}": [number, "test", number < 4] for number in range(1, 6)}
    split = folder.parent / "split.json"
    split.write_text(json.dumps({"songs": songs}))
    part = (str(folder), "--split", str(split), "--part", "test")
    assert report(capsys, *part)["songs"] == 3
    assert report(capsys, *part, "--every-song")["songs"] == 5


def test_a_collection_of_music21_is_known_by_its_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.run(["evaluate", CLASSIC, "music21:nowhere"]) == 2
    assert "music21 has no collection 'music21:nowhere'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("readme.txt", "", "There are no songs in "),
        ("a.krn", "**kern\n*M4/4\n4c\nwhat\n*-\n", "No song could be read in "),
    ],
)
def test_a_folder_that_is_of_no_use(
    name: str, text: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(text)
    assert cli.run(["evaluate", CLASSIC, str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1

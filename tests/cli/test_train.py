import json
import sys
from pathlib import Path
from random import Random

import pytest

from core import cli
from core.model.bundle import open_model
from core.model.originality import index_path

SCALE = "cdefgabc"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sixty small tunes, no two alike, so that each part of a split has some."""
    songs = tmp_path / "songs"
    songs.mkdir()
    random = Random(1)
    for number in range(60):
        notes = random.choices(SCALE, k=16)
        lines = [f"{4 if step % 2 else 8}{note}" for step, note in enumerate(notes)]
        text = "\n".join(["**kern", "*M3/4", "*C:", *lines, "2c", "*-", ""])
        (songs / f"tune{number}.krn").write_text(text)
    return songs


def test_without_tensorflow_it_says_what_to_type(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "keras", None)
    out = folder.parent / "model.keras"
    assert cli.run(["train", str(folder), "--family", "grid", "--out", str(out)]) == 2
    err = capsys.readouterr().err
    assert err.startswith("Training needs TensorFlow; install it: ")
    assert f"{sys.executable} -m pip install tensorflow" in err
    assert err.count("\n") == 1
    assert not out.exists()


def test_an_interrupted_training_is_not_overwritten(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checkpoint = folder.parent / "model.training"
    checkpoint.write_bytes(b"hours of work")
    out = folder.parent / "model.keras"
    assert cli.run(["train", str(folder), "--out", str(out)]) == 2
    assert "go on with it by --resume" in capsys.readouterr().err
    assert checkpoint.read_bytes() == b"hours of work"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--classic-durations"], "--classic-durations is for --family grid"),
        (["--family", "grid", "--more", "songs"], "--more is for --family note"),
    ],
)
def test_what_only_the_other_family_knows_is_refused(
    arguments: list[str], words: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder.parent / "model.keras"
    assert cli.run(["train", str(folder), "--out", str(out), *arguments]) == 2
    assert words in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # of Keras
def test_without_a_family_a_note_model_is_trained(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder.parent / "model.keras"
    log = folder.parent / "curve.csv"
    command = ["train", str(folder), "--out", str(out), "--epochs", "1", "--log", str(log)]
    assert cli.run([*command, "--resume", "--json"]) == 0
    printed, told = capsys.readouterr()
    assert told.startswith(f"No training of '{out}' was interrupted; it begins anew.\n")
    report = json.loads(printed)
    assert report["epochs"] == 1
    (epoch,) = report["curve"]
    assert (epoch["stage"], epoch["number"]) == ("training", 1)
    assert epoch["validation"] == report["validation_bits_per_note"]
    header, line = log.read_text().splitlines()
    assert header == "stage,number,training,validation,seconds"
    assert line.startswith(f"training,1,{epoch['training']:.6g},{epoch['validation']:.6g},")
    card = open_model(out).card
    assert card.family == "note"
    assert card.command.startswith("python main.py train songs --family note --out model.keras")
    index = index_path(out).read_bytes()
    assert cli.run(["index", str(out), str(folder)]) == 0
    assert index_path(out).read_bytes() == index, "made of the same songs"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # of Keras
def test_a_model_is_trained_shown_and_tried(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(folder.parent / "model.keras")
    command = ["train", str(folder), "--family", "grid", "--out", out, "--epochs", "1"]
    assert cli.run([*command, "--random-seed", "3", "--corpus", "scales", "--json"]) == 0
    printed, told = capsys.readouterr()
    report = json.loads(printed)
    assert report["file"] == out
    assert report["epochs"] == 1
    assert told.startswith("Training, epoch 1: ")
    card = open_model(Path(out)).card
    assert (card.corpus, card.songs) == ("scales", report["songs"])
    assert card.command == (
        "python main.py train songs --family grid --out model.keras --random-seed 3 --epochs 1"
    )

    assert cli.run(["info", out, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["weights_hash"] == card.weights_hash

    assert cli.run(["evaluate", out, str(folder), "--json"]) == 0
    everything = json.loads(capsys.readouterr().out)
    assert everything["songs"] == 60
    parts = everything["bits_per_note_pitch"] + everything["bits_per_note_duration"]
    assert parts == pytest.approx(everything["bits_per_note"])
    split = folder.parent / "split.json"
    split.write_text(json.dumps({"songs": {"tune7.krn": [1, "test", True]}}))
    part = ["--split", str(split), "--part", "test"]
    assert cli.run(["evaluate", out, str(folder), *part, "--json"]) == 0
    one = json.loads(capsys.readouterr().out)
    assert (one["songs"], one["part"]) == (1, "test")
    assert one["bits_per_note"] != everything["bits_per_note"]
    assert "tunes" not in one

    assert cli.run(["evaluate", out, str(folder), "--generate", "4", "--json"]) == 0
    tunes = json.loads(capsys.readouterr().out)["tunes"]
    assert tunes["exact_bars"] == 1
    assert tunes["generated"]["tunes"] == 4
    assert tunes["generated"].keys() == tunes["real"].keys()
    assert cli.run(["evaluate", out, str(folder), "--generate", "4"]) == 0
    assert "4 tunes invented, beside real songs:\n" in capsys.readouterr().out

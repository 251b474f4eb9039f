"""`generate` with the model in the box: the same tunes as in the window, in files."""

import io
import json
import os
import signal
import subprocess
import sys
import zipfile
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path

import pytest

from core import cli
from core.compose.controls import Controls
from core.compose.measures import Measures
from core.files.midi import song_from_midi, write_midi
from core.model.library import DEFAULT_MODEL
from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.opening import song_from_file
from core.project import project_from_file

PROGRAM = [sys.executable, str(Path(__file__).parents[2] / "main.py")]
SEED = "c4 e4/8 g4 a4/4 g4"


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def generate(*arguments: str, seed: str = SEED, out: str = "tune.mid") -> Path:
    assert cli.run(["generate", "--seed", seed, "--out", out, *arguments]) == 0
    return Path(out)


def complaint(
    capsys: pytest.CaptureFixture[str], *arguments: str, seed: str = SEED, out: str = "tune.mid"
) -> str:
    before = set(Path().rglob("*"))
    assert cli.run(["generate", "--seed", seed, "--out", out, *arguments]) == 2
    printed, told = capsys.readouterr()
    assert printed == ""
    assert told.endswith(".\n")
    assert told.count("\n") == 1
    assert set(Path().rglob("*")) == before, "nothing is written"
    return told


def test_the_tune_is_the_seed_and_what_goes_on_from_it() -> None:
    song = song_from_midi(generate("--bars", "6"))
    assert [(n.onset, n.duration, n.pitch) for n in song.melody][:5] == [
        (0, 480, 60),
        (480, 240, 64),
        (720, 240, 67),
        (960, 480, 69),
        (1440, 480, 67),
    ]
    assert (song.seed_end, song.melody.end) == (1920, 6 * 1920)
    assert len(song.melody) > 8
    assert (song.tempo, song.key, song.meters) == (100.0, Key(), MeterMap())


@pytest.mark.parametrize("bars", [1, 2, 200, 256])
def test_it_ends_on_the_last_bar_line(bars: int) -> None:
    song = song_from_midi(generate("--bars", str(bars), seed="c4 d4"))
    assert song.melody.end == bars * 1920
    assert song.melody.notes[-1].end == song.melody.end, "with a sounding note"


def test_an_upbeat_is_taken_from_the_last_bar() -> None:
    upbeat = Song(Melody((Note(0, 480, 67),), 480), MeterMap.constant(Meter(3, 4), 480), Key())
    write_midi(upbeat, Path("upbeat.mid"))
    song = song_from_midi(generate("--bars", "4", seed="upbeat.mid"))
    assert song.meters == upbeat.meters
    assert song.melody.end == 4 * 1440


def test_key_meter_and_tempo_are_those_asked_for() -> None:
    wishes = ["--key", "Eb major", "--meter", "6/8", "--tempo", "72.5", "--bars", "4"]
    song = song_from_midi(generate(*wishes))
    assert (str(song.key), song.meters, song.tempo) == (
        "Eb major",
        MeterMap.constant(Meter(6, 8)),
        72.5,
    )
    assert song.melody.end == 4 * 1440


def test_the_same_random_seed_makes_the_same_bytes_and_another_another() -> None:
    one = generate("--random-seed", "7", out="a.mid").read_bytes()
    assert generate("--random-seed", "7", out="b.mid").read_bytes() == one
    assert generate("--random-seed", "8", out="c.mid").read_bytes() != one


def test_takes_are_the_next_random_seeds() -> None:
    generate("--random-seed", "7", "--takes", "3", out="take.mid")
    assert sorted(path.name for path in Path().iterdir()) == [
        "take-1.mid",
        "take-2.mid",
        "take-3.mid",
    ]
    single = generate("--random-seed", "9", out="single.mid")
    assert Path("take-3.mid").read_bytes() == single.read_bytes()


def test_sixteen_takes_are_each_the_tune_of_its_random_seed() -> None:
    generate("--takes", "16", "--bars", "3", out="take.txt")
    for number in range(1, 17):
        single = generate("--random-seed", str(number), "--bars", "3", out="single.txt")
        assert single.read_bytes() == Path(f"take-{number}.txt").read_bytes()


def test_takes_that_are_nearly_the_same_are_written_once_where_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    cold = ("--temperature", "0", "--takes", "3")
    generate(*cold, out="all.txt")
    assert len({path.read_text().partition("%")[0] for path in Path().glob("all-*.txt")}) == 1
    assert len([*Path().glob("all-*.txt")]) == 3
    generate(*cold, "--distinct", out="few.txt")
    assert [path.name for path in Path().glob("few-*.txt")] == ["few-1.txt"]
    assert "Only 1 of the 3 takes asked for differs enough" in capsys.readouterr().err


def test_at_temperature_0_the_random_seed_is_of_no_account() -> None:
    one = song_from_midi(generate("--temperature", "0", "--random-seed", "1", out="a.mid"))
    assert song_from_midi(generate("--temperature", "0", "--random-seed", "2")) == one


def test_a_melody_can_be_had_as_a_project_and_as_typed_notes_too() -> None:
    project = project_from_file(generate("--random-seed", "3", out="tune.cantilena"))
    assert project.controls == Controls(random_seed=3)
    assert project.model == DEFAULT_MODEL.stem
    midi = song_from_midi(generate("--random-seed", "3"))
    assert project.song.melody == midi.melody
    text = song_from_file(generate("--random-seed", "3", out="tune.txt"))
    assert text.melody == midi.melody


def test_a_project_goes_on_from_its_seed() -> None:
    first = generate("--bars", "4", out="first.cantilena")
    again = generate("--bars", "4", seed=str(first), out="again.cantilena")
    one, other = map(project_from_file, (first, again))
    assert replace(other, recipe="") == replace(one, recipe="")


def test_the_report_names_each_take(capsys: pytest.CaptureFixture[str]) -> None:
    generate("--takes", "2", "--random-seed", "5", "--bars", "3", "--json")
    report = json.loads(capsys.readouterr().out)
    assert [(take["file"], take["random_seed"]) for take in report["takes"]] == [
        ("tune-1.mid", 5),
        ("tune-2.mid", 6),
    ]
    for take in report["takes"]:
        assert {*take["measures"]} == {field.name for field in fields(Measures)}
        assert take["measures"]["surprise"] >= take["measures"]["bits_per_note"] > 0
        assert (take["bars"], take["seed_notes"], take["meter"]) == (3, 5, "4/4")
        assert take["notes"] == len(song_from_midi(Path(take["file"])).melody)


@pytest.mark.parametrize("seed", ["", "r/1", " | "])
def test_a_seed_without_notes_is_a_beginning_and_is_told(
    seed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    song = song_from_midi(generate("--bars", "4", seed=seed))
    assert song.melody.end == 4 * 1920
    assert capsys.readouterr().err == "The seed has no notes: the model begins the tune itself.\n"


def test_a_seed_that_leaves_no_room_names_both_lengths(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = complaint(capsys, "--bars", "1", seed="c4/1")
    assert "1 bar long" in told
    assert "ask for 2 bars" in told
    told = complaint(capsys, "--bars", "200", seed="c4 " * 10_000)
    assert "2500 bars" in told
    assert "200 bars" in told


@pytest.mark.parametrize(
    ("wish", "value", "words"),
    [
        ("--temperature", "10", "Temperature must be 0 to 2, not 10"),
        ("--temperature", "nan", "Temperature must be a number"),
        ("--temperature", "-0.5", "Temperature must be 0 to 2"),
        ("--bars", "0", "Length in bars must be 1 to 256"),
        ("--bars", "257", "Length in bars must be 1 to 256"),
        ("--bars", "2.5", "Length in bars must be a whole number"),
        ("--random-seed", "9" * 400, "Random seed must be 0 to 2147483647"),
        ("--takes", "0", "Number of takes must be 1 to"),
        ("--tempo", "inf", "Tempo must be a number"),
        ("--tempo", "1000", "Tempo must be 20 to 400"),
        ("--meter", "4", "is no meter"),
        ("--key", "H minor", "is no key"),
        ("--model", "missing.keras", "missing.keras"),
        ("--model", ".", "is a folder"),
    ],
)
def test_a_wish_out_of_range_is_refused(
    wish: str, value: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert words in complaint(capsys, wish, value)


def test_takes_that_would_leave_the_range_of_random_seeds_are_refused_before_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "Random seed" in complaint(capsys, "--random-seed", "2147483647", "--takes", "2")


@pytest.mark.parametrize(
    ("seed", "words"),
    [
        ("c4 c10", "'c10' would be MIDI note 132; they go from 0 to 127"),
        ("c4 x4", "Column 4: "),
        ("missing.mid", "There is no file 'missing.mid'"),
    ],
)
def test_a_seed_that_is_none_is_refused(
    seed: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert words in complaint(capsys, seed=seed)


@pytest.mark.parametrize(
    ("out", "words"),
    [
        ("missing/tune.mid", "There is no folder 'missing'"),
        ("/proc/tune.mid", "'/proc/tune.mid' cannot be written"),
        ("tune.mp3", "must end in one of .mid, .midi, .musicxml, .xml, .mxl, .krn, "),
        ("tune", "must end in one of"),
        (f"{'x' * 300}.mid", "too long"),
    ],
)
def test_a_file_that_cannot_be_written_is_named(
    out: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert words in complaint(capsys, out=out)
    assert words in complaint(capsys, out=out, seed=""), "and the notice does not add a line"


def test_a_file_of_notes_is_no_model(capsys: pytest.CaptureFixture[str]) -> None:
    Path("text.keras").write_text("c4 d4 e4")
    assert "text.keras" in complaint(capsys, "--model", "text.keras")


def test_a_model_whose_vocabulary_does_not_fit_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(DEFAULT_MODEL) as whole, zipfile.ZipFile(content, "w") as other:
        for name in whole.namelist():
            data = whole.read(name)
            if name == "vocabulary.json":
                data = json.dumps({"/": 0, "_": 1, "r": 2, "60": 3}).encode()
            other.writestr(name, data)
    Path("other.keras").write_bytes(content.getvalue())
    assert "vocabulary" in complaint(capsys, "--model", "other.keras")


def test_an_interrupt_ends_it_with_130(tmp_path: Path) -> None:
    arguments = ["generate", "--seed", SEED, "--bars", "256", "--takes", "16"]
    arguments += ["--out", str(tmp_path / "take.mid")]
    terminal, end = os.openpty()
    told = b""
    with subprocess.Popen([*PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=end) as process:
        os.close(end)
        while b"Drawing" not in told:
            told += os.read(terminal, 1024)
        process.send_signal(signal.SIGINT)
        out, _ = process.communicate(timeout=30)
    with suppress(OSError):  # how Linux says that nobody writes any more
        while more := os.read(terminal, 1024):
            told += more
    os.close(terminal)
    assert process.returncode == 130
    assert out == b""
    assert b"Traceback" not in told
    assert list(tmp_path.iterdir()) == [], "no take was whole, and no half-written file stays"

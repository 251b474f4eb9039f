"""`generate --pin` and `--redraw`: what they mean, and what they do to a tune."""

import json
from pathlib import Path

import pytest

from core import cli
from core.cli.pins import pins_from_text, span_from_text
from core.compose.pins.pin import Pin
from core.errors import UserError
from core.files.midi import song_from_midi
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.project import project_from_file

BAR = 4 * QUARTER
SEED = "c4 e4/8 g4 a4/4 g4"
SONG = Song(Melody((Note(0, 8 * BAR, 60),), 8 * BAR))
IN_SIX = MeterMap.constant(Meter(6, 8), 240)


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def generate(*arguments: str, seed: str = SEED, out: str = "tune.mid") -> Path:
    assert cli.run(["generate", "--seed", seed, "--out", out, *arguments]) == 0
    return Path(out)


@pytest.mark.parametrize(
    ("text", "pins"),
    [
        ("5 g4/2", [Pin(4 * BAR, 960, 67)]),
        ("5:3 g4", [Pin(4 * BAR + 960, None, 67)]),
        ("2:1.5 x/8.", [Pin(BAR + 240, 360, None)]),
        ("2 x", [Pin(BAR, None, None)]),
        ("2 f#4/8 X/8 bb4", [Pin(BAR, 240, 66), Pin(BAR + 240, 240), Pin(BAR + 480, None, 70)]),
    ],
)
def test_a_pin_says_where_and_what_stays(text: str, pins: list[Pin]) -> None:
    assert list(pins_from_text(text, MeterMap())) == pins


def test_beats_are_those_of_the_meter_and_bar_0_is_the_upbeat() -> None:
    assert pins_from_text("2:4 x", IN_SIX) == (Pin(240 + 1440 + 720),)
    assert pins_from_text("0:6 x", IN_SIX) == (Pin(0),)
    assert pins_from_text("0 x", IN_SIX) == (Pin(0),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is no pin"),
        ("5", "is no pin"),
        ("g4/2", "is no pin"),
        ("5: g4", "is no pin"),
        ("5:5 g4", "no beat 5 in bar 5, which is in 4/4"),
        ("5:0 g4", "no beat 0"),
        ("0 g4", "no bar 0"),
        ("5 r/4", "not one note"),
        ("5 g4 a4", "without a length"),
        ("5 h4/4", "no note 'h'"),
        ("5 g4/5", "no length of a note"),
        ("5 x4/4", "would be MIDI note"),
    ],
)
def test_what_is_no_pin_is_refused_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        pins_from_text(text, MeterMap())


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("3", 2 * BAR, 3 * BAR),
        ("3-4", 2 * BAR, 4 * BAR),
        ("3:2-4:1", 2 * BAR + 480, 3 * BAR + 480),
        ("3:2", 2 * BAR + 480, 2 * BAR + 960),
        ("7-12", 6 * BAR, 8 * BAR),
    ],
)
def test_a_selection_reaches_behind_the_last_bar_or_beat(text: str, begin: int, end: int) -> None:
    assert span_from_text(text, SONG) == (begin, end)


@pytest.mark.parametrize(
    ("text", "told"),
    [("x", "names no bars"), ("4-3", "ends before"), ("9", "behind the tune"), ("0", "no bar 0")],
)
def test_what_is_no_selection_is_refused_in_a_sentence(text: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        span_from_text(text, SONG)


def test_the_tune_has_its_pins_and_the_report_tells_how_it_went(
    capsys: pytest.CaptureFixture[str],
) -> None:
    arguments = ("--pin", "3 g4/2", "--pin", "4 x/4 c4/4", "--bars", "4", "--particles", "8")
    melody = song_from_midi(generate(*arguments, "--json")).melody
    assert Note(2 * BAR, 960, 67) in melody.notes
    assert Note(3 * BAR + 480, 480, 60) in melody.notes
    (entry,) = json.loads(capsys.readouterr().out)["takes"]
    assert entry["particles"] == 8
    assert 0 < entry["effective"] <= entry["effective_end"] + 8 <= 16


def test_a_project_keeps_the_pins_and_the_length_of_a_tune_with_bars_drawn_anew() -> None:
    path = generate("--pin", "3 x/2", "--pin", "2 g4/2", "--bars", "5", out="whole.cantilena")
    pins = (Pin(BAR, 960, 67), Pin(2 * BAR, 960))
    assert project_from_file(path).pins == pins
    other = project_from_file(generate("--redraw", "4", seed="whole.cantilena", out="b.cantilena"))
    assert other.controls.bars == 5
    assert other.song.seed_end == project_from_file(path).song.seed_end


def test_takes_with_pins_are_single_tunes_with_the_next_random_seeds() -> None:
    generate("--pin", "3 g4/2", "--bars", "4", "--takes", "2", "--random-seed", "6")
    alone = generate("--pin", "3 g4/2", "--bars", "4", "--random-seed", "7")
    assert song_from_midi(Path("tune-2.mid")).melody == song_from_midi(alone).melody


@pytest.mark.parametrize("suffix", [".mid", ".cantilena", ".txt"])
def test_bars_of_a_file_are_drawn_anew_and_the_rest_stays(suffix: str) -> None:
    generate("--bars", "4", out=f"whole{suffix}")
    before = song_from_midi(generate("--bars", "4")).melody
    arguments = ("--redraw", "2", "--random-seed", "5")
    after = song_from_midi(generate(*arguments, seed=f"whole{suffix}", out="other.mid")).melody
    inside = [note for note in after if BAR <= note.onset < 2 * BAR]
    assert [n for n in after if n not in inside] == [
        n for n in before if not BAR <= n.onset < 2 * BAR
    ]
    assert inside != [n for n in before if BAR <= n.onset < 2 * BAR]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--pin", "9 g4/2"), "beyond the end"),
        (("--pin", "1 g4/2"), "stay as they are"),
        (("--pin", "5 g4/2", "--low", "a4"), "outside the range"),
        (("--pin", "5 g4/2", "--pin", "5:2 x"), "lasts into"),
        (("--pin", "5 g#4/2", "--in-scale"), "not in the scale"),
        (("--pin", "8 x/2 d4/2", "--ending", "tonic"), "shall end on the tonic"),
        (("--redraw", "2"), "lies behind the tune, which ends with bar 1"),
        (("--pin", "5 g4/2", "--particles", "0"), "must be 1 to 256"),
    ],
)
def test_what_contradicts_is_refused_in_one_sentence(
    arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["generate", "--seed", SEED, "--out", "tune.mid", *arguments]) == 2
    printed = capsys.readouterr()
    assert told in printed.err
    assert printed.err.count("\n") == 1
    assert not Path("tune.mid").exists()

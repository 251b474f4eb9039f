"""`convert` from every kind of file into every kind, and `generate` into each, without a screen."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from core import cli
from core.cli.writing import SUFFIXES
from core.errors import UserError
from core.music.key import Key
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.text import melody_from_text
from core.opening import SUFFIXES as READ
from core.opening import song_from_file
from core.writing import write_song
from gui.files.printing import print_score
from tests.files.whole import check_whole
from tests.sound.synth.fonts import write_soundfont

# Qt's part that draws only would be in the way of tests that need windows.
pytestmark = pytest.mark.usefixtures("qapp")

MAIN = Path(__file__).parents[2] / "main.py"
TUNE = Song(
    melody_from_text("g4/4 c5/4. d5/8 (3 e5/8 f#5 g5) a5/4~ a5/1 c5/2 r/4"),
    MeterMap.constant(Meter(3, 4), 480),
    Key(1),
    title='Ähre <&> "♪"',
)
SOUND = (".wav", ".flac")


def pairs() -> list[tuple[str, str]]:
    """All of them at length, else enough that each end of a name comes twice or more."""
    every = [(one, other) for one in READ for other in SUFFIXES]
    if settings.get_current_profile_name() == "long":
        return every
    chance = random.Random(7)
    firsts = [*READ, *chance.choices(READ, k=len(SUFFIXES) - len(READ))]
    return [*zip(firsts, chance.sample(SUFFIXES, len(SUFFIXES)), strict=True)]


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CANTILENA_SOUNDFONT", str(write_soundfont(tmp_path / "small.sf2")))


@pytest.mark.slow
@pytest.mark.parametrize(("one", "other"), pairs())
def test_every_kind_becomes_every_other(one: str, other: str) -> None:
    write_song(TUNE, Path(f"tune{one}"))
    before, after = Path(f"tune{one}"), Path(f"other{other}")
    assert cli.run(["convert", str(before), str(after)], print_score) == 0
    check_whole(after)
    if other in READ:
        assert song_from_file(after).melody == TUNE.melody


def without_a_screen(*arguments: str) -> "subprocess.CompletedProcess[str]":
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, str(MAIN), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".mid", ".musicxml", ".krn", ".abc", ".wav", ".svg", ".pdf"])
def test_a_tune_is_made_as_any_kind_without_a_screen(suffix: str, tmp_path: Path) -> None:
    done = without_a_screen(
        *("generate", "--seed", "g4 a4/8 b4 c5/2", "--bars", "3", "--takes", "2"),
        *("--out", f"tune{suffix}"),
    )
    assert (done.returncode, done.stderr) == (0, "")
    for number in (1, 2):
        check_whole(tmp_path / f"tune-{number}{suffix}")


@pytest.mark.slow
def test_a_score_is_printed_without_a_screen(tmp_path: Path) -> None:
    write_song(TUNE, tmp_path / "tune.krn")
    for name in ("tune.pdf", "tune.png"):
        done = without_a_screen("convert", "tune.krn", name)
        assert (done.returncode, done.stdout, done.stderr) == (
            0,
            f"{name}: bars 4, meter 3/4, notes 8\n",
            "",
        )
        check_whole(tmp_path / name)


@pytest.mark.slow
def test_what_cannot_be_printed_is_told_in_a_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no note"):
        print_score(Song(), tmp_path / "tune.pdf")
    write_song(TUNE, tmp_path / "tune.krn")
    done = without_a_screen("convert", "tune.krn", "missing/tune.pdf")
    assert done.returncode == 2
    assert "There is no folder" in done.stderr
    assert done.stderr.count("\n") == 1


def test_who_cannot_draw_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    write_song(TUNE, tmp_path / "tune.krn")
    assert cli.run(["convert", "tune.krn", "tune.pdf"]) == 2
    assert capsys.readouterr().err == "'tune.pdf' cannot be drawn here; write SVG instead.\n"

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core import cli
from core.files.midi import write_midi
from core.music.song import Song
from core.music.tempo import TempoMap
from core.music.text import melody_from_text
from tests.sound.jack import jack_server, receiver

PROGRAM = [sys.executable, str(Path(__file__).parents[2] / "main.py")]


@pytest.fixture
def tune(tmp_path: Path) -> Path:
    """Two bars, a second long."""
    melody = melody_from_text("c4/8 d4 e4 f4 g4/2 | a4/2 g4")
    write_midi(Song(melody, tempos=TempoMap.constant(400.0)), tmp_path / "tune.mid")
    return tmp_path / "tune.mid"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--from-bar", "3"], "The tune has 2 bars; there is no bar 3 to begin from."),
        (["--port", "no such harp"], "No output matches 'no such harp'"),
    ],
)
def test_what_cannot_be_played_is_a_sentence(
    tune: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["play", str(tune), *arguments]) == 2
    out, err = capsys.readouterr()
    assert words in err
    assert (out, err.count("\n")) == ("", 1)


def test_a_file_without_notes_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "rests.txt").write_text("r/1 r")
    assert cli.run(["play", str(tmp_path / "rests.txt")]) == 2
    assert capsys.readouterr().err == "There is no note to play; choose another file.\n"


def struck(messages: list[bytes]) -> list[int]:
    return [m[1] for m in messages if m[0] & 0xF0 == 0x90 and m[2]]


def ended(messages: list[bytes]) -> list[int]:
    return [m[1] for m in messages if m[0] & 0xF0 == 0x80 or (m[0] & 0xF0 == 0x90 and not m[2])]


@pytest.mark.midi
def test_a_file_is_played_through_a_port_until_its_end(tune: Path, tmp_path: Path) -> None:
    with jack_server(tmp_path), receiver(tmp_path, "harp") as harp:
        listed = subprocess.run(
            [*PROGRAM, "ports", "--json"], capture_output=True, text=True, timeout=30, check=True
        )
        assert any("harp" in name for name in json.loads(listed.stdout)["ports"])
        command = [*PROGRAM, "play", str(tune), "--port", "HARP", "--from-bar", "1"]
        played = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
        assert (played.returncode, played.stdout, played.stderr) == (0, "", "")
        assert struck(harp.messages()) == [60, 62, 64, 65, 67, 69, 67]
        assert set(ended(harp.messages())) == {60, 62, 64, 65, 67, 69}  # again after an xrun


@pytest.mark.midi
def test_an_interrupt_ends_the_note_that_sounds(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("c4/1 " * 20)
    with jack_server(tmp_path), receiver(tmp_path, "harp") as harp:
        command = [*PROGRAM, "play", str(tmp_path / "long.txt"), "--port", "harp"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as playing:
            deadline = time.monotonic() + 20
            while not struck(harp.messages()) and time.monotonic() < deadline:
                time.sleep(0.02)
            playing.send_signal(signal.SIGINT)
            out, err = playing.communicate(timeout=20)
        assert (playing.returncode, out, err) == (130, "", "")
        assert struck(harp.messages()) == [60]
        assert 60 in ended(harp.messages())

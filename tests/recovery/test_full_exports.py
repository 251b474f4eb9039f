"""Exports and trainings on real disks that are full or read-only."""

from pathlib import Path

import pytest

from core.cli.writing import SUFFIXES
from core.music.song import Song
from core.music.text import melody_from_text
from core.writing import write_song
from tests.cli.test_train import folder as songs  # noqa: F401
from tests.recovery.mounted import tell
from tests.sound.synth.fonts import write_soundfont

PROLOGUE = """
import contextlib, io, os
from core import cli
from gui.files.printing import print_score
from tests.files.whole import check_whole

def said(*arguments):
    out = io.StringIO()
    with contextlib.redirect_stderr(out), contextlib.redirect_stdout(io.StringIO()):
        code = cli.run(arguments, print_score)
    return code, out.getvalue()

def names():
    return sorted(path.name for path in disk.iterdir())
"""

FULL = """
tune, suffixes = sys.argv[2], sys.argv[3].split()
mount("-t", "tmpfs", "-o", "size=40m", "tmpfs")
for suffix in suffixes:
    assert said("convert", tune, str(disk / f"tune{suffix}")) == (0, "")
before = {path: path.read_bytes() for path in disk.iterdir()}
room(50_000_000)
for suffix in suffixes:
    for name in (f"tune{suffix}", f"new{suffix}"):
        path = disk / name
        found = said("convert", tune, str(path), "--tempo", "90")
        assert found == (
            2, f"There is no room left on the disk for '{path}'; free some, or save elsewhere.\\n"
        ), (name, found)
assert names() == sorted(["filler", *(path.name for path in before)]), "nothing half written"
assert {path: path.read_bytes() for path in before} == before, "what was there is still there"
"""

READ_ONLY = """
tune, suffixes = sys.argv[2], sys.argv[3].split()
mount("-t", "tmpfs", "-o", "size=40m", "tmpfs")
for suffix in suffixes:
    assert said("convert", tune, str(disk / f"tune{suffix}")) == (0, "")
before = {path: path.read_bytes() for path in disk.iterdir()}
mount("-o", "remount,ro")
for suffix in suffixes:
    for name in (f"tune{suffix}", f"new{suffix}"):
        path = disk / name
        found = said("convert", tune, str(path), "--tempo", "90")
        assert found == (
            2, f"'{path}' cannot be written, its folder is read-only; choose another folder.\\n"
        ), (name, found)
assert {path: path.read_bytes() for path in disk.iterdir()} == before
"""

TRAINING = """
def train(*more):
    done = subprocess.run(
        [sys.executable, "main.py", "train", sys.argv[2], "--family", "grid", "--epochs", "2",
         "--save-every", "0", "--out", str(disk / "own.keras"), *more],
        capture_output=True, text=True,
    )
    return done.returncode, done.stderr.splitlines()[-1]

mount("-t", "tmpfs", "-o", "size=20m", "tmpfs")
room(30_000_000)
code, sentence = train()
assert code == 2
assert sentence.startswith(f"There is no room left on the disk for '{disk}/"), sentence
assert names() == ["filler"]

(disk / "filler").unlink()
os.environ["TMPDIR"] = str(disk)
room(30_000_000)
code, sentence = train()
assert code == 2, sentence
assert names() == ["filler"]
os.environ["TMPDIR"] = "/tmp"

(disk / "filler").unlink()
assert train()[0] == 0
assert open_model(disk / "own.keras").card
before = {path: path.read_bytes() for path in disk.iterdir()}
mount("-o", "remount,ro")
code, sentence = train()
assert code == 2
assert sentence == f"'{disk}' is no folder that can be written to; choose another."
assert {path: path.read_bytes() for path in disk.iterdir()} == before
"""


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("story", [FULL, READ_ONLY], ids=["full", "read-only"])
def test_exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, story: str) -> None:
    disk, tune = tmp_path / "disk", tmp_path / "tune.krn"
    disk.mkdir()
    write_song(Song(melody_from_text("g4/8 a4 b4 c5 | " * 8)), tune)
    monkeypatch.setenv("CANTILENA_SOUNDFONT", str(write_soundfont(tmp_path / "small.sf2")))
    tell(PROLOGUE + story, disk, str(tune), " ".join(SUFFIXES))


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_trainings(tmp_path: Path, songs: Path) -> None:  # noqa: F811
    pytest.importorskip("keras")
    disk = tmp_path / "disk"
    disk.mkdir()
    prologue = PROLOGUE + "from core.model.bundle import open_model\n"
    tell(prologue + TRAINING, disk, str(songs))

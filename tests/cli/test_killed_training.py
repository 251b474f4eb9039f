"""The real program, killed while it trains, and full disks."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import settings

from core.corpus import cache
from core.corpus.collection import read_cached
from core.corpus.reading import kern_files
from core.model.bundle import open_model
from core.model.originality import read_index
from core.model.training.checkpoint import checkpoint_from_bytes
from tests.cli.test_train import folder  # noqa: F401
from tests.model.training.test_resuming import more  # noqa: F401

pytest.importorskip("keras")
resource = pytest.importorskip("resource")  # not on Windows

pytestmark = [pytest.mark.slow, pytest.mark.timeout(10_000)]

IS_LONG = settings.get_current_profile_name() == "long"
KILLS = int(os.environ.get("CANTILENA_KILLS", 100 if IS_LONG else 1))
"""For each way to train."""

MAIN = Path(__file__).parents[2] / "main.py"
WAYS = {
    "grid": ["--family", "grid", "--epochs", "4"],
    "note": ["--family", "note", "--epochs", "2"],
    "note after others": ["--family", "note", "--epochs", "1", "--more", "MORE"],
}
EPOCHS = {"grid": 4, "note": 2, "note after others": 6}
TRIED = WAYS if IS_LONG or KILLS > 1 else ("grid", "note")


def command(way: str, songs: Path, others: Path, out: Path, *further: str) -> list[str]:
    how = [str(others) if word == "MORE" else word for word in WAYS[way]]
    options = ["--save-every", "0", "--random-seed", "7"]
    return [
        sys.executable,
        str(MAIN),
        "train",
        str(songs),
        "--out",
        str(out),
        *how,
        *options,
        *further,
    ]


def wait_to_kill(checkpoint: Path, process: "subprocess.Popen[str]", chance: random.Random) -> None:
    """Until it has learnt a little, and a moment; every fourth time any moment before."""
    if not chance.randrange(4):
        time.sleep(chance.uniform(0, 6))
        return
    wait_for_saves(checkpoint, process, chance.choice([1, 1, 6, 18]))
    time.sleep(chance.choice([0.05, 1, 4]) * chance.random())


def wait_for_saves(checkpoint: Path, process: "subprocess.Popen[str]", number: int) -> None:
    """Until its checkpoint was written so often, or it has ended."""
    before = _written_at(checkpoint)
    while process.poll() is None and number:
        now = _written_at(checkpoint)
        number -= now != before
        before = now
        time.sleep(0.01)


def _written_at(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def check_files(place: Path, stem: str) -> int:
    """Reads all that a training has written; how many there were."""
    read = 0
    for path in place.glob(f"{stem}.*"):
        match path.suffix:
            case ".keras":
                assert open_model(path).card.bits_per_note
            case ".training":
                assert checkpoint_from_bytes(path.read_bytes(), path).rows
            case ".index":
                assert read_index(path).titles
        read += path.suffix in (".keras", ".training", ".index")
    told: list[str] = []
    list(read_cached(kern_files([place / "songs"]), notice=told.append))
    assert told == [], "the cache is whole, or not there"
    return read


@pytest.mark.parametrize("way", TRIED)
def test_killed_at_any_moment_it_ends_like_one_that_was_not(
    folder: Path,  # noqa: F811
    more: Path,  # noqa: F811
    tmp_path: Path,
    way: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = tmp_path / "temporary"
    own.mkdir()
    monkeypatch.setenv("TMPDIR", str(own))
    whole, parted = tmp_path / "whole.keras", tmp_path / "parted.keras"
    apart = os.environ | {"XDG_CACHE_HOME": str(tmp_path / "cache of the whole")}
    with subprocess.Popen(
        command(way, folder, more, whole), env=apart, stderr=subprocess.DEVNULL
    ) as reference:
        checkpoint, kills, read = tmp_path / "parted.training", 0, 0
        ended: list[str] = []
        for seed in range(KILLS):
            chance = random.Random(f"{way} {seed}")
            if not chance.randrange(3):
                shutil.rmtree(cache.cache_folder(), ignore_errors=True)
            with subprocess.Popen(
                command(way, folder, more, parted, "--resume"), stderr=subprocess.PIPE, text=True
            ) as process:
                if seed:
                    wait_to_kill(checkpoint, process, chance)
                else:
                    wait_for_saves(checkpoint, process, 1)
                kills += process.poll() is None
                process.send_signal(signal.SIGKILL)
            read += check_files(tmp_path, "parted")
            if process.returncode == 0:
                ended.append(open_model(parted).card.weights_hash)
        assert reference.wait(200) == 0
    assert kills
    last = subprocess.run(
        command(way, folder, more, parted, "--resume", "--json"),
        check=True,
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert len(json.loads(last.stdout)["curve"]) == EPOCHS[way]
    hashes = {*ended, open_model(parted).card.weights_hash}
    assert hashes == {open_model(whole).card.weights_hash}
    assert not checkpoint.exists()
    partial = [*tmp_path.glob(".cantilena-*"), *cache.cache_folder().glob(".cantilena-*")]
    assert len(partial) <= kills
    print(
        f"{way}: {kills} kills, {len(ended)} trainings that ended, {read} files read and whole, "
        f"{len(partial)} temporary ones left, {len(list(own.iterdir()))} folders in {own.name}"
    )


def test_a_full_disk_is_told_in_a_sentence(
    folder: Path,  # noqa: F811
    more: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    out = tmp_path / "model.keras"

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))

    done = subprocess.run(
        command("grid", folder, more, out),
        preexec_fn=limited,
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert done.returncode == 2
    assert "save elsewhere" in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == []

"""The real program, killed while it trains, and full disks."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core.model.bundle import open_model
from tests.cli.test_train import folder  # noqa: F401

pytest.importorskip("keras")
resource = pytest.importorskip("resource")  # not on Windows

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

MAIN = Path(__file__).parents[2] / "main.py"


def command(folder: Path, out: Path, *more: str) -> list[str]:  # noqa: F811
    options = ["--family", "grid", "--epochs", "6", "--save-every", "0", "--random-seed", "7"]
    return [sys.executable, str(MAIN), "train", str(folder), "--out", str(out), *options, *more]


def test_killed_at_any_moment_it_ends_like_one_that_was_not(
    folder: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    whole, parted = tmp_path / "whole.keras", tmp_path / "parted.keras"
    subprocess.run(command(folder, whole), check=True, capture_output=True, timeout=200)
    moments = random.Random(11)
    checkpoint, kills = tmp_path / "parted.training", 0
    for _ in range(3):
        before = checkpoint.stat().st_mtime_ns if checkpoint.exists() else 0
        with subprocess.Popen(
            command(folder, parted, "--resume"), stderr=subprocess.PIPE, text=True
        ) as process:
            while process.poll() is None:  # until it trains
                if checkpoint.exists() and checkpoint.stat().st_mtime_ns != before:
                    break
                time.sleep(0.01)
            time.sleep(moments.uniform(0.1, 1))
            kills += process.poll() is None
            process.send_signal(signal.SIGKILL)
        assert {path.suffix for path in tmp_path.iterdir() if path.name[:6] == "parted"} <= {
            ".index",
            ".keras",
            ".training",
        }
    assert kills
    last = subprocess.run(
        command(folder, parted, "--resume", "--json"),
        check=True,
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert len(json.loads(last.stdout)["curve"]) == 6
    assert open_model(parted).card.weights_hash == open_model(whole).card.weights_hash
    assert not checkpoint.exists()


def test_a_full_disk_is_told_in_a_sentence(folder: Path, tmp_path: Path) -> None:  # noqa: F811
    out = tmp_path / "model.keras"

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))

    done = subprocess.run(
        command(folder, out),
        preexec_fn=limited,
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert done.returncode == 2
    assert "save elsewhere" in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == []

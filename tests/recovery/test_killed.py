"""Programs that are killed at any moment while they work, keep, save and take over."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import settings

from core.disk import backup_of
from core.project import project_from_file
from core.recovery.leftover import leftovers
from tests.recovery.works import number_of

IS_LONG = settings.get_current_profile_name() == "long"
KILLS = int(os.environ.get("CANTILENA_KILLS", 400 if IS_LONG else 15))
LONGEST_SECONDS = 1.6


def killed(folder: Path, file: Path, seed: int) -> tuple[list[str], int]:
    """What a program said that was killed, and when it was, in nanoseconds."""
    chance = random.Random(seed)
    command = [sys.executable, "-m", "tests.recovery.writer", str(folder), str(file), str(seed)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        first = program.stdout.readline()
        time.sleep(chance.uniform(0, LONGEST_SECONDS))
        program.kill()
        moment_ns = time.monotonic_ns()
        lines = [first, *program.stdout]
        assert program.stderr.read() == ""
    return lines, moment_ns


@pytest.mark.slow
@pytest.mark.timeout(3_600)
def test_at_most_a_second_is_lost_and_every_file_is_whole(tmp_path: Path) -> None:
    folder, file = tmp_path / "recovery", tmp_path / "tune.cantilena"
    lost_seconds = []
    offered = 0
    for seed in range(KILLS):
        lines, killed_ns = killed(folder, file, seed)
        changes = {
            int(number): int(moment)
            for word, number, moment in map(str.split, (x for x in lines if x[0] == "c"))
        }
        saves = [int(line.split()[1]) for line in lines if line[0] == "s"]
        in_file = number_of(project_from_file(file)) if file.exists() else 0
        assert in_file >= max(saves, default=0), "a save that was told is there"
        if backup_of(file).exists():
            assert number_of(project_from_file(backup_of(file))) <= in_file
        found = leftovers(folder)
        offered += bool(found)
        kept = in_file
        for leftover in found:
            number = number_of(leftover.read())
            assert leftover.is_older == (number < in_file) or number == in_file
            kept = max(kept, number)
            leftover.leave()
        assert kept >= min(changes) - 1, "what the one before had kept is still there"
        gone = [moment for number, moment in changes.items() if number > kept]
        lost_seconds.append((killed_ns - min(gone, default=killed_ns)) / 1e9)
        assert lost_seconds[-1] <= 1
    assert offered > KILLS // 2
    names = {path.name for path in tmp_path.iterdir()}
    print(f"{KILLS} kills, {offered} offers, lost at most {max(lost_seconds):.2f} s, {names}")

"""Small real disks of a test's own, in a process that may mount."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_AS_MOUNTER = ["unshare", "--user", "--map-root-user", "--mount"]


def run_as_mounter(program: str, folder: Path) -> None:
    """Runs `program`, which may mount disks on `folder`, its one argument; it must end well."""
    mounting = [*_AS_MOUNTER, "mount", "-t", "tmpfs", "tmpfs", str(folder)]
    if shutil.which("unshare") is None or subprocess.run(mounting, capture_output=True).returncode:
        pytest.skip("this system lets no ordinary user mount a small disk of his own")
    command = [*_AS_MOUNTER, sys.executable, "-c", program, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")

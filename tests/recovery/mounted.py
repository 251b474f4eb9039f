"""Stories on real disks: small ones of our own, in a process that may mount."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_AS_MOUNTER = ["unshare", "--user", "--map-root-user", "--mount"]

_PROLOGUE = """
import sys, subprocess, time
from pathlib import Path

disk = Path(sys.argv[1])
def mount(*options):
    subprocess.run(["mount", *options, str(disk)], check=True)
def room(size):
    try:
        (disk / "filler").write_bytes(bytes(size))
    except OSError:
        pass
"""


def tell(story: str, disk: Path, *arguments: str) -> None:
    """Runs a program that mounts what it likes on the folder `disk`; the test is skipped where
    nobody may. `story` knows the functions of the prologue, and `sys.argv[2:]`.
    """
    mounting = [*_AS_MOUNTER, "mount", "-t", "tmpfs", "tmpfs", str(disk)]
    if shutil.which("unshare") is None or subprocess.run(mounting, capture_output=True).returncode:
        pytest.skip("this system lets no ordinary user mount a small disk of his own")
    command = [*_AS_MOUNTER, sys.executable, "-c", _PROLOGUE + story, str(disk), *arguments]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, timeout=300)
    assert done.stderr == "", done.stderr
    assert done.returncode == 0

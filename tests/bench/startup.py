"""From the start of the process to the first painted window, warm."""

import importlib.util
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests import desktop
from tests.bench.row import Row

ROOT = Path(__file__).parents[2]
STARTS = 7

WINDOW = """
import os, sys, time
import main
from gui import app

def tell():
    print(time.monotonic(), flush=True)
    os._exit(0)

app.settle = tell  # called when the first picture is on the screen
sys.argv = ["main.py"]
sys.exit(main.main())
"""

BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, self.tell)

    def tell(self):
        print(time.monotonic())
        QApplication.quit()

app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""


def start_seconds(program: str, environment: Mapping[str, str]) -> float:
    """From just before the process is made until `program` prints its clock."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout.split()[-1]) - begun


def medians_ms(
    programs: Sequence[str], environment: Mapping[str, str], starts: int = STARTS
) -> list[float]:
    """Of each program's starts, taken in turn, so that what else the machine does slows all alike.

    The first start of each warms the disk and does not count.
    """
    taken = [
        [start_seconds(program, environment) for program in programs] for _ in range(starts + 1)
    ]
    return [1000 * statistics.median(column) for column in zip(*taken[1:], strict=True)]


@contextmanager
def screen() -> Iterator[tuple[str, dict[str, str]]]:
    """A virtual screen, or where there is none the one in memory, and what to call it.

    What Python compiles goes into a folder of our own, whatever the environment says about it:
    a program that is compiled anew at each start is not warm.
    """
    with tempfile.TemporaryDirectory() as folder:
        places = {f"XDG_{kind}_HOME": folder for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        places |= {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        if desktop.MISSING:
            yield "offscreen", dict(os.environ) | places | {"QT_QPA_PLATFORM": "offscreen"}
        else:
            with desktop.desktop() as there:
                yield "X", there.environment | places


def rows() -> list[Row]:
    with screen() as (name, environment):
        ours, bare = medians_ms([WINDOW, BARE], environment)
        what = f"start to first painted window ({name}, warm, median of {STARTS})"
        found = [Row(what, ours, "ms", "bare PySide6 window", bare / ours)]
        if importlib.util.find_spec("tensorflow") is not None:
            (heavy,) = medians_ms(["import tensorflow\n" + WINDOW], environment, starts=2)
            found.append(Row(what, ours, "ms", "with TensorFlow imported at start", heavy / ours))
        return found

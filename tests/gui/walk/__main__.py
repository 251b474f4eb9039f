"""Walk at random through the window: python -m tests.gui.walk SEED [STEPS] [tiny|bundled].

Says what went wrong, if anything did, and lists in which deeds the main thread worked too long.
"""

import os
import sys
import tempfile
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from PySide6.QtWidgets import QApplication

from gui.look.style import apply_theme
from tests.gui.walk.walk import Walk
from tests.gui.walk.watch import LONGEST_MS, Watch, watching
from tests.gui.walk.world import Composer, world

_STEPS = 1000


def walk(seed: int, steps: int, composer: Composer, folder: Path) -> Watch:
    """One walk; raises what went wrong on it."""
    with watching() as watch, world(folder, composer) as there:
        one = Walk(there, watch, seed)
        try:
            one.run(steps)
            one.end()
        finally:
            print(*_lines(watch), sep="\n")
            QApplication.clipboard().clear()  # without a screen it would outlive Python, and crash
    return watch


def _lines(watch: Watch) -> Sequence[str]:
    found = sorted(watch.long, key=lambda stretch: -stretch.milliseconds)
    head = f"{len(found)} times over {LONGEST_MS:.0f} ms on the main thread"
    return [head, *(f"{one.milliseconds:6.0f} ms  step {one.deed}" for one in found)]


def main(arguments: Sequence[str]) -> None:
    seed, steps, composer = (*arguments, *(None,) * 3)[:3]
    kinds: dict[str, Composer] = {kind: kind for kind in get_args(Composer)}
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    warnings.simplefilter("error")
    with tempfile.TemporaryDirectory() as folder:
        names = ("CONFIG", "DATA", "CACHE", "STATE")
        os.environ |= {f"XDG_{name}_HOME": folder for name in names}
        app = QApplication(["cantilena", "-style", "fusion"])
        apply_theme(app)
        walk(int(seed or 1), int(steps or _STEPS), kinds[composer or "bundled"], Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])

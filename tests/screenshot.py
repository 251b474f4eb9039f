"""Take a picture of the program at work: python -m tests.screenshot FILE.

The real program, as on its first day, goes on with the tune that a newcomer finds in it and plays
it, on a virtual screen and to a sound device that is none.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.desktop import desktop
from tests.sound.jack import jack_server

TUNE_SECONDS = 4.0


def take(file: Path) -> None:
    with tempfile.TemporaryDirectory() as name, jack_server(Path(name), 1024):
        places = {f"XDG_{kind}_HOME": name for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        with (
            desktop() as there,
            subprocess.Popen(
                [sys.executable, "main.py"], env=there.environment | places
            ) as program,
        ):
            there.wait_for_window("Cantilena")
            time.sleep(1)
            there.press("ctrl+Return")
            time.sleep(2)
            there.press("space")
            time.sleep(TUNE_SECONDS)
            there.picture(file)
            program.terminate()  # which asks nothing about the unsaved tune
            program.wait(10)


if __name__ == "__main__":
    os.environ.pop("QT_QPA_PLATFORM", None)
    take(Path(sys.argv[1]).absolute())

"""Take a picture of the program at work: python -m tests.screenshot FILE [TAKES].

The real program, as on its first day, goes on with the tune that a newcomer finds in it and plays
it, on a virtual screen and to a sound device that is none. Of several takes the third is compared
with the first.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from core.compose.controls import Controls
from core.settings import Settings, text_from_settings
from tests.desktop import desktop
from tests.sound.jack import jack_server

TUNE_SECONDS = 4.0


def take(file: Path, takes: int) -> None:
    with tempfile.TemporaryDirectory() as name, jack_server(Path(name), 1024):
        save_in(Path(name), takes)
        places = {f"XDG_{kind}_HOME": name for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        with (
            desktop() as there,
            subprocess.Popen(
                [sys.executable, "main.py"], env=there.environment | places
            ) as program,
        ):
            there.wait_for_window("Cantilena")
            time.sleep(4)
            there.press("ctrl+Return")
            time.sleep(2)
            if takes > 1:
                there.press("ctrl+b", "ctrl+b", "3")
            there.press("space")
            time.sleep(TUNE_SECONDS)
            there.picture(file)
            program.terminate()  # which asks nothing about the unsaved tune
            program.wait(10)


def save_in(folder: Path, takes: int) -> None:
    """The settings of somebody who asked for so many takes."""
    settings = folder / "cantilena" / "settings.json"
    settings.parent.mkdir()
    settings.write_text(text_from_settings(Settings(controls=Controls(takes=takes))))


if __name__ == "__main__":
    os.environ.pop("QT_QPA_PLATFORM", None)
    take(Path(sys.argv[1]).absolute(), int(sys.argv[2]) if len(sys.argv) > 2 else 1)

"""A virtual screen with a window manager, and a person who types and clicks there."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

MISSING = [name for name in ("Xvfb", "xdotool", "openbox") if not shutil.which(name)]
PATIENCE_SECONDS = 30.0

_PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication(sys.argv)
sys.exit(not app.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""


def wait_until(holds: Callable[[], object], what: str, seconds: float = PATIENCE_SECONDS) -> None:
    """Returns as soon as `holds` is true; fails naming `what` when it stays false."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"waited {seconds} s in vain: {what}"
        time.sleep(0.05)


@dataclass(frozen=True, slots=True)
class Desktop:
    """`environment` is what a program needs to open its windows here."""

    environment: dict[str, str]

    def xdotool(self, *words: str) -> str:
        """What xdotool prints; empty where it finds nothing."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def wait_for_window(self, name: str) -> None:
        """Returns when a window of that name has the keyboard."""
        wait_until(
            lambda: name in self.xdotool("getactivewindow", "getwindowname"), f"window {name!r}"
        )

    def press(self, *keys: str) -> None:
        self.xdotool("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        self.xdotool("type", "--delay", "6", text)

    def click(self, x_px: int, y_px: int) -> None:
        self.xdotool("mousemove", str(x_px), str(y_px), "click", "1")

    def drag(self, begin: tuple[int, int], end: tuple[int, int]) -> None:
        """With the left button, by way of the middle between both."""
        middle = (begin[0] + end[0]) // 2, (begin[1] + end[1]) // 2
        words = [f"mousemove {begin[0]} {begin[1]}", "mousedown 1"]
        words += [f"mousemove {x} {y}" for x, y in (middle, end)]
        for word in (*words, "mouseup 1"):
            self.xdotool(*word.split())

    def picture(self, path: Path) -> None:
        """Saves what the whole screen shows."""
        environment = self.environment | {"QT_QPA_PLATFORM": "xcb"}
        command = [sys.executable, "-c", _PICTURE, str(path)]
        subprocess.run(command, env=environment, check=True, timeout=30)


@contextmanager
def desktop(size: str = "1280x800") -> Iterator[Desktop]:
    """A screen of its own, gone afterwards."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as screen:
        assert screen.stdout is not None
        display = f":{screen.stdout.readline().strip()}"
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        there = Desktop(environment | {"DISPLAY": display})
        try:
            with _window_manager(there):
                yield there
        finally:
            screen.terminate()


@contextmanager
def _window_manager(there: Desktop) -> Iterator[None]:
    """Begun again where it ended at once, as it does when it does not find its screen yet.

    A window that comes before its manager is not given the keyboard.
    """
    with ExitStack() as managers:
        manager: subprocess.Popen[bytes] | None = None

        def manages() -> bool:
            nonlocal manager
            if manager is None or manager.poll() is not None:
                manager = managers.enter_context(
                    subprocess.Popen(["openbox"], env=there.environment, stderr=subprocess.DEVNULL)
                )
                managers.callback(manager.terminate)
            return there.xdotool("get_num_desktops") not in ("", "0")

        wait_until(manages, "a window manager")
        yield

"""What surrounds a walking user: a window that can be opened again, files, and a silent player."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent

from core.files.midi import write_midi
from core.memory import load_settings
from core.model.family import Model
from core.music.song import Song
from core.music.text import melody_from_text
from core.project import Project, save_project
from core.settings import Settings
from gui.job import Job
from gui.playing.player import Sounding
from gui.studio import Studio
from gui.window import Window
from tests.gui.fakes import FakeUser
from tests.gui.walk.player import LivelyPlayer
from tests.model.tunes import tiny_model

Composer = Literal["tiny", "bundled"]
"""A classic network of a few units, or the model in the box."""

PATIENCE_SECONDS = 20.0

_ABC = "X:1\nT:One\nM:3/4\nL:1/8\nK:G\nG2AB c2|d2BG A2|]\n"
_KERN = "**kern\n*M3/4\n*k[]\n4c\n4d\n4e\n=1\n2.f\n==\n*-\n"


@dataclass
class World:
    """`studio` is the window that is open now; `user` answers its questions.

    `player` sounds, unless `make_player` makes another one, which plays on `output`.
    """

    folder: Path
    make_player: Callable[[], Sounding] | None = None
    output: str = ""
    user: FakeUser = field(default_factory=FakeUser)
    player: LivelyPlayer = field(default_factory=LivelyPlayer)
    studio: Studio = field(init=False)
    _is_closed: bool = False

    def __post_init__(self) -> None:
        self.files = _files(self.folder)
        self.open(Settings(seed="c4 d4 e4/2", output=self.output))

    def open(self, settings: Settings) -> None:
        """A window on `settings`, with its model there."""
        self.player = LivelyPlayer()
        make_player = self.make_player or (lambda: self.player)
        self.studio = studio = Studio(settings, Window(), make_player, self.user)
        studio.window.show()
        studio.window.activateWindow()
        studio.start()
        self.live_until(lambda: not self.is_making and not studio.models.is_opening)

    def live_until(self, is_over: Callable[[], bool]) -> None:
        """Lets the window live, and its threads; raises TimeoutError where it takes too long."""
        end_seconds = time.monotonic() + PATIENCE_SECONDS
        while not is_over():
            if time.monotonic() > end_seconds:
                raise TimeoutError("the window does not come to rest")
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            time.sleep(0.001)

    @property
    def is_making(self) -> bool:
        """Whether any thread is at work for the window."""
        studio = self.studio
        return any([*studio.findChildren(Job), *studio.window.findChildren(Job)])

    def start_again(self) -> None:
        """The window was closed, and is opened on the settings that it left."""
        self._bury()
        settings, complaint = load_settings()
        assert complaint is None, complaint
        self.open(settings)

    def close(self) -> None:
        """Ends everything; what is closed already stays so."""
        if not self._is_closed:
            self._is_closed = True
            self.studio.close()
            self._bury()

    def _bury(self) -> None:
        self.studio.window.deleteLater()
        self.studio.deleteLater()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def world(
    folder: Path,
    composer: Composer,
    make_player: Callable[[], Sounding] | None = None,
    output: str = "",
) -> Iterator[World]:
    """An open window, closed in the end; settings and files of this process are to be its own."""
    gc.freeze()  # as the program does
    with patch("core.model.bundle.open_model", _opener(composer)):
        there = World(folder, make_player, output)
        try:
            yield there
        finally:
            there.close()
            gc.unfreeze()


def _opener(composer: Composer) -> Callable[..., Model]:
    from core.model.bundle import open_model
    from core.model.library import DEFAULT_MODEL

    def open_tiny(*_: object) -> Model:
        return tiny_model()

    def open_bundled(*_: object) -> Model:
        return open_model(DEFAULT_MODEL)

    return open_tiny if composer == "tiny" else open_bundled


def _files(folder: Path) -> tuple[Path, ...]:
    """What a user may open: music of several kinds, a project, and some that is none."""
    song = Song(melody_from_text("g4 a4/8 b4 c5/4. d5/8 | e5/2 c5"))
    song = Song(song.melody, seed_end=960)
    texts = {
        "tune.txt": "g4 a4/8 b4 c5/4",
        "long.txt": "c4/16 d4 e4 f#4 " * 300,
        "two.abc": _ABC + "\n" + _ABC.replace("X:1", "X:2"),
        "tune.krn": _KERN,
        "nonsense.abc": "no music\n",
        "strange.xyz": "?",
        "broken.cantilena": "{",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    write_midi(song, folder / "tune.mid")
    (folder / "broken.mid").write_bytes(b"MThd\0\0")
    save_project(Project(song), folder / "mine.cantilena")
    names = (*texts, "tune.mid", "broken.mid", "mine.cantilena", "missing.mid", "other.keras")
    return tuple(folder / name for name in names)

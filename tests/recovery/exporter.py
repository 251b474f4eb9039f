"""A window without a screen that exports until it is killed: python -m tests.recovery.exporter
FOLDER SEED [once].

Every kind comes, in any order, to the same name each time, now and then all takes to names of their
own, and the tune is another each time. It says 'ready', then 'begun NAME' and 'written NAME', and
after 'once', when every kind has been written, it ends.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from unittest.mock import patch

from PySide6.QtWidgets import QApplication

from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.tempo import TempoMap
from core.settings import Settings
from core.words import Words
from gui.files.kinds import KINDS
from gui.job import Job
from gui.studio import Studio
from gui.window import Window
from tests.gui.fakes import FakePlayer, FakeUser
from tests.model.tunes import tiny_model

SOUNDS = (".wav", ".flac")
NAMES = (*(f"{kind.name}{kind.suffixes[0]}" for kind in KINDS), *(f"sound{end}" for end in SOUNDS))
TYPE = Words("Type")


class Exporter:
    def __init__(self, folder: Path, chance: Random) -> None:
        self._folder, self._chance = folder, chance
        self._user = FakeUser()
        self._studio = Studio(Settings(seed="c4 d4"), Window(), FakePlayer, self._user)
        self._studio.window.show()
        self._studio.start()
        self._wait(lambda: not self._studio.models.is_opening)
        self._studio.document.set_controls(Settings().controls)
        self._studio.generate()
        self._wait(lambda: not self._studio.takes.is_running)

    def write(self, name: str) -> None:
        """The tune, which is another one now, as the kind of that name."""
        self._studio.document.commit(TYPE, tune(self._chance))
        is_sound = name.endswith(SOUNDS)
        self._user.to_save = self._folder / name
        self._user.kind = None if is_sound else NAMES.index(name)
        self._do("export_audio" if is_sound else "export", name)

    def write_takes(self, number: int) -> None:
        """All takes as any kind."""
        self._user.kind = self._chance.randrange(len(KINDS))
        folder = self._folder / f"takes-{number}"
        folder.mkdir()
        self._user.to_save = folder / f"take{KINDS[self._user.kind].suffixes[0]}"
        self._do("export_takes", folder.name)

    def _do(self, action: str, name: str) -> None:
        print(f"begun {name}", flush=True)
        self._studio.actions[action].trigger()
        self._wait(lambda: not self._studio.writing.findChildren(Job))
        if sentence := self._studio.window.message.sentence:
            print(sentence, file=sys.stderr, flush=True)
        print(f"written {name}", flush=True)

    def _wait(self, holds: Callable[[], bool]) -> None:
        while not holds():
            QApplication.processEvents()
            time.sleep(0.002)

    def close(self) -> None:
        self._studio.close()


def tune(chance: Random) -> Song:
    pitches = range(chance.choice([8, 60, 300]))
    notes = tuple(Note(240 * n, 240, 48 + n * 7 % 36) for n in pitches)
    return Song(
        Melody(notes, notes[-1].end), tempos=TempoMap.constant(chance.choice([90.0, 240.0]))
    )


def order(chance: Random, is_once: bool) -> Iterator[str]:
    while True:
        yield from chance.sample(NAMES, len(NAMES))
        if is_once:
            return


def main(folder: Path, seed: int, is_once: bool) -> None:
    chance = Random(seed)
    exporter = Exporter(folder, chance)
    print("ready", flush=True)
    for count, name in enumerate(order(chance, is_once)):
        exporter.write(name)
        if not is_once and not chance.randrange(4):
            exporter.write_takes(1_000 * seed + count)
    exporter.close()


if __name__ == "__main__":
    app = QApplication(["exporter", "-platform", "offscreen", "-style", "fusion"])
    with patch("core.model.bundle.open_model", lambda *_: tiny_model()):
        main(Path(sys.argv[1]), int(sys.argv[2]), "once" in sys.argv)

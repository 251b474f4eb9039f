"""How much memory a window takes: python -m tests.bench.weighed NOTES [field | score] prints bytes.

What no other process shares, of the window with its model, or with the probability field or the
score shown too, and of the processes that it started; the player is none of them. Without NOTES,
that of a bare window.
"""

import os
import sys

import psutil  # type: ignore[import-untyped]

from tests.bench.opened import opened_studio, rest, wait

SETTLED_MS = 1500


def main(notes: str = "", part: str = "") -> None:
    print(_program(int(notes), part) if notes else _bare())


def _own_bytes() -> int:
    """Of this process and its children."""
    here = psutil.Process()
    return sum(process.memory_full_info().uss for process in (here, *here.children(recursive=True)))


def _program(notes: int, part: str) -> int:
    with opened_studio("c4") as studio:
        from core.project import Project
        from gui.job import Job
        from tests.bench.roll import made_song

        if notes:
            studio.document.show(Project(made_song(notes)))
        if part == "field":
            studio.probing.switch(True)
        elif part == "score":
            studio.scoring.toggle()
        wait(lambda: not [*studio.findChildren(Job), *studio.window.findChildren(Job)])
        rest(SETTLED_MS)
        panel = studio.scoring.panel
        assert len(studio.window.roll.scene.song.melody) == notes or not notes
        assert part != "score" or (panel is not None and panel.view.plate.heads)
        return _own_bytes()


def _bare() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    app.processEvents()
    rest(SETTLED_MS)
    return _own_bytes()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The program, which tells where it shows its notes: python -m tests.gui.shown THEME FILE.

THEME is dark or light. A line of JSON comes when the tune is there, and behind every change of it:
rectangles [x, y, width, height] in pixels of the screen by what they hold. Told a moment later, so
that it is on the screen by then.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication

from gui import app
from gui.look.style import stylesheet_from_theme
from gui.look.theme import DARK, LIGHT, palette_from_theme
from gui.roll.canvas import Canvas
from gui.studio import Studio

SETTLED_MS = 700

Box = list[int]


class Teller(QObject):
    """Tells what the roll of `studio` shows, once it has rested."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._studio = studio
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED_MS)
        self._soon.timeout.connect(self._tell)
        studio.document.listen(self._soon.start)

    def _tell(self) -> None:
        studio = self._studio
        if not studio.playback.is_open and not studio.window.message.sentence:
            self._soon.start()  # a message that nothing can sound would move the roll
            return
        scene = self._studio.window.roll.scene
        seed_end, notes = scene.song.seed_end, scene.song.melody.notes
        roll = self._studio.window.roll
        canvas = roll.findChild(Canvas)
        assert canvas is not None
        meters, end = scene.song.meters, scene.song.melody.end
        lines = [round(scene.time.x_from_tick(tick)) for tick in meters.lines(end - 1)]
        told = {
            "seed": self._boxes(roll.rect_of(n) for n in notes if n.onset < seed_end),
            "new": self._boxes(roll.rect_of(n) for n in notes if n.onset >= seed_end),
            "canvas": self._boxes([canvas.geometry()]),
            "lines": self._boxes(
                canvas.rect().translated(QPoint(x, 0) + canvas.pos()) for x in lines
            ),
            "playhead": self._boxes(
                [QRect(round(scene.time.x_from_tick(0)), 0, 2, 9).translated(canvas.pos())]
            ),
            "colours": [scene.theme.seed, scene.theme.new, scene.theme.stripe],
            "line_colours": [scene.theme.bar_line, scene.theme.playhead],
        }
        print(json.dumps(told), flush=True)

    def _boxes(self, rects: Iterable[QRect]) -> list[Box]:
        """Places on the roll as pixels of the screen."""
        roll = self._studio.window.roll
        ratio = roll.devicePixelRatio()
        found = []
        for rect in rects:
            corner = roll.mapToGlobal(rect.topLeft())
            sides = (corner.x(), corner.y(), rect.width(), rect.height())
            found.append([round(side * ratio) for side in sides])
        return found


def main(name: str, file: str) -> int:
    start, theme = Studio.start, DARK if name == "dark" else LIGHT

    def told(self: Studio, files: Sequence[Path] = ()) -> None:
        QApplication.setPalette(palette_from_theme(theme))
        self.window.setStyleSheet(stylesheet_from_theme(theme, QApplication.font().pointSizeF()))
        Teller(self)
        start(self, files)

    Studio.start = told  # type: ignore[method-assign]
    return app.run([file])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

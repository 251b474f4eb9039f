"""What the screen shows is what the tune is: every note's body stands where its scene has it.

Pictures are left in build/pictures.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.song import Song
from core.project import Project, save_project
from gui.look.theme import DARK, LIGHT, Theme, mixed
from tests import desktop
from tests.desktop import Desktop
from tests.gui.picture import Blot, Picture, blots_in

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "build" / "pictures"
REACH, NEAR_PX = 10.0, 3
STRIPES = 0.25
"""So much of the stripes' colour there is in a composed note."""

Told = dict[str, list[list[int]]]


def tune() -> Song:
    """Notes of many lengths with rests, so loud that their colours are those of the theme."""
    pitches = (60, 62, 64, 65, 67, 72, 71, 69, 67, 65, 64, 62, 60, 55, 60)
    durations = (480, 240, 240, 720, 240, 960, 480, 480, 120, 360, 480, 960, 480, 480, 1920)
    notes, onset = [], 0
    for pitch, duration in zip(pitches, durations, strict=True):
        notes.append(Note(onset, duration - 30, pitch, 127))
        onset += duration
    return Song(Melody(tuple(notes), onset), key=Key(0), seed_end=notes[6].onset)


def name_of(theme: Theme) -> str:
    return "dark" if theme is DARK else "light"


@contextmanager
def program(there: Desktop, theme: Theme, scale: int, file: Path) -> Iterator["Program"]:
    command = [sys.executable, "-m", "tests.gui.shown", name_of(theme), str(file)]
    environment = there.environment | {"QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Program(process)
        finally:
            process.kill()


class Program:
    """A running one that tells what it shows."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def told(self) -> Told:
        """What it shows from the last change of its tune on."""
        assert self._process.stdout is not None
        told: Told = json.loads(self._process.stdout.readline())
        return told


def assert_shown(picture: Picture, told: Told, scale: int) -> None:
    """As many bodies of both colours as there are notes, each at its place, and nothing else."""
    (canvas,) = told["canvas"]
    seed, new, stripe = map(str, told["colours"])
    kinds = {"seed": (seed, seed), "new": (new, mixed(new, stripe, STRIPES))}
    for kind, (first, second) in kinds.items():
        least = 12 * scale**2
        bodies = [b for b in picture.blots(canvas, first, second, REACH) if b.pixels > least]
        boxes = told[kind]
        assert len(bodies) == len(boxes), f"{kind}: {bodies} for {boxes}"
        for box in boxes:
            near = [body for body in bodies if body.is_near(box, NEAR_PX * scale)]
            assert len(near) == 1, f"{kind}: no body at {box}, only {bodies}"
    bar, playhead = map(str, told["line_colours"])
    for colour, boxes in ((bar, told["lines"][1:]), (playhead, told["playhead"])):
        for x, y, _, height in boxes:
            column = picture.mask([x - 1, y, scale + 2, height], colour, colour, REACH)
            assert column.any(axis=1).mean() > 0.5, f"no line of {colour} at {x}"


def shown_whole(shown: Program) -> Told:
    """What it shows once it has opened the tune."""
    told = shown.told()
    while len(told["seed"]) + len(told["new"]) < len(tune().melody):
        told = shown.told()
    return told


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.gui
@pytest.mark.skipif(bool(desktop.MISSING), reason=f"not installed: {desktop.MISSING}")
def test_every_note_stands_where_its_scene_has_it(theme: Theme, scale: int, tmp_path: Path) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    file, shot = tmp_path / "tune.cantilena", PICTURES / f"roll-{name_of(theme)}-{scale}.png"
    save_project(Project(tune()), file)
    size = f"{1280 * scale}x{800 * scale}"
    with desktop.desktop(size) as there, program(there, theme, scale, file) as shown:
        told = shown_whole(shown)
        assert list(map(str, told["colours"])) == [theme.seed, theme.new, theme.stripe]
        there.picture(shot)
        assert_shown(Picture(shot), told, scale)


@pytest.mark.gui
@pytest.mark.skipif(bool(desktop.MISSING), reason=f"not installed: {desktop.MISSING}")
def test_a_note_that_a_mouse_drags_stands_where_it_was_let_go(tmp_path: Path) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    file, shot = tmp_path / "tune.cantilena", PICTURES / "roll-dragged.png"
    save_project(Project(tune()), file)
    with desktop.desktop() as there, program(there, DARK, 1, file) as shown:
        before = shown_whole(shown)
        x, y, width, height = before["seed"][0]
        place = x + width // 2, y + height // 2
        there.drag(place, (place[0], place[1] - 3 * (height + 2)))
        there.press("Escape")
        told = shown.told()
        above = told["seed"][1][1] - told["seed"][0][1]
        assert above == before["seed"][1][1] - y + 3 * (height + 2)
        there.picture(shot)
        assert_shown(Picture(shot), told, 1)


def test_blots_hang_together_across_and_down_but_not_at_corners() -> None:
    rows = ("##..#", "#..##", "..#..", "#.#..", "###..")
    mask = np.array([[letter == "#" for letter in row] for row in rows])
    assert sorted(blots_in(mask), key=lambda blot: (blot.top, blot.left)) == [
        Blot(0, 0, 2, 2, 3),
        Blot(3, 0, 5, 2, 3),
        Blot(0, 2, 3, 5, 6),
    ]

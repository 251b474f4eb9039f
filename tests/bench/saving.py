"""Keeping the work: a project saved so that no power cut tears it, and read back."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from core.music.melody import Melody, Note
from core.music.song import Song
from core.project import Project, project_from_file, save_project, text_from_project
from tests.bench.row import Row

NOTES = 2_000
ROUNDS = 30


def median_ms(task: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        task()
        taken.append((time.perf_counter() - start) * 1000)
    return median(taken)


def rows() -> list[Row]:
    notes = tuple(Note(index * 240, 240, 60 + index % 12) for index in range(NOTES))
    project = Project(Song(Melody(notes, NOTES * 240)))
    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder) / "tune.cantilena", Path(folder) / "plain.txt"
        text = text_from_project(project)
        saved = median_ms(lambda: save_project(project, path))
        written = median_ms(lambda: plain.write_text(text, encoding="utf-8"))
        opened = median_ms(lambda: project_from_file(path))
    return [
        Row(f"project: save {NOTES:,} notes", saved, "ms", "plain write", written / saved),
        Row(f"project: open {NOTES:,} notes", opened, "ms", "save it", saved / opened),
    ]

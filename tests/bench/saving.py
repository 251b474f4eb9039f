"""Keeping the work: a project saved so that no power cut tears it, and read back; and what is kept
of it while it is not saved.
"""

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from statistics import median

from core.music.melody import Melody, Note
from core.music.song import Song
from core.project import Project, project_from_file, save_project, text_from_project
from core.recovery.journal import Journal
from core.takerecord import TakeLines
from tests.bench.row import Row
from tests.recovery.works import takes, work

NOTES = 2_000
TAKES, NOTES_OF_TAKE = 1_000, 64
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
        large = Project(work(1, NOTES_OF_TAKE), takes=takes(TAKES, NOTES_OF_TAKE))
        # Another project each time, as what has not changed is not written again.
        number = count()
        all_saved = median_ms(lambda: save_project(replace(large, model=str(next(number))), path))
        lines = TakeLines()
        journal = Journal(Path(folder), lines)
        journal.keep(large, path)
        kept = median_ms(lambda: journal.keep(replace(large, model=str(next(number))), path))
        again = median_ms(
            lambda: save_project(replace(large, model=str(next(number))), path, lines)
        )
        journal.close()
    starred = f"{TAKES:,} takes of {NOTES_OF_TAKE} notes"
    return [
        Row(f"project: save {NOTES:,} notes", saved, "ms", "plain write", written / saved),
        Row(f"project: open {NOTES:,} notes", opened, "ms", "save it", saved / opened),
        Row(f"project: save {starred}", all_saved, "ms", "0.1 s", 100 / all_saved),
        Row(f"project: save {starred}, known by then", again, "ms", "0.1 s", 100 / again),
        Row(f"unsaved work kept, {starred}", kept, "ms", "save it", all_saved / kept),
    ]

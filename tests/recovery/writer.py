"""A program that works, keeps and saves until it is killed: `python -m tests.recovery.writer FOLDER
FILE SEED`. First it takes over what the one before it had not saved.

Before each change it says 'changed NUMBER NANOSECONDS', after each save 'saved NUMBER'.
"""

import random
import sys
import time
from dataclasses import replace
from pathlib import Path

from core.batch import Batch
from core.document import Document
from core.project import Project, save_project
from core.recovery.keeper import Keeper
from core.recovery.leftover import leftovers
from core.sight import Sight
from tests.recovery.works import TYPE, number_of, takes, work


def main(folder: Path, file: Path, seed: int) -> None:
    chance = random.Random(seed)
    document = Document()
    keeper = Keeper(document, lambda words: print(words, file=sys.stderr, flush=True), folder)
    if file.exists():
        document.open(file)
    found = [(number_of(leftover.read()), leftover) for leftover in leftovers(folder)]
    for number, leftover in sorted(found, key=lambda pair: pair[0]):
        if number > max(0, number_of(document.project)):
            document.restore(leftover.read(), leftover.entry.file)
        keeper.take_over(leftover)
    number = max(0, number_of(document.project))
    starred = takes(chance.choice([0, 1, 200]))
    batches = Batch(), Batch(takes(16), (takes(1)[0], None))
    length = chance.choice([3, 64, 5_000])
    while True:
        number += 1
        print(f"changed {number} {time.monotonic_ns()}", flush=True)
        document.commit(TYPE, work(number, length))
        if chance.random() < 0.1:
            document.set_takes(starred[: chance.randint(0, len(starred))], chance.choice(batches))
        if chance.random() < 0.1:
            document.set_sight(Sight(chance.uniform(0, 9_000), 96.0, 72.5, 16))
        if chance.random() < 0.1:
            save(document, file)
            print(f"saved {number}", flush=True)
        time.sleep(chance.choice([0.002, 0.01, 0.05]))


def save(document: Document, file: Path) -> None:
    """As the window does: the file is written on one thread, and the document hears of it later."""
    project: Project = replace(document.project)
    save_project(project, file)
    document.mark_saved(project, file)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))

"""Any programs, starting, working, saving, crashing and looking for what others left, in any order:
nothing unsaved is ever nowhere, and nobody is offered what another one has.
"""

import os
import shutil
import tempfile
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from core.project import Project
from core.recovery.entry import project_from_kept
from core.recovery.journal import Journal
from core.recovery.leftover import Leftover, leftovers
from core.recovery.slot import Slot
from core.takerecord import TakeLines
from tests.recovery.works import number_of, work

which = st.integers(0, 9)


@dataclass
class Program:
    """A running program: the number of its unsaved work, and what it asks its user about."""

    journal: Journal
    unsaved: int | None = None
    offered: list[Leftover] = field(default_factory=list)


def die(slot: Slot) -> None:
    """What the system does with the lock of a program that is killed."""
    os.close(slot._hold._handle)


class Programs(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.running: list[Program] = []
        self.left: set[int] = set()
        self.numbers = count(1)

    def teardown(self) -> None:
        for program in self.running:
            program.journal.close()
            for leftover in program.offered:
                leftover.leave()
        for leftover in leftovers(self.folder):
            leftover.throw_away()
        assert list(self.folder.iterdir()) == []
        shutil.rmtree(self.folder)

    def program(self, index: int) -> Program:
        return self.running[index % len(self.running)]

    @precondition(lambda self: len(self.running) < 4)
    @rule()
    def start(self) -> None:
        self.running.append(Program(Journal(self.folder, TakeLines())))

    @precondition(lambda self: self.running)
    @rule(index=which)
    def work(self, index: int) -> None:
        program = self.program(index)
        program.unsaved = next(self.numbers)
        program.journal.keep(Project(work(program.unsaved, 3)), None)

    @precondition(lambda self: self.running)
    @rule(index=which)
    def save(self, index: int) -> None:
        program = self.program(index)
        program.journal.clear()
        program.unsaved = None

    @precondition(lambda self: self.running)
    @rule(index=which, is_writing=st.booleans())
    def crash(self, index: int, is_writing: bool) -> None:
        program = self.program(index)
        self.end(program)
        slot = program.journal._slot
        if slot is not None:
            if is_writing:
                slot.work.with_name(".cantilena-123-45").write_text("half of a fi")
            die(slot)
        for leftover in program.offered:
            die(leftover.slot)

    @precondition(lambda self: self.running)
    @rule(index=which)
    def close_unasked(self, index: int) -> None:
        program = self.program(index)
        self.end(program)
        program.journal.close()
        for leftover in program.offered:
            leftover.leave()

    def end(self, program: Program) -> None:
        self.running.remove(program)
        self.left |= {number_of(leftover.read()) for leftover in program.offered}
        if program.unsaved is not None:
            self.left.add(program.unsaved)

    @precondition(lambda self: self.running)
    @rule(index=which)
    def look(self, index: int) -> None:
        found = leftovers(self.folder)
        assert {number_of(leftover.read()) for leftover in found} == self.left
        assert len(found) == len(self.left)
        self.left = set()
        self.program(index).offered += found

    @precondition(lambda self: any(program.offered for program in self.running))
    @rule(deed=st.sampled_from(["take over", "leave", "throw away"]))
    def decide(self, deed: str) -> None:
        program = next(program for program in self.running if program.offered)
        leftover = program.offered.pop()
        project = leftover.read()
        match deed:
            case "take over":
                program.journal.keep(project, leftover.entry.file)
                program.unsaved = number_of(project)
                leftover.throw_away()
            case "leave":
                leftover.leave()
                self.left.add(number_of(project))
            case "throw away":
                leftover.throw_away()

    @invariant()
    def everything_unsaved_is_on_disk(self) -> None:
        kept = sorted(number_of(project_from_kept(path)) for path in self.folder.glob("*/work"))
        unsaved = [p.unsaved for p in self.running if p.unsaved is not None]
        asked = [number_of(leftover.read()) for p in self.running for leftover in p.offered]
        assert kept == sorted([*unsaved, *asked, *self.left])


TestPrograms = Programs.TestCase
IS_LONG = settings.get_current_profile_name() == "long"
TestPrograms.settings = settings(
    max_examples=300 if IS_LONG else 15, stateful_step_count=40, deadline=None
)

"""Jobs: order, errors, stopping, and threads that end."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from pytestqt.qtbot import QtBot

from core.crash.defect import Defect
from core.crash.telling import listen
from core.errors import UserError
from gui.job import Job


class Heard:
    """All that a job says, in order."""

    def __init__(self, job: Job) -> None:
        self.said: list[object] = []
        job.item.connect(self.said.append)
        job.failed.connect(lambda sentence: self.said.append(("failed", sentence)))
        job.done.connect(lambda: self.said.append("done"))


@pytest.fixture
def owner(qapp: QCoreApplication) -> Iterator[QObject]:
    owner = QObject(qapp)
    yield owner
    for job in owner.findChildren(Job):
        job.stop()
        assert job.wait(2000)
    owner.deleteLater()


def test_items_arrive_in_order_on_the_owners_thread_and_done_is_last(
    owner: QObject, qtbot: QtBot
) -> None:
    worked_on: list[threading.Thread] = []

    def steps() -> Iterator[int]:
        worked_on.append(threading.current_thread())
        yield from range(500)

    job = Job(steps, owner)
    heard = Heard(job)
    heard_on: list[threading.Thread] = []
    job.item.connect(lambda _: heard_on.append(threading.current_thread()))
    with qtbot.waitSignal(job.done):
        job.start()
    assert heard.said == [*range(500), "done"]
    assert set(heard_on) == {threading.main_thread()}
    assert worked_on != [threading.main_thread()]


def test_things_arrive_while_the_work_goes_on_sixty_times_a_second_at_most(
    owner: QObject, qtbot: QtBot
) -> None:
    def steps() -> Iterator[int]:
        for number in range(300):
            yield number
            time.sleep(0.001)

    job = Job(steps, owner)
    begun: list[float] = []  # of each handful
    later = QTimer(owner)
    later.setSingleShot(True)
    later.timeout.connect(lambda: begun.append(time.monotonic()))
    job.item.connect(lambda _: later.start())
    with qtbot.waitSignal(job.done):
        job.start()
    qtbot.wait(20)
    seconds = begun[-1] - begun[0]
    assert 3 <= len(begun) <= 60 * seconds + 2


def test_a_users_error_is_told_as_it_is_and_what_came_before_is_kept(
    owner: QObject, qtbot: QtBot
) -> None:
    def steps() -> Iterator[int]:
        yield 1
        raise UserError("The file is empty; choose another.")

    job = Job(steps, owner)
    heard = Heard(job)
    with qtbot.waitSignal(job.done):
        job.start()
    assert heard.said == [1, ("failed", "The file is empty; choose another."), "done"]


def test_a_defect_ends_in_one_sentence_that_names_its_details(owner: QObject, qtbot: QtBot) -> None:
    told: list[Defect] = []
    stop = listen(told.append)

    def steps() -> Iterator[int]:
        yield 1 // len("")

    job = Job(steps, owner)
    heard = Heard(job)
    with qtbot.waitSignal(job.done):
        job.start()
    stop()
    assert heard.said[-1] == "done"
    assert "ZeroDivisionError" in str(heard.said[0])
    assert [(defect.where, defect.what.partition(":")[0]) for defect in told] == [
        ("job", "ZeroDivisionError")
    ]


def test_stop_ends_behind_the_step_keeps_what_is_done_and_closes_the_iterator(
    owner: QObject, qtbot: QtBot
) -> None:
    closed_on: list[threading.Thread] = []
    begun: list[int] = []

    def steps() -> Iterator[int]:
        number = 0
        try:
            while True:
                begun.append(number)
                yield number
                number += 1
                time.sleep(0.001)
        finally:
            closed_on.append(threading.current_thread())

    job = Job(steps, owner)
    heard = Heard(job)
    job.start()
    qtbot.waitUntil(lambda: len(heard.said) >= 3)
    with qtbot.waitSignal(job.done):
        job.stop()
        begun_when_asked = begun[-1]
    assert begun[-1] - begun_when_asked <= 2  # one at the moment, and one that had just begun
    assert heard.said == [*range(len(heard.said) - 1), "done"]
    assert closed_on
    assert closed_on != [threading.main_thread()]


def test_a_dropped_job_says_nothing_more(owner: QObject, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def steps() -> Iterator[int]:
        yield 1
        go_on.wait(2)
        yield 2

    job = Job(steps, owner)
    heard = Heard(job)
    with qtbot.waitSignal(job.item):
        job.start()
    job.drop()
    go_on.set()
    qtbot.waitUntil(lambda: not owner.findChildren(Job))
    assert heard.said == [1]

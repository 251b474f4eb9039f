import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from core.apart import UNASKED, apart
from core.errors import UserError


def count(things: int) -> Iterator[bytes]:
    for number in range(things):
        yield bytes([number])


def refuse(sentence: str) -> Iterator[bytes]:
    yield b"before"
    raise UserError(sentence, what="thank you")


def stumble() -> Iterator[bytes]:
    yield from ()
    raise KeyError("defect")


def die() -> Iterator[bytes]:
    yield b""
    os.kill(os.getpid(), signal.SIGKILL)


def sleep() -> Iterator[bytes]:
    time.sleep(60)
    yield b""


def things(answers: Iterator[bytes | None]) -> list[bytes]:
    return [answer for answer in answers if answer is not None]


def test_what_is_yielded_there_comes_here() -> None:
    assert things(apart(count, 3)) == [b"\0", b"\1", b"\2"]
    assert not multiprocessing.active_children()


def test_a_sentence_comes_behind_what_was_yielded_before_it() -> None:
    with closing(apart(refuse, "No, {what}.")) as answers:
        assert next(filter(None, answers)) == b"before"
        with pytest.raises(UserError, match=r"^No, thank you\.$") as caught:
            next(filter(None, answers))
    assert caught.value.words.template == "No, {what}."


@pytest.mark.parametrize(
    ("work", "words"), [(stumble, "cannot be read .KeyError: 'defect'"), (die, "was killed")]
)
def test_a_defect_and_a_death_are_sentences(
    work: Callable[[], Iterator[bytes]], words: str
) -> None:
    with pytest.raises(UserError, match=words):
        list(apart(work))
    assert not multiprocessing.active_children()


def test_whoever_has_enough_leaves_no_process_behind() -> None:
    with closing(apart(sleep)) as answers:
        assert next(answers) is None
        assert multiprocessing.active_children()
    assert not multiprocessing.active_children()


def grow(size: int) -> Iterator[bytes]:
    yield b"%d" % len(bytearray(size))


@pytest.mark.skipif(sys.platform != "linux", reason="only there memory can be bounded")
def test_what_takes_more_than_a_gigabyte_is_refused() -> None:
    assert things(apart(grow, 500_000_000)) == [b"500000000"]
    with pytest.raises(UserError, match="more memory than there is for one file"):
        list(apart(grow, UNASKED.memory_bytes))


def test_what_is_silent_for_too_long_is_killed() -> None:
    with pytest.raises(UserError, match=r"longer than 0\.2 seconds"):
        list(apart(sleep, bounds=replace(UNASKED, seconds=0.2)))
    assert not multiprocessing.active_children()

"""A process that serves: it hears and answers, and whatever it does nobody waits for it."""

import multiprocessing
import time
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection

import pytest

from core.link import Link


def echo(pipe: "Connection[str, str]", mark: str) -> None:
    """Sends each word back with a mark; ends at 'quit'."""
    while (word := pipe.recv()) != "quit":
        pipe.send(word + mark)


def fall_silent(pipe: "Connection[str, str]", _: str) -> None:
    pipe.recv()
    time.sleep(60)


def wait_until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.005)


def ended() -> bool:
    return not multiprocessing.active_children()


def test_what_is_sent_is_answered_in_order() -> None:
    link: Link[str, str] = Link("echo", echo, "!")
    told: list[str] = []
    for word in ("one", "two", "three"):
        link.send(partial(str, word))
    while len(told) < 3:
        told += link.replies()
    assert told == ["one!", "two!", "three!"]
    assert not link.is_broken
    link.close(lambda: "quit")
    wait_until(ended)


def test_an_end_is_seen() -> None:
    link: Link[str, str] = Link("echo", echo, "!")
    link.send(lambda: "quit")
    wait_until(lambda: list(link.replies()) or link.is_broken)
    link.send(lambda: "more")
    assert list(link.replies()) == []
    link.kill()
    wait_until(ended)


@pytest.mark.parametrize("word", ["short", "long " * 200_000])
def test_one_that_is_silent_holds_up_nobody_and_can_be_killed(word: str) -> None:
    link: Link[str, str] = Link("silent", fall_silent, "")
    begun = time.monotonic()
    for _ in range(3):
        link.send(lambda: word)
    assert time.monotonic() - begun < 0.5
    wait_until(multiprocessing.active_children)
    link.kill()
    wait_until(ended)

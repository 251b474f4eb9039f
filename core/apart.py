"""Work in a process of its own, which may hang, grow or die without harm to this one."""

import json
import multiprocessing
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from core.child import attempt, become_child, interrupts_wait
from core.errors import UserError
from core.spawned import spawned
from core.wordrecord import object_from_words, words_from_object
from core.words import Words


@dataclass(frozen=True, slots=True)
class Bounds:
    """What such a process may take: memory, and time for itself and for each thing it yields."""

    seconds: float
    memory_bytes: int


UNASKED = Bounds(10.0, 1_000_000_000)
"""Of what nobody can see and end."""

WATCHED = Bounds(30.0, 1_000_000_000)
"""Of what whoever waits is told of when the time of UNASKED is over, and can end."""

_LOOK_SECONDS = 0.05
_THING, _REFUSAL, _END = b"+", b"!", b"."


def apart(
    work: Callable[..., Iterator[bytes]], *arguments: object, bounds: Bounds = UNASKED
) -> Generator[bytes | None, None, None]:
    """What `work(*arguments)` yields in a process that begins for it and ends with it.

    A None comes again and again while there is nothing new; whoever has enough closes the
    generator. `work` is a function of a module. UserError where it raises anything, takes too long,
    or is killed. Only bytes come through: a process that a stranger's file took over could send
    anything else too.
    """
    ours, theirs = multiprocessing.get_context("spawn").Pipe(duplex=False)
    with ours:
        with theirs, interrupts_wait():
            process = spawned("reader", _serve, (theirs, bounds.memory_bytes, work, arguments))
            process.start()
        try:
            yield from _received(ours, bounds.seconds)
        except EOFError:
            raise UserError("The process that read it was killed.") from None
        finally:
            process.kill()
            process.join()


def _received(
    pipe: "Connection[None, bytes]", most_seconds: float
) -> Generator[bytes | None, None, None]:
    end_seconds = time.monotonic() + most_seconds
    while True:
        while not pipe.poll(_LOOK_SECONDS):
            if time.monotonic() > end_seconds:
                raise UserError("It took longer than {seconds:g} seconds.", seconds=most_seconds)
            yield None
        message = pipe.recv_bytes()
        kind, thing = message[:1], message[1:]
        if kind == _END:
            return
        if kind == _REFUSAL:
            raise UserError(_words_from_bytes(thing))
        yield thing
        end_seconds = time.monotonic() + most_seconds


def _serve(
    pipe: "Connection[bytes, None]",
    memory_bytes: int,
    work: Callable[..., Iterator[bytes]],
    arguments: tuple[object, ...],
) -> None:
    become_child(memory_bytes)
    with suppress(OSError):  # nobody listens any more
        try:
            things = attempt(lambda: work(*arguments))
            while (thing := attempt(lambda: next(things, None))) is not None:
                pipe.send_bytes(_THING + thing)
            pipe.send_bytes(_END)
        except UserError as error:
            pipe.send_bytes(_REFUSAL + json.dumps(object_from_words(error.words)).encode())


def _words_from_bytes(refusal: bytes) -> Words:
    try:
        return words_from_object(json.loads(refusal))
    except (ValueError, RecursionError):
        return Words("The process that read it said why not in no way that can be read.")

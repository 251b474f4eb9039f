"""Work in a process of its own, which may hang, grow or die without harm to this one."""

import json
import multiprocessing
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection

from core.child import attempt, become_child, interrupts_wait
from core.errors import UserError
from core.wordrecord import object_from_words, words_from_object
from core.words import Words

MOST_MEMORY_BYTES = 2_000_000_000
MOST_SECONDS = 30.0
"""What such a process may take, for itself and for each thing that it yields."""

_LOOK_SECONDS = 0.05
_THING, _REFUSAL, _END = b"+", b"!", b"."


def apart(
    work: Callable[..., Iterator[bytes]], *arguments: object
) -> Generator[bytes | None, None, None]:
    """What `work(*arguments)` yields in a process that begins for it and ends with it.

    A None comes again and again while there is nothing new; whoever has enough closes the
    generator. `work` is a function of a module. UserError where it raises anything, takes too long,
    or is killed. Only bytes come through: a process that a stranger's file took over could send
    anything else too.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    with ours:
        with theirs, interrupts_wait():
            process = context.Process(target=_serve, args=(theirs, work, arguments), daemon=True)
            process.start()
        try:
            yield from _received(ours)
        except EOFError:
            raise UserError("The process that read it was killed.") from None
        finally:
            process.kill()
            process.join()


def _received(pipe: "Connection[None, bytes]") -> Generator[bytes | None, None, None]:
    end_seconds = time.monotonic() + MOST_SECONDS
    while True:
        while not pipe.poll(_LOOK_SECONDS):
            if time.monotonic() > end_seconds:
                raise UserError("It took longer than {seconds:g} seconds.", seconds=MOST_SECONDS)
            yield None
        message = pipe.recv_bytes()
        kind, thing = message[:1], message[1:]
        if kind == _END:
            return
        if kind == _REFUSAL:
            raise UserError(_words_from_bytes(thing))
        yield thing
        end_seconds = time.monotonic() + MOST_SECONDS


def _serve(
    pipe: "Connection[bytes, None]",
    work: Callable[..., Iterator[bytes]],
    arguments: tuple[object, ...],
) -> None:
    become_child(MOST_MEMORY_BYTES)
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

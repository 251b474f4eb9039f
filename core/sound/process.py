"""The player process: it owns the ports, the synth and the clock, and outlives nobody."""

import gc
import os
import select
import signal
import sys
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection

from core.sound.alarm import Alarm, wait_for
from core.sound.ear import Ear
from core.sound.engine import Engine
from core.sound.ports.input import Inlets
from core.sound.ports.output import Outlets
from core.sound.protocol import Command, Leaving, Quit, Reply
from core.sound.sync.following import Following

_AHEAD_SECONDS = 0.003  # from here on no more waiting for commands: waking up may take so long
_SPIN_SECONDS = 0.0002  # and from here on no more sleeping
_LOOK_SECONDS = 0.5
_QUIET_SECONDS = 0.01  # looking at the ports takes a millisecond at times: not just before a note
_OVERDUE_SECONDS = 1.0

_clock = time.perf_counter


def run(
    pipe: "Connection[Reply, Command]",
    outlets: Callable[[], Outlets],
    inlets: Callable[[], Inlets],
) -> None:
    """Serves the client at the other end of `pipe` until it quits, closes, or is killed.

    However it ends, short of being killed itself, every note that it began has been ended.
    """
    _prepare()
    replies = _Replies(pipe)
    engine = Engine(outlets(), replies.tell, _clock)
    alarm = Alarm()
    following = Following(engine, replies.tell)
    ear = Ear(inlets(), engine, replies.tell, alarm.ring, following.hear)
    try:
        _serve(pipe, engine, ear, following, alarm, replies)
    except (EOFError, OSError):
        pass  # the client is gone
    finally:
        ear.close()
        engine.close()
    if _is_spent(engine, ear):
        os._exit(0)  # a library with a dead server would crash in its own clearing up


class _Replies:
    """Sends to a client that may have stopped reading, and never waits for it."""

    def __init__(self, pipe: "Connection[Reply, Command]") -> None:
        self._pipe = pipe
        self._waiting: deque[Reply] = deque()

    def tell(self, reply: Reply) -> None:
        self._waiting.append(reply)
        self.flush()

    def flush(self) -> None:
        while self._waiting and _takes_more(self._pipe):
            self._pipe.send(self._waiting.popleft())


def _takes_more(pipe: "Connection[Reply, Command]") -> bool:
    if sys.platform == "win32":
        return True  # Windows can only tell this of sockets
    return bool(select.select([], [pipe], [], 0)[1])


def _serve(
    pipe: "Connection[Reply, Command]",
    engine: Engine,
    ear: Ear,
    following: Following,
    alarm: Alarm,
    replies: _Replies,
) -> None:
    engine.look()  # before the first answer: a system that is slow to start gets its time
    ear.renew()
    ear.look()
    look = _clock() + _LOOK_SECONDS
    while True:
        due = engine.due_seconds()
        wake = look if due is None else min(look, due - _AHEAD_SECONDS)
        wait_for((pipe, alarm.bell), max(0.0, wake - _clock()))
        if alarm.answer():
            ear.hear()
        if pipe.poll(0):
            command = pipe.recv()
            if isinstance(command, Quit):
                return
            for part in (ear, following, engine):
                part.obey(command)
        due, now = engine.due_seconds(), _clock()
        if due is not None and due - now < _AHEAD_SECONDS:
            _wait_until(due, ear, alarm)
            engine.perform()
        quiet = due is None or due - now > _QUIET_SECONDS
        if now > look and (quiet or now > look + _OVERDUE_SECONDS):
            if engine.due_seconds() is None:
                ear.renew()
            engine.look()
            ear.look()
            following.look(_clock())
            replies.flush()
            look = _clock() + _LOOK_SECONDS
            if _is_spent(engine, ear):
                replies.tell(Leaving())
                return


def _wait_until(seconds: float, ear: Ear, alarm: Alarm) -> None:
    """Until exactly then; what is played in the meantime is heard."""
    while (rest := seconds - _clock() - _SPIN_SECONDS) > 0:
        wait_for((alarm.bell,), rest)
        if alarm.answer():
            ear.hear()
    while _clock() < seconds:
        pass


def _is_spent(engine: Engine, ear: Ear) -> bool:
    return engine.is_spent or (ear.is_spoilt and engine.due_seconds() is None)


def _prepare() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the client, who then quits us
    signal.signal(signal.SIGTERM, _leave)
    gc.disable()  # a collection in the middle of a bar would be heard; little is allocated here
    _hush_libraries()
    _hurry()


def _leave(*_: object) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(0)


def _hush_libraries() -> None:
    """Sends what C libraries write to stderr to nowhere; Python's own errors stay visible."""
    own = os.fdopen(os.dup(2), "w", buffering=1)
    sys.stderr = own
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def _hurry() -> None:
    """Real-time priority, or at least a better one, where the system allows it."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
            return
    if sys.platform != "win32":
        with suppress(OSError):
            os.nice(-10)

"""Processes that this one starts, from nothing, so that they share no state with it.

As multiprocessing starts them, but for the order of two things. There a process begins, and then
what it is to do is written into its pipe; if this program is killed in between, the other finds a
pipe without an end and complains of it on the terminal. Here that lies in the pipe before.
"""

import io
import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.process import BaseProcess

from core.child import live

_ROOM_BYTES = 65_536
"""What a pipe holds at least, if nobody asks for more."""


def spawned(name: str, work: Callable[..., None], arguments: Sequence[object]) -> BaseProcess:
    """A process that is to `live` with this `work`; it ends with this one."""
    return _Process(target=live, args=(name, work, *arguments), name=name, daemon=True)


if sys.platform == "win32":
    _Process = multiprocessing.get_context("spawn").Process
else:
    import fcntl
    from multiprocessing import popen_spawn_posix, resource_tracker, spawn, util
    from multiprocessing.context import SpawnProcess, set_spawning_popen
    from multiprocessing.reduction import dump

    class _Process(SpawnProcess):
        @staticmethod
        def _Popen(process: BaseProcess) -> "_Popen":  # noqa: N802  multiprocessing calls it so
            return _Popen(process)

    class _Popen(popen_spawn_posix.Popen):
        """How such a process begins; `_launch` does what that of the class above does."""

        _fds: list[int]

        def _launch(self, process: BaseProcess) -> None:
            tracker = resource_tracker.getfd()
            assert tracker is not None
            self._fds.append(tracker)
            letter = io.BytesIO()
            set_spawning_popen(self)
            try:
                dump(spawn.get_preparation_data(process.name), letter)
                dump(process, letter)
            finally:
                set_spawning_popen(None)
            ours, far_end = os.pipe()
            far_begin, begin = os.pipe()
            self.finalizer = util.Finalize(self, _close, (ours, begin))
            try:
                self._fds += (far_begin, far_end)
                rest = _written(begin, letter.getvalue())
                command = spawn.get_command_line(tracker_fd=tracker, pipe_handle=far_begin)
                self.pid = util.spawnv_passfds(
                    os.fsencode(spawn.get_executable()), command, self._fds
                )
                self.sentinel = ours
                with open(begin, "wb", closefd=False) as pipe:
                    pipe.write(rest)
            finally:
                _close(far_begin, far_end)

    def _close(*handles: int) -> None:
        for handle in handles:
            os.close(handle)

    def _written(pipe: int, letter: bytes) -> bytes:
        """Writes as much as a pipe takes of which nobody reads yet; returns the rest."""
        if len(letter) > _ROOM_BYTES and sys.platform == "linux":
            with suppress(OSError):  # more than the system gives
                fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, len(letter))
        os.set_blocking(pipe, False)
        try:
            return letter[os.write(pipe, letter) :]
        finally:
            os.set_blocking(pipe, True)

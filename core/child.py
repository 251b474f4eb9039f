"""What a process takes care of that reads what strangers wrote: it may fail, hang and be killed.

One of the outer doors: `attempt` turns whatever a library raises into a sentence, since such
libraries raise nearly anything; the log keeps what it was.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from typing import TypeVar

from core.errors import UserError

T = TypeVar("T")

_LONGEST_REASON = 200
_GARBAGE = 50_000  # objects between two looks for cycles; the usual 700 cost a fifth of the time


def live(name: str, work: Callable[..., None], *arguments: object) -> None:
    """The life of a process that does `work`: what ends it unexpectedly comes into the log."""
    from core.crash.fatal import watch_child
    from core.crash.telling import catch_strays, tell

    watch_child(name)
    catch_strays(name)
    try:
        work(*arguments)
    except Exception as error:
        tell(error, name)
        raise


def become_child(memory_bytes: int) -> None:
    """Prepares this process: Ctrl-C is the parent's to answer, libraries print nothing, more than
    `memory_bytes` raise MemoryError (where the system can count them), and when the parent is
    gone, however it ended, this process ends too.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_GARBAGE)
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123  a device, not a path of ours
        for stream in (1, 2):
            os.dup2(nowhere.fileno(), stream)
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):  # a stricter limit is there, or none can be set
            resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    threading.Thread(target=_leave_with_parent, daemon=True).start()


@contextmanager
def interrupts_wait() -> Iterator[None]:
    """Ctrl-C comes through behind this block only, and never in a process that starts in it.

    Such a process would else answer with a traceback while it is still loading.
    """
    if sys.platform == "win32":
        yield
        return
    # Otherwise it starts with the first process, and lets Ctrl-C through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def attempt(call: Callable[[], T]) -> T:
    """What `call` returns. Whatever it raises becomes a UserError."""
    try:
        return call()
    except UserError:
        raise
    except MemoryError:
        raise UserError("It takes more memory than there is for one file.") from None
    except RecursionError:
        raise UserError("It is nested too deeply.") from None
    except Exception as error:
        from core.crash.defect import defect_from_error
        from core.crash.log import keep

        keep(defect_from_error(error, multiprocessing.current_process().name))
        detail = " ".join(f"{type(error).__name__}: {error}".split())[:_LONGEST_REASON]
        raise UserError("It cannot be read ({reason}).", reason=detail) from None


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)

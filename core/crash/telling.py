"""What is said of an unexpected error, and who hears of it."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from core.crash.defect import Defect, defect_from_error
from core.crash.log import keep
from core.words import Words

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_listeners: list[Callable[[Defect], object]] = []


def tell(error: BaseException, where: str) -> Words:
    """Keeps the details of `error`, tells those who listen, and says it in a sentence."""
    defect = defect_from_error(error, where)
    kept = keep(defect)
    for listener in tuple(_listeners):
        listener(defect)
    if kept is None:
        return Words("Something unexpected went wrong ({what}).", what=defect.what)
    return Words(
        "Something unexpected went wrong ({what}); the details are in '{file}'.",
        what=defect.what,
        file=kept,
    )


def listen(listener: Callable[[Defect], object]) -> Callable[[], None]:
    """`listener` hears of each defect, on whatever thread that comes up; until the function that
    is returned is called.
    """
    _listeners.append(listener)
    return lambda: _listeners.remove(listener)


def catch_strays(where: str) -> Callable[[], None]:
    """Has errors told that nobody caught, in slots, in threads and in clearing up; until the
    function that it returns is called.
    """
    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def take(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            tell(error, where)
        else:
            before[0](kind, error, trace)

    def take_of_thread(args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            name = args.thread.name if args.thread is not None else "gone"
            tell(args.exc_value, f"{where}, thread {name}")

    def take_unraisable(args: "UnraisableHookArgs") -> None:
        if isinstance(args.exc_value, Exception):
            tell(args.exc_value, f"{where}, clearing up")

    def restore() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before

    sys.excepthook, threading.excepthook, sys.unraisablehook = take, take_of_thread, take_unraisable
    return restore

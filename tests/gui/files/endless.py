"""Work on a file that never comes to an end."""

import time
from collections.abc import Callable, Iterator


def endless_steps(told: list[str]) -> Callable[..., Iterator[None]]:
    """What takes any arguments and then yields for ever; `told` hears that it is begun, and
    closed."""

    def steps(*_: object) -> Iterator[None]:
        told.append("begun")
        try:
            while True:
                time.sleep(0.005)
                yield None
        finally:
            told.append("closed")

    return steps

"""A JACK client that writes what its port hears: python -m tests.sound.receiver NAME FILE.

Each line is the moment of `time.perf_counter` in seconds, and the message in hex. The port
"NAME:in" is there once "ready" is printed. "unplug" on stdin takes it away, "plug" brings it back,
each answered by "ready"; the program ends with its stdin.
"""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

import rtmidi  # type: ignore[import-untyped]


def main() -> None:
    name, path = sys.argv[1:]
    gc.disable()
    with Path(path).open("w", buffering=1) as file:

        def hear(heard: tuple[list[int], float], _: object) -> None:
            seconds = time.perf_counter()
            file.write(f"{seconds:.6f} {bytes(heard[0]).hex()}\n")

        midi_in = _plugged(name, hear)
        for line in sys.stdin:
            if line == "plug\n":
                midi_in = _plugged(name, hear)
            else:
                _unplug(midi_in)
                print("ready", flush=True)
        _unplug(midi_in)


def _plugged(name: str, hear: Callable[[tuple[list[int], float], object], None]) -> rtmidi.MidiIn:
    midi_in = rtmidi.MidiIn(rtmidi.API_UNIX_JACK, name=name)
    midi_in.ignore_types(timing=False)  # clocks are heard too
    midi_in.set_callback(hear)
    midi_in.open_virtual_port("in")
    print("ready", flush=True)
    return midi_in


def _unplug(midi_in: rtmidi.MidiIn) -> None:
    if not midi_in.is_deleted:
        midi_in.cancel_callback()
        midi_in.delete()


if __name__ == "__main__":
    main()

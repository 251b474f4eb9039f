"""A JACK client that writes what its port hears: python -m tests.sound.receiver NAME FILE.

Each line is the moment of `time.perf_counter` in seconds, and the message in hex. The port
"NAME:in" is there once "ready" is printed; the program ends with its stdin.
"""

import gc
import sys
import time
from pathlib import Path

import rtmidi  # type: ignore[import-untyped]


def main() -> None:
    name, path = sys.argv[1:]
    gc.disable()
    with Path(path).open("a", buffering=1) as file:
        midi_in = rtmidi.MidiIn(rtmidi.API_UNIX_JACK, name=name)

        def hear(heard: tuple[list[int], float], _: object) -> None:
            seconds = time.perf_counter()
            file.write(f"{seconds:.6f} {bytes(heard[0]).hex()}\n")

        midi_in.ignore_types(timing=False)  # clocks are heard too
        midi_in.set_callback(hear)
        midi_in.open_virtual_port("in")
        print("ready", flush=True)
        sys.stdin.read()
        midi_in.cancel_callback()
        midi_in.close_port()


if __name__ == "__main__":
    main()

"""A JACK client that plays what it reads: python -m tests.sound.sender NAME.

Each line of stdin is a message in hex; for each the moment of `time.perf_counter` at which it was
sent comes to stdout. The port "NAME:out" is there once "ready" is printed.
"""

import gc
import sys
import time

import rtmidi  # type: ignore[import-untyped]


def main() -> None:
    gc.disable()
    midi_out = rtmidi.MidiOut(rtmidi.API_UNIX_JACK, name=sys.argv[1])
    midi_out.open_virtual_port("out")
    print("ready", flush=True)
    for line in sys.stdin:
        message = bytes.fromhex(line)
        seconds = time.perf_counter()
        midi_out.send_message(message)
        print(f"{seconds:.6f}", flush=True)
    midi_out.close_port()


if __name__ == "__main__":
    main()

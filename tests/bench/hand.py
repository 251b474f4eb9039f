"""A keyboard that is played at random moments: python -m tests.bench.hand NOTES FILE PORT.

It has a JACK port of its own, "hand:out", and plays the same to PORT. Each line of FILE is the
moment of `time.perf_counter` at which a note was sent, and its message in hex.
"""

import sys
import time
from pathlib import Path
from random import Random

import rtmidi  # type: ignore[import-untyped]

from core.sound.playing.schedule import note_off, note_on

SHORTEST_SECONDS, LONGEST_SECONDS = 0.012, 0.028


def main() -> None:
    count, path, port = int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    out, direct = (rtmidi.MidiOut(rtmidi.API_UNIX_JACK, name=name) for name in ("hand", "direct"))
    out.open_virtual_port("out")
    direct.open_port(direct.get_ports().index(port), "out")
    print("ready", flush=True)
    sys.stdin.readline()
    random, lines = Random(1), []
    for number in range(count):
        pitch = 30 + number % 60
        message = note_on(pitch, 80)
        time.sleep(random.uniform(SHORTEST_SECONDS, LONGEST_SECONDS))
        lines.append(f"{time.perf_counter():.6f} {message.hex()}\n")
        out.send_message(message)
        direct.send_message(message)
        time.sleep(SHORTEST_SECONDS / 2)
        out.send_message(note_off(pitch))
    path.write_text("".join(lines))
    out.delete()
    direct.delete()


if __name__ == "__main__":
    main()

"""Another player: mido plays a MIDI file, in a process of its own.

python -m tests.bench.peer FILE PORT begins after a line on stdin.
"""

import sys

import mido  # type: ignore[import-untyped]


def main() -> None:
    file = mido.MidiFile(sys.argv[1])
    mido.set_backend("mido.backends.rtmidi/UNIX_JACK")
    with mido.open_output(sys.argv[2]) as port:
        print("ready", flush=True)
        sys.stdin.readline()
        for message in file.play():
            port.send(message)


if __name__ == "__main__":
    main()

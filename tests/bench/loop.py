"""Passes on what "hand:out" plays, with nothing but rtmidi: python -m tests.bench.loop PORT."""

import sys

import rtmidi  # type: ignore[import-untyped]


def main() -> None:
    midi_in = rtmidi.MidiIn(rtmidi.API_UNIX_JACK, name="loop in")
    out = rtmidi.MidiOut(rtmidi.API_UNIX_JACK, name="loop out")
    out.open_port(out.get_ports().index(sys.argv[1]), "out")
    midi_in.set_callback(lambda heard, _: out.send_message(heard[0]))
    midi_in.open_port(midi_in.get_ports().index("hand:out"), "in")
    print("ready", flush=True)
    sys.stdin.readline()
    midi_in.cancel_callback()
    midi_in.delete()
    out.delete()


if __name__ == "__main__":
    main()

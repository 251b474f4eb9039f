"""Port names that change from one start of the system to the next, recognised again."""

import re
import sys
from collections.abc import Sequence

_CHANGING = (
    (re.compile(r" \d+(:\d+)$"), r" \1"),  # ALSA: "Synth:MIDI 1 24:0"; the port of a client stays
    (re.compile(r" ?\(\d+(:\d+)?\)"), ""),  # process ids: "FLUID Synth (4711):Synth input (4711:0)"
    (re.compile(r" \[\d+\]"), ""),  # a2jmidid: "a2j:Synth [24] (playback): MIDI 1"
    (re.compile(r"-\d\d(?=:)"), ""),  # JACK, a second client of one name: "synth-01:in"
)
_CHANGING_ON_WINDOWS = (
    (re.compile(r" \d+$"), ""),  # rtmidi numbers them all: "Synth 1"
    (re.compile(r"\b\d+- "), ""),  # the same device in another socket: "2- Synth"
)


def recognized(name: str, names: Sequence[str], system: str = sys.platform) -> str | None:
    """The one of `names` that was once called `name`; None where none is, or several may be.

    A name that is exactly the same wins. Otherwise the numbers are not looked at that the `system`
    (as sys.platform has it) gives anew: the ALSA client, the a2jmidid or process id, the number
    behind a JACK client, and on Windows the place in the list and the number of the socket.
    """
    if name in names:
        return name
    lasting = _lasting(name, system)
    alike = [other for other in names if _lasting(other, system) == lasting]
    return alike[0] if len(alike) == 1 else None


def _lasting(name: str, system: str) -> str:
    changing = _CHANGING_ON_WINDOWS if system == "win32" else _CHANGING
    for pattern, rest in changing:
        name = pattern.sub(rest, name)
    return name

"""The worst files that a reader takes: as large as may be, and made to cost time or memory.

python -m tests.fuzz.largest NAME prints the seconds and bytes that one costs, in this process.
"""

import json
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from core.errors import UserError
from core.files.abc import LONGEST_TUNE
from core.files.midi_file import LARGEST_FILE as LARGEST_MIDI
from core.files.midi_file import MOST_EVENTS
from core.files.transcript import MOST_CHARACTERS, MOST_NOTES
from core.project import LARGEST_FILE as LARGEST_PROJECT
from core.record import FormatError
from tests.fuzz import seeds
from tests.fuzz.readers import READERS
from tests.fuzz.watch import peak_bytes

_TYPED = 1_000_000
_RECIPE = 2_000_000
_SETTINGS = 1_000_000
_INDEX = 1 << 26
_SCORE = 20_000_000

_ABC_HEAD = b"X:1\nL:1/8\nK:C\n"


def _filled(size: int, head: bytes, piece: bytes, tail: bytes = b"") -> bytes:
    return head + piece * ((size - len(head) - len(tail)) // len(piece)) + tail


def _track(track: bytes) -> bytes:
    head = b"MThd\0\0\0\6\0\0\0\1\x01\xe0MTrk"
    return head + len(track).to_bytes(4, "big") + track


def _json(content: bytes, entry: str, size: int, piece: bytes, last: bytes) -> bytes:
    """Another list in the place of an entry."""
    values = json.loads(content)
    values[entry] = "\0"
    before, after = json.dumps(values).encode().split(b'"\\u0000"')
    return _filled(size, before + b"[", piece + b",", last + b"]" + after)


def _notes(size: int, entry: str, content: bytes) -> bytes:
    rows = b",".join(b"[%d,1,60,80]" % n for n in range(MOST_NOTES))
    values = json.loads(content)
    values |= {entry: "\0"} | ({"end": MOST_NOTES} if "end" in values else {})
    return json.dumps(values).encode().replace(b'"\\u0000"', b"[" + rows + b"]")[:size]


def _score(inside: bytes) -> bytes:
    return seeds.XML.replace("<measure number='1'>", "<measure number='1'>\0").encode().replace(
        b"\0", inside
    )  # fmt: skip


def _xml_filled(piece: bytes) -> bytes:
    return _score(_filled(_SCORE - 2_000, b"", piece))


def _kern_voices(count: int) -> bytes:
    lines = [b"**kern", *[b"64c"] * (MOST_NOTES // count - 1), b"*-"]
    return b"".join(b"\t".join([word] * count) + b"\n" for word in lines)


def _midi_tracks(kind: int, count: int) -> bytes:
    notes = MOST_EVENTS // 4 // count
    track = b"\0\x90\x40\x40" + b"\1\x40\0\0\x40\x40" * notes + b"\1\x40\0\0\xff\x2f\0"
    head = struct.pack(">4sIHHH", b"MThd", 6, kind, count, 480)
    return head + struct.pack(">4sI", b"MTrk", len(track)).join([b"", *[track] * count])


def _parts(count: int, notes: int) -> bytes:
    """So many parts of so many notes."""
    note = (
        b"<note><pitch><step>C</step><octave>4</octave></pitch><duration>1</duration>"
        b"<type>quarter</type></note>"
    )
    names = b"".join(
        b"<score-part id='P%d'><part-name>V</part-name></score-part>" % n for n in range(count)
    )
    head = b"<measure number='1'><attributes><divisions>1</divisions></attributes>"
    parts = b"".join(
        b"<part id='P%d'>%s%s</measure></part>" % (n, head, note * notes) for n in range(count)
    )
    return b"<score-partwise><part-list>%s</part-list>%s</score-partwise>" % (names, parts)


LARGEST: dict[str, tuple[str, Callable[[], bytes]]] = {
    "kern: notes": ("kern", lambda: b"**kern\n" + b"64c\n" * MOST_NOTES + b"*-\n"),
    "kern: bar lines off the meter": (
        "kern", lambda: b"**kern\n" + b"64c\n=\n" * MOST_NOTES + b"*-\n"
    ),
    "kern: empty lines": ("kern", lambda: _filled(MOST_CHARACTERS, b"**kern\n", b"\n", b"4c\n")),
    "kern: spines": (
        "kern", lambda: _filled(MOST_CHARACTERS, b"**kern", b"\t**text", b"\n4c\n")
    ),
    "kern: voices": ("kern", lambda: _kern_voices(200)),
    "kern: splits": (
        "kern",
        lambda: b"**kern\n"
        + b"".join(b"\t".join([b"*^"] * 2**n) + b"\n" for n in range(16))
        + b"\t".join([b"4c"] * 2**16),
    ),
    "abc: voices": (
        "abc", lambda: _ABC_HEAD + b"".join(b"V:%d\n%s\n" % (n, b"c/8" * 1600) for n in range(200))
    ),
    "abc: notes": ("abc", lambda: _ABC_HEAD + b"c/8" * MOST_NOTES),
    "abc: bar lines off the meter": ("abc", lambda: _ABC_HEAD + b"c/8|" * MOST_NOTES),
    "abc: brackets": ("abc", lambda: _filled(LONGEST_TUNE, _ABC_HEAD, b"[a:")),
    "abc: braces": ("abc", lambda: _filled(LONGEST_TUNE, _ABC_HEAD, b"{")),
    "abc: quotes": ("abc", lambda: _filled(LONGEST_TUNE, _ABC_HEAD, b'["')),
    "abc: signs": ("abc", lambda: _filled(LONGEST_TUNE, _ABC_HEAD, b"?-")),
    "abc: ties": ("abc", lambda: _filled(LONGEST_TUNE, _ABC_HEAD, b"-")),
    "abc: tunes": ("abc", lambda: b"L:1/8\n" * 300_000 + b"X:1\nK:C\nc\n" * 20_000),
    "abc: more tunes": ("abc", lambda: _filled(MOST_CHARACTERS, b"", b"X:\n")),
    "midi: events": ("midi", lambda: _track(b"\0\x90\x40\x40" + b"\0\x41\x40" * (MOST_EVENTS - 1))),
    "midi: more events": (
        "midi", lambda: _track(_filled(LARGEST_MIDI - 22, b"\0\x90\x40\x40", b"\0\x40\x40"))
    ),
    "midi: one number": ("midi", lambda: _track(_filled(LARGEST_MIDI - 22, b"", b"\x81"))),
    "midi: tracks": ("midi", lambda: _midi_tracks(1, 4_000)),
    "midi: tunes": ("midi", lambda: _midi_tracks(2, 4_000)),
    "midi: channels": (
        "midi",
        lambda: b"MThd\0\0\0\6\0\1\x1b\x58\x01\xe0" + 7_000 * _track(
            b"".join(b"\0%c@@\1%c@\0" % (0x90 | c, 0x90 | c) for c in range(16))
        )[14:],
    ),
    "midi: texts": (
        "midi", lambda: _track(b"".join(b"\0\xff\1\xbd\x84\x20" + bytes(999_968) for _ in "abc"))
    ),
    "midi: signatures": (
        "midi", lambda: _track(b"\0\x90\x40\x40" + b"\1\xff\x58\4\1\5\0\0" * (MOST_EVENTS // 2))
    ),
    "typed: notes": ("typed", lambda: _filled(_TYPED, b"", b"c4 ")),
    "typed: signs": ("typed", lambda: _filled(_TYPED, b"", b"(")),
    "musicxml: one number": ("musicxml", lambda: _score(b"<fifths>" + b" " * 19_000_000)),
    "musicxml: empty elements": ("musicxml", lambda: _xml_filled(b"<a/>")),
    "musicxml: parts": ("musicxml", lambda: _parts(1_200, 12)),
    "musicxml: voices": (
        "musicxml",
        lambda: _score(
            b"".join(
                b"<note><pitch><step>C</step><octave>4</octave></pitch><duration>1</duration>"
                b"<voice>%d</voice></note><backup><duration>1</duration></backup>" % n
                for n in range(12_000)
            )
        ),
    ),
    "mxl: members": ("mxl", lambda: _filled(_SCORE, b"PK\5\6" + bytes(18), b"PK\1\2" + bytes(42))),
    "project: notes": (
        "project", lambda: _notes(LARGEST_PROJECT, "notes", seeds.project()[0])
    ),
    "project: objects": (
        "project",
        lambda: _json(seeds.project()[0], "notes", LARGEST_PROJECT, b'{"":0}', b"{}"),
    ),
    "project: lists": (
        "project", lambda: _json(seeds.project()[0], "notes", LARGEST_PROJECT, b"[]", b"[]")
    ),
    "project: meters": (
        "project",
        lambda: json.dumps(
            json.loads(seeds.project()[0])
            | {"meters": [[n, "4/4" if n % 2 else "3/4"] for n in range(200_000)]}
        ).encode(),
    ),
    "recipe: objects": (
        "recipe", lambda: _json(seeds.recipe()[0], "notes", _RECIPE, b'{"":0}', b"{}")
    ),
    "settings: objects": (
        "settings", lambda: _json(seeds.settings()[0], "seed", _SETTINGS, b'{"":0}', b"{}")
    ),
    "clip: notes": ("clip", lambda: _notes(_RECIPE, "notes", seeds.clip()[1])),
    "typed clip: notes": ("typed clip", lambda: _filled(100_000, b"", b"c4 ")),
    "mapping: objects": ("mapping", lambda: _filled(1 << 20, b"[", b'{"":0},', b"{}]")),
    "index: objects": ("index", lambda: _filled(_INDEX, b"[", b'{"":0},', b"{}]")),
    "soundfont: presets": (
        "soundfont",
        lambda: b"RIFF\0\0\0\0sfbkphdr\xff\xff\xff\xff" + (b"a" * 20 + bytes(18)) * 100_000,
    ),
}  # fmt: skip
"""For each what it is, its reader, and the file."""


def main() -> None:
    name, make = LARGEST[sys.argv[1]]
    reader = READERS[name]
    content = make()
    for seed in reader.seeds():  # loads what is loaded when it is needed
        reader.read(seed)
    before, begun = peak_bytes(), time.process_time()
    outcome = "refused"
    with suppress(UserError, FormatError):
        reader.read(content)
        outcome = "read"
    figures = {
        "file_bytes": len(content),
        "seconds": round(time.process_time() - begun, 3),
        "bytes": peak_bytes() - before,
        "outcome": outcome,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()

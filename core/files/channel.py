"""The notes of a MIDI file by track and channel.

Source of the format: Standard MIDI Files 1.0 (RP-001), MIDI Manufacturers Association.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.files.skyline import Voice
from core.music.melody import Note

if TYPE_CHECKING:
    from mido import Message, MidiTrack  # type: ignore[import-untyped]

DRUM_CHANNEL = 9


@dataclass(frozen=True, slots=True)
class Channel:
    """What a track has on one channel (0 to 15), with the program that it names first there."""

    voice: Voice
    number: int
    program: int | None

    @property
    def is_drums(self) -> bool:
        return self.number == DRUM_CHANNEL


def channels_of(tracks: "Sequence[MidiTrack]", scale: float) -> Iterator[Channel]:
    """Those that have notes, track after track, in ticks of ours: `scale` for one of the file's.

    The name of a voice is its track's. A program that stands in another track counts where a track
    names none of its own, as sequencers write them that keep all settings in one.
    """
    everywhere = programs_of(message for track in tracks for message in track)
    for track in tracks:
        own = programs_of(track)
        notes, end = _notes_of(track, scale)
        for number, found in notes.items():
            program = own.get(number, everywhere.get(number))
            yield Channel(Voice(name_of(track), tuple(found), end), number, program)


def programs_of(messages: "Iterable[Message]") -> dict[int, int]:
    """The first program of each channel."""
    programs: dict[int, int] = {}
    for message in messages:
        if message.type == "program_change":
            programs.setdefault(message.channel, message.program)
    return programs


def name_of(track: "MidiTrack") -> str:
    """The name of the track, else of its instrument; '' for none."""
    found = {m.type: m.name.strip("\0 ") for m in track if m.type in _NAMES}
    return next((decoded(found[kind]) for kind in _NAMES if found.get(kind)), "")


def decoded(name: str) -> str:
    """Text in MIDI files has no declared encoding; what reads as UTF-8 is meant so."""
    try:
        return name.encode("latin1").decode("utf-8")
    except UnicodeDecodeError:
        return name


_NAMES = ("track_name", "instrument_name")


def _notes_of(track: "MidiTrack", scale: float) -> tuple[dict[int, list[Note]], int]:
    """The notes on each channel, and where the track ends."""
    notes: dict[int, list[Note]] = defaultdict(list)
    sounding: dict[tuple[int, int], tuple[int, int]] = {}
    tick = 0
    for message in [*track, None]:
        tick += message.time if message else 0
        if message is None:
            ended = list(sounding)
        elif message.type in ("note_on", "note_off"):
            ended = [(message.channel, message.note)]
        else:
            continue
        for place in ended:
            if place in sounding:
                begun, velocity = sounding.pop(place)
                onset, end = round(begun * scale), round(tick * scale)
                notes[place[0]].append(Note(onset, max(1, end - onset), place[1], velocity))
        if message and message.type == "note_on" and message.velocity:
            sounding[message.channel, message.note] = tick, message.velocity
    return notes, round(tick * scale)

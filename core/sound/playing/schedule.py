"""What a song asks a synthesizer to do, and when: MIDI messages in ticks, with no clock."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from core.music.song import Song
from core.sound.playing.manner import PLAIN, Manner
from core.sound.playing.swing import swung

NOTE_OFF, NOTE_ON, CONTROL_CHANGE, PROGRAM_CHANGE = 0x80, 0x90, 0xB0, 0xC0
SYSTEM = 0xF0
"""From this status byte on a message belongs to no channel."""

_BANK = 0
_ORDER = {NOTE_OFF: 0, CONTROL_CHANGE: 1, PROGRAM_CHANGE: 2, NOTE_ON: 3}


class Event(NamedTuple):
    """One MIDI message (status byte and data) at a tick."""

    tick: int
    message: bytes


def note_on(pitch: int, velocity: int, channel: int = 0) -> bytes:
    return bytes((NOTE_ON | channel, pitch, velocity))


def note_off(pitch: int, channel: int = 0) -> bytes:
    return bytes((NOTE_OFF | channel, pitch, 0))


def program_change(program: int, channel: int = 0) -> bytes:
    return bytes((PROGRAM_CHANGE | channel, program))


def instrument(manner: Manner) -> tuple[bytes, bytes]:
    """What chooses the instrument: its bank, then its program."""
    bank = bytes((CONTROL_CHANGE | manner.channel, _BANK, manner.bank))
    return bank, program_change(manner.program, manner.channel)


def kind_of(message: bytes) -> int:
    """NOTE_ON, NOTE_OFF …; a note-on with velocity 0 is a NOTE_OFF, as MIDI has it."""
    kind = message[0] & 0xF0
    return NOTE_OFF if kind == NOTE_ON and message[2] == 0 else kind


def channel_of(message: bytes) -> int:
    """0 to 15."""
    return message[0] & 0x0F


def events_from_song(song: Song, manner: Manner = PLAIN) -> tuple[Event, ...]:
    """The song as messages on one channel, in order; at one tick, notes end before others begin.

    The first messages choose the instrument. The notes swing as `manner` has it.
    """
    channel = manner.channel
    events = [Event(0, message) for message in instrument(manner)]
    for note in swung(song.melody, song.meters, manner.swing):
        events.append(Event(note.onset, note_on(note.pitch, note.velocity, channel)))
        events.append(Event(note.end, note_off(note.pitch, channel)))
    return tuple(sorted(events, key=lambda event: (event.tick, _ORDER[kind_of(event.message)])))


@dataclass(frozen=True, slots=True)
class Schedule:
    """Messages and the tick of each, in order; at `end` the whole is over (a final rest included).

    Plain tuples, because a song of 20,000 notes must go through a pipe in a few milliseconds, and
    be changed while it plays without keeping a note waiting.
    """

    ticks: tuple[int, ...]
    messages: tuple[bytes, ...]
    end: int
    _states: tuple[int, ...] = field(init=False)
    """Indices of the messages that are no notes."""

    def __post_init__(self) -> None:
        states = (i for i, m in enumerate(self.messages) if kind_of(m) not in (NOTE_ON, NOTE_OFF))
        object.__setattr__(self, "_states", tuple(states))

    def __len__(self) -> int:
        return len(self.ticks)

    def index_at(self, tick: float) -> int:
        """Index of the first message at or after `tick`."""
        return bisect_left(self.ticks, tick)

    def is_sounding(self, channel: int, pitch: int, index: int) -> bool:
        """Whether messages before `index` begin this note and do not end it."""
        for message in reversed(self.messages[:index]):
            is_note = kind_of(message) in (NOTE_ON, NOTE_OFF)
            if is_note and (channel_of(message), message[1]) == (channel, pitch):
                return kind_of(message) == NOTE_ON
        return False

    def state_before(self, tick: float) -> tuple[bytes, ...]:
        """What must be sent before starting at `tick`: the last program and controller values."""
        state: dict[bytes, bytes] = {}
        for index in self._states[: bisect_left(self._states, self.index_at(tick))]:
            message = self.messages[index]
            if kind_of(message) == PROGRAM_CHANGE:
                state[message[:1]] = message
            elif kind_of(message) == CONTROL_CHANGE:
                state[message[:2]] = message
        return tuple(state.values())


def schedule_from_song(song: Song, manner: Manner = PLAIN) -> Schedule:
    """What `events_from_song` gives, ready to be played."""
    events = events_from_song(song, manner)
    ticks, messages = (event.tick for event in events), (event.message for event in events)
    return Schedule(tuple(ticks), tuple(messages), song.melody.end)

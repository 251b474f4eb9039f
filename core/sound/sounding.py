"""Which notes sound now, so that each can be ended by the one who began it."""

from collections.abc import Iterable

from core.sound.playing.schedule import NOTE_OFF, NOTE_ON, channel_of, kind_of, note_off


class Sounding:
    """The notes begun and not yet ended on one output.

    Some synthesizers ignore "all notes off", and some count: what goes out therefore has exactly
    one note-off for each note-on, whatever comes in, unless reminders are asked for.
    """

    def __init__(self) -> None:
        self._notes: dict[tuple[int, int], None] = {}
        self._ended: set[tuple[int, int]] = set()
        self._ended_before: set[tuple[int, int]] = set()

    def __len__(self) -> int:
        return len(self._notes)

    def admitted(self, message: bytes) -> tuple[bytes, ...]:
        """What to send for `message`: a note struck again is ended first, a silent one not ended.

        To be called before sending, so that a note is known even if the sending is interrupted.
        """
        kind = kind_of(message)
        if kind not in (NOTE_ON, NOTE_OFF):
            return (message,)
        note = channel_of(message), message[1]
        if kind == NOTE_OFF:
            if note not in self._notes:
                return ()
            del self._notes[note]
            self._ended.add(note)
            return (message,)
        if note in self._notes:
            return note_off(note[1], note[0]), message
        self._notes[note] = None
        return (message,)

    def endings(self) -> tuple[bytes, ...]:
        """A note-off for each sounding note; none sounds after that."""
        ended = tuple(note_off(pitch, channel) for channel, pitch in self._notes)
        self._ended.update(self._notes)
        self._notes.clear()
        return ended

    def on(self, channel: int) -> tuple[bytes, ...]:
        """The note-offs that would end what sounds on `channel`; it sounds on."""
        return tuple(note_off(pitch, its) for its, pitch in self._notes if its == channel)

    def reminders(self) -> tuple[bytes, ...]:
        """A note-off again for each silent note that ended since the last `forget` but one."""
        silent = (self._ended | self._ended_before) - self._notes.keys()
        return tuple(note_off(pitch, channel) for channel, pitch in sorted(silent))

    def recall(self, notes: Iterable[tuple[int, int]]) -> None:
        """Others' notes, (channel, pitch), were ended just now as well."""
        self._ended.update(notes)

    def forget(self) -> None:
        """To be called now and then, so that only the last endings are repeated."""
        self._ended, self._ended_before = set(), self._ended

"""What is played passed on to the output, so that none of it stays when the player is gone."""

from core.sound.playing.schedule import (
    CONTROL_CHANGE,
    NOTE_OFF,
    NOTE_ON,
    PROGRAM_CHANGE,
    SYSTEM,
    kind_of,
    note_off,
)

_BEND, _PRESSURE = 0xE0, 0xD0
_WHEEL, _PEDALS = 1, range(64, 70)
_SOUND_OFF, _NOTES_OFF = 120, 123
_CENTRE = bytes((0, 64))


class Thru:
    """Turns what is played into what sounds on `channel`, and knows what is held there.

    All but program changes goes through: the instrument is chosen in the window. Commands for a
    whole channel, which would end the notes of a tune too, end what is held here.
    """

    def __init__(self) -> None:
        self.channel = 0
        self._held: dict[int, int] = {}
        self._moved: dict[tuple[int, int], bytes] = {}

    def passed(self, message: bytes) -> tuple[bytes, ...]:
        """What to send for one message that was played."""
        kind = kind_of(message)
        if kind == NOTE_ON:
            before = self._held.get(message[1], self.channel)
            self._held[message[1]] = self.channel
            ending = () if before == self.channel else (note_off(message[1], before),)
            return (*ending, self._moved_to_channel(message))
        if kind == NOTE_OFF:
            if message[1] not in self._held:
                return ()
            return (note_off(message[1], self._held.pop(message[1])),)
        if kind >= SYSTEM or kind == PROGRAM_CHANGE:
            return ()
        if kind == CONTROL_CHANGE and message[1] >= _SOUND_OFF:
            return self.ending() if message[1] in (_SOUND_OFF, _NOTES_OFF) else ()
        passed = self._moved_to_channel(message)
        self._remember(passed)
        return (passed,)

    def ending(self) -> tuple[bytes, ...]:
        """What ends all that is held: keys, pedals, pressure and a bent pitch."""
        notes = tuple(note_off(pitch, channel) for pitch, channel in self._held.items())
        ended = (*notes, *self._moved.values())
        self._held.clear()
        self._moved.clear()
        return ended

    def _moved_to_channel(self, message: bytes) -> bytes:
        return bytes((message[0] & 0xF0 | self.channel, *message[1:]))

    def _remember(self, message: bytes) -> None:
        """Keeps what brings a controller back, as long as it is away from where it rests."""
        kind = kind_of(message)
        if kind == _BEND:
            rest = message[:1] + _CENTRE
        elif kind == _PRESSURE:
            rest = bytes((message[0], 0))
        elif kind == CONTROL_CHANGE and (message[1] in _PEDALS or message[1] == _WHEEL):
            rest = bytes((message[0], message[1], 0))
        else:
            return
        place = (message[0], message[1] if kind == CONTROL_CHANGE else 0)
        if message == rest:
            self._moved.pop(place, None)
        else:
            self._moved[place] = rest

"""What all sound goes through: the open output, and what sounds there now."""

from collections.abc import Callable, Iterable, Sequence

from core.errors import UserError
from core.sound.playing.schedule import CONTROL_CHANGE, note_off
from core.sound.ports.output import Output
from core.sound.sounding import Sounding
from core.words import Words

CHANNELS, PITCHES = range(16), range(128)

_SUSTAIN, _ALL_SOUND_OFF, _RESET, _ALL_NOTES_OFF = 64, 120, 121, 123
_AT_ONCE = 512
"""So many endings go without a pause; more would fill JACK's buffer."""


class Speaker:
    """Ends every note that it began. Without an open output all it is given is silence.

    `lost` is called with a sentence when the output takes no more; nothing is open then.
    """

    def __init__(self, lost: Callable[[Words], None]) -> None:
        self._lost = lost
        self._output: Output | None = None
        self._dropouts = 0
        self._sounding = Sounding()

    @property
    def output(self) -> Output | None:
        """What is open."""
        return self._output

    def take(self, output: Output) -> None:
        """Sends to `output` from now on; the one before is closed."""
        self.close()
        self._output, self._dropouts = output, output.dropouts

    def send(self, messages: Iterable[bytes]) -> None:
        """Sends each of them; of notes only what keeps one ending to each beginning."""
        for message in messages:
            self._deliver(self._sounding.admitted(message))

    def end(self) -> None:
        """Ends what sounds."""
        self._deliver(self._sounding.endings())

    def end_channel(self, channel: int) -> None:
        """Ends what sounds on one channel."""
        self.send(self._sounding.on(channel))

    def hush(self, channels: Iterable[int] = (0,)) -> None:
        """Ends also what others began, on `channels`; takes some hundredths of a second for many.

        First come the messages that end everything in one, then a note-off for each key, because
        some synthesizers do not know the first.
        """
        channels = tuple(channels)
        self.end()
        for control in (_SUSTAIN, _ALL_NOTES_OFF, _ALL_SOUND_OFF, _RESET):
            self._deliver(bytes((CONTROL_CHANGE | channel, control, 0)) for channel in channels)
        self._sounding.recall((channel, pitch) for channel in channels for pitch in PITCHES)
        self._deliver_in_parts([note_off(p, channel) for channel in channels for p in PITCHES])

    def look(self) -> None:
        """To be called twice a second or so: what an output may have lost is ended again."""
        self._remind()
        self._sounding.forget()

    def close(self) -> None:
        """Ends what sounds and closes the output."""
        self.end()
        if self._output is not None:
            self._output.drain()
            self._remind()
        if self._output is not None:
            self._output.close()
            self._output = None

    def lose(self, sentence: Words) -> None:
        """The output is gone."""
        gone, self._output = self._output, None
        if gone is not None:
            self._lost(sentence)
            self._sounding.endings()
            gone.close()

    def _remind(self) -> None:
        """Ends again what has just ended, where the output may have lost the first ending."""
        if self._output is not None and self._output.dropouts != self._dropouts:
            self._dropouts = self._output.dropouts
            self._deliver_in_parts(self._sounding.reminders())

    def _deliver_in_parts(self, messages: Sequence[bytes]) -> None:
        for start in range(0, len(messages), _AT_ONCE):
            if start and self._output is not None:
                self._output.drain()
            self._deliver(messages[start : start + _AT_ONCE])

    def _deliver(self, messages: Iterable[bytes]) -> None:
        try:
            for message in messages:
                if self._output is not None:
                    self._output.send(message)
        except UserError as error:
            self.lose(error.words)

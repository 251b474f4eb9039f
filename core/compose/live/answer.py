"""Call and response: a phrase is played, and the model answers it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from core.compose.continuation import Continuation, continue_to
from core.compose.controls import Controls
from core.compose.live.memory import last_bars
from core.compose.pins.pinned import Led
from core.model.family import Model
from core.music.melody import Melody, Note
from core.music.meter import Line, MeterMap
from core.music.song import Song
from core.music.tonality import estimate_key
from core.words import Words

MEMORY = 16
"""Bars of a dialogue that the model hears before it answers."""


@dataclass(frozen=True, slots=True)
class Listening:
    """When a phrase is over: after `silence` ticks without a note, or when it fills `bars` bars.

    Either may be None; the bar in which the phrase begins is the first.
    """

    silence: int | None = None
    bars: int | None = None

    def end_of(self, phrase: Melody, meters: MeterMap, now: int) -> int | None:
        """The tick at which `phrase` is over, heard up to the tick `now`; None while it goes on.

        That is the end of its last note, or the bar line behind the last of its bars. `phrase` are
        the notes that have ended or are still held, these up to `now`; all ticks count from the
        beginning of `meters`.
        """
        if not phrase.notes:
            return None
        if self.bars is not None:
            first, _ = meters.position(phrase.notes[0].onset)
            line = meters.bar_onset(first + self.bars)
            if now >= line:
                return line
        last = phrase.notes[-1].end
        return last if self.silence is not None and now - last >= self.silence else None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer about to be made, from `onset` to `end`, ticks of the dialogue.

    To iterate is to make it; each iteration makes the same one.
    """

    dialogue: Song
    onset: int
    end: int
    notices: tuple[Words, ...]
    _continuation: Continuation
    _origin: int

    def __iter__(self) -> Iterator[Note]:
        """Its notes, each as soon as it is complete, at their places in the dialogue."""
        return (note.moved(self._origin) for note in self._continuation)

    def song(self, notes: Iterable[Note]) -> Song:
        """The dialogue with `notes` behind it, in the key in which it was answered."""
        melody = self.dialogue.melody.extended((), self.onset).extended(notes)
        return replace(self.dialogue, melody=melody, key=self._continuation.seed.key)


def answer(
    model: Model, dialogue: Song, controls: Controls, bars: int, line: Line = "bar"
) -> Answer:
    """Prepares what the model says to `dialogue`, whose end is that of the last phrase.

    It begins on the next bar line, or beat, and ends `bars` bars later, on a bar line. The key is
    that of the dialogue so far, of which the model hears the last 16 bars. The controls say all
    but the length.
    """
    onset = dialogue.meters.next_line(dialogue.melody.end, line)
    first, _ = dialogue.meters.position(dialogue.meters.next_bar(onset))
    end = dialogue.meters.bar_onset(first + bars)
    key = dialogue.key or estimate_key(dialogue.melody)
    waiting = replace(dialogue, melody=dialogue.melody.extended((), onset), key=key)
    recent, origin = last_bars(waiting, MEMORY, controls.phrase or 1)
    continuation = continue_to(model, recent, controls, end - origin)
    return Answer(dialogue, onset, end, continuation.notices, continuation, origin)


def answer_song(
    model: Model, dialogue: Song, controls: Controls, bars: int, line: Line = "bar"
) -> Iterator[float | Led]:
    """Answers as `answer` does: the share that is done, then the dialogue with the answer."""
    made = answer(model, dialogue, controls, bars, line)
    making = iter(made._continuation)
    notes = []
    for note in making:
        notes.append(note.moved(made._origin))
        yield (notes[-1].end - made.onset) / (made.end - made.onset)
    notices = (*made.notices, *making.notices)
    yield Led(made.song(notes), notices, 1, 1.0, 1.0, making.bits)

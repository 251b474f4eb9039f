"""Step input: every key writes a note of a chosen length, without a clock."""

from core.music.melody import Melody, Note
from core.recording.dub import replaced


def step(
    melody: Melody, tick: int, length: int, pitch: int | None, velocity: int
) -> tuple[Melody, int]:
    """The melody with a note, or with a rest for None, at `tick`, and the tick of the next step."""
    end = tick + length
    notes = () if pitch is None else (Note(tick, length, pitch, velocity),)
    written = replaced(melody, notes, tick, end)
    return written.extended((), max(written.end, end)), end


def step_back(melody: Melody, tick: int, length: int) -> tuple[Melody, int]:
    """The melody without the step before `tick`, and where that began.

    That is the note that ends at `tick`, and where there is none, a rest of `length`.
    """
    ending = next((note for note in melody if note.end == tick), None)
    start = max(0, tick - length) if ending is None else ending.onset
    if tick >= melody.end:
        return melody.until(start), start
    return replaced(melody, (), start, tick), start

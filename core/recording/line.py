"""One voice out of what two hands may have played."""

from collections.abc import Iterable
from dataclasses import replace

from core.recording.stroke import Stroke


def line_from_strokes(strokes: Iterable[Stroke], chord: float) -> tuple[Stroke, ...]:
    """The melody in `strokes`, which are in order of their onsets: none overlaps the next.

    The latest key wins: where one goes down, what sounded before ends, and does not come back.
    Keys that go down within `chord` ticks of the first of them, while it still sounds, are one
    chord, of which the highest is the melody. No other end is moved. Keys that went down and up
    one after the other stay, also where all of that is told to be of one moment, as it is where
    MIDI was held up on its way.
    """
    line: list[Stroke] = []
    first = None
    for stroke in strokes:
        if first is not None and stroke.onset < min(first.onset + chord, first.end):
            if stroke.pitch > line[-1].pitch:
                line[-1] = stroke
            continue
        first = stroke
        if line and line[-1].end > stroke.onset:
            if line[-1].onset < stroke.onset:
                line[-1] = replace(line[-1], end=stroke.onset)
            else:
                line.pop()
        line.append(stroke)
    return tuple(line)

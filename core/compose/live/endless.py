"""Music without end, in bounded memory."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from core.compose.continuation import continue_to
from core.compose.controls import HIGHEST_RANDOM_SEED, Controls
from core.compose.live.memory import last_bars
from core.model.family import Model
from core.music.melody import Note
from core.music.song import Song
from core.music.tonality import estimate_key

_MEMORY = 8
_STRIDE = 4
_AHEAD = 4
"""Bars: what is heard again, what is drawn of a frame before it moves on, and what is still to go
then. So the model is always in the second half of a tune of 16 bars, and never at its end."""


def go_on(
    model: Model, song: Song, controls: Controls, cadence: int | None = None
) -> Iterator[Note]:
    """Notes behind `song`, one after another, as long as somebody asks for them.

    With `cadence` a phrase ends every so many bars of the tune, as the controls wish, or on the
    tonic where they wish nothing; the length in the controls is of no account. What is kept is what
    the model hears again, the last 8 bars, or as many more as the phrase begins before them that
    the controls wish for, whatever was made before. Each stretch of bars has a random seed of its
    own, those behind that of the controls.
    """
    stride = cadence or _STRIDE
    if cadence and controls.ending == "free":
        controls = replace(controls, ending="tonic")
    recent, passed = replace(song, key=song.key or estimate_key(song.melody)), 0
    for stretch in count():
        recent, origin = last_bars(recent, _MEMORY, controls.phrase or 1)
        passed += origin
        bar, position = recent.meters.position(recent.melody.end)
        bars = stride
        if stretch == 0:  # until the tune has so many bars, or twice as many
            bars -= (max(1, bar) - 1) % stride
            bars += stride if bars == 1 and position else 0
        line = recent.meters.bar_onset(bar + bars)
        end = line if cadence else recent.meters.bar_onset(bar + bars + _AHEAD)
        number = (controls.random_seed + stretch) % (HIGHEST_RANDOM_SEED + 1)
        continuation = continue_to(model, recent, replace(controls, random_seed=number), end)
        drawn: list[Note] = []
        for note in continuation:
            if note.onset >= line and drawn:  # one at least, or a silent model would never yield
                break
            drawn.append(note)
            yield note.moved(passed)
        melody = recent.melody.extended(drawn)
        recent = recent.with_melody(melody.extended((), max(line, melody.end)))

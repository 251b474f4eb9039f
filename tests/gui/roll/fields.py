"""Small fields for the tests of the roll."""

from collections.abc import Sequence

import numpy as np

from core.compose.field import Field, Moment
from core.model.event import events_from_melody
from core.music.song import Song


def field_of(song: Song, shares: dict[int, float], bits: Sequence[float] = (1.0,)) -> Field:
    """The same shares everywhere; the surprises in turn."""
    pitches = np.zeros(128, np.float32)
    pitches[list(shares)] = list(shares.values())
    durations = np.array([240, 480, 960], np.int64)
    likely = np.array([0.25, 0.5, 0.25], np.float32)
    moments = [
        Moment(event, pitches, 0.0, durations, likely, bits[place % len(bits)], 0.0)
        for place, event in enumerate(events_from_melody(song.melody))
    ]
    return Field(song).grown(moments)

"""Wishes in the user's key -> wishes in the key and the octave in which the model works."""

from dataclasses import replace

from core.compose.controls import Controls
from core.model.family import Model
from core.music.ending import Ending, closing_classes
from core.music.key import Key, Mode, semitones_home
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH, Melody

_MOST_OCTAVES = 10
_USUAL_SPAN = 16
"""Semitones that a tune spans, to guess the other end of a range where only one is given."""


def heard_semitones(model: Model, seed: Melody, key: Key) -> int:
    """By how many semitones the model hears the seed higher than it is written.

    The nearest interval to its key, and the fewest octaves in which it knows most of the pitches:
    a seed in the bass is heard as a melody.
    """
    semitones = semitones_home(key)

    def strangeness(octaves: int) -> tuple[int, int]:
        moved = (note.pitch + semitones + 12 * octaves for note in seed)
        return sum(model.nearest_pitch(pitch) != pitch for pitch in moved), abs(octaves)

    return semitones + 12 * min(range(-_MOST_OCTAVES, _MOST_OCTAVES + 1), key=strangeness)


def made_semitones(model: Model, controls: Controls, heard: int) -> int:
    """By how many semitones the model makes the new notes higher than they come out.

    As it heard the seed, unless a range is asked for: then the octave next to it that brings the
    middle of the range next to the middle of what the model knows.
    """
    lowest, highest = controls.lowest, controls.highest
    if lowest is None and highest is None:
        return heard
    low = lowest if lowest is not None else (highest or 0) - _USUAL_SPAN
    high = highest if highest is not None else low + _USUAL_SPAN
    known = [p for p in range(LOWEST_PITCH, HIGHEST_PITCH + 1) if model.nearest_pitch(p) == p]
    middle = (known[0] + known[-1]) / 2
    return heard + 12 * round((middle - (low + high) / 2 - heard) / 12)


def moved(controls: Controls, semitones: int) -> Controls:
    """The same wishes with their range in the model's pitches, as far as MIDI goes."""
    return replace(
        controls,
        lowest=_moved(controls.lowest, semitones),
        highest=_moved(controls.highest, semitones),
    )


def _moved(pitch: int | None, semitones: int) -> int | None:
    return None if pitch is None else min(max(pitch + semitones, LOWEST_PITCH), HIGHEST_PITCH)


def possible_ending(wished: Controls, mode: Mode) -> Ending:
    """The ending wished for; the other one where the range holds no pitch to end so.

    The pitches in `wished` are the model's. A tune that is free to end as it likes is held to what
    the range holds, too.
    """
    low, high = wished.lowest, wished.highest
    if low is None or high is None or high - low >= 11:
        return wished.ending
    classes = {pitch % 12 for pitch in range(low, high + 1)}
    endings: tuple[Ending, Ending] = ("tonic", "open")
    possible = [ending for ending in endings if classes & closing_classes(ending, mode)]
    if len(possible) == 2 or wished.ending in possible:
        return wished.ending
    return possible[0]

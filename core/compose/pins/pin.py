"""Pins: notes of a tune that stay while the rest of it is drawn."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from core.compose.controls import Controls
from core.errors import UserError
from core.music.ending import closing_classes
from core.music.key import Key, semitones_home
from core.music.melody import DEFAULT_VELOCITY, HIGHEST_PITCH, LOWEST_PITCH, Note
from core.music.meter import MeterMap, place_words
from core.music.naming import key_words, pitch_words
from core.music.scale import scale_classes
from core.music.song import Song

LEAST_GAP = 30
"""Ticks between two pins that leave room for a note: a 64th."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A note begins at `onset` (ticks), whatever is drawn around it, and nothing sounds across.

    It lasts `duration` ticks, or as long as the model likes where that is None, and has the MIDI
    pitch `pitch`, in the user's key, or whichever the model likes. UserError for what no note is.
    """

    onset: int
    duration: int | None = None
    pitch: int | None = None
    velocity: int = DEFAULT_VELOCITY

    def __post_init__(self) -> None:
        if self.onset < 0 or (self.duration is not None and self.duration <= 0):
            raise UserError("A pin begins at tick 0 or later and lasts for a tick or more.")
        if self.pitch is not None and not LOWEST_PITCH <= self.pitch <= HIGHEST_PITCH:
            raise UserError("A pin has a pitch from 0 to 127, not {pitch}.", pitch=self.pitch)
        if not 1 <= self.velocity <= HIGHEST_PITCH:
            raise UserError(
                "A pin has a velocity from 1 to 127, not {velocity}.", velocity=self.velocity
            )

    @classmethod
    def of(cls, note: Note, *, pitch: bool = True, rhythm: bool = True) -> "Pin":
        """That of a note of which pitch, rhythm or both stay; where it begins stays always."""
        return cls(
            note.onset,
            note.duration if rhythm else None,
            note.pitch if pitch else None,
            note.velocity,
        )

    def is_in(self, song: Song) -> bool:
        """Whether a note that `song` has behind its seed is as it says."""
        place = bisect_left(song.melody.notes, self.onset, key=attrgetter("onset"))
        if self.onset < song.seed_end or place == len(song.melody):
            return False
        note = song.melody.notes[place]
        given = (self.onset, self.duration or note.duration)
        is_pitch = self.pitch in (None, note.pitch)
        return is_pitch and given == (note.onset, note.duration)

    @property
    def end(self) -> int | None:
        """Where it ends, if it says so."""
        return None if self.duration is None else self.onset + self.duration


@dataclass(frozen=True, slots=True)
class Room:
    """What pins have to keep to: the ticks between which they are, and what the user wishes."""

    meters: MeterMap
    key: Key
    begin: int
    end: int


def checked_pins(pins: Iterable[Pin], within: Room, controls: Controls) -> tuple[Pin, ...]:
    """The pins by their onsets. UserError, one sentence, where they contradict what is asked for.

    They may not lie before `within.begin`, where the seed ends, nor go beyond its end; not overlap;
    not leave the range or the scale; and the last not end otherwise than wished.
    """
    ordered = tuple(sorted(pins, key=lambda pin: pin.onset))
    for pin in ordered:
        _check_place(pin, within)
        _check_pitch(pin, within, controls)
    if ordered:
        _check_gaps(ordered, within)
    if ordered and ordered[-1].end == within.end:
        _check_ending(ordered[-1], within, controls)
    return ordered


def _check_place(pin: Pin, within: Room) -> None:
    where = place_words(within.meters, pin.onset)
    if pin.onset < within.begin:
        raise UserError(
            "The pin in {place} lies among notes that stay as they are; pin one behind them.",
            place=where,
        )
    if (pin.end or pin.onset + 1) > within.end:
        raise UserError(
            "The pin in {place} goes beyond the end of the tune; "
            "ask for more bars or leave it out.",
            place=where,
        )


def _check_pitch(pin: Pin, within: Room, controls: Controls) -> None:
    if pin.pitch is None:
        return
    low, high = controls.lowest, controls.highest
    if (low is not None and pin.pitch < low) or (high is not None and pin.pitch > high):
        raise UserError(
            "The pinned {pitch} in {place} lies outside the range; widen it or pin another note.",
            pitch=pitch_words(pin.pitch, within.key),
            place=place_words(within.meters, pin.onset),
        )
    home = (pin.pitch + semitones_home(within.key)) % 12
    if controls.in_scale and home not in scale_classes(within.key.mode):
        raise UserError(
            "The pinned {pitch} in {place} is not in the scale of {key}; "
            "allow other notes or pin another one.",
            pitch=pitch_words(pin.pitch, within.key),
            place=place_words(within.meters, pin.onset),
            key=key_words(within.key),
        )


def _check_gaps(pins: Sequence[Pin], within: Room) -> None:
    for pin, following in pairwise(pins):
        where, other = (place_words(within.meters, p.onset) for p in (pin, following))
        if pin.onset == following.onset:
            raise UserError("Two pins begin in {place}; leave one of them out.", place=where)
        if (pin.end or 0) > following.onset:
            raise UserError(
                "The pin in {place} lasts into the one in {other}; shorten it.",
                place=where,
                other=other,
            )
    begins = [*(pin.onset for pin in pins), within.end]
    ends = [within.begin, *(pin.end or pin.onset for pin in pins)]
    for end, begin in zip(ends, begins, strict=True):
        if 0 < begin - end < LEAST_GAP:
            where = place_words(within.meters, end)
            raise UserError(
                "No note is short enough for the gap behind {place}, {ticks} ticks before "
                "what is pinned or the end; close the gap or widen it.",
                place=where,
                ticks=begin - end,
            )


def _check_ending(pin: Pin, within: Room, controls: Controls) -> None:
    if pin.pitch is None:
        return
    home = (pin.pitch + semitones_home(within.key)) % 12
    if home not in closing_classes(controls.ending, within.key.mode):
        pitch = pitch_words(pin.pitch, within.key)
        if controls.ending == "tonic":
            raise UserError(
                "The tune shall end on the tonic, but the pin at its end is {pitch}; "
                "change one of them.",
                pitch=pitch,
            )
        raise UserError(
            "The tune shall end on another note than the tonic, but the pin at its end is "
            "{pitch}; change one of them.",
            pitch=pitch,
        )

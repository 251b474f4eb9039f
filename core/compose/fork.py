"""The forks of a tune: at each event what could have stood there, and how it would go on then."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

import numpy as np

from core.compose.continuation import Continuation
from core.compose.controls import Controls
from core.compose.drawing import Drawing
from core.compose.pins.particle import PARTICLES
from core.compose.pins.pin import LEAST_GAP, Pin, Room, checked_pins
from core.compose.pins.pinned import Led, draw_along
from core.compose.pins.route import Route, Station, pitches_of, stations_from_pins
from core.compose.possibility import Heard, Joint, Possibilities, joint, possibilities
from core.compose.wishes.register import heard_semitones, made_semitones
from core.errors import UserError
from core.model.event import Event, events_from_melody
from core.model.family import SILENCE, Frame, Model
from core.music.melody import Melody
from core.music.song import Song
from core.music.tonality import estimate_key

_MOST_KEPT = 64
"""So many states of the tune are kept at most; those between are drawn again from the last one."""


class Forks:
    """What the model makes of a tune that stands, seed and all, event by event.

    To iterate gives the Possibilities of each event, a note or a rest, in their order. `song` may
    have been edited: what the model does not know is heard as the nearest that it knows. The tune
    is heard under `controls` and with `pins`, as it was drawn, so that without pins to choose what
    stands there anyway changes nothing (but behind rests of the grid family, which may have been
    several in a row). Memory: at most 64 states of the tune, 2,000 notes being some 10 MB.
    """

    def __init__(
        self, model: Model, song: Song, controls: Controls, pins: Iterable[Pin] = ()
    ) -> None:
        key = song.key or estimate_key(song.melody)
        self.song = replace(song, key=key)
        self.events = tuple(events_from_melody(song.melody))
        heard = heard_semitones(model, song.seed, key)
        self._continuation = Continuation(
            model,
            replace(self.song, melody=Melody()),
            controls,
            song.melody.end,
            heard,
            made_semitones(model, controls, heard),
            (),
        )
        self._pins = tuple(sorted(pins, key=lambda pin: pin.onset))
        self._stride = max(1, -(-len(self.events) // _MOST_KEPT))
        self._kept: dict[int, Drawing] = {}
        self._frame: Frame | None = None  # in which the tune is laid out, when this is known
        self._stations: tuple[Station, ...] = ()

    def __iter__(self) -> Iterator[Possibilities]:
        return self.listed()

    def listed(self, first: int = 0) -> Iterator[Possibilities]:
        """The Possibilities from event `first` on."""
        if first >= len(self.events):
            return
        drawing = self._drawing(first)
        for place in range(first, len(self.events)):
            self._keep(place, drawing)
            yield possibilities(drawing, self._heard(self.events[place]))

    def follow(self, last: "Forks") -> int:
        """Takes over what `last` knows of a tune that begins as this one: so many of its first
        events have the same Possibilities here.

        It is none of them where this tune is laid out otherwise: where its end, the pitches of its
        seed or a wish are others. `last` may be in use on another thread.
        """
        if not self.events or last._frame is None:
            return 0
        if self._listening() != last._listening() or self._opened().frame != last._frame:
            return 0
        pairs = zip(self.events, last.events, strict=False)
        same = (a == b and self._is_new(a) == last._is_new(b) for a, b in pairs)
        common = sum(1 for _ in takewhile(bool, same))
        kept = sorted(last._kept.copy().items())
        self._kept = {place: drawing for place, drawing in kept if _passed(drawing) <= common}
        while len(self._kept) > _MOST_KEPT:
            self._kept = dict(list(self._kept.items())[::2])
        return common

    def joint(self, place: int) -> Joint:
        """Of event `place` the probabilities of every duration together with every pitch."""
        return joint(self._drawing(place), self._heard(self.events[place]))

    def instead(
        self, place: int, pitch: int | None, duration: int, particles: int = PARTICLES
    ) -> Iterator[float | Led]:
        """Draws the tune on from event `place`, where a note of `pitch` (None: a rest) now stands
        for `duration` ticks.

        What was before it stays exactly; the rest is drawn with the same random numbers, and leads
        into the pins behind it. Yields as lead_song. UserError where the note does not fit.
        """
        song, model, event = self.song, self._continuation.model, self.events[place]
        chosen = Pin(event.onset, duration, pitch)
        behind = event.onset + duration
        if not behind <= song.melody.end - LEAST_GAP and behind != song.melody.end:
            raise UserError("So long a note does not fit in before the end; choose a shorter one.")
        assert song.key is not None  # named above
        room = Room(song.meters, song.key, behind, song.melody.end)
        later = (pin for pin in self._pins if pin.onset > event.onset)
        pins = checked_pins(later, room, self._continuation.controls)
        stations = (
            Station(event.onset, duration, self._pitch(pitch, event.onset)),
            *stations_from_pins(pins, model, self._continuation.made),
        )
        drawing = self._drawing(place)
        drawing.route = Route(stations)
        drawing.yielded.clear()  # what stood there is not to be told of
        kept = pins if pitch is None else (chosen, *pins)
        before = tuple(note for note in song.melody if note.onset < event.onset)
        seed_end = behind if event.onset < song.seed_end else song.seed_end
        span, number = (event.onset, song.melody.end), particles if pins else 1
        for step in draw_along(self._continuation, drawing, kept, span, number):
            if isinstance(step, float):
                yield step
            else:
                melody = Melody((*before, *step.notes), song.melody.end)
                yield step.led(replace(song, melody=melody, seed_end=seed_end))

    def _listening(self) -> tuple[object, ...]:
        """Who hears the tune, and with which wishes."""
        continuation = self._continuation
        return continuation.model, continuation.controls, continuation.heard, continuation.made

    def _heard(self, event: Event) -> Heard:
        onset = event.onset
        pitch = self._pitch(event.pitch, onset)
        return Heard(event, self._semitones(onset), pitch, self._is_new(event))

    def _is_new(self, event: Event) -> bool:
        """Whether it is none of the seed's."""
        return event.onset >= self.song.seed_end

    def _semitones(self, onset: int) -> int:
        """By how much the model hears what begins there higher than it is written."""
        is_seed = onset < self.song.seed_end
        return self._continuation.heard if is_seed else self._continuation.made

    def _pitch(self, pitch: int | None, onset: int) -> int:
        """What the model hears there."""
        if pitch is None:
            return SILENCE
        return self._continuation.model.nearest_pitch(pitch + self._semitones(onset))

    def _opened(self) -> Drawing:
        """The drawing that has to take the way of the tune, before its first event.

        It is laid out as the tune was when it was drawn, unless this has been edited beyond that.
        """
        stations = [
            Station(e.onset, e.duration, self._pitch(e.pitch, e.onset)) for e in self.events
        ]
        model, made = self._continuation.model, self._continuation.made
        own = [station for station in stations if station.onset < self.song.seed_end]
        new = stations[len(own) :]
        own += stations_from_pins(self._pins, model, made)
        for known in (own, stations):
            drawing = self._continuation.drawing(stations, known)
            while drawing.cursor.decision < 0:
                drawing.decide()
            is_possible = pitches_of(new) <= _possible(drawing)
            if is_possible and pitches_of(new[-1:]) <= _possible(drawing, True):
                break
        self._frame, self._stations = drawing.frame, tuple(stations)
        return drawing

    def _keep(self, place: int, drawing: Drawing) -> None:
        if place % self._stride == 0 and place not in self._kept:
            self._kept[place] = drawing.fork()

    def _drawing(self, place: int) -> Drawing:
        """A drawing that stands at event `place`."""
        found = max((kept for kept in self._kept if kept <= place), default=None)
        if found is None:
            drawing = self._opened()
        else:
            drawing = self._kept[found].fork()
            assert drawing.route is not None
            drawing.route = drawing.route.along(self._stations)
        assert drawing.route is not None
        while (passed := drawing.route.passed) < place:
            self._keep(passed, drawing)
            drawing.decide()
        return drawing


def _passed(drawing: Drawing) -> int:
    """How many events it has behind it."""
    assert drawing.route is not None
    return drawing.route.passed


def _possible(drawing: Drawing, is_last: bool = False) -> frozenset[int]:
    """The pitches that can sound as the tune begins, or as one note that lasts to its end."""
    cursor = drawing.cursor.fork()
    cursor.aim(drawing.end, whole=is_last)
    if cursor.choices().durations is not None:
        cursor.choose(int(np.isfinite(cursor.logits()).argmax()))
    choices = cursor.choices()
    return frozenset(choices.pitches[np.isfinite(cursor.logits()) & choices.sounds].tolist())

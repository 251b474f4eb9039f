"""The note family: two decisions for each note or rest, behind core.model.family's protocol."""

from copy import copy
from dataclasses import replace
from math import gcd, log, log2

import numpy as np
import numpy.typing as npt

from core.errors import UserError
from core.model.card import Card
from core.model.event import Event, events_from_melody
from core.model.family import Cost, Ending, Frame, Logits, ends_on_tonic
from core.model.features import Telling
from core.model.lookback import Past
from core.model.notenetwork import NoteNetwork
from core.model.notevocabulary import REST, NoteVocabulary
from core.music.key import Mode, home_key
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import MeterMap
from core.music.song import Song

_ENDINGS: tuple[Ending, Ending] = ("open", "tonic")
_FINEST = QUARTER // 24
_HORIZON = 4096
"""Lengths in finest steps up to which it is worked out whether durations can fill them."""

Mask = npt.NDArray[np.bool_]


class NoteModel:
    """A trained note network with its vocabulary and its card."""

    def __init__(self, network: NoteNetwork, vocabulary: NoteVocabulary, card: Card) -> None:
        self.network = network
        self.vocabulary = vocabulary
        self.card = card
        self.durations = np.array(vocabulary.durations)
        self.step = gcd(*vocabulary.durations)
        self._can_fill = _fillable(self.durations // self.step)
        classes = (np.arange(vocabulary.pitches) + vocabulary.lowest - 1) % 12
        self._tonics: dict[Mode, Mask] = {
            mode: classes == home_key(mode).tonic for mode in ("major", "minor")
        }
        for mask in self._tonics.values():
            mask[REST] = False

    def nearest_pitch(self, pitch: int) -> int:
        return self.vocabulary.nearest_pitch(pitch)

    def misheard(self, seed: Melody, meters: MeterMap) -> tuple[Note, ...]:
        return tuple(
            note
            for note in seed
            if self.vocabulary.duration(note.duration) is None
            or meters.position(note.onset)[1] % _FINEST
        )

    def cursor(self, seed: Melody, frame: Frame) -> "NoteCursor":
        return NoteCursor(self, seed, frame)

    def cost(self, song: Song) -> Cost:
        """As the protocol says. Meter, mode and the length with the upbeat are given.

        What the song costs as a tune with no wish for its ending: first the bits of whether it ends
        on the tonic, then those of its durations and pitches, this being known.
        """
        mode = song.key.mode if song.key else "major"
        closes = ends_on_tonic(song.melody, mode)
        share = self.vocabulary.tonic_endings[mode]
        bits = -log2(share if closes else 1 - share)
        frame = Frame(song.meters, mode, song.melody.end, _ENDINGS[closes])
        rhythm, pitch, events = self.surprise(song.melody, frame)
        return Cost(bits + rhythm + pitch, rhythm, events, len(song.melody))

    def surprise(self, melody: Melody, frame: Frame) -> tuple[float, float, int]:
        """Bits of all durations and of all pitches of a whole tune, and number of its events."""
        place = Place(self, frame)
        of_durations = of_pitches = 0.0
        for event in events_from_melody(melody):
            duration = self.vocabulary.duration(event.duration)
            pitch = self.vocabulary.pitch(event.pitch)
            if duration is None:
                quarters = event.duration / QUARTER
                raise UserError(f"the model does not know a length of {quarters:g} quarters")
            if pitch is None:
                raise UserError(f"the model does not know pitch {event.pitch}")
            of_durations += _surprise(place.duration_logits(), duration)
            of_pitches += _surprise(place.pitch_logits(duration, may_rest=True), pitch)
            place.hear(event)
        return of_durations / log(2), of_pitches / log(2), len(place.past)

    def may_last(self, left: int) -> Mask:
        """Which durations leave something that durations can fill, of `left` ticks."""
        after = left // self.step - self.durations // self.step
        mask: Mask = (after >= 0) & self._can_fill[np.clip(after, 0, _HORIZON)]
        if not mask.any():
            mask[0] = True  # too short for any: the shortest is cut to fill it
        return mask

    def may_close(self, ending: Ending, mode: Mode) -> Mask:
        """Which pitches can end a tune as wished, the rest among them."""
        tonic = self._tonics[mode]
        if ending == "free" or not tonic.any() or tonic[1:].all():
            return np.ones(len(tonic), bool)
        mask = tonic if ending == "tonic" else ~tonic
        mask = mask.copy()
        mask[REST] = True
        return mask


def _fillable(steps: npt.NDArray[np.int64]) -> Mask:
    """Which numbers, 0 to _HORIZON, are sums of `steps`; _HORIZON stands for all larger ones."""
    sums, kept = 1, (1 << _HORIZON) - 1
    for step in map(int, steps):
        while step < _HORIZON:
            sums |= (sums << step) & kept  # doubled each time, so that every multiple is reached
            step *= 2
    bits = np.frombuffer(bin(sums | 1 << _HORIZON)[:1:-1].encode(), np.uint8)
    mask: Mask = bits == ord("1")
    return mask


def _surprise(logits: Logits, symbol: int) -> float:
    highest = float(logits.max())
    return float(np.log(np.exp(logits - highest).sum()) + highest - logits[symbol])


class Place:
    """A place in a tune within its frame: what was heard, and what can come now."""

    def __init__(self, model: NoteModel, frame: Frame) -> None:
        self.past = Past.empty(model.vocabulary)
        self.tick = 0
        self._model = model
        self._frame = frame
        self._telling = Telling.of(frame, model.vocabulary)
        self._state = model.network.start()
        self._foretell()

    def fork(self) -> "Place":
        twin = copy(self)
        twin.past = self.past.copy()
        return twin

    @property
    def left(self) -> int:
        """Ticks that are still to be filled."""
        return self._frame.end - self.tick

    def ticks(self, duration: int) -> int:
        """How long an event with this symbol lasts here.

        What is left over, less than the model's finest step, goes to the first one.
        """
        known = int(self._model.durations[duration])
        return min(self.left, known + self.left % self._model.step)

    def hear(self, event: Event) -> None:
        """Goes on behind `event`, which begins here; heard as the nearest that is known."""
        vocabulary = self._model.vocabulary
        duration = vocabulary.nearest_duration(event.duration)
        known = None if event.pitch is None else vocabulary.nearest_pitch(event.pitch)
        self.past.hear(event.onset, event.end, duration, vocabulary.pitch(known) or REST)
        self.tick = event.end
        self._foretell()

    def _foretell(self) -> None:
        if self.left > 0:
            codes = self._telling.before(self.past, self.tick)[None]
            self._landings = self._telling.landings(self.tick)[None]
            self._state = self._model.network.hear(codes, self._state)

    def duration_logits(self) -> Logits:
        network = self._model.network
        raw: Logits = network.duration_logits(self._state, self._landings)[0].astype(np.float64)
        raw[~self._model.may_last(self.left)] = -np.inf
        return raw

    def pitch_logits(self, duration: int, *, may_rest: bool = False) -> Logits:
        """`may_rest` allows a rest at the very end, which some songs have."""
        network, landing = self._model.network, self._landings[:, duration]
        raw: Logits = network.pitch_logits(self._state, np.array([duration]), landing)[0].astype(
            np.float64
        )
        if self.past.heights and self.past.heights[-1] == REST:
            raw[REST] = -np.inf
        if self.ticks(duration) == self.left:
            raw[~self._model.may_close(self._frame.ending, self._frame.mode)] = -np.inf
            if not may_rest:
                raw[REST] = -np.inf
        return raw


class NoteCursor:
    """A tune in the making: for each event first its duration, then its pitch or a rest.

    Where no ending is wished for, decision -1 is whether the tune shall end on the tonic: 0 for
    no, 1 for yes; the seed is heard behind it. What is forbidden: durations that lead over the end
    or leave what no durations can fill, a rest behind a rest, a rest at the end, and an end other
    than wished for.
    """

    def __init__(self, model: NoteModel, seed: Melody, frame: Frame) -> None:
        self._model = model
        self._seed = seed
        self._frame = frame
        self._place: Place | None = None
        self._duration: int | None = None
        if frame.ending != "free":
            self._place = self._heard(frame)

    @property
    def decision(self) -> int:
        if self._place is None:
            return -1
        return 2 * len(self._place.past) + (self._duration is not None)

    @property
    def is_done(self) -> bool:
        return self._place is not None and self._place.left <= 0

    def logits(self) -> Logits:
        if self._place is None:
            share = self._model.vocabulary.tonic_endings[self._frame.mode]
            return np.log([1 - share, share])
        if self._duration is None:
            return self._place.duration_logits()
        return self._place.pitch_logits(self._duration)

    def choose(self, symbol: int) -> Note | None:
        place = self._place
        if place is None:
            self._place = self._heard(replace(self._frame, ending=_ENDINGS[symbol]))
            return None
        if self._duration is None:
            self._duration = symbol
            return None
        onset, ticks = place.tick, place.ticks(self._duration)
        pitch = None if symbol == REST else symbol + self._model.vocabulary.lowest - 1
        self._duration = None
        place.hear(Event(onset, ticks, pitch))
        return None if pitch is None else Note(onset, ticks, pitch)

    def fork(self) -> "NoteCursor":
        twin = copy(self)
        twin._place = self._place and self._place.fork()
        return twin

    def _heard(self, frame: Frame) -> Place:
        place = Place(self._model, frame)
        for event in events_from_melody(self._seed):
            place.hear(event)
        return place

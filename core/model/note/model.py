"""The note family: two decisions for each note or rest, behind core.model.family's protocol."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import replace
from math import log, log2

import numpy as np

from core.errors import UserError
from core.model.card import Card
from core.model.event import Event, events_from_melody
from core.model.family import NO_PITCH, SILENCE, Choices, Cost, Cursor, Frame, Logits
from core.model.note.compass import Compass, Compasses
from core.model.note.filling import Filling, Mask
from core.model.note.network import NoteNetwork
from core.model.note.place import Place
from core.model.note.turns import TurnTable
from core.model.note.vocabulary import REST, NoteVocabulary
from core.model.originality import Originality
from core.music.ending import Ending, closing_classes, ends_on_tonic
from core.music.key import Mode
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import MeterMap
from core.music.song import Song

_ENDINGS: tuple[Ending, Ending] = ("open", "tonic")
_FINEST = QUARTER // 24
_MOST_HEARD = 8
"""So many seeds are remembered; a knob that is turned draws from the same one again and again."""


class NoteModel:
    """A trained note network with its vocabulary and its card."""

    def __init__(self, network: NoteNetwork, vocabulary: NoteVocabulary, card: Card) -> None:
        self.network = network
        self.vocabulary = vocabulary
        self.card = card
        self.indexes: tuple[Originality, ...] = ()
        self.durations = np.array(vocabulary.durations)
        self.filling = Filling(vocabulary.durations)
        self._pitches = np.arange(vocabulary.pitches) + vocabulary.lowest - 1
        lasting = np.full_like(self.durations, NO_PITCH)
        sounding = self._pitches.copy()
        sounding[REST] = SILENCE
        self.choices = Choices(lasting, self.durations), Choices(sounding)
        turns = vocabulary.turns
        self.turns = TurnTable(turns, vocabulary.pitches) if len(turns.steps) else None
        self._heard: dict[tuple[Melody, MeterMap, Mode, int, Ending], Place] = {}
        self._compasses = {
            mode: Compasses(vocabulary.lowest, vocabulary.highest, songs)
            for mode, songs in vocabulary.compasses.items()
        }

    @property
    def knows_phrases(self) -> bool:
        return self.network.phrase is not None

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

    def place(self, frame: Frame, compass: Compass | None) -> Place:
        """Where a tune begins in its frame, before anything is heard."""
        return Place(self, frame, compass)

    def heard(self, seed: Melody, frame: Frame) -> Place:
        """The place behind `seed`, which is heard once for all takes of a tune. To be forked."""
        key = seed, frame.meters, frame.mode, frame.end, frame.ending
        place = self._heard.get(key)
        if place is None:
            place = self.place(frame, None)
            for event in events_from_melody(seed):
                place.hear(event)
            place.listen()
            if len(self._heard) >= _MOST_HEARD:
                self._heard.clear()
            self._heard[key] = place
        return place

    def foretell(self, cursors: Sequence[Cursor]) -> None:
        own = [c for c in dict.fromkeys(cursors) if isinstance(c, NoteCursor) and c._model is self]
        asked = [pair for cursor in own for pair in cursor.asked()]
        if asked:
            asked[0][0].ask(asked)

    def cost(self, song: Song) -> Cost:
        """As the protocol says. Meter, mode and the length with the upbeat are given.

        What the song costs as a tune with no wish for its ending: first the bits of whether it ends
        on the tonic, then those of its durations and pitches, this being known. Of its compass the
        model is not told.
        """
        mode = song.key.mode if song.key else "major"
        closes = ends_on_tonic(song.melody, mode)
        share = self.vocabulary.tonic_endings[mode]
        bits = -log2(share if closes else 1 - share)
        frame = Frame(song.meters, mode, song.melody.end, _ENDINGS[closes])
        rhythm, pitch, events, foretold = self.surprise(song.melody, frame)
        return Cost(bits + rhythm + pitch, rhythm, events, len(song.melody), foretold)

    def surprise(
        self, melody: Melody, frame: Frame, compass: Compass | None = None
    ) -> tuple[float, float, int, int]:
        """Bits of all durations and of all pitches of a whole tune, number of its events and of
        those that were foretold.

        Where a `compass` is named the model is told of it.
        """
        place = self.place(frame, compass)
        of_durations = of_pitches = 0.0
        foretold = 0
        for event in events_from_melody(melody):
            duration = self.vocabulary.duration(event.duration)
            pitch = self.vocabulary.pitch(event.pitch)
            if duration is None:
                quarters = event.duration / QUARTER
                raise UserError(
                    "the model does not know a length of {quarters:g} quarters", quarters=quarters
                )
            if pitch is None:
                raise UserError("the model does not know pitch {pitch}", pitch=event.pitch)
            durations = place.duration_logits()
            pitches = place.pitch_logits(duration, may_rest=True)
            of_durations += _surprise(durations, duration)
            of_pitches += _surprise(pitches, pitch)
            foretold += durations.argmax() == duration and pitches.argmax() == pitch
            place.hear(event)
        return of_durations / log(2), of_pitches / log(2), len(place.past), int(foretold)

    def compasses(self, mode: Mode) -> Compasses:
        """How likely each compass is in songs of this mode."""
        return self._compasses[mode]

    def may_sound(self, frame: Frame, compass: Compass | None = None) -> Mask:
        """Which pitches the frame and the compass of the tune let sound, the rest among them."""
        lowest, highest = self.vocabulary.lowest, self.vocabulary.highest
        floor, ceiling = compass or (lowest, highest)
        low = max(floor, lowest if frame.low is None else min(frame.low, highest))
        high = min(ceiling, highest if frame.high is None else max(frame.high, lowest))
        mask: Mask = (self._pitches >= low) & (self._pitches <= high)
        mask[REST] = True
        return mask

    def may_close(self, frame: Frame, compass: Compass | None = None) -> Mask:
        """Which of them can end the tune as wished; all of them where none can."""
        mask = self.may_sound(frame, compass)
        classes = closing_classes(frame.ending, frame.mode)
        closing = mask & np.isin(self._pitches % 12, list(classes))
        closing[REST] = True
        return closing if closing[1:].any() else mask


def _surprise(logits: Logits, symbol: int) -> float:
    highest = float(logits.max())
    return float(np.log(np.exp(logits - highest).sum()) + highest - logits[symbol])


class NoteCursor:
    """A tune in the making: for each event first its duration, then its pitch or a rest.

    Where no ending is wished for, decision -1 is whether the tune shall end on the tonic: 0 for
    no, 1 for yes. Then decision -2 is its compass, among all pairs of pitches; the seed is heard
    behind it. What is forbidden: durations that lead over the end or leave what no durations can
    fill, a rest behind a rest, a rest at the end, pitches beyond the compass, and an end other than
    wished for.
    """

    def __init__(self, model: NoteModel, seed: Melody, frame: Frame) -> None:
        self._model = model
        self._seed = seed
        self._frame = frame
        self._place: Place | None = None
        self._duration: int | None = None
        self._aimed: tuple[int, bool] | None = None  # before there is a place
        if not frame.is_planned:
            self._begin(None)

    @property
    def decision(self) -> int:
        if self._place is None:
            return -1 if self._frame.ending == "free" else -2
        return 2 * len(self._place.past) + (self._duration is not None)

    @property
    def tick(self) -> int:
        return self._seed.end if self._place is None else self._place.tick

    @property
    def is_done(self) -> bool:
        return self._place is not None and self._place.left <= 0

    def logits(self) -> Logits:
        if self._place is None:
            return self._beforehand()
        if self._duration is None:
            return self._place.duration_logits()
        return self._place.pitch_logits(self._duration)

    def asked(self) -> Iterator[tuple[Place, int | None]]:
        """What the network is still to be asked for the present decision, for `foretell`."""
        if self._place is not None and not self.is_done and self._place.lacks(self._duration):
            yield self._place, self._duration

    def choices(self) -> Choices:
        if self._place is None:
            compasses = self._model.compasses(self._frame.mode)
            symbols = len(_ENDINGS if self._frame.ending == "free" else compasses)
            return Choices(np.full(symbols, NO_PITCH))
        return self._model.choices[self._duration is not None]

    def aim(self, tick: int, *, whole: bool = False) -> None:
        if self._place is None:
            self._aimed = tick, whole
        else:
            self._place.aim(tick, whole=whole)

    def fitting(self) -> Mask:
        if self._place is not None and self._duration is None:
            return self._place.fitting()
        return np.ones(len(self.choices().pitches), np.bool_)

    def choose(self, symbol: int) -> Note | None:
        place = self._place
        if place is None:
            self._settle(symbol)
            return None
        if self._duration is None:
            self._duration = symbol
            return None
        onset, ticks = place.tick, place.ticks(self._duration)
        pitch = None if symbol == REST else symbol + self._model.vocabulary.lowest - 1
        self._duration = None
        place.hear(Event(onset, ticks, pitch))
        return None if pitch is None else Note(onset, ticks, pitch)

    def hear(self, event: Event) -> None:
        assert self._place is not None
        self._place.hear(event)

    def fork(self) -> "NoteCursor":
        twin = copy(self)
        twin._place = self._place and self._place.fork()
        return twin

    def _beforehand(self) -> Logits:
        """For whether the tune ends on the tonic; when this is known, for its compass."""
        model, frame = self._model, self._frame
        if frame.ending == "free":
            share = model.vocabulary.tonic_endings[frame.mode]
            return np.log([1 - share, share])
        known = (*(note.pitch for note in self._seed), *frame.awaited)
        heard = [model.nearest_pitch(pitch) for pitch in known]
        allowed, closing = model.may_sound(frame)[1:], model.may_close(frame)[1:]
        return model.compasses(frame.mode).logits(heard, allowed, closing)

    def _settle(self, symbol: int) -> None:
        if self._frame.ending == "free":
            self._frame = replace(self._frame, ending=_ENDINGS[symbol])
            return
        self._begin(self._model.compasses(self._frame.mode)[symbol])

    def _begin(self, compass: Compass | None) -> None:
        self._place = self._model.heard(self._seed, self._frame).fork()
        self._place.lay_out(self._frame, compass)
        if self._aimed is not None:
            tick, whole = self._aimed
            self._place.aim(tick, whole=whole)

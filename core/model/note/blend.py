"""Two note models as one: every note is heard by both, each in its own vocabulary."""

from collections import Counter
from collections.abc import Sequence
from typing import Self

import numpy as np

from core.errors import UserError
from core.model.event import Event
from core.model.family import Frame
from core.model.mixing import mixed, mixed_card
from core.model.note.compass import Compass
from core.model.note.model import NoteModel
from core.model.note.place import Place
from core.model.note.vocabulary import NoteVocabulary
from core.music.key import Mode


class NoteBlend(NoteModel):
    """Two note models, each of which hears every note in its own vocabulary."""

    def __init__(self, first: NoteModel, second: NoteModel, share: float) -> None:
        """UserError where both together know more durations than a model can."""
        vocabulary = _joint(first, second, share)
        super().__init__(first.network, vocabulary, mixed_card(first.card, second.card, share))
        self.indexes = first.indexes + second.indexes
        self.members = first, second
        self.weights = 1 - share, share
        known = vocabulary.durations
        self.duration_places = tuple(
            np.searchsorted(known, member.vocabulary.durations) for member in self.members
        )
        self.pitch_places = tuple(
            np.concatenate([[0], np.arange(1, words.pitches) + words.lowest - vocabulary.lowest])
            for words in (member.vocabulary for member in self.members)
        )

    @property
    def knows_phrases(self) -> bool:
        return any(member.knows_phrases for member in self.members)

    def place(self, frame: Frame, compass: Compass | None) -> "BlendedPlace":
        return BlendedPlace(self, frame, compass)


class BlendedPlace(Place):
    """The same place in a tune for both members of a blend."""

    def __init__(self, model: NoteBlend, frame: Frame, compass: Compass | None) -> None:
        self._blend = model
        self._places = tuple(
            member.place(frame, compass and _within(compass, member.vocabulary))
            for member in model.members
        )
        super().__init__(model, frame, compass)

    def fork(self) -> Self:
        twin = super().fork()
        twin._places = tuple(place.fork() for place in self._places)
        return twin

    def listen(self) -> None:
        for place in self._places:
            place.listen()

    def lay_out(self, frame: Frame, compass: Compass | None) -> None:
        super().lay_out(frame, compass)
        for place, member in zip(self._places, self._blend.members, strict=True):
            place.lay_out(frame, compass and _within(compass, member.vocabulary))

    def aim(self, tick: int, *, whole: bool) -> None:
        super().aim(tick, whole=whole)
        for place in self._places:
            place.aim(tick, whole=whole)

    def hear(self, event: Event) -> None:
        for place in self._places:
            place.hear(event)
        super().hear(event)

    def _tell(self) -> None:
        self._durations = self._pitches = None  # it is the members that are told

    @staticmethod
    def ask(asked: Sequence[tuple[Place, int | None]]) -> None:
        blended = [(p, duration) for p, duration in asked if isinstance(p, BlendedPlace)]
        for side in (0, 1):
            lacking = [pair for place, d in blended for pair in place._lacking(side, d)]
            if lacking:
                lacking[0][0].ask(lacking)
        for place, duration in blended:
            place._mix(duration)

    def _own(self, side: int, duration: int) -> int:
        """The symbol by which a member knows a duration, or the nearest."""
        ticks = self._blend.vocabulary.durations[duration]
        return self._blend.members[side].vocabulary.nearest_duration(ticks)

    def _lacking(self, side: int, duration: int | None) -> list[tuple[Place, int | None]]:
        place = self._places[side]
        own = None if duration is None else self._own(side, duration)
        return [(place, own)] if place.lacks(own) else []

    def _mix(self, duration: int | None) -> None:
        blend = self._blend
        known = blend.duration_places if duration is None else blend.pitch_places
        logits = [
            place.duration_logits()
            if duration is None
            else place.pitch_logits(self._own(side, duration), may_rest=True)
            for side, place in enumerate(self._places)
        ]
        parts = list(zip(blend.weights, known, logits, strict=True))
        if duration is None:
            self._durations = mixed(len(blend.durations), parts)
        else:
            self._pitches = duration, mixed(blend.vocabulary.pitches, parts)


def _within(compass: Compass, words: NoteVocabulary) -> Compass:
    """The nearest compass that the vocabulary has."""
    lowest, highest = (min(max(pitch, words.lowest), words.highest) for pitch in compass)
    return Compass(lowest, highest)


def _joint(first: NoteModel, second: NoteModel, share: float) -> NoteVocabulary:
    """What one of the two knows, without turns of phrase: each brings its own."""
    one, other = first.vocabulary, second.vocabulary
    try:
        return NoteVocabulary(
            tuple(sorted({*one.durations, *other.durations})),
            min(one.lowest, other.lowest),
            max(one.highest, other.highest),
            {
                mode: (1 - share) * tonic + share * other.tonic_endings[mode]
                for mode, tonic in one.tonic_endings.items()
            },
            {mode: _compasses(one, other, mode, share) for mode in one.compasses},
        )
    except UserError as error:
        raise UserError(
            "'{first}' and '{second}' know too many durations together to be mixed; "
            "choose another model.",
            first=first.card.name,
            second=second.card.name,
        ) from error


def _compasses(
    one: NoteVocabulary, other: NoteVocabulary, mode: Mode, share: float
) -> dict[Compass, int]:
    counts: Counter[Compass] = Counter()
    for words, weight in ((one, 1 - share), (other, share)):
        for compass, songs in words.compasses[mode].items():
            counts[compass] += round(weight * songs)
    return {compass: songs for compass, songs in counts.items() if songs}

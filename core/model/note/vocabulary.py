"""The durations and pitches that a note model knows, as `vocabulary.json` tells them."""

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

from core.errors import UserError
from core.model.event import events_from_melody
from core.model.note.compass import Compass, compass_of
from core.model.note.turns import NO_TURNS, Turns, texts_from_turns, turns_from_texts, turns_of
from core.music.ending import ends_on_tonic
from core.music.key import Mode
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH
from core.music.song import Song

REST = 0
"""The symbol of a rest among the pitches; the lowest pitch is symbol 1."""

_MOST_DURATIONS = 256
_LONGEST = 1 << 20
_MOST_SONGS = 1 << 40
_MOST_TURNED = 10_000
_MARGIN = 2
"""Semitones beyond the training songs for which a new vocabulary has symbols."""


@dataclass(frozen=True, slots=True)
class NoteVocabulary:
    """Symbols: durations from short to long; a rest, then every semitone from lowest to highest.

    `durations` are ticks. `tonic_endings` is the share of training songs of each mode that end on
    the tonic: how likely a model is to end there that is not asked for an ending. `compasses` are
    the lowest and highest pitches of the training songs of each mode, and how many have both;
    `turns` are the turns of phrase that these songs have in common; a model can do without.
    `phrases` is whether these songs mark where their phrases end, so that a model can learn of it.
    UserError, a part of a sentence about a file, for what cannot be.
    """

    durations: tuple[int, ...]
    lowest: int
    highest: int
    tonic_endings: Mapping[Mode, float]
    compasses: Mapping[Mode, Mapping[Compass, int]]
    turns: Turns = field(default=NO_TURNS, repr=False, compare=False)
    phrases: bool = False
    _places: Mapping[int, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ticks = self.durations
        if not 0 < len(ticks) <= _MOST_DURATIONS or list(ticks) != sorted(set(ticks)):
            raise UserError("its vocabulary has no durations, too many, or not in rising order")
        if ticks[0] < 1 or ticks[-1] > _LONGEST:
            raise UserError("its vocabulary has a duration that no note can have")
        if not LOWEST_PITCH <= self.lowest <= self.highest <= HIGHEST_PITCH:
            raise UserError("its vocabulary has pitches outside MIDI's range")
        if not all(0 < share < 1 for share in self.tonic_endings.values()):
            raise UserError("its vocabulary has an impossible share of endings")
        for compass, songs in (pair for of in self.compasses.values() for pair in of.items()):
            if not self.lowest <= compass.lowest <= compass.highest <= self.highest or songs < 1:
                raise UserError("its vocabulary has an impossible compass")
        object.__setattr__(self, "_places", {tick: n for n, tick in enumerate(ticks)})

    @property
    def pitches(self) -> int:
        """Number of symbols among the pitches, the rest included."""
        return self.highest - self.lowest + 2

    def duration(self, ticks: int) -> int | None:
        """The symbol of a duration; None if it is not known."""
        return self._places.get(ticks)

    def nearest_duration(self, ticks: int) -> int:
        """The symbol of the known duration nearest to `ticks`, the shorter one of equals."""
        known = self._places.get(ticks)
        if known is not None:
            return known
        place = bisect_left(self.durations, ticks)
        near = range(max(0, place - 1), min(len(self.durations), place + 1))
        return min(near, key=lambda symbol: abs(self.durations[symbol] - ticks))

    def pitch(self, pitch: int | None) -> int | None:
        """The symbol of a pitch, None being a rest; None if it is not known."""
        if pitch is None:
            return REST
        return pitch - self.lowest + 1 if self.lowest <= pitch <= self.highest else None

    def nearest_pitch(self, pitch: int) -> int:
        """`pitch` itself if it is known, else the nearest of the same name, else the nearest."""
        if self.lowest <= pitch <= self.highest:
            return pitch
        octaves = range(self.lowest + (pitch - self.lowest) % 12, self.highest + 1, 12)
        known = octaves or (self.lowest, self.highest)
        return min(known, key=lambda other: abs(other - pitch))


def notevocabulary_of(songs: Sequence[Song]) -> NoteVocabulary:
    """The vocabulary of a new model that learns from `songs`, in C major or A minor.

    The turns of phrase are those of at most 10,000 of them, spread evenly: memory is bounded.
    """
    durations: set[int] = set()
    pitches: set[int] = set()
    endings: dict[Mode, list[bool]] = {mode: [True, False] for mode in get_args(Mode)}
    compasses: dict[Mode, Counter[Compass]] = {mode: Counter() for mode in get_args(Mode)}
    marked = 0
    for song in songs:
        marked += len(song.phrase_ends) > 1
        for event in events_from_melody(song.melody):
            durations.add(event.duration)
            if event.pitch is not None:
                pitches.add(event.pitch)
        if song.melody.notes and song.key is not None:
            endings[song.key.mode].append(ends_on_tonic(song.melody, song.key.mode))
            compasses[song.key.mode][compass_of(song.melody)] += 1
    words = NoteVocabulary(
        tuple(sorted(durations)),
        max(LOWEST_PITCH, min(pitches) - _MARGIN),
        min(HIGHEST_PITCH, max(pitches) + _MARGIN),
        {mode: round(sum(known) / len(known), 4) for mode, known in endings.items()},
        compasses,
        phrases=marked > len(songs) / 2,
    )
    some = songs[:: 1 + len(songs) // _MOST_TURNED]
    return replace(words, turns=turns_of(_symbols(song, words) for song in some))


def _symbols(song: Song, words: NoteVocabulary) -> list[tuple[int, int]]:
    """The events of a song that can be told as symbols of duration and pitch."""
    return [
        (words.nearest_duration(event.duration), words.pitch(event.pitch) or REST)
        for event in events_from_melody(song.melody)
    ]


def json_from_notevocabulary(vocabulary: NoteVocabulary) -> str:
    return json.dumps(
        {
            "durations": vocabulary.durations,
            "lowest": vocabulary.lowest,
            "highest": vocabulary.highest,
            "tonic_endings": dict(vocabulary.tonic_endings),
            "compasses": {
                mode: [[*compass, songs] for compass, songs in sorted(of.items())]
                for mode, of in vocabulary.compasses.items()
            },
            "turns": texts_from_turns(vocabulary.turns),
            "phrases": vocabulary.phrases,
        }
    )


def notevocabulary_from_json(text: str) -> NoteVocabulary:
    """UserError, a part of a sentence about a file, for anything that is none."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError("its vocabulary is no JSON text: {error}", error=str(error)[:80]) from error
    match content:
        case {
            "durations": list(durations),
            "lowest": int(lowest),
            "highest": int(highest),
            "tonic_endings": {"major": float(major), "minor": float(minor)},
            "compasses": {"major": list(in_major), "minor": list(in_minor)},
            **others,
        } if all(type(ticks) is int for ticks in durations):
            shares: dict[Mode, float] = {"major": major, "minor": minor}
            compasses: dict[Mode, dict[Compass, int]] = {
                "major": _compasses(in_major),
                "minor": _compasses(in_minor),
            }
            turns = turns_from_texts(others["turns"]) if "turns" in others else NO_TURNS
            phrases = others.get("phrases", False)
            if not isinstance(phrases, bool):
                raise UserError("its vocabulary does not say whether it knows phrases")
            return NoteVocabulary(
                tuple(durations), lowest, highest, shares, compasses, turns, phrases
            )
        case _:
            raise UserError("its vocabulary does not name durations, pitches, endings, compasses")


def _compasses(rows: list[object]) -> dict[Compass, int]:
    compasses = {}
    for row in rows:
        match row:
            case [int(lowest), int(highest), int(songs)] if songs < _MOST_SONGS:
                compasses[Compass(lowest, highest)] = songs
            case _:
                raise UserError("its vocabulary has an impossible compass")
    return compasses

"""Songs -> what a note network learns from."""

from dataclasses import dataclass

import numpy as np

from core.model.event import events_from_melody
from core.model.family import Frame
from core.model.note.compass import compass_of
from core.model.note.features import Telling
from core.model.note.lookback import Past
from core.model.note.ruler import Codes
from core.model.note.vocabulary import NoteVocabulary
from core.music.ending import Ending, ends_on_tonic
from core.music.song import Song

LONGEST = 400
"""Events of a song that are learnt from; what is behind them is cut off."""


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """One song as the network reads it."""

    codes: Codes  # (events, WIDTH)
    durations: Codes  # (events,)
    landings: Codes  # (events, durations)
    pitches: Codes  # (events,)


def is_told(song: Song, vocabulary: NoteVocabulary) -> bool:
    """Whether the vocabulary has all durations and pitches of a song that has notes."""
    return bool(song.melody.notes) and all(
        vocabulary.duration(event.duration) is not None
        and vocabulary.pitch(event.pitch) is not None
        for event in events_from_melody(song.melody)
    )


def lesson_from_song(song: Song, vocabulary: NoteVocabulary) -> Lesson:
    """All inputs told; ending, compass and phrases too. The song must be told in the vocabulary."""
    mode = song.key.mode if song.key else "major"
    ending: Ending = "tonic" if ends_on_tonic(song.melody, mode) else "open"
    frame = Frame(song.meters, mode, song.melody.end, ending, phrase_ends=song.phrase_ends)
    telling = Telling.of(frame, vocabulary, compass_of(song.melody))
    past = Past.empty(vocabulary)
    codes, symbols, landings = [], [], []
    for event in events_from_melody(song.melody):
        duration, pitch = vocabulary.duration(event.duration), vocabulary.pitch(event.pitch)
        assert duration is not None
        assert pitch is not None
        codes.append(telling.before(past, event.onset))
        landings.append(telling.landings(event.onset))
        symbols.append((duration, pitch))
        past.hear(event.onset, event.end, duration, pitch)
        if len(past) == LONGEST:
            break
    durations, pitches = np.array(symbols, np.int32).T
    return Lesson(
        np.array(codes).astype(np.int16),
        durations,
        np.array(landings).astype(np.int16),
        pitches,
    )

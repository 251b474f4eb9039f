from dataclasses import replace
from itertools import pairwise

import numpy as np
from hypothesis import given

from core.model.event import events_from_melody
from core.model.family import Frame
from core.model.note.compass import Compass
from core.model.note.features import (
    BOUNDS,
    CONTEXT,
    HEARD,
    ROOM_CODES,
    ROOM_SIZE,
    ROOMS,
    SINCE,
    UNTIL,
    WIDTH,
    Telling,
    candidate_sizes,
    context_sizes,
    hide,
)
from core.model.note.lookback import CANDIDATES, Past
from core.model.note.phrase import SINCE_SIZE
from core.model.note.ruler import LANDINGS, Codes
from core.model.note.vocabulary import NoteVocabulary
from core.music.melody import QUARTER, Melody
from core.music.meter import MeterMap
from core.music.song import Song
from core.music.text import melody_from_text
from tests.model.tunes import NOTE_WORDS, TUNES
from tests.songs import songs

FRAME = Frame(MeterMap(), "major", 4 * 1920)


def codes_of(
    melody: Melody,
    frame: Frame,
    vocabulary: NoteVocabulary = NOTE_WORDS,
    compass: Compass | None = None,
) -> Codes:
    """The codes before each event, heard as the nearest that is known: (events, WIDTH)."""
    telling, past, rows = Telling.of(frame, vocabulary, compass), Past.empty(vocabulary), []
    for event in events_from_melody(melody):
        rows.append(telling.before(past, event.onset))
        pitch = None if event.pitch is None else vocabulary.nearest_pitch(event.pitch)
        symbol = vocabulary.pitch(pitch)
        assert symbol is not None
        past.hear(event.onset, event.end, vocabulary.nearest_duration(event.duration), symbol)
    return np.array(rows, np.intp).reshape(-1, WIDTH)


@given(songs())
def test_every_code_is_within_its_size_whatever_the_song(song: Song) -> None:
    mode = song.key.mode if song.key else "major"
    frame = Frame(song.meters, mode, song.melody.end, phrase_ends=song.phrase_ends)
    codes = codes_of(song.melody, frame, compass=Compass(60, 72))
    sizes = [*context_sizes(NOTE_WORDS)]
    for size in candidate_sizes(NOTE_WORDS):
        sizes += [size] * CANDIDATES
    sizes += [NOTE_WORDS.pitches] * len(BOUNDS) + [ROOM_SIZE] * ROOMS
    sizes += [SINCE_SIZE, 1 << 15]
    assert len(sizes) == WIDTH
    assert (codes >= 0).all()
    assert (codes < sizes).all()
    telling = Telling.of(Frame(song.meters, mode, song.melody.end), NOTE_WORDS)
    for event in events_from_melody(song.melody):
        landings = telling.landings(event.onset)
        assert landings.min() >= 0
        assert landings.max() < LANDINGS


def test_what_stood_a_bar_ago_is_told() -> None:
    tune = TUNES[0]
    codes = codes_of(Melody((*tune.until(1920).notes,), 1920).extended(()), FRAME)
    assert not codes[:, CONTEXT:HEARD].reshape(len(codes), 4, CANDIDATES)[:, :, 0].any()
    again = Melody(tuple(n for n in tune.until(1920)), 1920)
    twice = again.extended(n.moved(1920) for n in again)
    codes = codes_of(twice, FRAME)
    bar_ago = codes[:, CONTEXT:HEARD].reshape(len(codes), 4, CANDIDATES)[:, :, 0]
    events = list(events_from_melody(again))
    for event, row in zip(events, bar_ago[len(events) :], strict=True):
        assert row[1] == (NOTE_WORDS.duration(event.duration) or 0) + 1
        assert row[2] == (NOTE_WORDS.pitch(event.pitch) or 0) + 1


def test_durations_lead_to_places_lines_and_the_end() -> None:
    telling = Telling.of(replace(FRAME, end=1920), NOTE_WORDS)
    landings = dict(zip(NOTE_WORDS.durations, telling.landings(960), strict=True))
    assert (landings[240], landings[480]) == (10, 12)
    over, line, end = LANDINGS - 2, LANDINGS - 3, LANDINGS - 1
    assert landings[960] == landings[1920] == end
    longer = Telling.of(FRAME, NOTE_WORDS).landings(960)
    landings = dict(zip(NOTE_WORDS.durations, longer, strict=True))
    assert (landings[960], landings[1440]) == (line, over)


def test_what_is_hidden_is_not_told_and_all_else_is() -> None:
    tune = TUNES[0]
    frame = Frame(MeterMap(), "minor", tune.end, "tonic")
    telling = Telling.of(frame, NOTE_WORDS)
    told = codes_of(tune, frame)
    landings = np.array([telling.landings(event.onset) for event in events_from_melody(tune)])

    def hidden(*groups: str, ending: bool = False) -> tuple[Codes, Codes]:
        codes, places = told.copy(), landings.copy()
        hide(codes, places, groups, ending)  # type: ignore[arg-type]
        return codes, places

    longer = replace(frame, end=tune.end + 5 * 1920)
    for group, other in (("length", longer), ("mode", replace(frame, mode="major"))):
        codes, _ = hidden(group)
        elsewhere = codes_of(tune, other)
        hide(elsewhere, landings.copy(), (group,), ending=False)  # type: ignore[arg-type]
        np.testing.assert_array_equal(codes, elsewhere)
        assert (codes != told).any()
    codes, _ = hidden(ending=True)
    np.testing.assert_array_equal(codes, codes_of(tune, replace(frame, ending="free")))
    codes, _ = hidden("look-back", "matches")
    assert not codes[:, CONTEXT:HEARD].any()
    np.testing.assert_array_equal(codes[:, :CONTEXT], told[:, :CONTEXT])
    _, places = hidden("length")
    assert landings.max() == LANDINGS - 1
    assert places.max() < LANDINGS - 1


def test_codes_tell_of_the_past_alone() -> None:
    for shorter, longer in pairwise([TUNES[0].until(2 * 1920), TUNES[0]]):
        first, all_of_it = codes_of(shorter, FRAME), codes_of(longer, FRAME)
        np.testing.assert_array_equal(first[:-1], all_of_it[: len(first) - 1])


def test_a_compass_is_told_with_the_room_that_is_left() -> None:
    melody = melody_from_text("c4 e4 r g3 c5")
    plain, told = codes_of(melody, FRAME), codes_of(melody, FRAME, compass=Compass(55, 76))
    np.testing.assert_array_equal(told[:, :HEARD], plain[:, :HEARD])
    assert not plain[:, HEARD:].any()
    assert (told[:, HEARD : HEARD + 2] == [6, 27]).all()
    first_above, last_below, lowest_above, highest_below = told[:, ROOM_CODES].T
    assert [*first_above] == [0, 6, 10, 10, 1], "semitones and one more; 0 before the first note"
    assert [*last_below] == [0, 17, 13, 13, 22]
    assert [*lowest_above] == [0, 6, 6, 6, 1]
    assert [*highest_below] == [0, 17, 13, 13, 13]


def test_a_phrase_is_told_from_its_beginning_to_its_end() -> None:
    melody = melody_from_text("c4 e4/8. r/16 g3/4 | c5/1 c5/4")
    ends = (2 * QUARTER, 5 * QUARTER)
    plain, told = codes_of(melody, FRAME), codes_of(melody, replace(FRAME, phrase_ends=ends))
    np.testing.assert_array_equal(told[:, :SINCE], plain[:, :SINCE])
    assert not plain[:, SINCE:].any()
    assert [*told[:, SINCE]] == [1, 3, 4, 1, 3, 0], "eighths since it began, and one more"
    assert [*told[:, UNTIL]] == [48, 24, 6, 72, 48, 0], "steps of a 24th; behind the last, nothing"

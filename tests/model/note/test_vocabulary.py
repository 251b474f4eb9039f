import json
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.model.note.compass import Compass
from core.model.note.vocabulary import (
    REST,
    NoteVocabulary,
    json_from_notevocabulary,
    notevocabulary_from_json,
    notevocabulary_of,
)
from core.music.key import A_MINOR, C_MAJOR
from core.music.song import Song
from core.music.text import melody_from_text
from tests.model.tunes import NOTE_WORDS, TUNES


def test_it_knows_what_the_songs_have_and_two_semitones_more() -> None:
    songs = [
        Song(melody_from_text("c4/4 d4/8 r/2 c4/4"), key=C_MAJOR),
        Song(melody_from_text("c4/4 d4"), key=C_MAJOR),
        Song(melody_from_text("e4/4 a4"), key=A_MINOR),
    ]
    words = notevocabulary_of(songs)
    assert words.durations == (240, 480, 960)
    assert (words.lowest, words.highest) == (58, 71)
    assert words.compasses == {
        "major": {Compass(60, 62): 2},
        "minor": {Compass(64, 69): 1},
    }
    assert words.tonic_endings == {"major": 0.5, "minor": pytest.approx(2 / 3, abs=1e-4)}


def test_it_knows_phrases_where_most_songs_mark_them() -> None:
    song = Song(melody_from_text("c4 d4 e4 f4"), key=C_MAJOR)
    marked, fermata = (replace(song, phrase_ends=ends) for ends in ((960, 1920), (1920,)))
    assert notevocabulary_of([marked, marked, song]).phrases
    assert not notevocabulary_of([marked, song]).phrases
    assert not notevocabulary_of([fermata, fermata]).phrases, "a fermata at the end is no phrase"


def test_symbols_are_rest_first_and_then_low_to_high() -> None:
    assert NOTE_WORDS.pitch(None) == REST
    assert [NOTE_WORDS.pitch(pitch) for pitch in (49, 50, 80, 81)] == [None, 1, 31, None]
    assert NOTE_WORDS.pitches == 32
    assert NOTE_WORDS.duration(120) == NOTE_WORDS.durations.index(120)
    assert NOTE_WORDS.duration(121) is None


@given(st.integers(1, 20_000))
def test_the_nearest_duration_is_the_nearest(ticks: int) -> None:
    nearest = NOTE_WORDS.durations[NOTE_WORDS.nearest_duration(ticks)]
    assert abs(nearest - ticks) == min(abs(known - ticks) for known in NOTE_WORDS.durations)


def test_unknown_pitches_are_heard_in_the_nearest_octave() -> None:
    heard = [NOTE_WORDS.nearest_pitch(pitch) for pitch in (50, 80, 49, 81, 0, 127, -3)]
    assert heard == [50, 80, 61, 69, 60, 79, 57]
    narrow = replace(NOTE_WORDS, lowest=60, highest=62, compasses={})
    assert [narrow.nearest_pitch(pitch) for pitch in (72, 66, 50)] == [60, 62, 62]


def test_json_and_back() -> None:
    assert notevocabulary_from_json(json_from_notevocabulary(NOTE_WORDS)) == NOTE_WORDS


def test_a_vocabulary_without_turns_has_none() -> None:
    content = json.loads(json_from_notevocabulary(NOTE_WORDS))
    del content["turns"]
    assert not len(notevocabulary_from_json(json.dumps(content)).turns.steps)


def test_a_vocabulary_that_does_not_mention_phrases_knows_none() -> None:
    content = json.loads(json_from_notevocabulary(NOTE_WORDS))
    assert content.pop("phrases")
    assert not notevocabulary_from_json(json.dumps(content)).phrases


def test_turns_of_phrase_go_there_and_back() -> None:
    words = notevocabulary_of([Song(tune, key=C_MAJOR) for tune in (*TUNES, *TUNES)])
    assert len(words.turns.symbols) > 100
    again = notevocabulary_from_json(json_from_notevocabulary(words)).turns
    for field in fields(words.turns):
        np.testing.assert_array_equal(getattr(again, field.name), getattr(words.turns, field.name))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"durations": []}, "no durations"),
        ({"durations": [480, 240]}, "rising order"),
        ({"durations": [0, 240]}, "no note can have"),
        ({"durations": [240, 2**40]}, "no note can have"),
        ({"durations": list(range(1, 400))}, "too many"),
        ({"durations": [True, 240]}, "does not name"),
        ({"durations": "240"}, "does not name"),
        ({"lowest": -1}, "outside MIDI"),
        ({"lowest": 81}, "outside MIDI"),
        ({"highest": 200}, "outside MIDI"),
        ({"tonic_endings": {"major": 0.5}}, "does not name"),
        ({"phrases": "yes"}, "whether it knows phrases"),
        ({"tonic_endings": {"major": 0.5, "minor": 1.0}}, "impossible share"),
        ({"turns": {}}, "unreadable turns"),
        ({"turns": []}, "unreadable turns"),
        ({"compasses": {"major": []}}, "does not name"),
        ({"compasses": {"major": [], "minor": [60, 72, 1]}}, "impossible compass"),
        ({"compasses": {"major": [], "minor": [[60, 72]]}}, "impossible compass"),
        ({"compasses": {"major": [[72, 60, 1]], "minor": []}}, "impossible compass"),
        ({"compasses": {"major": [[60, 81, 1]], "minor": []}}, "impossible compass"),
        ({"compasses": {"major": [[60, 72, 0]], "minor": []}}, "impossible compass"),
        ({"compasses": {"major": [[60, 72, 10**400]], "minor": []}}, "impossible compass"),
    ],
)
def test_what_cannot_be_is_refused(changes: dict[str, object], sentence: str) -> None:
    content = json.loads(json_from_notevocabulary(NOTE_WORDS)) | changes
    with pytest.raises(UserError, match=sentence):
        notevocabulary_from_json(json.dumps(content))


@pytest.mark.parametrize("text", ["", "[]", "nothing", '{"durations": [NaN]}', "[" * 100_000])
def test_what_is_no_vocabulary_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="its vocabulary"):
        notevocabulary_from_json(text)


def test_a_vocabulary_has_places_of_its_own() -> None:
    words = NoteVocabulary((480,), 60, 61, NOTE_WORDS.tonic_endings, {})
    assert (words.duration(480), words.pitches) == (0, 3)

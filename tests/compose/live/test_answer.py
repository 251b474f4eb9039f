from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compose.controls import Controls
from core.compose.live.answer import Listening, answer, answer_song
from core.model.family import Model
from core.music.key import C_MAJOR, Key
from core.music.melody import Melody, Note
from core.music.meter import Line, Meter, MeterMap
from core.music.song import Song
from core.music.text import melody_from_text
from tests.compose.test_continuation import seeds
from tests.model.tunes import tiny_model, tiny_note_model

MODELS = tiny_model(), tiny_note_model()
FAMILIES = pytest.mark.parametrize("model", MODELS, ids=["grid", "note"])
BAR = 1920
PHRASE = Melody((Note(0, 480, 60), Note(960, 480, 64)), 1440)


def answered(
    model: Model, dialogue: Song, bars: int = 2, line: Line = "bar", seed: int = 1
) -> Song:
    made = answer(model, dialogue, Controls(random_seed=seed), bars, line)
    return made.song(made)


def test_a_phrase_is_over_after_a_silence_as_long_as_set() -> None:
    listening = Listening(silence=480)
    assert listening.end_of(Melody(), MeterMap(), 10_000) is None
    assert listening.end_of(PHRASE, MeterMap(), 1919) is None
    assert listening.end_of(PHRASE, MeterMap(), 1920) == 1440
    first = Melody(PHRASE.notes[:1], 480)
    assert listening.end_of(first, MeterMap(), 959) is None
    assert Listening(silence=481).end_of(first, MeterMap(), 960) is None


def test_a_phrase_is_over_when_its_bars_are_filled() -> None:
    meters = MeterMap.constant(Meter(3, 4), 480)
    late = Melody((Note(2000, 480, 60), Note(2500, 3000, 64)), 5500)
    for bars, line in ((1, 480 + 2 * 1440), (2, 480 + 3 * 1440)):
        listening = Listening(bars=bars)
        assert listening.end_of(late, meters, line - 1) is None
        assert listening.end_of(late, meters, line) == line
    assert Listening().end_of(late, meters, 10**6) is None
    both = Listening(silence=100, bars=4)
    assert both.end_of(late, meters, 5600) == 5500


@settings(max_examples=50)
@given(st.sampled_from(MODELS), seeds(), st.integers(1, 4), st.sampled_from(("bar", "beat")))
def test_it_answers_on_the_next_line_for_as_many_bars_as_set(
    model: Model, dialogue: Song, bars: int, line: Line
) -> None:
    made = answer(model, dialogue, Controls(), bars, line)
    song = made.song(made)
    meters, end = dialogue.meters, dialogue.melody.end
    assert made.onset == (meters.next_bar(end) if line == "bar" else meters.next_beat(end))
    assert meters.position(made.end)[1] == 0
    assert bars * meters.meter.bar <= made.end - made.onset < (bars + 1) * meters.meter.bar
    assert song.melody.notes[: len(dialogue.melody)] == dialogue.melody.notes
    new = song.melody.notes[len(dialogue.melody) :]
    assert new[0].onset >= made.onset
    assert new[-1].end == song.melody.end == made.end
    assert (song.seed_end, song.meters) == (dialogue.seed_end, meters)


@FAMILIES
def test_a_dialogue_goes_on_for_as_long_as_somebody_plays(model: Model) -> None:
    song = Song()
    for turn in range(12):
        phrase = (note.moved(song.melody.end) for note in PHRASE)
        song = answered(model, song.with_melody(song.melody.extended(phrase)), 2, seed=turn)
        assert song.melody.end % BAR == 0
    assert song.bars == 12 * 3


@FAMILIES
def test_what_is_far_back_is_forgotten(model: Model) -> None:
    end = Melody(tuple(note.moved(40 * BAR) for note in PHRASE), 41 * BAR)
    old = (Note(0, 480, 61), Note(10 * BAR, 480, 70))
    long = Song(Melody((*old, *end.notes), end.end), key=C_MAJOR)
    other = long.with_melody(Melody((Note(0, BAR, 50), *end.notes), end.end))
    first, second = answered(model, long), answered(model, other)
    assert first.melody.notes[4:] == second.melody.notes[3:]


@FAMILIES
def test_the_key_is_that_of_the_dialogue_so_far(model: Model) -> None:
    flat = Song(melody_from_text("bb3 d4 f4 eb4 d4 c4 bb3/2"))
    assert answered(model, flat).key == Key(-2)
    moved = Song(flat.melody.transposed(2))
    one, two = (answered(model, song).melody.notes[7:] for song in (flat, moved))
    assert [replace(note, pitch=note.pitch + 2) for note in one] == list(two)


@FAMILIES
def test_the_phrase_makes_the_answer(model: Model) -> None:
    """Other notes, another answer: it is not made of the random seed alone."""
    other = Song(Melody((Note(0, 240, 72), Note(240, 480, 55), Note(960, 480, 57)), 1440))
    answers = [
        [(note.onset, note.pitch) for note in answered(model, song).melody if note.onset >= BAR]
        for song in (Song(PHRASE), other)
    ]
    assert answers[0] != answers[1]


@FAMILIES
def test_the_window_sees_how_far_it_is_and_what_gave_way(model: Model) -> None:
    controls = Controls(lowest=60, highest=60, ending="open")
    *steps, led = answer_song(model, Song(PHRASE), controls, 2)
    shares = [step for step in steps if isinstance(step, float)]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    made = answer(model, Song(PHRASE), controls, 2)
    assert not isinstance(led, float)
    assert led.song == made.song(made)
    assert any("ending asked for is left out" in notice for notice in led.notices)
    assert len(led.bits) == len(led.song.melody) - 2

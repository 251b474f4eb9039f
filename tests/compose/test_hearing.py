from dataclasses import replace
from math import isfinite
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.compose.hearing import hear_seed, remark
from core.model.bundle import open_model
from core.model.family import Model
from core.model.library import CLASSIC_MODEL, DEFAULT_MODEL
from core.music.key import C_MAJOR, Key
from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.text import melody_from_text
from tests.compose.test_continuation import seeds
from tests.model.tunes import NOTE_WORDS, tiny_model, tiny_note_model

GRID, NOTES = tiny_model(), tiny_note_model()
FAMILIES = pytest.mark.parametrize("model", [GRID, NOTES], ids=["grid", "note"])


def song(text: str, key: Key = C_MAJOR) -> Song:
    return Song(melody_from_text(text), key=key)


def remarks(model: Model, text: str, key: Key = C_MAJOR) -> list[str]:
    return [remark(surprise, key) for surprise in hear_seed(model, song(text, key), 8)]


@given(st.sampled_from((GRID, NOTES)), seeds())
def test_every_note_of_any_seed_has_its_surprise(model: Model, seed: Song) -> None:
    found = list(hear_seed(model, seed, 4))
    assert [surprise.note for surprise in found] == list(seed.melody)
    for surprise in found:
        assert isfinite(surprise.pitch_bits + surprise.duration_bits)
        assert min(surprise.pitch_bits, surprise.duration_bits) >= 0
        assert 0 <= surprise.share <= 1
        assert remark(surprise, seed.key or C_MAJOR)


def test_the_chances_of_all_pitches_add_up() -> None:
    last = [
        list(hear_seed(NOTES, Song(melody_from_text(f"c4 r/4 {name}"), key=C_MAJOR), 8))[-1]
        for name in ("c", "c#", "d", "d#", "e", "f", "f#", "g", "g#", "a", "a#", "b")
        for name in (f"{name}3", f"{name}4", f"{name}5")
        if 50 <= melody_from_text(name).notes[0].pitch <= 80
    ]
    assert len(last) == 31
    assert sum(2**-surprise.pitch_bits for surprise in last) == pytest.approx(1)
    likeliest = min(last, key=lambda surprise: surprise.pitch_bits)
    assert likeliest.share == pytest.approx(2**-likeliest.pitch_bits)
    assert {surprise.expected for surprise in last} == {likeliest.note.pitch}


@FAMILIES
def test_the_chances_of_all_durations_add_up(model: Model) -> None:
    durations = NOTE_WORDS.durations if model is NOTES else range(120, 240 * 120, 120)
    total = 0.0
    for ticks in durations:
        melody = Melody((Note(0, 480, 60), Note(480, ticks, 64), Note(480 + ticks, 480, 62)), 2**17)
        found = list(hear_seed(model, Song(melody, key=C_MAJOR), 8))
        total += 2 ** -found[1].duration_bits
    assert total == pytest.approx(1)


@FAMILIES
def test_a_seed_in_another_key_surprises_as_much(model: Model) -> None:
    at_home = list(hear_seed(model, song("c4 e4/8 g4 f4/2 e4"), 8))
    away = list(hear_seed(model, song("d4 f#4/8 a4 g4/2 f#4", Key(2)), 8))
    for one, other in zip(at_home, away, strict=True):
        assert one.expected is None or other.expected == one.expected + 2
        assert (one.pitch_bits, one.duration_bits) == (other.pitch_bits, other.duration_bits)


@FAMILIES
def test_a_note_tells_nothing_of_those_behind_it(model: Model) -> None:
    first = list(hear_seed(model, song("c4 e4 g4 b4 a4"), 8))
    second = list(hear_seed(model, song("c4 e4 g4 c5 d4 c4"), 8))
    assert first[:2] == second[:2]
    assert first[2] == second[2]


def test_what_the_model_does_not_know_is_named_with_the_nearest_that_it_does() -> None:
    assert remarks(NOTES, "c4 f#1 g4", Key(1))[1].startswith(
        "The model does not know 'f#1' and hears 'f#3'; f#1: "
    )
    assert remarks(NOTES, "c4 bb4/32 g4", Key(-2))[1].startswith(
        "The model does not know 'bb4/32' and hears 'bb4/16'; bb4: "
    )
    first, second, third, fourth = remarks(GRID, "c4/64 d4 r/16 e4/12 f4/8")
    assert first == "'c4/64' is too short for the model, which does not hear it"
    assert second.startswith("The model does not know 'd4/64' and hears 'd4/16'; d4: ")
    assert third.startswith("The model does not know 'e4/12' and hears 'e4/8'; e4: ")
    assert fourth.startswith("The model hears 'f4/8' on the nearest sixteenth; f4: ")


def test_a_remark_names_what_was_expected_and_the_length_where_it_is_stranger() -> None:
    surprise = replace(
        next(iter(hear_seed(NOTES, song("c4"), 8))),
        pitch_bits=7.14,
        expected=64,
        share=0.314,
        duration_bits=2.0,
    )
    assert remark(surprise, C_MAJOR) == "c4: 7.1 bits, the model expected e4 (31 %)"
    rest = replace(surprise, expected=None, duration_bits=9.0)
    assert remark(rest, C_MAJOR) == (
        "c4: 7.1 bits, the model expected a rest (31 %), its length 9.0 bits"
    )
    assert remark(replace(surprise, expected=60), C_MAJOR) == "c4: 7.1 bits"


@pytest.mark.parametrize("path", [DEFAULT_MODEL, CLASSIC_MODEL], ids=lambda path: path.stem)
def test_the_models_in_the_box_find_the_wrong_note(path: Path) -> None:
    found = list(hear_seed(open_model(path), song("c4 d4 e4 f4 | g4 e4 c4 g#4 | f4 d4 b3 c4"), 8))
    wrong = max(found, key=lambda surprise: surprise.pitch_bits)
    assert wrong.note.pitch == 68
    assert [s for s in found[: found.index(wrong) + 1] if s.is_surprising] == [wrong]

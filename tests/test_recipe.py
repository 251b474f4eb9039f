import json
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.carried import recipe_in_file
from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.compose.pins.pin import Pin
from core.errors import UserError
from core.files.midi import song_from_midi, write_midi
from core.model.blend import blend
from core.model.identity import identity
from core.model.mark import Maker, Mark
from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.tempo import TempoMap
from core.music.text import melody_from_text
from core.project import Project, save_project
from core.recipe import Recipe, recipe_from_text, recipe_of, text_from_recipe
from core.record import FormatError
from tests.model.tunes import tiny_model, tiny_note_model

SEED = Song(melody_from_text("c4 d4/8 e4 g4/4"), key=Key(0), title="Ähre")
CONTROLS = Controls(0.9, bars=4, random_seed=7, ending="tonic")
MODEL = tiny_note_model()


def mark(model_hash: str = "0123456789abcdef" * 4) -> Mark:
    return Mark("german", "German folk songs", model_hash)


CONTINUATION = continue_song(MODEL, SEED, CONTROLS)
NOTES = CONTINUATION.song(CONTINUATION).melody.notes
RECIPE = Recipe(Maker(mark()), CONTROLS, SEED, NOTES)


def made(again: Recipe) -> Song:
    *_, song = again.made(MODEL)
    assert isinstance(song, Song)
    return song


@given(
    st.integers(0, 2**31 - 1),
    st.floats(0, 2),
    st.none() | st.tuples(st.integers(0, 5000), st.integers(0, 5000)),
    st.lists(st.builds(Pin, st.integers(0, 9999), st.none() | st.integers(1, 960)), max_size=3),
)
def test_it_comes_back_from_its_text(
    random_seed: int, temperature: float, span: tuple[int, int] | None, pins: list[Pin]
) -> None:
    controls = replace(CONTROLS, random_seed=random_seed, temperature=temperature)
    mixture = Maker(mark(), mark("f" * 64))
    whole = Recipe(mixture, controls, SEED, NOTES, tuple(pins), particles=8, span=span)
    text = text_from_recipe(whole)
    assert text.isascii()
    assert "\n" not in text
    assert recipe_from_text(text) == whole


def test_it_makes_the_identical_tune() -> None:
    again = recipe_from_text(text_from_recipe(RECIPE))
    assert made(again).melody.notes == RECIPE.notes
    assert again.differing(made(again)) == 0
    other = made(replace(again, controls=replace(CONTROLS, random_seed=8)))
    assert again.differing(other) > 0
    pinned = replace(RECIPE, pins=(Pin(960 * 3, 480, 67),), particles=4)
    assert Note(960 * 3, 480, 67) in made(pinned).melody.notes
    assert made(pinned) == made(pinned)


@pytest.mark.parametrize(
    "suffix", [".mid", ".txt", ".krn", ".abc", ".musicxml", ".mxl", ".cantilena", ".json"]
)
def test_every_kind_of_file_carries_it(suffix: str, tmp_path: Path) -> None:
    from core.cli.sound import NAMES
    from core.cli.writing import writer

    path, text = tmp_path / f"tune{suffix}", text_from_recipe(RECIPE)
    if suffix == ".json":
        path.write_text(text)
    else:
        write = writer(path, Namespace(**dict.fromkeys(NAMES)))
        write(Project(RECIPE.song, CONTROLS, "german", recipe=text), path)
    assert recipe_in_file(path) == RECIPE


def test_a_midi_file_sounds_the_same_with_it_and_without(tmp_path: Path) -> None:
    with_it, without = tmp_path / "with.mid", tmp_path / "without.mid"
    write_midi(RECIPE.song, with_it, text_from_recipe(RECIPE))
    write_midi(RECIPE.song, without)
    assert song_from_midi(with_it) == song_from_midi(without)


def test_a_file_without_one_says_so(tmp_path: Path) -> None:
    write_midi(RECIPE.song, tmp_path / "tune.mid")
    save_project(Project(RECIPE.song), tmp_path / "tune.cantilena")
    (tmp_path / "tune.txt").write_text("c4 d4")
    for suffix in ("mid", "cantilena", "txt"):
        with pytest.raises(UserError, match="carries no recipe"):
            recipe_in_file(tmp_path / f"tune.{suffix}")


@pytest.mark.parametrize("name", ["tune.mxl", "tune.musicxml", "tune.krn"])
def test_damaged_and_missing_files_are_named(name: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=f"no file '.*{name}'"):
        recipe_in_file(tmp_path / name)
    (tmp_path / name).write_bytes(b"\xffPK damaged")
    with pytest.raises(UserError, match=f"{name}' (cannot be opened: It|carries no recipe)"):
        recipe_in_file(tmp_path / name)


def spoilt(**others: object) -> str:
    return json.dumps(json.loads(text_from_recipe(RECIPE)) | others)


HOSTILE = {
    "some other JSON": "{}",
    "no readable JSON": '{"format": "cantilena recipe"' + "[" * 100_000,
    "newer version": spoilt(version=2),
    "no version number": spoilt(version=True),
    "unknown entry 'more'": spoilt(more=1),
    "'model' names no model": spoilt(model="german"),
    "without its hash": spoilt(model={"name": "a", "title": "b", "identity": "../" * 20}),
    "'blend' names no model": spoilt(blend=[]),
    "unknown entry 'wish'": spoilt(controls={"wish": 1}),
    "wrong kind": spoilt(controls={"bars": "8"}),
    "Length in bars must be 1 to 256": spoilt(controls={"bars": 10**9}),
    "seed is no JSON object": spoilt(seed=None),
    "is no list": spoilt(notes={"a": 1}),
    "not four whole numbers": spoilt(notes=[[0, 1, 2]]),
    "its notes do not fit together": spoilt(notes=[[0, 480, 999, 80]]),
    "note .* is not four": spoilt(notes="deep").replace('"deep"', f"[{'[' * 940}{']' * 940}]"),
    "more than 200,000 entries": spoilt(pins=[0] * 200_001),
    "is no key; write": spoilt(
        seed=json.loads(text_from_recipe(RECIPE))["seed"] | {"key": "x" * 999}
    ),
    "it has no notes": spoilt(notes=[]),
    "begins before": spoilt(notes=[[480, 480, 60, 80], [0, 480, 60, 80]]),
    "pins are no JSON object": spoilt(pins=[[1, 2]]),
    "a pitch from 0 to 127": spoilt(pins=[{"onset": 0, "pitch": 999}]),
    "particles are not": spoilt(particles=10**9),
    "span is not two": spoilt(span=[1]),
    "'notes' is no number of ticks": spoilt(notes=[[0, 10**17, 60, 80]]),
    "'span' is no number of ticks": spoilt(span=[0, 10**17]),
    "longer than": " " * 2_000_001,
}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_texts_are_refused_in_a_sentence(words: str) -> None:
    with pytest.raises((FormatError, UserError), match=words):
        recipe_from_text(HOSTILE[words])
    with pytest.raises((FormatError, UserError)) as refused:
        recipe_from_text(HOSTILE[words])
    assert len(str(refused.value)) < 300


def test_a_hostile_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "tune.json"
    path.write_text(spoilt(particles=0))
    with pytest.raises(UserError, match=r"tune\.json' holds no proper recipe: its particles"):
        recipe_in_file(path)
    write_midi(RECIPE.song, tmp_path / "tune.mid", spoilt(version="1"))
    with pytest.raises(UserError, match="no version number"):
        recipe_in_file(tmp_path / "tune.mid")


def test_the_identity_is_of_weights_and_vocabulary_alone() -> None:
    models = [tiny_note_model(random_seed=number) for number in (1, 2)]
    for number, model in enumerate(models):
        model.card = replace(model.card, weights_hash=str(number))
    first, second = map(identity, models)
    assert len(first) == 64
    assert first != second
    models[0].card = replace(models[0].card, name="Renamed", date="2030-01-01")
    assert identity(models[0]) == first
    with pytest.raises(UserError, match="is a mixture"):
        identity(blend(models[0], models[1], 0.5))
    low, high = tiny_model(lowest=50), tiny_model(lowest=52)
    for grid in (low, high):
        grid.card = replace(grid.card, weights_hash="same")
    assert identity(low) != identity(high), "other symbols"


def test_a_tune_and_what_made_it_are_a_recipe() -> None:
    tune = replace(RECIPE.song, tempos=TempoMap.constant(90.0), title="Another name")
    again = recipe_of(tune, replace(CONTROLS, takes=3), RECIPE.maker)
    assert made(again).melody == CONTINUATION.song(CONTINUATION).melody
    assert again.maker_alone == RECIPE.maker
    assert replace(again, pins=(Pin(0),), particles=4).maker_alone is None
    with pytest.raises(ValueError, match="without notes"):
        recipe_of(Song(), CONTROLS, RECIPE.maker)


def test_the_tune_itself_can_be_had_without_the_model() -> None:
    assert RECIPE.song.melody == Melody(RECIPE.notes, RECIPE.notes[-1].end)
    assert RECIPE.song.seed == SEED.melody

"""The models in the box, whichever they are."""

from dataclasses import asdict
from pathlib import Path

import pytest

from core.compose.draw import draw, uniform
from core.model.bundle import open_model
from core.model.family import Frame, Model
from core.model.library import bundled_models
from core.music.ending import Ending, ends_on_tonic
from core.music.key import Mode
from core.music.melody import Melody
from core.music.meter import Meter, MeterMap

MODELS = [pytest.param(path, id=path.stem) for path in bundled_models()]
USUAL = {
    "german": ("4/4", "3/4"),
    "german-classic": ("4/4", "3/4"),
    "irish": ("6/8", "4/4", "9/8"),
    "american": ("2/4", "4/4", "6/8"),
}
BARS = (1, 8, 13)


def composed(model: Model, meter: str, bars: int, mode: Mode, ending: Ending) -> tuple[Melody, int]:
    beats, unit = map(int, meter.split("/"))
    meters = MeterMap.constant(Meter(beats, unit))
    frame = Frame(meters, mode, meters.end_of(bars), ending)
    cursor, notes = model.cursor(Melody(), frame), []
    while not cursor.is_done:
        note = cursor.choose(draw(cursor.logits(), 1.0, uniform(bars, cursor.decision)))
        notes += [note] if note is not None else []
    return Melody(tuple(notes), notes[-1].end), frame.end


def test_there_are_models_in_several_styles() -> None:
    assert {path.stem for path in bundled_models()} == USUAL.keys()


@pytest.mark.parametrize("path", MODELS)
def test_the_card_is_complete(path: Path) -> None:
    card = open_model(path).card
    assert [name for name, value in asdict(card).items() if not value] == []
    assert card.command.startswith("python main.py train ")
    assert f"--out {path.name}" in card.command
    assert card.held_out.endswith("test songs")
    assert path.stat().st_size < 6_000_000


@pytest.mark.parametrize("path", MODELS)
def test_a_tune_fills_its_bars_exactly_in_the_usual_meters(path: Path) -> None:
    model = open_model(path)
    for meter in USUAL[path.stem]:
        for bars in BARS:
            tune, end = composed(model, meter, bars, "major", "free")
            assert tune.end == end, f"{bars} bars of {meter}"


@pytest.mark.parametrize("path", [path for path in MODELS if "classic" not in str(path.id)])
def test_a_tune_ends_on_the_tonic_when_asked_to_and_not_when_not(path: Path) -> None:
    model = open_model(path)
    modes: tuple[Mode, Mode] = ("major", "minor")
    for meter in USUAL[path.stem]:
        for mode in modes:
            assert ends_on_tonic(composed(model, meter, 8, mode, "tonic")[0], mode)
            assert not ends_on_tonic(composed(model, meter, 8, mode, "open")[0], mode)


@pytest.mark.parametrize("path", MODELS)
def test_no_model_that_may_be_sold_has_learnt_from_songs_that_may_not(path: Path) -> None:
    card = open_model(path).card
    is_free = card.licence.startswith("Free for commercial use")
    assert is_free != ("essen" in card.corpus.lower()), card.corpus
    assert is_free or "non-commercial" in card.licence
    assert not (is_free and ("essen" in card.command or "deutschl" in card.command))

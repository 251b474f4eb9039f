from itertools import islice

import pytest

from core.compose.comparison import Comparison, compare
from core.compose.figures import (
    Tune,
    crossing_notes,
    figures_of,
    invented,
    overlap,
    pitch_range,
    repeated_shapes,
)
from core.compose.quotation import Quotations
from core.model.bundle import open_model
from core.model.library import DEFAULT_MODEL
from core.music.ending import ends_on_tonic
from core.music.meter import Meter, MeterMap
from core.music.text import melody_from_text
from tests.model.tunes import TUNES, tiny_model, tiny_note_model

WALTZ = MeterMap.constant(Meter(3, 4))


def tune(text: str, meters: MeterMap = WALTZ) -> Tune:
    return Tune(melody_from_text(text), meters, "major")


def test_notes_that_sound_across_a_bar_line_cross_it() -> None:
    assert crossing_notes(tune("c4/2. d4/2 e4/4")) == 0
    assert crossing_notes(tune("c4/2 d4/2 e4/4 f4/1")) == 2
    upbeat = MeterMap.constant(Meter(3, 4), pickup=480)
    assert crossing_notes(tune("c4/2 d4/2 e4/4", upbeat)) == 1


def test_shapes_that_have_come_before_are_repeated_in_any_key() -> None:
    assert repeated_shapes(melody_from_text("c4/4 d4 e4 f4")) == 0
    assert repeated_shapes(melody_from_text("c4/4 d4 e4 c4 d4 e4 f#4 d4")) == pytest.approx(1 / 5)
    assert repeated_shapes(melody_from_text("c4/4 d4 e4 c4 d4/8 e4 f#4 d4")) == 0
    assert repeated_shapes(melody_from_text("c4 d4 e4")) == 0


def test_the_overlap_of_histograms() -> None:
    assert overlap([1, 2, 3], [3, 2, 1]) == pytest.approx(1)
    assert overlap([1, 1], [2]) == 0
    assert overlap([1, 2], [2, 2, 2, 3]) == pytest.approx(0.5)
    assert pitch_range(melody_from_text("c4 g4 e4")) == 7


def test_figures_of_many_tunes() -> None:
    tunes = [tune("c4/4 d4 e4 c4/2."), tune("c4/2 d4/2 e4/2 g4/2")]
    figures = figures_of(tunes, [TUNES[0]], Quotations([melody_from_text("e4/4 f#4 g#4")]))
    assert figures.tunes == 2
    assert figures.tonic_endings == 0.5
    assert figures.crossing == 1 / 8
    assert figures.copied_median == 1.5
    assert figures.copied_p90 == pytest.approx(2.7)


def test_tunes_are_invented_in_every_length_and_meter_and_mode() -> None:
    tunes = [made for made, _ in invented(tiny_note_model(), 36)]
    assert {(str(t.meters.meter), t.melody.end // t.meters.meter.bar) for t in tunes} == {
        ("4/4", 8),
        ("4/4", 16),
        ("3/4", 8),
        ("3/4", 16),
    }
    assert sum(made.mode == "minor" for made in tunes) == 4
    assert len({made.melody for made in tunes}) == 36
    assert [made for made, _ in islice(invented(tiny_note_model(), 36), 4)] == tunes[:4]


def test_endings_are_as_asked() -> None:
    for ending, is_tonic in (("tonic", True), ("open", False)):
        for made, end in invented(tiny_note_model(), 12, ending):  # type: ignore[arg-type]
            assert ends_on_tonic(made.melody, made.mode) is is_tonic
            assert made.melody.end == end


@pytest.mark.parametrize("model", [tiny_note_model(), tiny_model()], ids=["note", "grid"])
def test_a_comparison_goes_on_to_its_end(model: object) -> None:
    real = [Tune(melody, MeterMap(), "major") for melody in TUNES]
    steps = list(compare(model, 4, real, TUNES))  # type: ignore[arg-type]
    shares = [step for step in steps if isinstance(step, float)]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    comparison = steps[-1]
    assert isinstance(comparison, Comparison)
    assert comparison.exact_bars == 1
    assert comparison.generated.tunes == 4
    assert comparison.real.copied_median >= 10, "these were learnt from"
    assert comparison.generated.copied_p90 < 10


@pytest.mark.slow
def test_tunes_of_the_model_in_the_box_reach_as_far_as_songs_however_long_they_are() -> None:
    """Real songs of 8 bars span 12.6 semitones and those of 16 bars 13.0."""
    ranges = [pitch_range(made.melody) for made, _ in invented(open_model(DEFAULT_MODEL), 60)]
    for bars in range(2):
        assert 11.5 < sum(ranges[bars::2]) / len(ranges[bars::2]) < 14

import numpy as np

from core.compose.field import Moment
from core.model.event import Event
from core.music.key import Key
from gui.field.likelihood import cell_words, lane_words, percent


def moment(
    pitches: dict[int, float], rest: float = 0.0, lasts: int = 480, pitch: int = 60
) -> Moment:
    shares = np.zeros(128, np.float32)
    shares[list(pitches)] = list(pitches.values())
    durations = np.array([240, 480, 960, 1440], np.int64)
    lengths = np.array([0.3, 0.5, 0.15, 0.05], np.float32)
    likely = dict(zip(durations.tolist(), lengths.tolist(), strict=True)).get(lasts, 0.0)
    bits = float(-np.log2(likely)) if likely else float("inf")
    return Moment(Event(0, lasts, pitch), shares, rest, durations, lengths, 1.7, bits)


def test_a_cell_is_told_in_words() -> None:
    one = moment({67: 0.31, 69: 0.40, 66: 0.004}, rest=0.1)
    assert cell_words(one, 67, None) == "G4 here: 31 %, 1.7 bits; likeliest A4 40 %"
    assert cell_words(one, 69, None) == "A4 here: 40 %, 1.3 bits; the likeliest"
    assert cell_words(one, 66, Key(2)) == "F♯4 here: <1 %, 8.0 bits; likeliest A4 40 %"
    assert cell_words(one, 1, None) == ("C♯-1 here: impossible for the model; likeliest A4 40 %")


def test_a_rest_may_be_the_likeliest() -> None:
    assert cell_words(moment({67: 0.31}, rest=0.69), 67, None) == (
        "G4 here: 31 %, 1.7 bits; likeliest a rest 69 %"
    )


def test_a_note_tells_its_length_too() -> None:
    assert cell_words(moment({67: 1.0}, pitch=67), 67, None) == (
        "G4 here: 100 %, 0.0 bits; the likeliest; its length, quarter: 50 %, 1.0 bits"
    )
    assert cell_words(moment({67: 1.0}, lasts=720, pitch=67), 67, None).endswith(
        "its length, dotted quarter: impossible for the model"
    )


def test_the_lane_tells_the_likeliest_lengths() -> None:
    assert lane_words(moment({}, lasts=1440)) == (
        "Lengths here: quarter 50 %, eighth 30 %, half 15 %; dotted half stands: 5 %, 4.3 bits"
    )


def test_percents_are_rounded_but_never_to_nothing() -> None:
    assert [percent(share) for share in (1.0, 0.314, 0.0951, 0.01, 0.0099)] == (
        ["100 %", "31 %", "10 %", "1 %", "<1 %"]
    )

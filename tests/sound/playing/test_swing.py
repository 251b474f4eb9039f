import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.melody import Melody
from core.music.meter import Meter, MeterMap
from core.music.text import melody_from_text
from core.sound.choices import MOST_SWING
from core.sound.playing.swing import swung
from tests.songs import melodies, meter_maps


def onsets(text: str, meters: MeterMap, swing: float) -> list[int]:
    return [note.onset for note in swung(melody_from_text(text), meters, swing)]


def test_the_second_of_two_eighths_is_late_and_the_first_is_longer() -> None:
    notes = swung(melody_from_text("c4/8 d4 e4/4"), MeterMap(), 1 / 3)
    assert [(note.onset, note.duration) for note in notes] == [(0, 320), (320, 160), (480, 480)]


def test_sixteenths_move_in_proportion() -> None:
    assert onsets("c4/16 d4 e4 f4", MeterMap(), 1 / 3) == [0, 160, 320, 400]


@pytest.mark.parametrize("text", ["(3 c4/8 d4 e4)", "c4 d4/2", "c4/4 d4 e4"])
def test_triplets_and_quarters_stay(text: str) -> None:
    straight = [note.onset for note in melody_from_text(text)]
    assert onsets(text, MeterMap(), 0.5) == straight


def test_compound_meters_stay() -> None:
    meters = MeterMap.constant(Meter(6, 8))
    assert onsets("c4/8 d4 e4", meters, 0.5) == [0, 240, 480]


def test_an_upbeat_of_an_eighth_is_late_and_the_bar_line_is_not() -> None:
    meters = MeterMap.constant(Meter(4, 4), 240)
    assert onsets("c4/8 d4 e4", meters, 1 / 3) == [80, 240, 560]


@given(melodies(), meter_maps(), st.floats(0, MOST_SWING))
def test_nothing_overlaps_or_comes_early(melody: Melody, meters: MeterMap, swing: float) -> None:
    notes = swung(melody, meters, swing)
    assert [note.pitch for note in notes] == [note.pitch for note in melody]
    Melody(notes, max(melody.end, notes[-1].end if notes else 0))  # which refuses overlaps
    for note, straight in zip(notes, melody, strict=True):
        assert 0 <= note.onset - straight.onset <= MOST_SWING * 240
        assert note.end <= straight.end + MOST_SWING * 240

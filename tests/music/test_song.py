import pytest

from core.music.melody import QUARTER, Melody, Note
from core.music.meter import COMMON_TIME, MeterMap
from core.music.song import Song


def line(quarters: int) -> Melody:
    notes = tuple(Note(n * QUARTER, QUARTER, 60 + n) for n in range(quarters))
    return Melody(notes, quarters * QUARTER)


@pytest.mark.parametrize(
    ("quarters", "pickup", "bars"),
    [(0, 0, 0), (1, 0, 1), (4, 0, 1), (5, 0, 2), (1, 1, 0), (2, 1, 1)],
)
def test_bars_begun_are_counted_without_the_upbeat(quarters: int, pickup: int, bars: int) -> None:
    song = Song(line(quarters), MeterMap.constant(COMMON_TIME, pickup * QUARTER))
    assert song.bars == bars


def test_the_seed_is_what_stands_before_its_end() -> None:
    song = Song(line(8), seed_end=3 * QUARTER)
    assert song.seed == line(3)
    assert song.with_melody(line(2)).melody == line(2)

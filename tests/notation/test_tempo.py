"""Which tempi are written above the bars."""

from dataclasses import replace

from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from core.notation.sheet import sheet_from_song
from tests.notation.shorthand import song

FOUR_BARS = song("c4/4 d4 e4 f4 | " * 4)


def marks(tune: Song, *changes: tuple[int, float]) -> list[tuple[float, str] | None]:
    tune = replace(tune, tempos=TempoMap(changes))
    found = [bar.tempo for bar in sheet_from_song(tune).bars]
    return [(mark.beat, mark.text) if mark else None for mark in found]


def test_a_tempo_is_written_where_it_begins() -> None:
    assert marks(FOUR_BARS, (0, 90.0)) == [(1, "♩ = 90"), None, None, None]
    found = marks(FOUR_BARS, (0, 90.0), (1920, 60.0), (4800, 92.5))
    assert found == [(1, "♩ = 90"), (1, "♩ = 60"), (3, "♩ = 92.5"), None]


def test_a_tempo_that_looks_like_the_last_is_not_written_again() -> None:
    assert marks(FOUR_BARS, (0, 90.0), (1920, 90.04)) == [(1, "♩ = 90"), None, None, None]


def test_of_several_in_a_bar_the_first_is_written_and_the_next_bar_tells_how_it_goes_on() -> None:
    found = marks(FOUR_BARS, (0, 90.0), (2400, 80.0), (2880, 70.0), (3360, 60.0))
    assert found == [(1, "♩ = 90"), (2, "♩ = 80"), (1, "♩ = 60"), None]


def test_beats_are_those_of_the_meter_and_of_an_upbeat_its_own() -> None:
    waltz = song("g4/8 a4 | b4/8 c5 d5 e5 f5 g5 | a5/2.", pickup=480)
    meters = MeterMap(((0, Meter(6, 8)), (480 + 1440, Meter(3, 4))), 480)
    found = marks(replace(waltz, meters=meters), (0, 90.0), (480 + 720, 60.0), (1920 + 480, 70.0))
    assert found == [(1, "♩ = 90"), (4, "♩ = 60"), (2, "♩ = 70")]


def test_a_change_behind_the_end_is_none() -> None:
    assert marks(FOUR_BARS, (0, 90.0), (7680, 60.0)) == [(1, "♩ = 90"), None, None, None]

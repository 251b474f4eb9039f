import pytest
from hypothesis import given

from core.model.grid.symbols import (
    Grid,
    events,
    is_on_grid,
    melody_from_symbols,
    snapped,
    symbols_from_melody,
)
from core.music.melody import SIXTEENTH, Melody, Note
from tests.model.tunes import melodies


@given(melodies())
def test_symbols_tell_the_whole_melody(melody: Melody) -> None:
    assert melody_from_symbols(symbols_from_melody(melody)) == melody


def test_each_sixteenth_has_one_symbol() -> None:
    melody = Melody((Note(0, 240, 60), Note(360, 120, 62)), 600)
    assert symbols_from_melody(melody) == ["60", "_", "r", "62", "r"]
    assert events(symbols_from_melody(melody)) == 4


@pytest.mark.parametrize(
    "melody",
    [Melody((Note(0, 160, 60),), 160), Melody((Note(60, 120, 60),), 180), Melody((), 100)],
)
def test_what_lies_off_the_grid_is_noticed(melody: Melody) -> None:
    assert not is_on_grid(melody)
    with pytest.raises(ValueError, match="grid"):
        symbols_from_melody(melody)


@given(melodies(step=40))
def test_every_melody_has_a_nearest_one_on_the_grid(melody: Melody) -> None:
    near = snapped(melody, Grid())
    assert is_on_grid(near)
    assert near == melody or not is_on_grid(melody)
    assert all(any(abs(n.onset - m.onset) <= 60 for m in melody) for n in near)


def test_triplets_are_heard_on_the_nearest_sixteenths() -> None:
    triplet = Melody((Note(0, 160, 60), Note(160, 160, 62), Note(320, 160, 64)), 480)
    assert [(n.onset, n.duration) for n in snapped(triplet, Grid())] == [
        (0, 120),
        (120, 240),
        (360, 120),
    ]


def test_a_grid_is_laid_from_the_first_bar_line() -> None:
    grid = Grid.for_pickup(160)
    assert grid.tick(grid.cell(160)) == 160
    assert [grid.tick(cell) % SIXTEENTH for cell in (1, 2, 3)] == [40, 40, 40]

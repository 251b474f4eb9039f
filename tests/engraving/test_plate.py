"""Lines of music, one below the other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.engraving.plate import Box, Head, Line, Picture, Plate, completed, plate_from_lines

reaches = st.floats(0.0, 5000.0)


def line(note: int, above: float = 400.0, below: float = 900.0) -> Line:
    """A line that reaches so far, with a note at both ends of its reach."""
    box = Box(0.0, -above, 9000.0, above + below)
    heads = Head(note, Box(0.0, -above, 200.0, 1.0)), Head(note, Box(0.0, below - 1, 200.0, 1.0))
    return Line(4, 9000.0, above, below, (Picture(box, b"%d" % note),), heads)


def test_no_lines_are_an_empty_plate() -> None:
    assert plate_from_lines(()) == Plate()


def test_lines_stand_evenly_where_nothing_asks_for_more() -> None:
    plate = plate_from_lines([line(n) for n in range(4)])
    tops = [picture.box.top for picture in plate.pictures]
    assert len({after - before for before, after in pairwise(tops)}) == 1
    far = plate_from_lines([line(0), line(1, above=4000.0), line(2)])
    assert far.height > plate.height


@given(st.lists(st.tuples(reaches, reaches), min_size=1, max_size=6))
def test_no_line_reaches_into_another(told: list[tuple[float, float]]) -> None:
    plate = plate_from_lines([line(n, above, below) for n, (above, below) in enumerate(told)])
    for head in plate.heads:
        assert plate.system_of(head) == plate.systems[head.note]
    for system, picture in zip(plate.systems, plate.pictures, strict=True):
        assert system.top < picture.box.top
        assert picture.box.bottom < system.bottom
    assert plate.systems[0].top == 0
    assert plate.systems[-1].bottom == plate.height
    for one, other in pairwise(plate.systems):
        assert one.bottom == pytest.approx(other.top)


def test_what_is_to_come_is_there_as_it_was() -> None:
    before = plate_from_lines([line(n) for n in range(5)])
    new = plate_from_lines([line(10), line(11, below=3000.0)], is_whole=False)
    both = completed(new, before)
    assert not both.is_whole
    assert [picture.svg for picture in both.pictures] == [b"10", b"11", b"2", b"3", b"4"]
    assert both.pictures[0] == new.pictures[0]
    assert both.height > before.height
    assert completed(new, Plate()).lines == new.lines

"""The real engraver takes what is written for it, and leaves nothing out."""

import re
import sys

import pytest
from hypothesis import given, settings

from core.engraving.engraver import Wish, engraved
from core.engraving.line import lines_from_svg
from core.engraving.mei import mei_from_sheet
from core.errors import UserError
from core.files.score import _toolkit, svg_from_mei
from core.music.song import Song
from core.notation.sheet import sheet_from_song
from core.notation.symbol import symbols_in
from tests.notation.shorthand import song
from tests.songs import songs

TUNE = song("g4/4 | c5/8 d5 e5 f5 g5/2 | (3 a5/8 g5 f5) e5/4 d5/2~ | d5/1 | " * 4, pickup=480)


def mei(tune: Song) -> str:
    return mei_from_sheet(sheet_from_song(tune))


def test_lines_are_as_long_as_there_is_room() -> None:
    def lines(width: int | None) -> int:
        return len(list(lines_from_svg(svg_from_mei(mei(TUNE), width))))

    assert lines(9000) > lines(30_000) > 1
    assert lines(None) == 1


def test_tight_lines_hold_more() -> None:
    def bars(is_tight: bool) -> int:
        return next(lines_from_svg(svg_from_mei(mei(TUNE), 15_000, is_tight))).bars

    assert bars(is_tight=True) > bars(is_tight=False)


@pytest.mark.parametrize("width", [12_000, None])
def test_every_note_has_its_heads_in_reading_order(width: int | None) -> None:
    symbols = [s for bar in sheet_from_song(TUNE).bars for s in symbols_in(bar.items)]
    plate = engraved(Wish(TUNE, width))
    assert [head.note for head in plate.heads] == [s.note for s in symbols if s.name is not None]
    places = [(head.box.top // 2000, head.box.left) for head in plate.heads]
    if width is None:
        assert places == sorted(places, key=lambda place: place[1])
    for head in plate.heads:
        system = next(s for s in plate.systems if s.top <= head.box.top < s.bottom)
        assert head.box.bottom <= system.bottom


def test_signs_are_drawn_where_they_are_written() -> None:
    (svg,) = svg_from_mei(mei(song("f#4/4 g4 b4/8 c5 bb4/4", key="F major")), None)
    drawn = re.findall(r'class="accid"><use xlink:href="#(E26\d)', svg)
    assert drawn == ["E262", "E261", "E260"], "a sharp, a natural, a flat"


def test_without_verovio_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    _toolkit.cache_clear()
    monkeypatch.setitem(sys.modules, "verovio", None)
    with pytest.raises(UserError, match="needs Verovio"):
        svg_from_mei(mei(TUNE), None)


def test_what_is_no_mei_is_refused() -> None:
    with pytest.raises(UserError, match="cannot be drawn"):
        svg_from_mei("<mei>", None)


@settings(max_examples=30)
@given(songs())
def test_any_song_can_be_engraved(tune: Song) -> None:
    symbols = [s for bar in sheet_from_song(tune).bars for s in symbols_in(bar.items)]
    plate = engraved(Wish(tune, 15_000))
    notes = {symbol.note for symbol in symbols if symbol.name is not None}
    assert {head.note for head in plate.heads} == notes

"""A tune in pieces is the tune: the same lines, at less cost after an edit."""

from dataclasses import replace
from itertools import accumulate
from random import Random

import pytest

from core.engraving import piece as module
from core.engraving.line import lines_from_svg
from core.engraving.mei import mei_from_sheet
from core.engraving.piece import Pieces
from core.engraving.plate import STAFF_SPACE, Line
from core.files.score import svg_from_mei
from core.music.melody import Melody, Note
from core.music.meter import MeterMap, meter_from_text
from core.music.song import Song
from core.music.tempo import TempoMap
from core.notation.sheet import sheet_from_song
from tests.notation.shorthand import song

WIDTH = 15_000
_METERS = "4/4", "3/4", "2/4", "6/8", "5/8", "2/2"
TUNE = song("c4/4 e4 g4 e4 | (3 a4/8 g4 f4) e4/4 g4/2~ | g4/2 f#4/8 d4 e4/4~ | e4/1 | " * 16)
"""Ties lead over bar lines, and so from line to line."""


def lines(tune: Song, pieces: Pieces | None = None, width: int | None = WIDTH) -> list[Line]:
    found = (pieces or Pieces()).of(sheet_from_song(tune), width)
    return [line for piece in found for line in piece.lines]


def lines_at_once(tune: Song) -> list[Line]:
    return list(lines_from_svg(svg_from_mei(mei_from_sheet(sheet_from_song(tune)), WIDTH)))


def places(found: list[Line]) -> list[object]:
    """What of lines does not change by the unit to which the engraver rounds."""
    return [(line.bars, line.width, line.heads) for line in found]


def with_higher_note(tune: Song, place: int) -> Song:
    notes = list(tune.melody)
    notes[place] = replace(notes[place], pitch=notes[place].pitch + 12)
    return replace(tune, melody=Melody(tuple(notes), tune.melody.end))


@pytest.fixture
def engraved_bars(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many bars the engraver got, each time."""
    told: list[int] = []

    def listen(mei: str, page_width: int | None, is_tight: bool = False) -> list[str]:
        told.append(mei.count("<measure"))
        return svg_from_mei(mei, page_width, is_tight)

    monkeypatch.setattr(module, "svg_from_mei", listen)
    return told


def test_a_long_tune_comes_in_pieces_that_begin_where_lines_do() -> None:
    pieces = list(Pieces().of(sheet_from_song(TUNE), WIDTH))
    assert len(pieces) > 3
    assert [piece.is_last for piece in pieces] == [False] * (len(pieces) - 1) + [True]
    assert places(lines(TUNE)) == places(lines_at_once(TUNE))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(24))
def test_any_tune_in_pieces_is_the_tune(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The notes of a line may stand a little otherwise."""
    monkeypatch.setattr(module, "_LINES", 0.01)  # pieces of four bars
    monkeypatch.setattr(module, "_is_lonely", lambda _: False)  # which closes up the last piece
    tune = drawn(Random(seed))
    found, wanted = lines(tune), lines_at_once(tune)
    assert [line.bars for line in found] == [line.bars for line in wanted]
    for one, other in zip(found, wanted, strict=True):
        assert [head.note for head in one.heads] == [head.note for head in other.heads]
        for head, same in zip(one.heads, other.heads, strict=True):
            assert head.box.left == pytest.approx(same.box.left, abs=STAFF_SPACE)
            assert head.box.top == pytest.approx(same.box.top, abs=2)


def drawn(random: Random) -> Song:
    """A tune of any lengths, with rests, ties and accidentals."""
    notes, onset = list[Note](), 0
    for _ in range(random.randrange(20, 120)):
        duration = random.choice((60, 80, 120, 160, 240, 360, 480, 720, 960, 1440))
        if random.random() > 0.1:
            notes.append(Note(onset, duration, random.randrange(50, 90)))
        onset += duration
    meter = MeterMap.constant(meter_from_text(random.choice(_METERS)))
    return Song(Melody(tuple(notes), onset), meter)


@pytest.mark.parametrize("place", [0, 100, -1])
def test_after_an_edit_only_the_piece_around_it_is_engraved(
    place: int, engraved_bars: list[int]
) -> None:
    pieces, edited = Pieces(), with_higher_note(TUNE, place)
    lines(TUNE, pieces)
    engraved_bars.clear()
    found = lines(edited, pieces)
    assert 0 < sum(engraved_bars) < len(sheet_from_song(TUNE).bars) / 2
    assert places(found) == places(lines(edited))
    assert found != lines(TUNE)


def test_a_tempo_is_drawn_in_the_line_of_its_bar_and_moves_no_note() -> None:
    tempos = TempoMap(((0, 132.0), (40 * 1920, 60.0)))
    plain, told = lines(TUNE), lines(replace(TUNE, tempos=tempos))
    assert [line.heads for line in told] == [line.heads for line in plain]
    drawn = [b"".join(picture.svg for picture in line.pictures).decode() for line in told]
    counted = accumulate(line.bars for line in told)
    (turn,) = [place for place, bars in enumerate(drawn) if "♩ = 60" in bars]
    assert ["♩ = 132" in bars for bars in drawn] == [True] + [False] * (len(drawn) - 1)
    assert turn == next(place for place, bars in enumerate(counted) if bars > 40)


def test_other_widths_are_other_pieces() -> None:
    pieces = Pieces()
    wide = lines(TUNE, pieces, 30_000)
    assert {line.width for line in wide} == {30_000}
    assert {line.width for line in lines(TUNE, pieces, 12_000)} == {12_000}


def test_what_was_given_up_is_engraved_another_time() -> None:
    pieces = Pieces()
    next(pieces.of(sheet_from_song(TUNE), WIDTH))
    assert places(lines(TUNE, pieces)) == places(lines_at_once(TUNE))


def test_a_strip_is_one_line(engraved_bars: list[int]) -> None:
    (line,) = lines(TUNE, width=None)
    assert line.bars == len(sheet_from_song(TUNE).bars) == engraved_bars[0]


def test_a_tune_with_a_note_longer_than_a_whole_one_is_one_piece(engraved_bars: list[int]) -> None:
    tune = song("c4/1~ c4/1 | e4/1 e4/1 | " + "e4/4 e4 e4 e4 e4 e4 e4 e4 | " * 30, meter="8/4")
    lines(tune)
    assert engraved_bars == [len(sheet_from_song(tune).bars)]


def test_bars_that_are_narrower_than_thought_make_a_longer_piece(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_LINES", 0.01)
    empty = song("c4/4 r/2. | " * 40)
    assert places(lines(empty)) == places(lines_at_once(empty))


def test_no_bar_is_left_alone_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    def lonely() -> set[int]:
        tunes = {bars: song("c4/4 e4 g4 e4 | " * bars) for bars in range(32, 48)}
        return {bars for bars, tune in tunes.items() if lines(tune)[-1].bars == 1}

    closed_up = lonely()
    monkeypatch.setattr(module, "_is_lonely", lambda _: False)
    usual = lonely()
    assert len(closed_up) <= len(usual) / 2, "a few are left alone by tight lines too"

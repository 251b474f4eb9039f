"""The MEI that the engraver gets."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given

from core.engraving.mei import mei_from_sheet
from core.music.key import Key
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from core.notation.sheet import sheet_from_song
from core.notation.symbol import symbols_in
from tests.notation.shorthand import song
from tests.songs import songs

_MEI = "{http://www.music-encoding.org/ns/mei}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"


def root(tune: Song) -> ET.Element:
    return ET.fromstring(mei_from_sheet(sheet_from_song(tune)))


def all_of(tune: Song, tag: str) -> list[dict[str, str]]:
    return [element.attrib for element in root(tune).iter(f"{_MEI}{tag}")]


def test_notes_are_named_by_their_onsets() -> None:
    notes = all_of(song("c4/4 e4 g4/2~ | g4/1~ | g4/4 f#4/2."), "note")
    assert [note[_ID] for note in notes] == ["n0", "n480", "n960", "n960.1", "n960.2", "n4320"]
    assert [note.get("tie") for note in notes] == [None, None, "i", "m", "t", None]
    assert [note.get("accid") for note in notes][-1] == "s"
    assert notes[-1]["pname"] + notes[-1]["oct"] + "/" + notes[-1]["dur"] == "f4/2"
    assert notes[-1]["dots"] == "1"


def test_an_upbeat_is_bar_0_and_counts_for_none() -> None:
    bars = all_of(song("g4/4 | c5/1 | d5/2.", pickup=480), "measure")
    assert [bar["n"] for bar in bars] == ["0", "1", "2"]
    assert [bar.get("metcon") for bar in bars] == ["false", None, "false"]
    assert [bar.get("right") for bar in bars] == [None, None, "end"]


@pytest.mark.parametrize(("fifths", "signature"), [(0, "0"), (3, "3s"), (-4, "4f")])
def test_the_signature_is_that_of_the_key(fifths: int, signature: str) -> None:
    (first,) = all_of(song("c4/1", key=Key(fifths)), "scoreDef")
    assert first["keysig"] == signature


def test_meters_are_written_where_they_change() -> None:
    tune = song("c4/1 | d4/2. | e4/2.")
    meters = MeterMap(((0, Meter(4, 4)), (1920, Meter(3, 4))))
    found = all_of(Song(tune.melody, meters, tune.key), "scoreDef")
    assert [each["meter.count"] for each in found] == ["4", "3"]


def test_a_tempo_stands_above_its_beat() -> None:
    tempos = TempoMap(((0, 90.0), (1920 + 640, 62.5)))
    marks = list(root(replace(song("c4/1 | g4/1"), tempos=tempos)).iter(f"{_MEI}tempo"))
    assert [mark.get("tstamp") for mark in marks] == ["1", "2.333333333"]
    assert ["".join(mark.itertext()) for mark in marks] == ["♩ = 90", "♩ = 62.5"]


def test_tuplets_and_beams_lie_within_each_other() -> None:
    tune = root(song("(3 c4/16 d4 e4) f4/8 (3 g4/8 a4 b4) c5/2"))
    tags = [element.tag.removeprefix(_MEI) for element in tune.iter()]
    inside = tags[tags.index("layer") + 1 : tags.index("tempo")]
    assert inside == [
        *("beam", "tuplet", "note", "note", "note", "note"),
        *("tuplet", "beam", "note", "note", "note", "note"),
    ]


@given(songs())
def test_each_symbol_is_written_once(tune: Song) -> None:
    sheet = sheet_from_song(tune)
    symbols = [s for bar in sheet.bars for s in symbols_in(bar.items)]
    ids = [note[_ID] for note in all_of(tune, "note")]
    assert len(ids) == len(set(ids)) == sum(s.name is not None for s in symbols)


def test_a_part_begins_with_the_bar_before_it_on_a_line_of_its_own() -> None:
    meters = MeterMap(((0, Meter(4, 4)), (1920, Meter(3, 4)), (1920 + 1440, Meter(2, 4))))
    sheet = sheet_from_song(replace(song("c4/4 d4 e4 f4 " * 6), meters=meters))
    part = ET.fromstring(mei_from_sheet(sheet, 5, 7))
    section = part.find(f".//{_MEI}section")
    assert section is not None
    assert [element.tag.removeprefix(_MEI) for element in section] == [
        *("scoreDef", "measure", "sb", "measure", "measure")
    ]
    assert section[0].get("meter.count") == "2", "the last change before"
    assert [bar.get("n") for bar in section.iter(f"{_MEI}measure")] == ["5", "6", "7"]

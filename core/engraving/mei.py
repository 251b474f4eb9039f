"""A sheet as MEI, the notation format of the engraver.

Source of the format: https://music-encoding.org/guidelines/v5/.
"""

from collections.abc import Iterator

from core.music.melody import WHOLE
from core.notation.symbol import Bar, Beam, Clef, Item, Sheet, Symbol, TempoMark, Tuplet

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<mei xmlns="http://www.music-encoding.org/ns/mei" meiversion="5.0"><music><body><mdiv><score>
"""
_TAIL = "</section></score></mdiv></body></music></mei>\n"
_CLEFS: dict[Clef, str] = {
    "treble": 'clef.shape="G" clef.line="2"',
    "treble, octave up": 'clef.shape="G" clef.line="2" clef.dis="8" clef.dis.place="above"',
    "bass": 'clef.shape="F" clef.line="4"',
    "bass, octave down": 'clef.shape="F" clef.line="4" clef.dis="8" clef.dis.place="below"',
}
_SIGNS = {-2: "ff", -1: "f", 0: "n", 1: "s", 2: "x"}


def mei_from_sheet(sheet: Sheet, begin: int = 0, end: int | None = None) -> str:
    """One staff with one layer; of its bars those from the place `begin` on and before `end`.

    Where that is not the beginning, the bar before stands first, on a line of its own, as does the
    change of meter before: from there it is known what is tied, and how much room lines have. The
    note of the tune that begins at tick 480 has the id n480, what is tied to it n480.1, n480.2 and
    so on.
    """
    fifths = sheet.key.fifths
    signature = f"{abs(fifths)}{'s' if fifths > 0 else 'f'}" if fifths else "0"
    staff = f'<staffGrp><staffDef n="1" lines="5" {_CLEFS[sheet.clef]}/></staffGrp>'
    first = f'keysig="{signature}"' + (_meter(sheet.bars[0]) if sheet.bars else "")
    start = max(0, begin - 1)
    changes = [_change(bar) for bar in sheet.bars[1:start] if bar.meter]
    writer, last = _Writer(), len(sheet.bars) - 1
    bars = "".join(changes[-1:])
    for place, bar in enumerate(sheet.bars[start:end], start):
        bars += "<sb/>" if start < place == begin else ""
        bars += _change(bar) if bar.meter and place else ""
        bars += writer.bar(bar, place == last)
    return f"{_HEAD}<scoreDef {first}>{staff}</scoreDef><section>\n{bars}{_TAIL}"


def _meter(bar: Bar) -> str:
    meter = bar.meter
    return f' meter.count="{meter.beats}" meter.unit="{meter.unit}"' if meter else ""


def _change(bar: Bar) -> str:
    return f"<scoreDef{_meter(bar)}/>"


class _Writer:
    """Knows how many parts of the note at hand have been written."""

    def __init__(self) -> None:
        self._parts = 0

    def bar(self, bar: Bar, is_last: bool) -> str:
        short = "" if bar.is_full else ' metcon="false"'
        end = ' right="end"' if is_last else ""
        inside = "".join(self._items(bar.items)) or "<mRest/>"
        layer = f'<staff n="1"><layer n="1">{inside}</layer></staff>'
        mark = _mark(bar.tempo) if bar.tempo else ""
        return f'<measure n="{bar.number}"{short}{end}>{layer}{mark}</measure>\n'

    def _items(self, items: tuple[Item, ...]) -> Iterator[str]:
        for item in items:
            match item:
                case Symbol():
                    yield self._note(item) if item.name else f"<rest {_shape(item)}/>"
                case Beam(members):
                    yield f"<beam>{''.join(self._items(members))}</beam>"
                case Tuplet(number, normal, members):
                    inside = "".join(self._items(members))
                    yield f'<tuplet num="{number}" numbase="{normal}">{inside}</tuplet>'

    def _note(self, symbol: Symbol) -> str:
        name = symbol.name
        assert name is not None
        self._parts = self._parts + 1 if symbol.goes_on else 0
        part = f".{self._parts}" if self._parts else ""
        ids = f'xml:id="n{symbol.note}{part}"'
        pitch = f'pname="{name.letter}" oct="{name.octave}"'
        sign = ""
        if symbol.sign is not None:
            sign = f' accid="{_SIGNS[symbol.sign]}"'
        elif name.alteration:  # by the key, or by a sign before
            sign = f' accid.ges="{_SIGNS[name.alteration]}"'
        tie = {(True, False): "i", (True, True): "m", (False, True): "t"}.get(
            (symbol.is_tied, symbol.goes_on)
        )
        tied = f' tie="{tie}"' if tie else ""
        return f"<note {ids} {pitch} {_shape(symbol)}{sign}{tied}/>"


def _mark(tempo: TempoMark) -> str:
    text = f'<rend fontsize="small">{tempo.text}</rend>'  # a little larger than a bar's number
    return f'<tempo staff="1" tstamp="{tempo.beat:.10g}" place="above">{text}</tempo>'


def _shape(symbol: Symbol) -> str:
    length = "breve" if symbol.length > WHOLE else str(WHOLE // symbol.length)
    dots = f' dots="{symbol.dots}"' if symbol.dots else ""
    return f'dur="{length}"{dots}'

"""Where the tempi of a tune are written."""

from collections.abc import Iterable, Iterator

from core.music.melody import WHOLE
from core.music.tempo import TempoMap, tempo_text
from core.notation.frame import Frame
from core.notation.symbol import TempoMark

_DECIMALS = 1


def tempo_marks(tempos: TempoMap, bars: Iterable[Frame]) -> Iterator[TempoMark | None]:
    """For each bar the first tempo in it that is another than the one written last.

    One is all that has room above a bar: of a tune that slows down note by note each bar tells how
    fast it begins.
    """
    last = ""
    for bar in bars:
        mark = None
        for onset, tempo in tempos.between(bar.begin, bar.end):
            text = tempo_text(tempo, _DECIMALS)
            if text != last:
                beat = 1 + (onset - bar.begin) * bar.meter.unit / WHOLE
                mark, last = TempoMark(beat, f"♩ = {text}"), text
                break
        yield mark

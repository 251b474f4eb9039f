"""Song -> ABC. What comes back of it stands in docs/files.md.

Source of the format: the ABC standard 2.1, https://abcnotation.com/wiki/abc:standard:v2.1.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from core.files.abc_token import ALTERATIONS, escaped
from core.files.heading import check_notes, place_of_continuation, tempi_of, title_line
from core.files.transcript import CONTINUATION
from core.music.melody import QUARTER
from core.music.meter import Meter
from core.music.song import Song
from core.music.tempo import tempo_text
from core.notation.sheet import exact_sheet_from_song
from core.notation.spelling import Name, signature_alteration
from core.notation.symbol import Bar, Symbol
from core.notation.token import Token, tokens_in

REMARK = "%"
"""How a line begins that holds a remark."""

_UNIT = QUARTER // 2
_MOST_IN_TUPLET = 9
_BARS_IN_LINE = 4
_DECIMALS = 0  # of a tempo, which ABC has in whole numbers
_SIGNS = {alteration: sign for sign, alteration in ALTERATIONS.items()}


def abc_from_song(song: Song, remark: str = "") -> str:
    """The song as the text of an ABC file, with a `remark` of one line that no reader heeds.

    UserError for a song without a note.
    """
    check_notes(song)
    head = ["%abc-2.1", "X:1"]
    if title := title_line(song):
        head.append(f"T:{escaped(title)}")
    if song.catalogue:
        head.append(f"N:{song.catalogue}")
    if remark:
        head.append(f"{REMARK} {remark}")
    sheet = exact_sheet_from_song(song)
    head += [
        f"M:{song.meters.meter}",
        f"L:1/{4 * QUARTER // _UNIT}",
        f"Q:1/4={tempo_text(song.tempo, _DECIMALS)}",
        f"K:{song.key.signature_name if song.key else 'none'}",
    ]
    return "\n".join([*head, *_lines(_Writer(song).bars(sheet.bars))]) + "\n"


def _lines(bars: Iterator[str]) -> Iterator[str]:
    written = list(bars)
    for place in range(0, len(written), _BARS_IN_LINE):
        is_last = place + _BARS_IN_LINE >= len(written)
        yield " | ".join(written[place : place + _BARS_IN_LINE]) + (" |]" if is_last else " |")


class _Writer:
    """Knows which letters had an accidental in the bar at hand."""

    def __init__(self, song: Song) -> None:
        self._song = song
        self._fifths = song.key.fifths if song.key else 0
        self._phrase_ends = frozenset(song.phrase_ends)
        self._signed: set[str] = set()
        self._is_signed = False  # whether the note before has an accidental

    def bars(self, bars: tuple[Bar, ...]) -> Iterator[str]:
        told = [(bar, tokens_in(bar)) for bar in bars]
        tokens = [token for _, inside in told for token in inside]
        place = place_of_continuation(self._song, tokens)
        first_composed = None if place is None else tokens[place]
        tempi = iter(tempi_of(self._song, tokens, _DECIMALS))
        changes: Mapping[int, Meter] = dict(self._song.meters.changes)
        for bar, inside in told:
            self._signed.clear()
            # Said again where a bar is cut short: readers join two parts that fill a bar.
            meter = changes.get(bar.begin) if bar.begin else None
            change = f"[M:{meter}]" if meter else ""
            written = [
                (f"[Q:1/4={tempo}]" if tempo and token is not tokens[0] else "")
                + (f"[r:{CONTINUATION}]" if token is first_composed else "")
                + self._token(token)
                for token, tempo in zip(inside, tempi, strict=False)
            ]
            yield change + "".join(written).rstrip()

    def _token(self, token: Token) -> str:
        symbol = token.symbol
        sign, tie = ("z", "") if symbol.name is None else (self._pitch(symbol, symbol.name), "-")
        *before, last = (f"{sign}{_length(length)}" for length in _lengths(token))
        mark = "!shortphrase!" if symbol.end in self._phrase_ends else ""
        end = (tie if symbol.is_tied else "") + ("" if token.is_beamed_on else " ")
        return f"{_tuplet(token)}{''.join(part + tie for part in before)}{mark}{last}{end}"

    def _pitch(self, symbol: Symbol, name: Name) -> str:
        """A letter with the accidental that it needs however long readers let one hold: till its
        note ends, or the bar, in one octave or in all. What a tie leads to has the same."""
        usual = signature_alteration(name.letter, self._fifths)
        if not symbol.goes_on:
            self._is_signed = name.alteration != usual or name.letter in self._signed
        sign = ""
        if self._is_signed:
            self._signed.add(name.letter)
            sign = _SIGNS[name.alteration]
        if name.octave > 4:
            return f"{sign}{name.letter}{(name.octave - 5) * chr(39)}"
        return f"{sign}{name.letter.upper()}{(4 - name.octave) * ','}"


def _is_tuplet(token: Token) -> bool:
    return token.tuplet is not None and token.count <= _MOST_IN_TUPLET


def _tuplet(token: Token) -> str:
    """What stands before the first note of a tuplet."""
    if token.tuplet is None or token.place or not _is_tuplet(token):
        return ""
    number, normal = token.tuplet.number, token.tuplet.normal
    return "(3" if number == token.count == 3 else f"({number}:{normal}:{token.count}"


def _lengths(token: Token) -> Iterator[Fraction]:
    """In units; one that takes more than three digits is cut into a whole one and the rest."""
    factor = token.factor if _is_tuplet(token) else Fraction(1)
    length = Fraction(token.ticks, _UNIT) / factor
    whole = length.numerator // length.denominator
    if length.numerator > 999:
        yield Fraction(whole)
        length -= whole
    yield length


def _length(length: Fraction) -> str:
    """'' for 1, '3', '/' for a half, '3/2'."""
    number = "" if length.numerator == 1 else str(length.numerator)
    divisor = "" if length.denominator == 1 else f"/{length.denominator}"
    return "/" if length == Fraction(1, 2) else number + divisor

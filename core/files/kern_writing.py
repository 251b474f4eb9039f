"""Song -> **kern. What comes back of it stands in docs/files.md.

Source of the format: https://www.humdrum.org/guide/ch05/ and https://www.humdrum.org/rep/kern/.
"""

from collections.abc import Iterator
from fractions import Fraction

from core.files.heading import check_notes, place_of_continuation, tempi_of, title_line
from core.files.transcript import CONTINUATION
from core.music.key import Key
from core.music.melody import WHOLE
from core.music.song import Song
from core.notation.sheet import exact_sheet_from_song
from core.notation.spelling import Name
from core.notation.symbol import Bar, Clef, Sheet
from core.notation.token import BeamState, Token, tokens_in

REMARK = "!!!ONB:"
"""How a line begins that holds a remark."""

_CLEFS: dict[Clef, str] = {
    "treble": "*clefG2",
    "treble, octave up": "*clefG^2",
    "bass": "*clefF4",
    "bass, octave down": "*clefFv4",
}
_SHARPS, _FLATS = "fcgdaeb", "beadgcf"
_BEAMS: dict[BeamState, str] = {
    "begin": "L",
    "continue": "",
    "end": "J",
    "forward hook": "K",
    "backward hook": "k",
}


def kern_from_song(song: Song, remark: str = "") -> str:
    """The song as the text of a kern file, with a `remark` of one line that no reader heeds.

    UserError for a song without a note.
    """
    check_notes(song)
    return "\n".join(_lines(song, remark)) + "\n"


def _lines(song: Song, remark: str) -> Iterator[str]:
    if title := title_line(song):
        yield f"!!!OTL: {title}"
    if song.catalogue:
        yield f"!!!SCT: {song.catalogue}"
    sheet = exact_sheet_from_song(song)
    yield "**kern"
    yield _CLEFS[sheet.clef]
    yield _signature(sheet.key)
    if song.key is not None:
        yield _key(song.key)
    yield from _music(song, sheet)
    yield "=="
    yield "*-"
    if remark:
        yield f"{REMARK} {remark}"


def _music(song: Song, sheet: Sheet) -> Iterator[str]:
    bars = [(bar, tokens_in(bar)) for bar in sheet.bars]
    tokens = [token for _, inside in bars for token in inside]
    continuation = place_of_continuation(song, tokens)
    marks, tempi = _phrase_marks(song, tokens), tempi_of(song, tokens)
    place = 0
    for bar, inside in bars:
        yield from _begin(bar)
        for token in inside:
            if tempi[place]:
                yield f"*MM{tempi[place]}"
            if place == continuation:
                yield f"*>{CONTINUATION}"
            opening, closing = marks[place]
            yield f"{opening}{_token(token)}{closing}"
            place += 1


def _begin(bar: Bar) -> Iterator[str]:
    if bar.number:
        # The first bar line of a tune is not drawn.
        yield f"={bar.number}" + ("" if bar.begin else "-")
    if bar.meter is not None:
        yield f"*M{bar.meter}"


def _phrase_marks(song: Song, tokens: list[Token]) -> list[tuple[str, str]]:
    """What stands around each token: { where a phrase begins, } where it ends."""
    ends = set(song.phrase_ends) & {token.symbol.end for token in tokens}
    last = max(ends, default=0)
    begins = {0, *ends}
    return [
        (
            "{" if token.symbol.onset in begins and token.symbol.onset < last else "",
            "}" if token.symbol.end in ends else "",
        )
        for token in tokens
    ]


def _token(token: Token) -> str:
    symbol = token.symbol
    if symbol.name is None:
        return f"{_duration(token)}r"
    before = "[" if symbol.is_tied and not symbol.goes_on else ""
    behind = ("_" if symbol.is_tied else "]") if symbol.goes_on else ""
    beams = "".join(_BEAMS[state] for state in token.beams)
    return f"{before}{_duration(token)}{_pitch(symbol.name)}{behind}{beams}"


def _duration(token: Token) -> str:
    """'4' for a quarter, '8.', '12', '0' for a double whole note, '3%2' for two thirds of one."""
    if token.is_true:
        parts = Fraction(WHOLE, token.symbol.length) / token.factor
        dots = "." * token.symbol.dots
    else:
        parts, dots = Fraction(WHOLE, token.ticks), ""
    number = "0" if parts == Fraction(1, 2) else str(parts).replace("/", "%")
    return number + dots


def _pitch(name: Name) -> str:
    signs = "#" * name.alteration or "-" * -name.alteration
    if name.octave > 3:
        return name.letter * (name.octave - 3) + signs
    return name.letter.upper() * (4 - name.octave) + signs


def _signature(key: Key) -> str:
    if key.fifths >= 0:
        return f"*k[{''.join(f'{letter}#' for letter in _SHARPS[: key.fifths])}]"
    return f"*k[{''.join(f'{letter}-' for letter in _FLATS[: -key.fifths])}]"


def _key(key: Key) -> str:
    name = key.tonic_name if key.mode == "major" else key.tonic_name.lower()
    return f"*{name[0]}{name[1:].replace('b', '-')}:"

"""Song -> MusicXML 4.0. What comes back of it stands in docs/files.md.

Source of the format: https://www.w3.org/2021/06/musicxml40/.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from core.errors import UserError
from core.files.heading import check_notes, title_line
from core.files.musicxml import REMARK
from core.music.melody import DEFAULT_VELOCITY, QUARTER, WHOLE
from core.music.song import Song
from core.music.tempo import tempo_text
from core.notation.sheet import exact_sheet_from_song
from core.notation.spelling import Name
from core.notation.symbol import Bar, Clef, Sheet
from core.notation.token import Token, rest_token, tokens_in
from core.version import VERSION

_FORTE = 90
"""The velocity that is called 100 per cent."""

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<score-partwise version="4.0">\n'
_CLEFS: dict[Clef, str] = {
    "treble": "<sign>G</sign><line>2</line>",
    "treble, octave up": "<sign>G</sign><line>2</line><clef-octave-change>1</clef-octave-change>",
    "bass": "<sign>F</sign><line>4</line>",
    "bass, octave down": "<sign>F</sign><line>4</line><clef-octave-change>-1</clef-octave-change>",
}
_ACCIDENTALS = {-2: "flat-flat", -1: "flat", 0: "natural", 1: "sharp", 2: "double-sharp"}
_SHAPES = ("breve", "whole", "half", "quarter", "eighth", "16th", "32nd", "64th", "128th")
_SHAPE_OF = {2 * WHOLE >> place: shape for place, shape in enumerate(_SHAPES)}


def musicxml_from_song(song: Song, remark: str = "") -> str:
    """The song as the text of a MusicXML file, with a `remark` that no reader heeds.

    UserError for a song without a note, and for notes below C0, which the format cannot name.
    """
    check_notes(song)
    return _HEAD + "".join(_elements(song, remark)) + "</score-partwise>\n"


def _elements(song: Song, remark: str) -> Iterator[str]:
    if title := title_line(song):
        yield f"<work><work-title>{escape(title)}</work-title></work>\n"
    yield f"<identification><encoding><software>Cantilena {VERSION}</software></encoding>"
    if remark:
        field = f'<miscellaneous-field name="{REMARK}">{escape(remark)}</miscellaneous-field>'
        yield f"<miscellaneous>{field}</miscellaneous>"
    yield "</identification>\n"
    name = "<part-name>Melody</part-name>"
    yield f'<part-list><score-part id="P1">{name}</score-part></part-list>\n<part id="P1">\n'
    sheet = exact_sheet_from_song(song)
    changes = song.tempos.until(song.melody.end).changes
    velocities = {note.onset: note.velocity for note in song.melody}
    for bar in sheet.bars:
        implicit = "" if bar.number else ' implicit="yes"'
        yield f'<measure number="{bar.number}"{implicit}>'
        yield _attributes(song, sheet, bar)
        for token in _tokens(bar):
            yield from _tempi(changes, token)
            yield _note(token, velocities)
        if bar is sheet.bars[-1]:
            yield '<barline location="right"><bar-style>light-heavy</bar-style></barline>'
        yield "</measure>\n"
    yield "</part>\n"


def _tokens(bar: Bar) -> list[Token]:
    """What stands in a bar. A rest that is alone in a short one becomes two where readers would
    take it for the rest of a full bar: a whole rest, or one without a shape."""
    tokens = tokens_in(bar)
    symbol = tokens[0].symbol
    if bar.is_full or len(tokens) > 1 or symbol.name is not None or bar.end - bar.begin < 2:
        return tokens
    if tokens[0].is_true and symbol.length < WHOLE:
        return tokens
    middle = (bar.begin + bar.end) // 2
    return [rest_token(bar.begin, middle), rest_token(middle, bar.end)]


def _attributes(song: Song, sheet: Sheet, bar: Bar) -> str:
    inside = ""
    if meter := dict(song.meters.changes).get(bar.begin):
        # Said again where a bar is cut short: readers join two parts that fill a bar.
        time = f"<beats>{meter.beats}</beats><beat-type>{meter.unit}</beat-type>"
        inside = f"<time>{time}</time>"
    if bar is sheet.bars[0]:
        mode = f"<mode>{song.key.mode}</mode>" if song.key else ""
        key = f"<key><fifths>{sheet.key.fifths}</fifths>{mode}</key>"
        inside = f"<divisions>{QUARTER}</divisions>{key}{inside}<clef>{_CLEFS[sheet.clef]}</clef>"
    return f"<attributes>{inside}</attributes>" if inside else ""


def _tempi(changes: Sequence[tuple[int, float]], token: Token) -> Iterator[str]:
    """Those that begin with the token or in it."""
    onset = token.symbol.onset
    first = bisect_left(changes, (onset, 0.0))
    for tick, tempo in changes[first : bisect_left(changes, (onset + token.ticks, 0.0))]:
        text = tempo_text(tempo)
        unit = f"<beat-unit>quarter</beat-unit><per-minute>{text}</per-minute>"
        mark = f"<direction-type><metronome>{unit}</metronome></direction-type>"
        if tick > onset:
            mark += f'<offset sound="yes">{tick - onset}</offset>'
        yield f'<direction placement="above">{mark}<sound tempo="{text}"/></direction>'


def _note(token: Token, velocities: dict[int, int]) -> str:
    symbol = token.symbol
    if symbol.name is None:
        loud = ""
        inside = '<rest measure="yes"/>' if token.is_bar else "<rest/>"
    else:
        loud = _loudness(velocities[symbol.note])
        inside = _pitch(symbol.name)
    inside += f"<duration>{token.ticks}</duration>"
    tie = ("stop",) * symbol.goes_on + ("start",) * symbol.is_tied
    inside += "".join(f'<tie type="{kind}"/>' for kind in tie) + "<voice>1</voice>"
    if token.is_true and not token.is_bar:
        inside += f"<type>{_SHAPE_OF[symbol.length]}</type>{'<dot/>' * symbol.dots}"
    if symbol.sign is not None:
        inside += f"<accidental>{_ACCIDENTALS[symbol.sign]}</accidental>"
    inside += _in_tuplet(token)
    for number, state in enumerate(token.beams, start=1):
        inside += f'<beam number="{number}">{state}</beam>'
    marks = "".join(f'<tied type="{kind}"/>' for kind in tie) + _tuplet_marks(token)
    notations = f"<notations>{marks}</notations>" if marks else ""
    return f"<note{loud}>{inside}{notations}</note>"


def _loudness(velocity: int) -> str:
    return "" if velocity == DEFAULT_VELOCITY else f' dynamics="{100 * velocity / _FORTE:.2f}"'


def _pitch(name: Name) -> str:
    if name.octave < 0:
        raise UserError("MusicXML names no notes below C0; move the tune up, or write MIDI.")
    alter = f"<alter>{name.alteration}</alter>" if name.alteration else ""
    step = f"<step>{name.letter.upper()}</step>"
    return f"<pitch>{step}{alter}<octave>{name.octave}</octave></pitch>"


def _in_tuplet(token: Token) -> str:
    if token.tuplet is None:
        return ""
    actual = f"<actual-notes>{token.tuplet.number}</actual-notes>"
    normal = f"<normal-notes>{token.tuplet.normal}</normal-notes>"
    return f"<time-modification>{actual}{normal}</time-modification>"


def _tuplet_marks(token: Token) -> str:
    if token.tuplet is None:
        return ""
    begin = '<tuplet type="start"/>' if token.place == 0 else ""
    end = '<tuplet type="stop"/>' if token.place == token.count - 1 else ""
    return begin + end

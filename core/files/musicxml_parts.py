"""The parts and voices of a score that music21 has read -> what a file offers.

Source of the format: https://www.w3.org/2021/06/musicxml40/.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING

from core.errors import UserError
from core.files.barline import dividing
from core.files.mode import FIFTHS_ABOVE_MAJOR, key_on, mode_from_text
from core.files.part import Contents, Part, contents_from_parts
from core.files.skyline import Voice
from core.files.transcript import LONGEST_QUARTERS, LONGEST_TITLE
from core.music.key import Key
from core.music.melody import DEFAULT_VELOCITY, HIGHEST_PITCH, LOWEST_PITCH, QUARTER, Note
from core.music.meter import Meter, MeterMap, meter_from_text
from core.music.song import Song
from core.music.tempo import FASTEST_TEMPO, SLOWEST_TEMPO, TempoMap
from core.words import shown

if TYPE_CHECKING:
    from typing import Any

    from music21.note import GeneralNote, NotRest
    from music21.stream.base import Part as TheirPart
    from music21.stream.base import Score, Stream

_MOST_VOICES = 16
"""Of more no score has one part; then all of them are one."""

_Placed = tuple[Fraction, "GeneralNote"]
"""Where in the part something begins, in quarters, and what."""


def contents_from_score(score: "Score", title: str) -> Contents:
    """Each part that has notes, and each voice of one that has several. UserError without notes,
    and where the longest is longer than LONGEST_QUARTERS."""
    written_title = score.metadata.bestTitle if score.metadata else None
    frame = Song(
        tempos=TempoMap.from_changes(_tempi(score)),
        title=(written_title or title)[:LONGEST_TITLE],
    )
    parts = [one for part in score.parts for one in _parts(part, frame)]
    if not parts:
        raise UserError("There is no note in it.")
    return contents_from_parts(parts)


def _parts(part: "TheirPart", frame: Song) -> Iterator[tuple[Part, Voice]]:
    """All voices of a part together, then, if there are several, each alone."""
    flat = part.flatten()
    name = str(part.partName or "")
    end = _ticks(flat.highestTime)
    whole: list[_Placed] = [(Fraction(element.offset), element) for element in flat.notes]
    groups = [whole, *_voices(part)]
    lines = [(group, notes) for group in groups if (notes := _notes(group))]
    if not lines:
        return
    if end > LONGEST_QUARTERS * QUARTER:
        raise UserError("More than {most:,} quarters are not read.", most=LONGEST_QUARTERS)
    transposition = _transposition(part)
    instrument = part.getInstrument(returnDefault=False)
    program = instrument.midiProgram if instrument else None
    melodies = [(group, Voice(name, notes, end)) for group, notes in lines]
    frame = replace(
        frame,
        meters=_meters(part, melodies[0][1].skyline.end),
        key=_key(flat, transposition),
    )
    for number, (group, voice) in enumerate(melodies if len(melodies) > 2 else melodies[:1]):
        melody = voice.skyline
        fermatas = {_ticks(at + Fraction(n.quarterLength)) for at, n in group if _has_fermata(n)}
        song = replace(
            frame,
            melody=melody.transposed(transposition),
            phrase_ends=tuple(sorted(fermatas)),
        )
        yield (
            Part(
                song,
                len(voice.notes),
                shown(name, LONGEST_TITLE).strip(),
                number,
                program=program if isinstance(program, int) and 0 <= program < 128 else None,
            ),
            voice,
        )


def _voices(part: "TheirPart") -> list[list[_Placed]]:
    """The notes of each voice; a bar with one voice only is the first one's."""
    from music21.stream.base import Measure

    plain: list[_Placed] = []
    found: dict[str, list[_Placed]] = defaultdict(list)
    for measure in part.getElementsByClass(Measure):
        plain += _placed(measure, Fraction(measure.offset))
        for voice in measure.voices:
            found[str(voice.id)] += _placed(
                voice, Fraction(measure.offset) + Fraction(voice.offset)
            )
    if not 1 < len(found) <= _MOST_VOICES:
        return []
    first, *others = sorted(found, key=lambda name: (len(name), name))
    return [sorted(plain + found[first], key=lambda one: one[0]), *(found[name] for name in others)]


def _placed(stream: "Stream[Any]", begin: Fraction) -> Iterator[_Placed]:
    return ((begin + Fraction(element.offset), element) for element in stream.notes)


def _notes(placed: Iterable[_Placed]) -> tuple[Note, ...]:
    """The notes in their written pitch, the highest of each chord, ties joined."""
    from music21.harmony import ChordSymbol
    from music21.note import NotRest

    notes: list[Note] = []
    tied: dict[int, int] = {}  # for each pitch that is tied on, where in `notes` it stands
    for at, element in placed:
        if not isinstance(element, NotRest) or isinstance(element, ChordSymbol):
            continue
        onset, end = _ticks(at), _ticks(at + Fraction(element.quarterLength))
        if not element.pitches or end <= onset:
            continue
        pitch = max(pitch.midi for pitch in element.pitches)
        if not LOWEST_PITCH <= pitch <= HIGHEST_PITCH:
            raise UserError(
                "MIDI note {pitch} is out of range; only 0 to 127 can be played.", pitch=pitch
            )
        before = tied.pop(pitch, None)
        kind = element.tie.type if element.tie else ""
        if kind in ("stop", "continue") and before is not None and notes[before].end == onset:
            notes[before] = replace(notes[before], duration=end - notes[before].onset)
        else:
            before = len(notes)
            notes.append(Note(onset, end - onset, pitch, _velocity(element)))
        if kind in ("start", "continue"):
            tied[pitch] = before
    return tuple(notes)


def _velocity(element: "NotRest") -> int:
    loudness = element.volume.velocityScalar  # of 1
    if loudness is None or not isfinite(loudness):
        return DEFAULT_VELOCITY
    return min(max(1, round(127 * loudness)), 127)


def _meters(part: "TheirPart", end: int) -> MeterMap:
    from music21.meter.base import TimeSignature
    from music21.stream.base import Measure

    changes: dict[int, Meter] = {}
    for found in part.flatten().getElementsByClass(TimeSignature):
        with suppress(UserError):
            changes[_ticks(found.offset)] = meter_from_text(found.ratioString)
    lines = [_ticks(measure.offset) for measure in part.getElementsByClass(Measure)]
    return MeterMap.from_bar_lines(changes, dividing(lines, changes, end), end)


def _key(flat: "Stream[Any]", transposition: int) -> Key | None:
    """The first key that names its mode; a signature alone leaves the key open."""
    from music21.key import Key as TheirKey

    for found in flat.getElementsByClass(TheirKey):
        mode = mode_from_text(found.mode)
        if mode is not None and found.sharps is not None:
            key = key_on(found.sharps + FIFTHS_ABOVE_MAJOR[mode], mode)
            return key.transposed(transposition) if transposition % 12 else key
    return None


def _transposition(part: "TheirPart") -> int:
    """Semitones from the written to the sounding pitch."""
    instrument = part.getInstrument(returnDefault=False)
    interval = instrument.transposition if instrument else None
    return round(interval.semitones) if interval else 0


def _tempi(score: "Score") -> Iterator[tuple[int, float]]:
    """The tempi that are those of a melody, with their onsets."""
    from music21.tempo import MetronomeMark

    for part in score.parts:
        for mark in part.flatten().getElementsByClass(MetronomeMark):
            tempo = mark.getQuarterBPM()
            is_within = mark.offset < LONGEST_QUARTERS
            if is_within and tempo and SLOWEST_TEMPO <= tempo <= FASTEST_TEMPO:
                yield _ticks(mark.offset), round(float(tempo), 6)  # music21 multiplies and divides


def _has_fermata(element: "GeneralNote") -> bool:
    from music21.expressions import Fermata

    return any(isinstance(mark, Fermata) for mark in element.expressions)


def _ticks(quarters: float | Fraction) -> int:
    return round(Fraction(quarters) * QUARTER)

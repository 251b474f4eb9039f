"""How a model hears a seed: how much each note surprises it, and what it does not know."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import log

import numpy as np
import numpy.typing as npt

from core.compose.draw import bits, weigh
from core.compose.wishes.register import heard_semitones
from core.model.event import Event, events_from_melody
from core.model.family import HELD, SILENCE, Cursor, Frame, Logits, Model
from core.model.grid.symbols import HOLD, REST, Grid, snapped, symbols_from_melody
from core.music.key import Key, pitch_name
from core.music.melody import SIXTEENTH, Melody, Note
from core.music.song import Song
from core.music.text import text_from_melody
from core.music.tonality import estimate_key
from core.words import Words, joined

SURPRISING = 6.0
"""Bits from which on a note is worth a remark: the model gave it less than one chance in 64."""


@dataclass(frozen=True, slots=True)
class Surprise:
    """What a note of a seed is to a model that has heard the notes before it.

    `heard` is the note that the model hears in the place of `note`: the same if it knows this, None
    if it is too short to be heard. `pitch_bits` and `duration_bits` are the logarithms of how
    unlikely its pitch and its duration are there. `expected` is the likeliest pitch, None for a
    rest, and `share` its probability. All pitches are in the user's key.
    """

    note: Note
    heard: Note | None
    pitch_bits: float = 0.0
    expected: int | None = None
    share: float = 0.0
    duration_bits: float = 0.0

    @property
    def is_known(self) -> bool:
        return self.heard == self.note

    @property
    def is_surprising(self) -> bool:
        return max(self.pitch_bits, self.duration_bits) >= SURPRISING


def hear_seed(model: Model, seed: Song, bars: int) -> Iterator[Surprise]:
    """Each note of `seed`, in the order of the tune, as the beginning of a tune of `bars` bars.

    Where the seed leaves no room in these, the tune is told to be as much longer as it must. Which
    compass the tune shall have the model is not told, or no note within it would be strange.
    """
    key = seed.key or estimate_key(seed.melody)
    semitones = heard_semitones(model, seed.melody, key)
    pitches = (model.nearest_pitch(note.pitch + semitones) for note in seed.melody)
    notes = tuple(replace(n, pitch=p) for n, p in zip(seed.melody, pitches, strict=True))
    heard = Melody(notes, seed.melody.end)
    end = seed.meters.end_of(max(bars, seed.bars + 2))
    cursor = model.cursor(Melody(), Frame(seed.meters, key.mode, end, is_planned=False))
    if cursor.choices().durations is None:
        found = _by_cells(cursor, heard, Grid.for_pickup(seed.meters.pickup))
    else:
        found = _by_events(cursor, heard)
    for note, surprise in zip(seed.melody, found, strict=True):
        known, expected = surprise.heard, surprise.expected
        yield replace(
            surprise,
            note=note,
            heard=known and replace(known, pitch=known.pitch - semitones, velocity=note.velocity),
            expected=None if expected is None else expected - semitones,
        )


def _by_events(cursor: Cursor, heard: Melody) -> Iterator[Surprise]:
    """For models that decide on a duration, then on a pitch."""
    for event in events_from_melody(heard):
        if event.pitch is not None:
            yield _surprise(cursor.fork(), event, event.pitch)
        cursor.hear(event)


def _surprise(cursor: Cursor, event: Event, pitch: int) -> Surprise:
    logits, durations = cursor.logits(), cursor.choices().durations
    assert durations is not None
    distances = np.where(np.isfinite(logits), np.abs(durations - event.duration), np.inf)
    nearest = int(distances.argmin())
    cursor.choose(nearest)
    found = _pitch_surprise(cursor.logits(), cursor.choices().pitches, pitch)
    known = Note(event.onset, int(durations[nearest]), pitch)
    return Surprise(known, known, *found, _bits(logits, nearest))


def _by_cells(cursor: Cursor, heard: Melody, grid: Grid) -> Iterator[Surprise]:
    """For models that decide on a symbol for each cell of a grid; of the notes that begin in one
    cell they hear the last."""
    found = _on_grid(cursor, snapped(heard, grid), grid)
    cells = [max(0, grid.cell(note.onset)) for note in heard]
    for note, cell, following in zip(heard, cells, [*cells[1:], -1], strict=False):
        yield Surprise(note, None) if following == cell else next(found)


def _on_grid(cursor: Cursor, melody: Melody, grid: Grid) -> Iterator[Surprise]:
    notes = {note.onset // SIXTEENTH: note for note in melody}
    latest: Surprise | None = None
    for cell, symbol in enumerate(symbols_from_melody(melody)):
        logits, pitches = cursor.logits(), cursor.choices().pitches
        sign = HELD if symbol == HOLD else SILENCE if symbol == REST else int(symbol)
        held = pitches == HELD
        if latest is not None:  # its duration: that it goes on, or that something else begins
            happens = held if sign == HELD else ~held
            nats = float(np.logaddexp.reduce(logits) - np.logaddexp.reduce(logits[happens]))
            latest = replace(latest, duration_bits=latest.duration_bits + nats / log(2))
            if sign != HELD:
                yield latest
                latest = None
        if sign >= 0:
            onset, end = grid.tick(cell), grid.tick(notes[cell].end // SIXTEENTH)
            known = Note(onset, end - onset, sign)
            begins = np.where(held, -np.inf, logits)
            latest = Surprise(known, known, *_pitch_surprise(begins, pitches, sign))
        cursor.choose(_place(pitches, sign))
    if latest is not None:
        yield latest


def _pitch_surprise(
    logits: Logits, pitches: npt.NDArray[np.int64], pitch: int
) -> tuple[float, int | None, float]:
    """The bits of `pitch`, the likeliest pitch, and its share."""
    likeliest = int(logits.argmax())
    expected = int(pitches[likeliest])
    share = 2.0 ** -_bits(logits, likeliest)
    return _bits(logits, _place(pitches, pitch)), expected if expected >= 0 else None, share


def _place(pitches: npt.NDArray[np.int64], sign: int) -> int:
    return int(np.flatnonzero(pitches == sign)[0])


def _bits(logits: Logits, symbol: int) -> float:
    return bits(weigh(logits, 1.0), symbol)


def remark(surprise: Surprise, key: Key) -> Words:
    """What the model makes of a note, for the user: 'g#4: 7.1 bits, the model expected e4 (31 %)'.

    Where the length is the greater surprise, it is named too; and a note that the model does not
    know stands before with the nearest one that it does.
    """
    note, heard = surprise.note, surprise.heard
    if heard is None:
        return Words(
            "'{note}' is too short for the model, which does not hear it", note=_typed(note, key)
        )
    name = pitch_name(note.pitch, key)
    remarks = [Words("{note}: {bits:.1f} bits", note=name, bits=surprise.pitch_bits)]
    share = 100 * surprise.share
    if surprise.expected is None:
        remarks.append(Words("the model expected a rest ({share:.0f} %)", share=share))
    elif surprise.expected != heard.pitch:
        likeliest = pitch_name(surprise.expected, key)
        remarks.append(
            Words("the model expected {note} ({share:.0f} %)", note=likeliest, share=share)
        )
    if surprise.duration_bits > surprise.pitch_bits:
        remarks.append(Words("its length {bits:.1f} bits", bits=surprise.duration_bits))
    return _corrected(joined(", ", remarks), note, heard, key)


def _corrected(remarks: Words, note: Note, heard: Note, key: Key) -> Words:
    """The remarks behind what the model hears in the place of the note, if this is another one."""
    if note == heard:
        return remarks
    if note.duration != heard.duration:
        written, nearest = _typed(note, key), _typed(heard, key)
    elif note.pitch != heard.pitch:
        written, nearest = pitch_name(note.pitch, key), pitch_name(heard.pitch, key)
    else:
        return Words(
            "The model hears '{note}' on the nearest sixteenth; {remarks}",
            note=_typed(note, key),
            remarks=remarks,
        )
    return Words(
        "The model does not know '{note}' and hears '{nearest}'; {remarks}",
        note=written,
        nearest=nearest,
        remarks=remarks,
    )


def _typed(note: Note, key: Key) -> str:
    """As one would type it."""
    return text_from_melody(Melody((replace(note, onset=0),), note.duration), key)

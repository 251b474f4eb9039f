"""The classic grid: a melody as one symbol for each sixteenth.

A symbol is a MIDI pitch as text where a note begins, `r` where a rest begins, `_` where either goes
on, and `/` where a tune begins or ends. Source: the encoding of V. Velardo's course "Melody
generation with RNN-LSTM" (2020), which many public models follow.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.music.melody import SIXTEENTH, Melody, Note

REST, HOLD, EDGE = "r", "_", "/"


def is_on_grid(melody: Melody, step: int = SIXTEENTH) -> bool:
    """True when every note begins and ends on a multiple of `step`, and the melody ends on one."""
    return melody.end % step == 0 and all(
        note.onset % step == 0 and note.duration % step == 0 for note in melody
    )


def symbols_from_melody(melody: Melody) -> list[str]:
    """One symbol for each sixteenth, without `/`. ValueError for a melody off the grid."""
    if not is_on_grid(melody):
        raise ValueError("the melody is not on the sixteenth grid")
    symbols: list[str] = []
    tick = 0
    for note in melody:
        _hold(symbols, REST, note.onset - tick)
        _hold(symbols, str(note.pitch), note.duration)
        tick = note.end
    _hold(symbols, REST, melody.end - tick)
    return symbols


def _hold(symbols: list[str], symbol: str, ticks: int) -> None:
    if ticks:
        symbols.append(symbol)
        symbols.extend([HOLD] * (ticks // SIXTEENTH - 1))


def melody_from_symbols(symbols: Sequence[str]) -> Melody:
    """The melody that `symbols` write down; a `_` with nothing before it is a rest.

    ValueError for a symbol that is none, `/` included.
    """
    notes: list[Note] = []
    pitch, onset = None, 0
    for cell, symbol in enumerate((*symbols, REST)):
        if symbol == HOLD:
            continue
        if pitch is not None:
            notes.append(Note(onset, cell * SIXTEENTH - onset, pitch))
        pitch, onset = (None if symbol == REST else int(symbol)), cell * SIXTEENTH
    return Melody(tuple(notes), len(symbols) * SIXTEENTH)


@dataclass(frozen=True, slots=True)
class Grid:
    """Sixteenths laid so that bar 1 begins on one: cell 0 begins at or near tick 0.

    `anchor` is a tick on which a cell begins. It is 0 but for an upbeat that is no whole number of
    sixteenths long.
    """

    anchor: int = 0

    @classmethod
    def for_pickup(cls, pickup: int) -> "Grid":
        return cls(pickup - round(pickup / SIXTEENTH) * SIXTEENTH)

    def cell(self, tick: int) -> int:
        """The cell whose beginning is nearest to `tick`; half way counts as the earlier one."""
        return -((self.anchor - tick + SIXTEENTH // 2) // SIXTEENTH)

    def tick(self, cell: int) -> int:
        """Where `cell` begins."""
        return max(0, self.anchor + cell * SIXTEENTH)


def snapped(melody: Melody, grid: Grid) -> Melody:
    """`melody` on the nearest cells of `grid`, told in ticks from its cell 0.

    Every note keeps at least one cell; of notes that fall into one cell the last stays.
    """
    notes: list[Note] = []
    for note in melody:
        onset = max(0, grid.cell(note.onset))
        end = max(onset + 1, grid.cell(note.end))
        if notes and notes[-1].end > onset * SIXTEENTH:
            _shorten(notes, onset * SIXTEENTH)
        notes.append(Note(onset * SIXTEENTH, (end - onset) * SIXTEENTH, note.pitch, note.velocity))
    last = notes[-1].end if notes else 0
    return Melody(tuple(notes), max(last, grid.cell(melody.end) * SIXTEENTH))


def _shorten(notes: list[Note], end: int) -> None:
    """Lets the last note end at `end`, or drops it when nothing is left of it."""
    note = notes.pop()
    if note.onset < end:
        notes.append(Note(note.onset, end - note.onset, note.pitch, note.velocity))


def events(symbols: Iterable[str]) -> int:
    """Number of notes and rests, ties joined: symbols that begin something."""
    return sum(symbol not in (HOLD, EDGE) for symbol in symbols)

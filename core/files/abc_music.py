"""The lines of music of an ABC tune -> a Transcript, note after note."""

import re
from dataclasses import dataclass, field
from fractions import Fraction

from core.errors import UserError
from core.files.abc_token import (
    NOTES_OF_CHORD,
    checked,
    factor_from_text,
    note_from_text,
    times,
    tuplet_from_text,
)
from core.files.transcript import FINE, Transcript
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH, WHOLE
from core.music.meter import COMMON_TIME, Meter


@dataclass(slots=True)
class _Waiting:
    """A note or rest that the signs behind it may still change."""

    duration: int  # in FINE parts of a tick
    pitch: int | None
    is_tied: bool = False
    has_fermata: bool = False
    ends_phrase: bool = False


@dataclass(slots=True)
class Music:
    """What the signs mean where they stand, and `said`, what they have said so far.

    `signature` and, until the next bar line, `altered` say what a letter means. With
    `alters_octaves` an accidental holds in all octaves, as from version 2.1 of the standard.
    """

    said: Transcript
    alters_octaves: bool = False
    signature: dict[str, int] = field(default_factory=dict)
    meter: Meter | None = None
    unit: Fraction | None = None
    _altered: dict[tuple[str, int], int] = field(default_factory=dict)
    _waiting: _Waiting | None = None
    _key_of_tie: int | None = None  # the white key of the note that was said last
    _next: Fraction | None = None  # what a broken rhythm leaves to the next note
    _tuplet: Fraction = Fraction(1)
    _notes_of_tuplet: int = 0
    _has_fermata: bool = False
    _ends_phrase: bool = False
    _is_overlaid: bool = False

    def another(self) -> "Music":
        """Music in the same key, meter and unit, that has said nothing yet."""
        said = Transcript(key=self.said.key, changes=dict(self.said.changes))
        return Music(said, self.alters_octaves, dict(self.signature), self.meter, self.unit)

    def unit_length(self) -> Fraction:
        """A note without a length, in whole notes: as L: says, else by the first meter."""
        if self.unit is None:
            meter = self.meter or COMMON_TIME
            self.unit = Fraction(1, 16 if 4 * meter.beats < 3 * meter.unit else 8)
        return self.unit

    def set_meter(self, meter: Meter) -> None:
        self.finish()
        self.meter = meter
        self.said.changes[self.said.tick] = meter

    def hear(self, sign: "re.Match[str]") -> None:
        """One sign of SIGNS. UserError for a note that cannot be read."""
        if sign["line"]:
            self.finish()
            self.said.bar_lines.append(self.said.tick)
            self._altered.clear()
            self._is_overlaid = False
        elif self._is_overlaid:
            return
        elif sign["note"]:
            self.finish()
            self._wait(factor_from_text(sign["length"]), self._pitch(sign["note"]))
        elif sign["rest"]:
            self._wait(factor_from_text(sign["rested"]), None)
        elif sign["chord"]:
            self._hear_chord(sign["chord"], sign["chorded"])
        elif sign["bars"] is not None:
            bars = int(sign["bars"][:3] or 1)
            self._wait(
                bars * Fraction((self.meter or COMMON_TIME).bar, WHOLE) / self.unit_length(), None
            )
        else:
            self._mark(sign)

    def finish(self) -> None:
        """Says the note that waits: nothing behind it can change it any more."""
        last, self._waiting = self._waiting, None
        if last is not None:
            duration = last.duration if last.pitch is None else checked(last.duration)
            self.said.hear(duration, last.pitch, last.is_tied)
            if last.has_fermata:
                self.said.fermatas.append(self.said.tick)
            if last.ends_phrase:
                self.said.phrase_ends.append(self.said.tick)

    def _mark(self, sign: "re.Match[str]") -> None:
        if sign["tuplet"]:
            meter = self.meter or COMMON_TIME
            is_compound = meter.unit >= 8 and meter.beats % 3 == 0
            count = int(sign["tuplet"])
            self._tuplet, self._notes_of_tuplet = tuplet_from_text(
                count, sign["ratio"], is_compound
            )
        elif sign["fermata"]:
            self._has_fermata = True
        elif sign["phrase"]:
            self._ends_phrase = True
        elif sign["overlay"]:
            self.finish()
            self._is_overlaid = True
        elif self._waiting is not None:
            if sign["tie"]:
                self._waiting.is_tied = True
            elif sign["broken"]:
                short = Fraction(1, 2 ** min(len(sign["broken"]), 3))
                first, second = 2 - short, short
                if sign["broken"][0] == "<":
                    first, second = second, first
                self._waiting.duration = times(self._waiting.duration, first)
                self._next = second

    def _hear_chord(self, notes: str, length: str) -> None:
        found = NOTES_OF_CHORD.findall(re.sub(r'"[^"]*"', "", notes))
        if found:
            self.finish()
            pitch = max(self._pitch(note) for note, _ in found)
            self._wait(factor_from_text(found[0][1]) * factor_from_text(length), pitch)

    def _wait(self, factor: Fraction, pitch: int | None) -> None:
        self.finish()
        duration = times(times(WHOLE * FINE, self.unit_length()), factor)
        if pitch is not None:
            checked(duration)
        if self._next is not None:
            duration, self._next = times(duration, self._next), None
        if self._notes_of_tuplet:
            duration = times(duration, self._tuplet)
            self._notes_of_tuplet -= 1
        self._waiting = _Waiting(
            duration, pitch, has_fermata=self._has_fermata, ends_phrase=self._ends_phrase
        )
        self._has_fermata = self._ends_phrase = False

    def _pitch(self, text: str) -> int:
        key, letter, accidental = note_from_text(text)
        place = (letter, 0 if self.alters_octaves else key)
        tied = self.said.open_tie if key == self._key_of_tie else None
        self._key_of_tie = key
        if accidental is not None:
            self._altered[place] = accidental
        elif tied is not None:
            return tied
        pitch = key + self._altered.get(place, self.signature.get(letter, 0))
        if not LOWEST_PITCH <= pitch <= HIGHEST_PITCH:
            raise UserError(
                "'{note}' is out of range; only MIDI notes 0 to 127 can be played.", note=text[:20]
            )
        return pitch

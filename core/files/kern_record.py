"""What lines of a **kern text say beside its notes, written down in a Transcript.

Source of the format: https://www.humdrum.org/guide/ch05/ and https://www.humdrum.org/rep/kern/.
"""

import re
from dataclasses import dataclass

from core.files.decoding import TextError
from core.files.kern_token import Token
from core.files.mode import FIFTHS_OF_LETTER, key_on
from core.files.transcript import CONTINUATION, LONGEST_TITLE, Transcript
from core.music.key import Key
from core.music.meter import meter_from_text

SPLIT, JOIN, EXCHANGE, ADD, END = "*^", "*v", "*x", "*+", "*-"
PATHS = frozenset((SPLIT, JOIN, EXCHANGE, ADD, END))

_TITLE = re.compile(r"!!!OTL(?:@+[A-Za-z]+)?:(.*)")
_CATALOGUE = re.compile(r"!!!SCT:\s*(\S+)")
_METER = re.compile(r"\*M(?:FREI)?(\d{1,3})/(\d{1,3})")
_TEMPO = re.compile(r"\*MM(\d{1,4}(?:\.\d{1,4})?)")
_SECTION = f"*>{CONTINUATION}"
_KEY = re.compile(r"\*([A-Ga-g])([#-]?):")


class KernError(TextError):
    """What is wrong with a kern text."""


@dataclass(slots=True)
class Record:
    """Writes to `said`; the first title counts."""

    said: Transcript
    has_title: bool = False

    def comment(self, line: str) -> None:
        """A line that begins with '!'."""
        found = None if self.has_title else _TITLE.match(line)
        if found and found[1].strip():
            self.said.title, self.has_title = found[1].strip()[:LONGEST_TITLE], True
        elif found := _CATALOGUE.match(line):
            self.said.catalogue = found[1][:LONGEST_TITLE]

    def interpret(self, cell: str, tick: int | None = None) -> None:
        """A cell that begins with '*', at `tick`, or where the Transcript has come to."""
        said = self.said
        tick = said.tick if tick is None else tick
        if found := _METER.match(cell):
            said.changes[tick] = meter_from_text(f"{found[1]}/{found[2]}")
        elif found := _KEY.match(cell):
            said.key = said.key or _key(found[1], found[2])
        elif found := _TEMPO.match(cell):
            said.time_it(float(found[1]), tick)
        elif cell == _SECTION:
            said.seed_end = tick

    def hear(self, token: Token) -> None:
        if token.duration == 0:
            return
        said = self.said
        said.hear(token.duration, token.pitch, token.is_tied_on, token.is_tied_back)
        if token.ends_phrase:
            said.phrase_ends.append(said.tick)
        if token.has_fermata:
            said.fermatas.append(said.tick)


def _key(letter: str, accidental: str) -> Key:
    """*G: is G major, *e: E minor."""
    fifths = FIFTHS_OF_LETTER[letter.upper()] + {"#": 7, "-": -7}.get(accidental, 0)
    return key_on(fifths, "minor" if letter.islower() else "major")

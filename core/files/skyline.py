"""The melody in music of many notes: which voice has it, and which of its notes they are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.music.melody import Melody, Note

_MELODY_NAME = re.compile(
    r"melod|voice|vocal|sopran|sing|gesang|stimme|cantus|lead|tune|solo", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Notes that belong together, in any order and overlapping; `end` in ticks closes a rest."""

    name: str
    notes: tuple[Note, ...]
    end: int

    @property
    def skyline(self) -> Melody:
        return skyline(self.notes, self.end)


def most_melodic(voices: Sequence[Voice]) -> Voice:
    """The voice that most likely has the melody, of at least one, each with notes.

    One that is called so; otherwise, of those with at least a quarter of the notes of the
    fullest, the one that lies highest and has the fewest chords.
    """
    fullest = max(len(voice.notes) for voice in voices)
    full = [voice for voice in voices if 4 * len(voice.notes) >= fullest]
    named = [voice for voice in full if _MELODY_NAME.search(voice.name)]
    return max(named or full, key=_prominence)


def skyline(notes: Sequence[Note], end: int) -> Melody:
    """The top line of `notes`, ending at `end` ticks or with its last note.

    Of notes that begin together the highest stays. A note that begins while another sounds cuts
    it short, unless it lies below it and ends no later: then it accompanies, and is left out.
    """
    line: list[Note] = []
    for note in sorted(notes, key=lambda n: (n.onset, -n.pitch, -n.duration)):
        if line and note.onset < line[-1].end:
            last = line[-1]
            if note.onset == last.onset or (note.pitch < last.pitch and note.end <= last.end):
                continue
            line[-1] = replace(last, duration=note.onset - last.onset)
        line.append(note)
    return Melody(tuple(line), max(end, line[-1].end if line else 0))


def _prominence(voice: Voice) -> float:
    mean_pitch = sum(note.pitch for note in voice.notes) / len(voice.notes)
    return mean_pitch * len(voice.skyline) / len(voice.notes)

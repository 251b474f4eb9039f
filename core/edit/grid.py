"""Chosen notes to the lines of a grid, by the rule by which recordings are quantised."""

import math

from core.edit.edited import Chosen, Edited, parted, replaced
from core.music.melody import Melody
from core.music.meter import MeterMap
from core.recording import quantisation as rule
from core.recording.dub import notes_from_line
from core.recording.quantisation import Quantisation
from core.recording.stroke import Stroke


def quantised(
    melody: Melody, chosen: Chosen, quantisation: Quantisation, meters: MeterMap
) -> Edited:
    """The chosen notes on the grid of `quantisation`, each before the next; the others stay."""
    notes, others = parted(melody, chosen)
    line = [Stroke(n.onset, n.end, n.pitch, n.velocity) for n in notes]
    instead = notes_from_line(rule.quantised(line, quantisation, meters, (0, math.inf)))
    return replaced(melody, others, notes, instead)

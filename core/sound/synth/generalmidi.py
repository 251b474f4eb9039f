"""What the programs of a MIDI instrument are by the General MIDI standard (RP-003)."""

from core.music.program import PROGRAMS
from core.sound.synth.instruments import Instrument

GENERAL_MIDI = tuple(Instrument(0, program, name) for program, name in enumerate(PROGRAMS))
"""The 128 of bank 0, in order."""

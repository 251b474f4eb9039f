"""What the player says when it cannot play."""

from core.music.tempo import FASTEST_TEMPO, SLOWEST_TEMPO
from core.sound.ports.outputs import PACKAGES
from core.words import Words

NOTHING_OPEN = Words("No output is open, so nothing can sound; choose an output first.")
NOTHING_THERE = Words(
    "There is nothing to play through; connect a MIDI device or start a software synthesizer, or "
    "install FluidSynth and a SoundFont (on Debian and Ubuntu: apt install {packages}).",
    packages=PACKAGES,
)
DIED = Words("The sound player had stopped unexpectedly and was started anew; press Play again.")
SILENT = Words("The sound player did not answer any more and was started anew; press Play again.")
GIVEN_UP = Words(
    "The sound player keeps failing and stays off; choose another output, or restart the program."
)


def off_tempo(quarters_per_minute: float) -> Words:
    return Words(
        "A tempo lies between {slowest:g} and {fastest:g} quarters a minute, not at {tempo:g}.",
        slowest=SLOWEST_TEMPO,
        fastest=FASTEST_TEMPO,
        tempo=quarters_per_minute,
    )

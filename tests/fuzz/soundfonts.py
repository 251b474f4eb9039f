"""Damaged SoundFonts through FluidSynth itself: python -m tests.fuzz.soundfonts --runs N.

Each is a small one of our own, packed or not, or a `--real` one, varied as the number of the run
says. What the look before it (core/sound/synth/instruments.py) lets through is loaded and played in
a process that is made for it, within the bounds of core/apart.py; those that end badly are kept in
build/fuzz/soundfonts.
"""

import argparse
import json
import os
import resource
import signal
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

from core.apart import UNASKED
from core.errors import UserError
from core.sound.choices import Tone
from core.sound.playing.manner import Manner
from core.sound.playing.schedule import instrument, note_off, note_on
from core.sound.synth.fluid import RATE, load_fluid
from core.sound.synth.instruments import Instrument, instruments_from_soundfont
from tests.fuzz.variation import bytes_varied, riff_varied
from tests.fuzz.watch import name_of
from tests.sound.synth.fonts import write_soundfont

KEPT = Path("build/fuzz/soundfonts")
FINE = ("refused before", "refused by FluidSynth", "played")
_ENDS = {0: "played", 3: "refused by FluidSynth", 4: "no memory"}
_MOST_INSTRUMENTS = 4
_HEAD_BYTES, _TAIL_BYTES = 400, 60_000
"""Where the lists of a large SoundFont are: before its samples and behind them."""


@dataclass(slots=True)
class Figures:
    """How many came to which end; the longest time and the most memory that one took."""

    ends: dict[str, int] = field(default_factory=dict)
    slowest_seconds: float = 0.0
    largest_bytes: int = 0

    def note(self, end: str) -> str:
        self.ends[end] = self.ends.get(end, 0) + 1
        return end


def variations(seed: int, large: bytes | None) -> Iterator[bytes]:
    """Without end; a fifth of them from `large`."""
    with tempfile.TemporaryDirectory() as folder:
        small = write_soundfont(Path(folder) / "small.sf2").read_bytes()
        packed = write_soundfont(Path(folder) / "small.sf3", is_packed=True).read_bytes()
    number = 0
    while True:
        chance = Random(f"{seed} {number}")
        number += 1
        if large is not None and not chance.randrange(5):
            yield _flipped(large, chance)
            continue
        content = chance.choice((small, packed))
        for _ in range(chance.choice((1, 1, 2, 4))):
            content = _lists_varied(content, chance)
        yield content


def _lists_varied(content: bytes, chance: Random) -> bytes:
    """Mostly the lists behind the samples, where all that a parser can get wrong is."""
    lists = content.rfind(b"LIST")
    if lists < 0 or not chance.randrange(4):
        return riff_varied(content, chance)
    changed = riff_varied if chance.randrange(2) else bytes_varied
    return content[:lists] + changed(content[lists:], chance)


def _flipped(content: bytes, chance: Random) -> bytes:
    data = bytearray(content)
    for _ in range(chance.choice((1, 4, 40))):
        place = chance.choice(
            (
                chance.randrange(_HEAD_BYTES),
                len(data) - 1 - chance.randrange(_TAIL_BYTES),
                len(data) - 1 - chance.randrange(_TAIL_BYTES),
                chance.randrange(len(data)),
            )
        )
        data[place] = chance.randrange(256)
    return bytes(data)


def tried(path: Path, figures: Figures) -> str:
    """How it ended with the SoundFont at `path`."""
    try:
        instruments = instruments_from_soundfont(path)
    except UserError:
        return figures.note("refused before")
    begun = time.monotonic()
    child = os.fork()
    if not child:
        os._exit(_play(path, instruments))
    _, status, used = os.wait4(child, 0)
    figures.slowest_seconds = max(figures.slowest_seconds, time.monotonic() - begun)
    figures.largest_bytes = max(figures.largest_bytes, 1024 * used.ru_maxrss)
    if os.WIFSIGNALED(status):
        end = signal.Signals(os.WTERMSIG(status)).name
    else:
        end = _ENDS.get(os.WEXITSTATUS(status), "defect")
    return figures.note(end)


def _play(path: Path, instruments: tuple[Instrument, ...]) -> int:
    """In the process that may die: a note of some of the instruments."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    resource.setrlimit(resource.RLIMIT_AS, (UNASKED.memory_bytes, UNASKED.memory_bytes))
    signal.alarm(int(UNASKED.seconds))
    try:
        fluid = load_fluid(Tone(str(path)))
        for found in instruments[:_MOST_INSTRUMENTS]:
            manner = Manner(found.program, bank=found.bank)
            for message in instrument(manner):
                fluid.send(message)
            for pitch in (36, 60, 96):
                fluid.send(note_on(pitch, 100, manner.channel))
                fluid.render(RATE // 10)
                fluid.send(note_off(pitch, manner.channel))
            fluid.render(RATE // 2)
        fluid.close()
    except UserError:
        return 3
    except MemoryError:
        return 4
    return 0


def main() -> None:
    parser = argparse.ArgumentParser(description="Try FluidSynth with SoundFonts that are wrong.")
    parser.add_argument("--runs", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--real", type=Path, metavar="FILE", help="another SoundFont to vary")
    options = parser.parse_args()
    figures = Figures()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tried.sf2"
        load_fluid(Tone(str(write_soundfont(path)))).close()  # loads the library once for all
        tries = variations(options.seed, options.real and options.real.read_bytes())
        for number, content in zip(range(1, options.runs + 1), tries, strict=False):
            path.write_bytes(content)
            end = tried(path, figures)
            if end not in FINE:
                KEPT.mkdir(parents=True, exist_ok=True)
                (KEPT / f"{end}-{name_of(content)}.sf2").write_bytes(content)
            if number % 500 == 0 or number == options.runs:
                print(number, json.dumps(asdict(figures)), flush=True)


if __name__ == "__main__":
    main()

"""A tune as sound in numbers, through the built-in synth, with each note on its very sample.

FluidSynth heeds notes only between blocks of 64 samples, 1.45 ms: played in one go, a note would
begin up to so much late. So each note is played by itself from the begin of a block, until its
release and its reverb have died away, and is added where it belongs. Reverb is linear: the sum of
all is the reverb of the whole. Notes that are alike are played once. What is left of the blocks is
that a note ends, never begins, up to 1.45 ms late.
"""

from collections.abc import Generator, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.apart import WATCHED, apart
from core.errors import UserError
from core.music.song import Song
from core.sound.choices import Tone
from core.sound.playing.manner import PLAIN, Manner
from core.sound.playing.schedule import (
    NOTE_ON,
    events_from_song,
    instrument,
    kind_of,
    note_off,
    note_on,
)
from core.sound.synth.fluid import BLOCK, RATE, Fluid, load_fluid
from core.sound.synth.instruments import LARGEST_SOUNDFONT_BYTES, instruments_from_soundfont

Frames = NDArray[np.float32]
"""(samples, 2): left and right, full scale at 1."""

LONGEST_SECONDS = 3600.0
_SILENCE = 1e-6  # -120 dB
_LONGEST_TAIL_SECONDS = 20.0
_ALIKE_KEPT = 64
_PIECE = 1 << 15

_BOUNDS = replace(WATCHED, memory_bytes=LARGEST_SOUNDFONT_BYTES)
"""An instrument may be most of a SoundFont, and has to be in memory to sound."""

_Note = tuple[int, int, int, int]
"""Onset and length in samples, pitch, velocity."""


def rendered(
    song: Song, tone: Tone, manner: Manner = PLAIN
) -> Generator[Frames | None, None, None]:
    """The song in pieces, 44,100 samples a second; its first sample is tick 0.

    It lasts to its end, or until the last release and reverb are 120 dB down. FluidSynth works in a
    process of its own, for it reads a file that anybody may have made: a None says that there is
    nothing new yet. UserError where that is not possible, or the song longer than an hour.
    """
    end = _sample(song, song.melody.end)
    if end > LONGEST_SECONDS * RATE:
        raise UserError(
            "Only tunes of up to {minutes:g} minutes can be written as sound.",
            minutes=LONGEST_SECONDS / 60,
        )
    notes = _notes_from_song(song, manner)
    for data in apart(_render, notes, end, tone, manner, bounds=_BOUNDS):
        yield None if data is None else np.frombuffer(data, np.float32).reshape(-1, 2)


def trying(path: Path) -> Generator[None, None, None]:
    """Loads a SoundFont and strikes a note, in a process of its own. UserError if that fails."""
    first = instruments_from_soundfont(path)[0]
    manner = Manner(first.program, bank=first.bank)
    try:
        tone = Tone(str(path))
        for _ in apart(_render, [(0, BLOCK, 60, 100)], BLOCK, tone, manner, bounds=_BOUNDS):
            yield None
    except UserError as error:
        if str(path) in str(error):
            raise
        raise UserError(
            "'{path}' is no SoundFont that can be played: {reason}", path=path, reason=error.words
        ) from error


def _sample(song: Song, tick: int) -> int:
    """The sample at which `tick` is."""
    return round(song.tempos.seconds_at(tick) * RATE)


def _notes_from_song(song: Song, manner: Manner) -> list[_Note]:
    """What is heard of the song, in order."""
    begun: dict[int, tuple[int, int]] = {}
    notes = []
    for tick, message in events_from_song(song, manner):
        if kind_of(message) == NOTE_ON:
            begun[message[1]] = _sample(song, tick), message[2]
        elif message[1] in begun and len(message) == 3:
            onset, velocity = begun.pop(message[1])
            notes.append((onset, _sample(song, tick) - onset, message[1], velocity))
    return sorted(notes)


def _render(notes: list[_Note], end: int, tone: Tone, manner: Manner) -> Iterator[bytes]:
    """The notes in pieces of float32, `end` samples or more."""
    fluid = load_fluid(tone)

    @lru_cache(_ALIKE_KEPT)
    def sound_of(length: int, pitch: int, velocity: int) -> Frames:
        return _sound(fluid, manner, length, pitch, velocity)

    begin, waiting = 0, np.zeros((0, 2), np.float32)  # what is not yet whole, and where it is
    for onset, *note in notes:
        while onset - begin >= _PIECE:
            yield _filled(waiting[:_PIECE], _PIECE).tobytes()
            begin, waiting = begin + _PIECE, waiting[_PIECE:]
        sound, at = sound_of(*note), onset - begin
        waiting = _filled(waiting, at + len(sound))
        waiting[at : at + len(sound)] += sound
    waiting = _filled(waiting, end - begin)
    for place in range(0, len(waiting), _PIECE):
        yield waiting[place : place + _PIECE].tobytes()
    fluid.close()


def _filled(frames: Frames, count: int) -> Frames:
    """`frames` with silence behind, `count` of them or more."""
    missing = max(0, count - len(frames))
    return np.concatenate([frames, np.zeros((missing, 2), np.float32)]) if missing else frames


def _sound(fluid: Fluid, manner: Manner, length: int, pitch: int, velocity: int) -> Frames:
    """One note, from the sample at which it begins until it has died away."""
    # FluidSynth leads the loudness of a voice on from that of the note before: here, from its own.
    for _ in range(2):
        fluid.reset()
        for message in instrument(manner):
            fluid.send(message)
        fluid.render(BLOCK)  # in which the voice of the note before comes free
        fluid.send(note_on(pitch, velocity, manner.channel))
        heard = [fluid.render(BLOCK)]
    heard.append(fluid.render(max(0, -(-length // BLOCK) - 1) * BLOCK))
    fluid.send(note_off(pitch, manner.channel))
    for _ in range(int(_LONGEST_TAIL_SECONDS * RATE) // _PIECE):
        heard.append(fluid.render(_PIECE))
        if not fluid.is_sounding and abs(heard[-1][-BLOCK:]).max() < _SILENCE:
            break
    frames = np.concatenate(heard)
    loud = np.flatnonzero(abs(frames).max(axis=1) >= _SILENCE)
    return frames[: loud[-1] + 1 if len(loud) else 0]

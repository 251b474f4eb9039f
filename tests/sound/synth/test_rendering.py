"""The sound of a tune, sample by sample, with a SoundFont whose notes begin at full height."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.tempo import TempoMap
from core.music.text import parse
from core.sound.choices import Tone
from core.sound.playing.manner import Manner
from core.sound.playing.schedule import schedule_from_song
from core.sound.synth import rendering
from core.sound.synth.fluid import RATE
from core.sound.synth.rendering import Frames, rendered, trying
from tests.sound.synth.fonts import write_soundfont

LOUD = Manner(program=73)


@pytest.fixture
def font(tmp_path: Path) -> Path:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    return write_soundfont(tmp_path / "own.sf2")


@pytest.fixture(autouse=True)
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a process of its own, whose start takes longer than all the work."""
    if "apart" not in request.function.__name__:
        monkeypatch.setattr(rendering, "apart", lambda work, *arguments, **_: work(*arguments))


def sound_of(song: Song, font: Path, manner: Manner = LOUD, reverb: float = 0.0) -> Frames:
    tone = Tone(str(font), reverb=reverb)
    return np.concatenate([p for p in rendered(song, tone, manner) if p is not None])


def onsets_heard(frames: Frames) -> list[int]:
    """The samples at which it is loud after a tenth of a second of silence."""
    loud = np.flatnonzero(abs(frames[:, 0]) > 1e-3)
    return [int(at) for at in loud[np.diff(loud, prepend=-RATE) > RATE // 10]]


def samples_of(song: Song, manner: Manner = LOUD) -> list[int]:
    schedule = schedule_from_song(song, manner)
    return [
        round(song.tempos.seconds_at(tick) * RATE)
        for tick, message in zip(schedule.ticks, schedule.messages, strict=True)
        if message[0] & 0xF0 == 0x90
    ]


@pytest.mark.parametrize("changes", [((0, 97.3),), ((0, 61.0), (700, 97.3), (1500, 200.0))])
def test_each_note_begins_on_the_sample_of_its_onset(
    font: Path, changes: tuple[tuple[int, float], ...]
) -> None:
    # Short notes with rests between, at distances that no block of 64 samples fits.
    typed = "r/8 c4/16 r/8. e4/16 r/4 g4/32 r/32 r/4 (3 c5/8 r r) c4/32 r/2"
    song = Song(parse(typed).melody, tempos=TempoMap(changes))
    heard, written = onsets_heard(sound_of(song, font)), samples_of(song)
    assert len({at % 64 for at in written}) > 3
    assert len(heard) == len(written) == 5
    assert {at - begin for at, begin in zip(heard, written, strict=True)} == {heard[0] - written[0]}
    assert 0 <= heard[0] - written[0] <= 2, "the wave itself needs so long to rise"


def test_swing_is_written_as_it_is_heard(font: Path) -> None:
    song = Song(parse("c4/16 r/16 c4/16 r/16 r/2 r/4").melody, tempos=TempoMap.constant(60))
    swinging = Manner(program=73, swing=0.5)
    straight, swung = samples_of(song), samples_of(song, swinging)
    assert swung[1] - straight[1] == RATE // 4
    (begin, *rest) = onsets_heard(sound_of(song, font, swinging))
    assert [at - begin for at in rest] == [swung[1] - swung[0]]


def test_it_lasts_to_the_end_of_the_last_rest(font: Path) -> None:
    song = Song(parse("c4/4 r/2").melody, tempos=TempoMap.constant(120))
    assert len(sound_of(song, font)) == 3 * RATE // 2


def test_behind_the_end_come_release_and_reverb(font: Path) -> None:
    song = Song(parse("c4/4").melody, tempos=TempoMap.constant(120))
    dry, wet = sound_of(song, font), sound_of(song, font, reverb=0.8)
    assert RATE // 2 < len(dry) < RATE < len(wet)
    for frames in (dry, wet):
        assert abs(frames[-1]).max() >= 1e-6, "it ends where the sound does"
        assert abs(frames[-100:]).max() < 1e-3


def test_the_instrument_of_the_soundfont_is_heard(font: Path) -> None:
    song = Song(parse("c4/4 r/4").melody, tempos=TempoMap.constant(120))
    soft, loud = (abs(sound_of(song, font, Manner(program=p))).max() for p in (0, 73))
    # FluidSynth takes 0.4 of a SoundFont's attenuation, as the first sound cards did.
    assert 20 * np.log10(loud / soft) == pytest.approx(8, abs=0.5)


def test_an_instrument_of_another_bank_is_heard_too(font: Path) -> None:
    song = Song(parse("c4/4 r/4").melody, tempos=TempoMap.constant(120))
    other = sound_of(song, font, Manner(program=0, bank=3))
    assert abs(other).max() == pytest.approx(abs(sound_of(song, font)).max(), rel=1e-3)
    assert abs(other).max() > 2 * abs(sound_of(song, font, Manner())).max()


def test_the_same_tune_gives_the_same_samples(font: Path) -> None:
    song = Song(parse("c4/8 d4 e4 c4 d4").melody, tempos=TempoMap.constant(90))
    one, other = (sound_of(song, font, reverb=0.5) for _ in range(2))
    assert one.tobytes() == other.tobytes()


def test_a_longer_tune_comes_in_pieces_and_silence_in_between(font: Path) -> None:
    notes = (Note(0, 480, 60), Note(480 * 9, 480, 60))
    song = Song(Melody(notes, 480 * 10), tempos=TempoMap.constant(60))
    pieces = [p for p in rendered(song, Tone(str(font), reverb=0.0), LOUD) if p is not None]
    assert len(pieces) > 10
    frames = np.concatenate(pieces)
    assert abs(frames[2 * RATE : 9 * RATE]).max() == 0
    assert np.array_equal(frames[:RATE], frames[9 * RATE : 10 * RATE])


def test_a_tune_of_more_than_an_hour_is_refused(font: Path) -> None:
    song = Song(Melody((Note(0, 480, 60),), 480 * 61), tempos=TempoMap.constant(20))
    long = Song(
        Melody((Note(480 * 60 * 21, 480, 60),), 480 * 60 * 22), tempos=TempoMap.constant(20)
    )
    with pytest.raises(UserError, match="up to 60 minutes"):
        next(rendered(long, Tone()))
    assert next(rendered(song, Tone(str(font)))) is not None


def test_a_soundfont_is_tried_apart_before_it_is_taken(font: Path, tmp_path: Path) -> None:
    assert set(trying(font)) == {None}
    broken = tmp_path / "broken.sf2"
    data = font.read_bytes()
    broken.write_bytes(data.replace(b"shdr", b"xhdr"))
    with pytest.raises(UserError, match=r"'.*broken\.sf2' is no SoundFont that can be read"):
        list(trying(broken))


def crash(*_: object) -> Iterator[bytes]:
    """As FluidSynth could, in C."""
    yield from ()
    os.kill(os.getpid(), signal.SIGSEGV)


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such signal")
def test_a_soundfont_that_crashes_the_synth_crashes_it_apart(
    font: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "_render", crash)
    with pytest.raises(UserError) as refused:
        list(trying(font))
    assert str(refused.value) == (
        f"'{font}' is no SoundFont that can be played: The process that read it was killed."
    )

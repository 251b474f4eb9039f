from pathlib import Path

import numpy as np
import pytest

from core.audio import write_audio
from core.errors import UserError
from core.music.song import Song
from core.music.tempo import TempoMap
from core.music.text import parse
from core.sound.choices import Tone
from core.sound.playing.manner import Manner
from core.sound.synth.rendering import rendered
from tests.sound.synth.fonts import write_soundfont

soundfile = pytest.importorskip("soundfile")

SONG = Song(parse("c4/8 e4 g4/4 r/2").melody, title="Third", tempos=TempoMap.constant(93))


@pytest.fixture
def tone(tmp_path: Path) -> Tone:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    return Tone(str(write_soundfont(tmp_path / "own.sf2")), reverb=0.0)


def test_both_kinds_hold_what_is_rendered(tmp_path: Path, tone: Tone) -> None:
    manner = Manner(program=73)
    heard = np.concatenate([p for p in rendered(SONG, tone, manner) if p is not None])
    for suffix in (".wav", ".flac", ".FLAC"):
        path = tmp_path / f"tune{suffix}"
        parts = list(write_audio(SONG, path, tone, manner))
        assert parts == sorted(parts)
        assert parts[-1] == 1.0
        samples, rate = soundfile.read(path, dtype="int32")
        assert rate == 44_100
        assert np.abs(samples / 2**31 - heard).max() <= 2**-24
        assert abs(samples).max() > 2**27


def test_what_is_stopped_leaves_the_old_file(tmp_path: Path, tone: Tone) -> None:
    path = tmp_path / "tune.wav"
    path.write_bytes(b"old")
    before = sorted(tmp_path.iterdir())
    steps = write_audio(SONG, path, tone)
    next(steps)
    steps.close()
    assert path.read_bytes() == b"old"
    assert sorted(tmp_path.iterdir()) == before


def test_too_loud_a_tune_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = [np.full((10, 2), 1.5, np.float32)]
    monkeypatch.setattr("core.audio.rendered", lambda *_: (piece for piece in pieces))
    steps = write_audio(SONG, tmp_path / "loud.wav", Tone())
    assert next(steps) > 0
    with pytest.raises(StopIteration, match="cut off; choose a lower volume"):
        next(steps)


def test_a_tune_without_notes_and_a_folder_that_is_not_there_are_sentences(
    tmp_path: Path, tone: Tone
) -> None:
    with pytest.raises(UserError, match="no note"):
        next(write_audio(Song(), tmp_path / "tune.wav", tone))
    with pytest.raises(UserError, match="There is no folder"):
        list(write_audio(SONG, tmp_path / "gone" / "tune.wav", tone))

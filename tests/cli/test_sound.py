"""Sound files from the command line, and the options of the sound."""

from dataclasses import replace
from pathlib import Path

import pytest

from core import cli
from core.audio import write_audio
from core.cli.sound import find_instrument
from core.errors import UserError
from core.files.midi import song_from_midi
from core.music.tempo import TempoMap
from core.opening import song_from_file
from core.sound.choices import Tone
from core.sound.playing.manner import Manner
from core.sound.synth.generalmidi import GENERAL_MIDI
from core.sound.synth.instruments import Instrument
from tests.sound.synth.fonts import INSTRUMENTS, write_soundfont

soundfile = pytest.importorskip("soundfile")


@pytest.fixture
def font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    monkeypatch.setattr("core.sound.synth.rendering.apart", lambda work, *given, **_: work(*given))
    return write_soundfont(tmp_path / "own.sf2")


@pytest.fixture
def tune(tmp_path: Path) -> Path:
    path = tmp_path / "tune.txt"
    path.write_text("c4 e4/8 g4 c4/16 r e4")
    return path


def test_a_file_is_written_as_sound_with_what_was_asked_for(
    font: Path, tune: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, reference = tmp_path / "tune.flac", tmp_path / "reference.wav"
    options = ["--soundfont", str(font), "--instrument", "loud", "--volume", "0.5"]
    options += ["--reverb", "0", "--tempo", "75", "--swing", "0.5"]
    assert cli.run(["play", str(tune), "--out", str(out), *options]) == 0
    assert capsys.readouterr() == ("", "")
    song = replace(song_from_file(tune), tempos=TempoMap.constant(75.0))
    tone = Tone(str(font), volume=0.5, reverb=0.0)
    list(write_audio(song, reference, tone, Manner(program=73, swing=0.5)))
    (samples, _), (expected, _) = (soundfile.read(p, dtype="int32") for p in (out, reference))
    assert (samples == expected).all()


def test_generate_writes_the_same_tune_as_midi_and_as_sound_with_its_recipe(
    font: Path, tmp_path: Path
) -> None:
    asked = ["generate", "--seed", "c4 e4 g4", "--bars", "2", "--random-seed", "3", "--out"]
    sound = ["--soundfont", str(font), "--reverb", "0"]
    midi, out = tmp_path / "tune.mid", tmp_path / "tune.wav"
    assert cli.run([*asked, str(midi)]) == 0
    assert cli.run([*asked, str(out), *sound]) == 0
    reference = tmp_path / "reference.wav"
    list(write_audio(song_from_midi(midi), reference, Tone(str(font), reverb=0.0)))
    (samples, _), (expected, _) = (soundfile.read(p, dtype="int32") for p in (out, reference))
    assert (samples == expected).all()
    recipe = tmp_path / "recipe.json"
    recipe.write_text(soundfile.SoundFile(out).comment)
    again = tmp_path / "again.flac"
    assert cli.run(["generate", "--recipe", str(recipe), "--out", str(again), *sound]) == 0
    assert (soundfile.read(again, dtype="int32")[0] == samples).all()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["play", "TUNE", "--out", "x.mp3"], "'x.mp3' must end in .wav or .flac"),
        (["play", "TUNE", "--out", "x.wav", "--from-bar", "1"], "leave --from-bar out"),
        (["play", "TUNE", "--out", "x.wav", "--volume", "2"], "Volume must be 0 to 1"),
        (["play", "TUNE", "--out", "x.wav", "--soundfont", "gone.sf2"], "no SoundFont 'gone.sf2'"),
        (["play", "TUNE", "--out", "x.wav", "--soundfont", "TUNE"], "is no SoundFont"),
        (["generate", "--seed", "c4", "--out", "x.mid", "--reverb", "1"], "holds no sound"),
        (["generate", "--seed", "c4", "--out", "x.mp3"], "must end in one of"),
        (["generate", "--seed", "c4", "--out", "x.wav", "--soundfont", "TUNE"], "no SoundFont"),
    ],
)
def test_what_cannot_be_written_is_a_sentence_at_once(
    tune: Path,
    arguments: list[str],
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tune.parent)
    given = [str(tune) if argument == "TUNE" else argument for argument in arguments]
    assert cli.run(given) == 2
    out, err = capsys.readouterr()
    assert words in err
    assert (out, err.count("\n")) == ("", 1)
    assert not list(tune.parent.glob("x.*"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1", INSTRUMENTS[0]),
        ("74", INSTRUMENTS[1]),
        ("LOUD", INSTRUMENTS[1]),
        ("square", INSTRUMENTS[0]),
        ("x", INSTRUMENTS[2]),
    ],
)
def test_an_instrument_is_found_by_number_or_part_of_its_name(text: str, found: Instrument) -> None:
    assert find_instrument(text, INSTRUMENTS) == found


def test_of_several_instruments_the_fitting_ones_are_listed() -> None:
    with pytest.raises(UserError, match=r"Several .* 'Nylon guitar', 'Steel guitar'"):
        find_instrument("guitar", GENERAL_MIDI)
    for text in ("129", "0", "kazoo", "9" * 5000):
        with pytest.raises(UserError, match="No instrument matches"):
            find_instrument(text, GENERAL_MIDI)

"""Export audio: in the window, with progress, and with a way out."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.audio import write_audio
from core.errors import UserError
from core.settings import Settings
from core.sound.choices import SoundChoices, Tone
from core.sound.playing.manner import Manner
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakeUser
from tests.sound.synth.fonts import write_soundfont

soundfile = pytest.importorskip("soundfile")


@pytest.fixture
def font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    path = write_soundfont(tmp_path / "installed.sf2")
    monkeypatch.setenv("CANTILENA_SOUNDFONT", str(path))
    return path


def test_the_tune_is_written_as_it_is_played(
    font: Path, open_studio: Open, user: FakeUser, tmp_path: Path, qtbot: QtBot
) -> None:
    choices = SoundChoices(volume=0.5, reverb=0.0, program=73, metronome=True)
    studio = open_studio(Settings(seed="c4 e4/8 g4", sound=choices))
    user.to_save = tmp_path / "mine"
    with qtbot.waitSignal(studio.writing.reported, timeout=10_000) as told:
        studio.actions["export_audio"].trigger()
    path = tmp_path / "mine.wav"
    assert told.args == [f"Exported to {path}."]
    assert studio.files.export_folder == str(tmp_path)
    reference = tmp_path / "reference.wav"
    tone = Tone(str(font), volume=0.5, reverb=0.0)
    list(write_audio(studio.document.song, reference, tone, Manner(program=73)))
    (samples, _), (expected, _) = (soundfile.read(p, dtype="int32") for p in (path, reference))
    assert (samples == expected).all()
    assert abs(samples).max() > 2**26


def test_a_long_export_is_told_and_can_be_cancelled(
    font: Path, studio: Studio, user: FakeUser, tmp_path: Path, qtbot: QtBot
) -> None:
    assert font
    path = tmp_path / "mine.flac"
    path.write_bytes(b"old")
    user.to_save = path
    before = sorted(tmp_path.iterdir())

    def endless(*_: object) -> object:
        def steps() -> object:
            from core.disk import open_whole

            with open_whole(path):
                while True:
                    yield 0.25

        return steps()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("core.audio.write_audio", endless)
        with qtbot.waitSignal(studio.writing.progressed):
            studio.actions["export_audio"].trigger()
        qtbot.waitUntil(lambda: studio.window.message.sentence == "Writing mine.flac…")
        studio.actions["export_audio"].trigger()
        assert "Wait until it is done, or cancel it" in studio.window.message.sentence
        studio.window.message.clear()
        studio.writing.cancel()
    qtbot.waitUntil(lambda: sorted(tmp_path.iterdir()) == before)
    assert path.read_bytes() == b"old"
    assert studio.window.message.sentence == ""


@pytest.mark.parametrize("name", ["mine.mp3", "mine.wav.txt"])
def test_other_kinds_are_refused(studio: Studio, user: FakeUser, tmp_path: Path, name: str) -> None:
    user.to_save = tmp_path / name
    studio.actions["export_audio"].trigger()
    assert "must end in .wav or .flac" in studio.window.message.sentence
    assert not user.to_save.exists()


def test_what_fails_is_a_sentence(
    studio: Studio, user: FakeUser, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UserError("The built-in synth needs FluidSynth; install it.")

    monkeypatch.setattr("core.audio.write_audio", refuse)
    user.to_save = tmp_path / "mine.wav"
    studio.actions["export_audio"].trigger()
    qtbot.waitUntil(lambda: "needs FluidSynth" in studio.window.message.sentence)
    assert not user.to_save.exists()

import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core.errors import UserError
from core.sound import synth
from core.sound.schedule import note_off, note_on, program_change
from core.sound.synth import Synth, open_synth


@dataclass
class FakeFluid:
    calls: list[tuple[object, ...]] = field(default_factory=list)

    def noteon(self, channel: int, pitch: int, velocity: int) -> int:
        self.calls.append(("on", channel, pitch, velocity))
        return 0

    def noteoff(self, channel: int, pitch: int) -> int:
        self.calls.append(("off", channel, pitch))
        return 0

    def cc(self, channel: int, control: int, value: int) -> int:
        self.calls.append(("cc", channel, control, value))
        return 0

    def program_change(self, channel: int, program: int) -> int:
        self.calls.append(("program", channel, program))
        return 0

    def delete(self) -> None:
        self.calls.append(("delete",))


def test_messages_become_calls() -> None:
    fluid = FakeFluid()
    built_in = Synth(fluid, 0.02, None)
    messages = (program_change(7, 1), note_on(60, 90), note_off(60), note_on(60, 0, 3))
    for message in (*messages, b"\xb2\x07\x64"):
        built_in.send(message)
    built_in.close()
    assert fluid.calls == [
        ("program", 1, 7),
        ("on", 0, 60, 90),
        ("off", 0, 60),
        ("off", 3, 60),
        ("cc", 2, 7, 100),
        ("delete",),
    ]


def test_without_the_library_a_sentence_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "fluidsynth", None)
    assert not synth.is_available()
    with pytest.raises(UserError, match="apt install libfluidsynth3"):
        open_synth()


def test_the_library_is_found_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.delitem(sys.modules, "fluidsynth", raising=False)
    synth.is_available()
    assert capsys.readouterr().out == ""


def test_without_a_soundfont_a_sentence_says_how_to_install_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    monkeypatch.setattr(synth, "find_soundfont", lambda: None)
    assert not synth.is_available()
    with pytest.raises(UserError, match="timgm6mb-soundfont"):
        open_synth()


def test_a_file_that_is_no_soundfont_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    text = tmp_path / "text.sf2"
    text.write_text("not a SoundFont")
    with pytest.raises(UserError, match=r"text\.sf2' is no SoundFont"):
        open_synth(text)
    capfd.readouterr()

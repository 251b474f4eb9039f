import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from core.errors import UserError
from core.sound.choices import Tone
from core.sound.playing.pulses import CLOCK, START, STOP, song_position
from core.sound.playing.schedule import note_off, note_on, program_change
from core.sound.synth import fluid as fluid_module
from core.sound.synth.fluid import RATE, Fluid, is_installed, load_fluid
from tests.sound.synth.fonts import write_soundfont

Call = tuple[object, ...]

CALLED: dict[str, Callable[[float], Call]] = {
    "gain": lambda volume: ("setting", "synth.gain", 1.2 * volume**2),
    "reverb": lambda reverb: ("generator", 16, 1000 * (reverb - 0.4)),
}


@dataclass
class FakeRaw:
    calls: list[Call]
    settings: object = None
    synth: object = None
    audio_driver: object = None
    broken: set[str] = field(default_factory=lambda: {"broken.sf2"})

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

    def sfload(self, name: str, _: int) -> int:
        self.calls.append(("load", name))
        return -1 if name in self.broken else len(self.calls)

    def sfunload(self, _: int, __: int) -> int:
        self.calls.append(("unload",))
        return 0

    def setting(self, name: str, value: float | str) -> None:
        self.calls.append(("setting", name, value))

    def get_setting(self, _: str) -> float:
        return 0.0

    def get_active_voice_count(self) -> int:
        return 0

    def system_reset(self) -> int:
        self.calls.append(("reset",))
        return 0

    def delete(self) -> None:
        self.calls.append(("delete",))


def fake_fluid() -> tuple[Fluid, list[Call]]:
    calls: list[Call] = []
    library = ModuleType("fluidsynth")

    def cfunc(*_: object) -> Callable[..., None]:
        def set_generator(_: object, channel: int, number: int, value: float) -> None:
            if channel == 0:
                calls.append(("generator", number, value))

        return set_generator

    vars(library)["cfunc"] = cfunc
    return Fluid(library, FakeRaw(calls)), calls


@pytest.fixture
def font(tmp_path: Path) -> Path:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    return write_soundfont(tmp_path / "own.sf2")


def loudness(frames: "np.typing.NDArray[np.float32]") -> float:
    return float(np.sqrt((frames.astype(np.float64) ** 2).mean()))


def test_messages_become_calls() -> None:
    fluid, calls = fake_fluid()
    messages = (program_change(7, 1), note_on(60, 90), note_off(60), note_on(60, 0, 3))
    for message in (*messages, b"\xb2\x07\x64"):
        fluid.send(message)
    assert calls == [
        ("program", 1, 7),
        ("on", 0, 60, 90),
        ("off", 0, 60),
        ("off", 3, 60),
        ("cc", 2, 7, 100),
    ]


def test_a_change_of_volume_or_reverb_touches_nothing_else() -> None:
    fluid, calls = fake_fluid()
    fluid.set_tone(Tone("own.sf2"))
    calls.clear()
    fluid.set_tone(Tone("own.sf2", volume=0.25))
    assert calls == [CALLED["gain"](0.25), CALLED["reverb"](0.4)]
    calls.clear()
    fluid.set_tone(Tone("own.sf2", volume=0.25, reverb=1.0))
    assert calls == [CALLED["gain"](0.25), CALLED["reverb"](1.0)]


def test_a_reset_of_controllers_leaves_the_reverb_as_it_was_chosen() -> None:
    fluid, calls = fake_fluid()
    fluid.set_tone(Tone("own.sf2", reverb=0.0))
    calls.clear()
    fluid.send(b"\xb0\x79\x00")
    assert calls == [("cc", 0, 121, 0), CALLED["reverb"](0.0)]


def test_a_soundfont_of_no_use_leaves_all_as_it_was() -> None:
    fluid, calls = fake_fluid()
    fluid.set_tone(Tone("own.sf2", volume=0.5))
    calls.clear()
    with pytest.raises(UserError, match=r"'broken\.sf2' is no SoundFont"):
        fluid.set_tone(Tone("broken.sf2", volume=0.1))
    assert calls == [("load", "broken.sf2")]
    fluid.set_tone(Tone("own.sf2", volume=0.5))
    assert calls[1:] == [CALLED["gain"](0.5), CALLED["reverb"](0.4)], (
        "the one before is still there"
    )


def test_without_the_library_a_sentence_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "fluidsynth", None)
    assert not is_installed()
    with pytest.raises(UserError, match="apt install libfluidsynth3"):
        load_fluid(Tone())


def test_the_library_is_found_without_a_word(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.delitem(sys.modules, "fluidsynth", raising=False)
    is_installed()
    assert capsys.readouterr().out == ""


def test_without_a_soundfont_a_sentence_says_how_to_install_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    monkeypatch.setattr(fluid_module, "find_soundfont", lambda: None)
    with pytest.raises(UserError, match="timgm6mb-soundfont"):
        load_fluid(Tone())


def test_a_file_that_is_no_soundfont_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    text = tmp_path / "text.sf2"
    text.write_text("not a SoundFont")
    with pytest.raises(UserError, match=r"text\.sf2' is no SoundFont"):
        load_fluid(Tone(str(text)))
    capfd.readouterr()


@pytest.mark.parametrize(
    "change",
    [Tone(volume=0.3, reverb=0.0), Tone(volume=1.0, reverb=0.0), Tone(volume=0.7, reverb=1.0)],
    ids=["softer", "louder", "more reverb"],
)
def test_a_change_while_a_note_sounds_does_not_click(
    font: Path, change: Tone, capfd: pytest.CaptureFixture[str]
) -> None:
    """A sine would be best; of a square wave, no sample may differ more than its own edges do."""
    fluid = load_fluid(Tone(str(font), reverb=0.0))
    fluid.send(program_change(73))
    fluid.send(note_on(60, 100))
    fluid.render(RATE)
    before = fluid.render(RATE // 10)
    fluid.set_tone(Tone(str(font), change.volume, change.reverb))
    after = fluid.render(RATE // 10)
    steady = fluid.render(RATE // 10)
    edges = max(abs(np.diff(part, axis=0)).max() for part in (before, steady))
    joined = np.concatenate([before[-1:], after])
    assert abs(np.diff(joined, axis=0)).max() <= 1.1 * edges
    assert loudness(steady) != pytest.approx(loudness(before), rel=0.01), "and it is heard"
    fluid.close()
    capfd.readouterr()


def test_reverb_0_is_none(font: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def tail(reverb: float) -> float:
        fluid = load_fluid(Tone(str(font), reverb=reverb))
        fluid.send(program_change(73))
        fluid.send(note_on(60, 100))
        fluid.render(RATE)
        fluid.send(note_off(60))
        fluid.render(RATE // 4)
        left = fluid.render(RATE // 4)
        fluid.close()
        return loudness(left)

    assert tail(0.0) < 1e-5 < tail(0.6) < tail(1.0)
    capfd.readouterr()


@pytest.mark.parametrize("message", [CLOCK, START, STOP, song_position(480)])
def test_a_clock_is_nothing_to_it(message: bytes) -> None:
    fluid, calls = fake_fluid()
    count = len(calls)
    fluid.send(message)
    assert len(calls) == count

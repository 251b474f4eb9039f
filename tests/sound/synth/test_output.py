from pathlib import Path

import pytest

from core.errors import UserError
from core.sound.choices import Tone
from core.sound.ports import outlets
from core.sound.ports.naming import SYNTH
from core.sound.ports.outlets import SystemOutlets
from core.sound.synth import fluid as fluid_module
from core.sound.synth.output import NO_DEVICE, Synth, open_synth
from tests.sound.synth.fonts import write_soundfont
from tests.sound.synth.test_fluid import CALLED, fake_fluid


def test_a_closed_synth_heeds_no_tone() -> None:
    fluid, calls = fake_fluid()
    built_in = Synth(fluid, 0.02, None)
    built_in.set_tone(Tone("own.sf2"))
    built_in.close()
    count = len(calls)
    built_in.set_tone(Tone("other.sf2", volume=0.1))
    assert calls[-1] == ("delete",)
    assert len(calls) == count


def test_without_a_device_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    monkeypatch.setattr("core.sound.synth.fluid.Fluid.start_audio", lambda *_: False)
    with pytest.raises(UserError) as refused:
        open_synth(Tone(str(write_soundfont(tmp_path / "own.sf2"))))
    assert str(refused.value) == NO_DEVICE


def test_the_synth_is_offered_where_it_is_installed_and_has_a_soundfont(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fluid_module, "is_installed", lambda: True)
    monkeypatch.setattr(outlets, "find_soundfont", lambda: None)
    there = SystemOutlets()
    assert SYNTH not in there.names()
    there.set_tone(Tone(str(tmp_path / "own.sf2")))
    assert SYNTH in there.names(), "a SoundFont was chosen"
    monkeypatch.setattr(fluid_module, "is_installed", lambda: False)
    assert SYNTH not in SystemOutlets().names()


def test_a_tone_chosen_before_is_that_of_the_synth_that_is_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened = []
    fluid, calls = fake_fluid()

    def open_fake(tone: Tone) -> Synth:
        opened.append(tone)
        return Synth(fluid, 0.0, None)

    monkeypatch.setattr(outlets, "open_synth", open_fake)
    there = SystemOutlets()
    there.set_tone(Tone("own.sf2", volume=0.2))
    there.open(SYNTH)
    assert opened == [Tone("own.sf2", volume=0.2)]
    there.set_tone(Tone("own.sf2", volume=0.3))
    assert CALLED["gain"](0.3) in calls, "and it hears of every later one"

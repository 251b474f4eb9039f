import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sound.ports.recognition import recognized


@pytest.mark.parametrize(
    ("once", "now"),
    [
        ("Synth:MIDI 1 24:0", "Synth:MIDI 1 28:0"),
        ("Synth:Synth MIDI 1 128:1", "Synth:Synth MIDI 1 7:1"),
        ("a2j:Synth [24] (playback): MIDI 1", "a2j:Synth [130] (playback): MIDI 1"),
        (
            "FLUID Synth (81):Synth input port (81:0) 128:0",
            "FLUID Synth (9):Synth input port (9:0) 130:0",
        ),
        ("fluidsynth-01:midi_00", "fluidsynth:midi_00"),
        ("fluidsynth:midi_00", "fluidsynth-02:midi_00"),
    ],
)
def test_a_port_is_known_again_under_another_number(once: str, now: str) -> None:
    others = ("Drum:MIDI 1 32:0", "Synth:MIDI 2 28:1", "system:midi_playback_1")
    assert recognized(once, (*others, now), "linux") == now


@pytest.mark.parametrize(
    ("once", "now"),
    [
        ("Synth 1", "Synth 3"),
        ("Synth 0", "2- Synth 1"),
        ("MIDIOUT2 (Synth) 1", "MIDIOUT2 (3- Synth) 4"),
    ],
)
def test_windows_numbers_its_ports_in_its_own_way(once: str, now: str) -> None:
    assert recognized(once, ("Drum 0", now), "win32") == now
    assert recognized(once, ("Drum 0", now), "linux") is None


@pytest.mark.parametrize(
    ("once", "now"),
    [
        ("Synth:MIDI 1 24:0", "Synth:MIDI 2 24:1"),
        ("Synth:MIDI 24:0", "Synth:MIDI 24:1"),
        ("system:midi_playback_1", "system:midi_playback_2"),
        ("Piano 1", "Piano 2"),
        ("", "Piano"),
    ],
)
def test_numbers_that_tell_ports_apart_still_do(once: str, now: str) -> None:
    assert recognized(once, (now,), "linux") is None


def test_of_two_that_may_be_meant_none_is_guessed() -> None:
    assert recognized("Synth:in 24:0", ("Synth:in 28:0", "Synth:in 32:0"), "linux") is None


@given(st.lists(st.text(max_size=20), unique=True, min_size=1))
def test_a_name_that_is_there_is_itself(names: list[str]) -> None:
    assert [recognized(name, names) for name in names] == names

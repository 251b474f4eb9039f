import pytest

from core.errors import UserError
from core.sound.ports.naming import SYNTH
from core.sound.ports.outputs import find_port

NAMES = ("fsynth:midi_00", "Piano:in", "Piano:in 2", SYNTH)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("synth", SYNTH),
        ("Synth", SYNTH),
        ("built-in", SYNTH),
        ("FSYNTH", "fsynth:midi_00"),
        ("in 2", "Piano:in 2"),
        ("piano:IN", "Piano:in"),
        (SYNTH, SYNTH),
    ],
)
def test_one_port_is_found_by_a_part_of_its_name(text: str, name: str) -> None:
    assert find_port(text, NAMES) == name


def test_several_ports_are_listed() -> None:
    with pytest.raises(UserError, match=r"Several .*'pian'.*'Piano:in', 'Piano:in 2'\.$"):
        find_port("pian", NAMES)


def test_no_port_lists_what_there_is() -> None:
    with pytest.raises(UserError, match=r"'drum'.*'fsynth:midi_00'.*'Built-in synth'\.$"):
        find_port("drum", NAMES)


def test_with_nothing_to_play_through_the_sentence_says_what_to_install() -> None:
    with pytest.raises(UserError, match="install FluidSynth"):
        find_port("piano", ())


def test_the_built_in_synth_is_not_confused_with_another() -> None:
    with pytest.raises(UserError, match=r"not installed.*libfluidsynth3.*'fsynth:midi_00'\.$"):
        find_port("synth", ("fsynth:midi_00",))

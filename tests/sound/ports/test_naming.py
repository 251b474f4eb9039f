import pytest

from core.sound.ports.naming import OWN_PORT, SYNTH, port_words
from core.words import Words


@pytest.mark.parametrize("own", [SYNTH, OWN_PORT])
def test_our_own_ports_are_words_under_whatever_name_was_kept(own: Words) -> None:
    assert port_words(str(own)).template == own


@pytest.mark.parametrize("name", ["Volume", "Port {0}:{x}", ""])
def test_ports_of_others_are_never_translated(name: str) -> None:
    words = port_words(name)
    assert words == name
    assert words.template != name

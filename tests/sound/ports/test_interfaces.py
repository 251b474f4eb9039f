"""Ports of interfaces that are only pretended, in the order in which they answer."""

import pytest
import rtmidi  # type: ignore[import-untyped]

from core.sound.ports.interfaces import Interfaces
from core.sound.ports.naming import OWN_PORT


class FakeClient:
    def __init__(self, ports: list[str]) -> None:
        self.ports = ports

    def get_ports(self) -> list[str]:
        return self.ports


@pytest.fixture
def interfaces(monkeypatch: pytest.MonkeyPatch) -> Interfaces[FakeClient]:
    """One interface with two foreign ports and one of ours, and one that does not answer."""
    monkeypatch.setattr(rtmidi, "get_compiled_api", lambda: [7, 8])
    monkeypatch.setattr("core.sound.ports.interfaces.CAN_HAVE_OWN_PORT", True)

    def make(interface: int, _name: str) -> FakeClient:
        if interface == 7:
            raise rtmidi.SystemError("no server")
        return FakeClient(["Cantilena:out 128:0", "Synth 24:0", "Drum 28:0"])

    return Interfaces(make)


def test_there_are_none_before_an_interface_was_asked(interfaces: Interfaces[FakeClient]) -> None:
    interfaces.offers_own_port = True
    assert interfaces.names() == ()
    assert interfaces.place_of(OWN_PORT) is None


def test_foreign_ports_are_listed_and_ours_are_not(interfaces: Interfaces[FakeClient]) -> None:
    interfaces.renew()
    assert interfaces.names() == ("Synth 24:0", "Drum 28:0")
    assert interfaces.place_of("Drum 28:0") == (8, 2)
    assert interfaces.place_of("Cantilena:out 128:0") is None


def test_a_port_of_our_own_is_there_on_request(interfaces: Interfaces[FakeClient]) -> None:
    interfaces.renew()
    assert interfaces.place_of(OWN_PORT) is None
    interfaces.offers_own_port = True
    assert interfaces.names()[-1] == OWN_PORT
    assert interfaces.place_of(OWN_PORT) == (8, None)


def test_where_the_system_allows_none_none_is_offered(
    interfaces: Interfaces[FakeClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.sound.ports.interfaces.CAN_HAVE_OWN_PORT", False)
    interfaces.renew()
    interfaces.offers_own_port = True
    assert OWN_PORT not in interfaces.names()
    assert interfaces.place_of(OWN_PORT) is None

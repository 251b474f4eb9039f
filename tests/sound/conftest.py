"""An engine to play with, and a JACK server to play through."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sound.jack import JackServer, Receiver, jack_server, receiver
from tests.sound.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[JackServer]:
    with jack_server(tmp_path) as server:
        yield server


@pytest.fixture
def heard(server: JackServer, tmp_path: Path) -> Iterator[Receiver]:
    with receiver(tmp_path) as heard:
        server.wait_for_port(heard.port)
        yield heard

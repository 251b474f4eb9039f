"""The same walks with the real player, at whose end a listener hears nothing any more."""

from pathlib import Path

import pytest
from hypothesis import settings

from core.sound.player import Player
from tests.gui.walk.walk import Walk
from tests.gui.walk.watch import watching
from tests.gui.walk.world import world
from tests.sound.fuzz.test_user import falls_silent
from tests.sound.jack import MISSING, jack_server, receiver

pytestmark = [
    pytest.mark.midi,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]

IS_LONG = settings.get_current_profile_name() == "long"
SEEDS, STEPS = (range(100, 110), 2000) if IS_LONG else (range(100, 101), 120)


@pytest.mark.usefixtures("own_look")
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_a_user_does_no_note_hangs(seed: int, tmp_path: Path) -> None:
    with jack_server(tmp_path, 1024) as server, receiver(tmp_path) as heard:
        server.wait_for_port(heard.port)
        with (
            watching() as watch,
            world(tmp_path, "bundled", Player, heard.port) as there,
        ):
            walk = Walk(there, watch, seed)
            walk.run(STEPS)
            walk.end()
        falls_silent(heard)
        assert heard.messages()

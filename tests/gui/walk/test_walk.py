"""Whatever a user does, the window goes on, says nothing strange, and keeps the document's rules.

`python -m tests.gui.walk SEED STEPS` does one of these walks alone, and lists what took long.
"""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import settings

from tests.gui.walk.walk import Walk
from tests.gui.walk.watch import watching
from tests.gui.walk.world import Composer, world

IS_LONG = settings.get_current_profile_name() == "long"
SEEDS, STEPS = (range(20), 3000) if IS_LONG else (range(2), 120)


@pytest.mark.usefixtures("own_look")
@pytest.mark.parametrize("composer", get_args(Composer))
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_a_user_does_the_window_goes_on(
    seed: int, composer: Composer, tmp_path: Path
) -> None:
    with watching() as watch, world(tmp_path, composer) as there:
        walk = Walk(there, watch, seed)
        walk.run(STEPS)
        walk.end()

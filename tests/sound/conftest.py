"""An engine to play with."""

import pytest

from tests.sound.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return Stage()

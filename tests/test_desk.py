"""Where tests run side by side, those that sound or show wait for each other."""

import os

import pytest


@pytest.mark.midi
@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="one runs after the other")
def test_those_that_sound_have_one_worker(request: pytest.FixtureRequest) -> None:
    """pytest-xdist 3.8 tells it by the name of the test; pytest 9.2 lets it change none."""
    assert request.node.nodeid.endswith("@desk"), "give pytest '--dist loadgroup'"

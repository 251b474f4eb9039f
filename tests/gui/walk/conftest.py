"""What walks leave as they found it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture
def own_look(qapp: QApplication) -> Iterator[None]:
    """A walk may turn everything dark, and other tests shall not see it."""
    palette = qapp.palette()
    yield
    qapp.setPalette(palette)

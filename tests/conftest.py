"""What every test is held to: no stray log record, no thread and no process left behind."""

import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A crowded machine draws slowly, and that is no fault of the test.
SLOW = [HealthCheck.too_slow]
settings.register_profile("fixed", derandomize=True, deadline=None, suppress_health_check=SLOW)
settings.register_profile("long", max_examples=5_000, deadline=None, suppress_health_check=SLOW)
settings.load_profile("fixed")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_LONGEST_ID = 40

# A shell that runs tests in the background lets them ignore Ctrl-C, and their children with them.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(tryfirst=True)  # before xdist looks at the marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where tests run side by side (`-n`), those that sound or show wait for each other."""
    for item in items:
        if any(item.iter_markers("midi")) or any(item.iter_markers("gui")):
            item.add_marker(pytest.mark.xdist_group("desk"))


def pytest_make_parametrize_id(val: object) -> str | None:
    """Of a long text its beginning: the whole name of a test is in the environment of processes
    that it starts, where a hundred thousand letters are too many."""
    if isinstance(val, bytes):
        return f"{len(val)} bytes"  # which may hold the date
    if isinstance(val, str) and len(val) > _LONGEST_ID:
        return f"{val[:_LONGEST_ID]!a}…"
    return None


class _Stray(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def no_stray_log_records() -> Iterator[None]:
    handler = _Stray()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    assert not handler.records, [record.getMessage() for record in handler.records]


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [t for t in threading.enumerate() if t not in before and t.is_alive() and not t.daemon]
    for thread in left:
        thread.join(2)
    assert not [t.name for t in left if t.is_alive()], "threads left running"
    children = multiprocessing.active_children()
    for child in children:
        child.join(2)
    assert not [c.name for c in children if c.is_alive()], "processes left running"


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, caches and recovery files of a test are its own."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(scope="session")
def essen() -> Path:
    """The Essen collection in kern; its licence forbids to ship it, so a test without it skips."""
    folder = Path(os.environ.get("CANTILENA_ESSEN", "build/essen"))
    if not (folder / "europa" / "deutschl").is_dir():
        pytest.skip(
            "the Essen kern files are not here: unpack them and set CANTILENA_ESSEN to the folder"
        )
    return folder

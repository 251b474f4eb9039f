"""A sample of what the fuzzers do, the same every time; `make fuzz` does it at length."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from core.errors import UserError
from tests.fuzz.largest import LARGEST
from tests.fuzz.one import vary_blindly
from tests.fuzz.readers import READERS
from tests.fuzz.watch import Watch

ROOT = Path(__file__).parents[2]
MOST_SECONDS, MOST_BYTES = 20, 1 << 30
"""Twice the time that is promised on a usual machine: tests run on slow ones, too."""

LIBRARY = ("musicxml", "mxl")
"""Read by music21, which takes a second to load."""

NAMES = [
    pytest.param(name, marks=[pytest.mark.slow] if name in LIBRARY else []) for name in READERS
]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_fuzzer_begins_with_is_read(name: str) -> None:
    reader = READERS[name]
    for content in reader.seeds():
        reader.check(reader.read(content))


@pytest.mark.parametrize("name", NAMES)
def test_varied_files_are_read_or_refused_in_a_sentence(name: str) -> None:
    reader = READERS[name]
    watch = Watch(reader.read, reader.check)
    vary_blindly(reader, watch, runs=60, seed=7)
    assert watch.finds == {}
    assert 0 < watch.refused <= watch.runs == 60


@pytest.mark.slow
@pytest.mark.parametrize("name", LARGEST)
def test_the_worst_files_take_no_longer_and_no_more_than_is_promised(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.largest", name],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    figures = json.loads(done.stdout)
    assert figures["seconds"] < MOST_SECONDS
    assert figures["bytes"] < MOST_BYTES


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="processes are not bounded there")
def test_no_damaged_soundfont_crashes_or_stops_fluidsynth() -> None:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.soundfonts", "--runs", "200"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    _, figures = done.stdout.strip().splitlines()[-1].split(maxsplit=1)
    found = json.loads(figures)
    assert found["ends"].keys() == {"played", "refused before", "refused by FluidSynth"}
    assert sum(found["ends"].values()) == 200
    assert found["slowest_seconds"] < MOST_SECONDS
    assert found["largest_bytes"] < MOST_BYTES


def test_a_reader_that_breaks_its_promise_is_found_out() -> None:
    def read(content: bytes) -> bytes:
        if content == b"hang":
            while True:
                pass
        if content == b"raise":
            raise KeyError(content)
        if content == b"refuse":
            raise UserError("No.")
        return content

    def check(content: bytes) -> None:
        assert content != b"untrue"

    watch = Watch(read, check)
    for content in (b"hang", b"raise", b"refuse", b"untrue", b"good"):
        watch.run(content)
    assert (watch.runs, watch.refused) == (5, 1)
    assert [what.split()[0] for what in watch.finds] == ["TooLong", "KeyError", "AssertionError"]
    assert watch.slowest == b"hang"


def test_variations_of_a_number_are_the_same_every_time() -> None:
    for reader in READERS.values():
        content = reader.seeds()[0]
        assert reader.vary(content, Random(3)) == reader.vary(content, Random(3))

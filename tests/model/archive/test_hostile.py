"""Model files that mean harm: refused in a sentence, soon, and in little memory."""

import contextlib
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import h5py  # type: ignore[import-untyped]
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.model.archive.storage import LARGEST_FILE
from core.model.bundle import open_model
from tests.model.archive.mutations import MAPPING, mutated
from tests.model.archive.strangers import (
    PLAIN,
    SIZE,
    Config,
    archive,
    config_of,
    hdf5,
    softmax,
    weights_member,
)

ROOT = Path(__file__).parents[3]

MOST_SECONDS, MOST_MEMORY = 5.0, 200 << 20

OPENER = """
import re, sys, time
from pathlib import Path
from core.model.bundle import open_model
from core.errors import UserError

def refusal(path):
    try:
        open_model(path)
    except UserError as error:
        return str(error)
    return ""

def kilobytes(name):
    status = Path("/proc/self/status").read_text()
    return int(re.search(name + r":\\s*(\\d+)", status)[1])

refusal(Path(sys.argv[1]))  # loads what a healthy model needs
Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
before = kilobytes("VmRSS")
begun = time.process_time()
sentence = refusal(Path(sys.argv[2]))
took = time.process_time() - begun
print(took, (kilobytes("VmHWM") - before) * 1024, sentence, sep="\\n")
"""


def packed(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return content.getvalue()


def config(**changes: object) -> Config:
    settings = json.loads(json.dumps(config_of(PLAIN)))
    settings["config"]["layers"][1]["config"].update(changes)
    return dict(settings)


def bomb_of_weights() -> bytes:
    """1 MB that unpacks to 1,000 MB."""
    content = io.BytesIO()
    zeros = bytes(1 << 20)
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        file.writestr("config.json", json.dumps(config()))
        with file.open("model.weights.h5", "w") as member:
            member.write(weights_member())
            for _ in range(1000):
                member.write(zeros)
    return content.getvalue()


def bomb_of_config() -> bytes:
    return packed({"config.json": b" " * (300 << 20), "model.weights.h5": weights_member()})


def lying_size() -> bytes:
    """A member that says it is 4 GB long."""
    content = bytearray(archive())
    central = content.index(b"PK\x01\x02", content.rindex(b"model.weights.h5") - 100)
    content[central + 20 : central + 28] = b"\xf0\xff\xff\xff" * 2
    return bytes(content)


def a_million_members() -> bytes:
    entry = b"PK\x01\x02" + bytes(24) + b"\x01\x00" + bytes(16) + b"a"
    central = entry * 1_000_000
    end = b"PK\x05\x06" + bytes(4) + b"\xff\xff\xff\xff" + len(central).to_bytes(4, "little")
    return b"PK\x03\x04" + central + end + (4).to_bytes(4, "little") + bytes(2)


def deep_config() -> bytes:
    return packed(
        {"config.json": b"[" * 900_000 + b"]" * 100_000, "model.weights.h5": weights_member()}
    )


def many_units() -> bytes:
    return archive(config(units=200_000))


def as_many_weights_as_units() -> bytes:
    """A dataset that says it has 200,000 x 800,000 weights, none of which is in the file."""

    def spoil(file: h5py.File) -> None:
        del file["layers/lstm/cell/vars/1"]
        file["layers/lstm/cell/vars"].create_dataset("1", (200_000, 800_000), np.float32)

    return archive(config(units=200_000), weights_member(spoil=spoil))


def bomb_of_chunks() -> bytes:
    """Packed data of 400 MB in a small file."""

    def spoil(file: h5py.File) -> None:
        del file["model_weights/lstm/lstm/cell/array_1:0"]
        file["model_weights/lstm/lstm/cell"].create_dataset(
            "array_1:0", (10_000, 10_000), "f4", chunks=(100, 10_000), compression="gzip",
            data=np.zeros((10_000, 10_000), "f4"),
        )  # fmt: skip

    return hdf5(spoil=spoil)


def lying_text() -> bytes:
    """A text of 4 GB by its own account."""
    content = bytearray(hdf5())
    place = content.index(b"model_config")
    heap = content.index(b"GCOL").to_bytes(8, "little")
    reference = content.index(heap, place)
    content[reference - 4 : reference] = b"\xf0\xff\xff\xff"
    return bytes(content)


def pickles() -> bytes:
    """A configuration that would run, were it unpickled."""

    def spoil(file: h5py.File) -> None:
        file.attrs["model_config"] = np.void(b"cos\nsystem\n(S'touch harmed'\ntR.")

    return hdf5(spoil=spoil)


def lambda_layer() -> bytes:
    settings = config()
    settings["config"]["layers"][2] = {
        "class_name": "Lambda",
        "config": {"name": "harm", "function": {"class_name": "__lambda__", "config": {}}},
    }
    return archive(settings)


def huge_file() -> bytes:
    return b"\x89HDF\r\n\x1a\n" + bytes(LARGEST_FILE)


def large_nonsense() -> bytes:
    return hdf5()[:300] + bytes(LARGEST_FILE - 1000)


def large_and_wrong_at_the_end() -> bytes:
    """As large as may be, and sound but for the very last layer."""
    units = 1980
    arrays = (
        np.zeros((SIZE, 4 * units), np.float32),
        np.zeros((units, 4 * units), np.float32),
        np.zeros(4 * units, np.float32),
    )
    end = softmax(units)
    end[1][1][0] = np.nan
    return archive(config(units=units), weights_member(((PLAIN[1][0], arrays), end)))


def measured(content: bytes, folder: Path) -> tuple[float, float, str]:
    """Seconds, bytes and the sentence of opening `content`, in a process of its own."""
    healthy, hostile = folder / "healthy.h5", folder / "hostile.keras"
    healthy.write_bytes(hdf5())
    hostile.write_bytes(content)
    (folder / "mapping.json").write_text(MAPPING)
    done = subprocess.run(
        [sys.executable, "-c", OPENER, healthy, hostile],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    seconds, memory, sentence = done.stdout.splitlines()
    return float(seconds), float(memory), sentence


HOSTILE = (
    (bomb_of_weights, "model.weights.h5 is larger than 16 MB"),
    (bomb_of_config, "config.json is larger than 1 MB"),
    (lying_size, "damaged"),
    (a_million_members, "more than 1000 members"),
    (deep_config, "damaged"),
    (many_units, "200000 units"),
    (as_many_weights_as_units, "more weights than its size allows"),
    (bomb_of_chunks, "in a way that Keras does not use"),
    (lying_text, "damaged"),
    (pickles, "damaged"),
    (lambda_layer, "of the kind 'Lambda'"),
    (huge_file, "larger than 67 MB"),
    (large_nonsense, "weights only"),
    (large_and_wrong_at_the_end, "no finite number"),
)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured in /proc")
@pytest.mark.parametrize(("make", "wanted"), HOSTILE, ids=[make.__name__ for make, _ in HOSTILE])
def test_harm_is_refused_soon_and_in_little_memory(
    make: Callable[[], bytes], wanted: str, tmp_path: Path
) -> None:
    seconds, memory, sentence = measured(make(), tmp_path)
    print(f"{make.__name__}: {seconds:.3f} s, {memory / 2**20:.0f} MB, {sentence}")
    assert wanted in sentence
    assert sentence.endswith(".")
    assert seconds < MOST_SECONDS
    assert memory < MOST_MEMORY
    assert not (ROOT / "harmed").exists()


@pytest.mark.parametrize("spoil", ["stream", "local header"])
def test_a_member_that_cannot_be_unpacked_is_refused(spoil: str, tmp_path: Path) -> None:
    content = bytearray(archive(packing=zipfile.ZIP_DEFLATED))
    if spoil == "stream":
        place = content.index(b"config.json") + len(b"config.json")
        content[place : place + 20] = b"\xff" * 20
    else:  # the list of members says that one begins just before the end
        entry = content.index(b"PK\x01\x02")
        content[entry + 42 : entry + 46] = (len(content) - 10).to_bytes(4, "little")
    path = tmp_path / "a.keras"
    path.write_bytes(content)
    with pytest.raises(UserError, match="it is damaged; get the file anew"):
        open_model(path)


def test_what_a_file_says_is_told_shortly(tmp_path: Path) -> None:
    path = tmp_path / "a.keras"
    path.write_bytes(archive(config(units=[["x" * 5_000] * 100])))
    with pytest.raises(UserError, match="units, not 1 to") as refused:
        open_model(path)
    assert len(str(refused.value)) < 300


@given(number=st.integers(0, 2**32))
def test_a_changed_file_opens_or_is_refused_in_a_sentence(
    number: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "changed"
    folder.mkdir(exist_ok=True)
    name, content, mapping = mutated(number)
    path = folder / name
    path.write_bytes(content)
    (folder / "mapping.json").write_text(mapping)
    with contextlib.suppress(UserError):
        open_model(path)
        return
    with pytest.raises(UserError) as caught:
        open_model(path)
    assert str(caught.value).startswith(f"{name} cannot be opened as a model: ")
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)

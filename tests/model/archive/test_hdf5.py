"""Our reader against the library that writes the files, and files that only look like HDF5."""

import io
from collections.abc import Callable
from typing import Any

import h5py  # type: ignore[import-untyped]
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.model.archive.hdf5 import Hdf5Error, Hdf5File, LayoutError
from core.model.archive.storage import Tables
from tests.model.archive.strangers import hdf5

LETTERS = st.characters(exclude_characters="/.\0", exclude_categories=["Cs"])
ASCII = st.text(
    st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="/."), min_size=1
)
SHAPES = st.one_of(
    st.tuples(), st.tuples(st.integers(1, 40)), st.tuples(st.integers(1, 9), st.integers(1, 9))
)
DTYPES = st.sampled_from(["<f4", "<f8"])
ARRAYS = st.tuples(SHAPES, DTYPES, st.booleans())


def written(fill: Callable[[Any], None], **settings: object) -> bytes:
    content = io.BytesIO()
    with h5py.File(content, "w", **settings) as file:
        fill(file)
    return content.getvalue()


@given(
    st.one_of(
        st.dictionaries(ASCII, ARRAYS, max_size=12),
        st.dictionaries(st.text(LETTERS, min_size=1), ARRAYS, max_size=8),  # links of another kind
    )
)
def test_arrays_of_every_kind_come_back(chosen: dict[str, Any]) -> None:
    arrays = {
        name: np.random.default_rng(len(name)).standard_normal(shape).astype(dtype)
        for name, (shape, dtype, _) in chosen.items()
    }

    def fill(file: Any) -> None:
        group = file.create_group("a/b")
        for name, array in arrays.items():
            if chosen[name][2]:
                layout = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
                layout.set_layout(h5py.h5d.COMPACT)
                space = h5py.h5s.create_simple(array.shape) if array.shape else None
                if space is not None:
                    kind = h5py.h5t.py_create(array.dtype)
                    made = h5py.h5d.create(group.id, name.encode(), kind, space, dcpl=layout)
                    made.write(h5py.h5s.ALL, h5py.h5s.ALL, array)
                    continue
            group[name] = array

    tables = Tables(written(fill) + bytes(1 << 16))
    for name, array in arrays.items():
        np.testing.assert_array_equal(tables.array(f"a/b/{name}"), array.astype(np.float32))


@given(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])),
    st.lists(st.text("abc_:0/", min_size=1), min_size=1, max_size=4),
)
def test_attributes_of_both_kinds_come_back(text: str, names: list[str]) -> None:
    def fill(file: Any) -> None:
        file.attrs["free"] = text
        file.attrs["other"] = 3
        file.attrs["fixed"] = np.array(names, "S")
        file.attrs["texts"] = names

    tables = Tables(written(fill))
    assert tables.texts("", "free") == [text]
    assert tables.texts("", "fixed", 4) == names
    assert tables.texts("", "texts", 4) == names
    assert tables.texts("", "none") is None


def test_a_group_of_a_thousand_is_a_tree_of_several_levels() -> None:
    def fill(file: Any) -> None:
        for number in range(1000):
            file[f"layers/n{number}"] = np.float32(number)

    file = Hdf5File(written(fill))
    layers = file.links(file.root)["layers"]
    assert layers is not None
    assert len(file.links(file.node(layers))) == 1000


@pytest.mark.parametrize("dtype", ["<f2", ">f4", "<i4", "S4", "bool", "c8", "<f8, <f8"])
def test_other_numbers_than_keras_writes_are_refused(dtype: str) -> None:
    def fill(file: Any) -> None:
        file["x"] = np.zeros(3, dtype)

    with pytest.raises(UserError, match="no tables of numbers"):
        Tables(written(fill)).array("x")


def test_links_that_are_not_hard_lead_nowhere() -> None:
    def fill(file: Any) -> None:
        file["real"] = np.zeros(3)
        file["soft"] = h5py.SoftLink("/real")
        file["out"] = h5py.ExternalLink("/etc/passwd", "/x")

    tables = Tables(written(fill))
    assert tables.array("real").shape == (3,)
    for name in ("soft", "out", "..", ".", "", "real/x", "none"):
        with pytest.raises((UserError, Hdf5Error)):
            tables.array(f"{name}" or "/")


@pytest.mark.parametrize(
    "content",
    [
        written(lambda _: None, libver="latest"),
        written(lambda _: None, userblock_size=512),
        written(lambda file: file.create_group("a", track_order=True))[:90],
        b"\x89HDF\r\n\x1a\n",
        b"\x89HDF\r\n\x1a\n" + bytes(200),
        b"\x89HDF\r\n\x1a\n" + b"\xff" * 200,
    ],
)
def test_another_layout_is_an_error(content: bytes) -> None:
    with pytest.raises((Hdf5Error, LayoutError)):
        Hdf5File(content)


def test_a_layout_that_keras_never_uses_says_so() -> None:
    with pytest.raises(LayoutError, match="save it anew with Keras"):
        Hdf5File(written(lambda _: None, libver="latest"))


def heap_without_end(content: bytearray) -> None:
    """An object of no size in the global heap: the HDF5 library looks at it for ever."""
    heap = content.index(b"GCOL")
    content[heap + 16 : heap + 48] = bytes(32)


def heap_of_nothings(content: bytearray) -> None:
    heap = content.index(b"GCOL")
    content[heap + 8 : heap + 16] = b"\xff" * 8
    content[heap + 16 : heap + 32] = b"\x07" + bytes(15)


def tree_in_itself(content: bytearray) -> None:
    tree = content.index(b"TREE")
    content[tree + 5] = 1
    content[tree + 6] = 32
    for place in range(tree + 32, tree + 32 + 32 * 16, 16):
        content[place : place + 8] = tree.to_bytes(8, "little")


def header_in_itself(content: bytearray) -> None:
    """65,535 messages, each of which says that the header goes on where it began."""
    root = int.from_bytes(content[64:72], "little")
    content[root + 2 : root + 4] = b"\xff\xff"
    content[root + 16 : root + 24] = b"\x10\x00\x10\x00" + bytes(4)
    content[root + 24 : root + 32] = (root + 16).to_bytes(8, "little")
    content[root + 32 : root + 40] = (1 << 20).to_bytes(8, "little")


def names_as_long_as_the_file(content: bytearray) -> None:
    heap = content.index(b"HEAP")
    content[heap + 8 : heap + 16] = len(content).to_bytes(8, "little")
    content[heap + 24 : heap + 32] = bytes(8)


def one_name_of_megabytes(content: bytearray) -> None:
    """65,535 links, the name of each of which has no end for 8 MB."""
    content[-(1 << 23) :] = b"\x01" * (1 << 23)
    heap, links = content.index(b"HEAP"), content.index(b"SNOD")
    content[heap + 8 : heap + 16] = (1 << 23).to_bytes(8, "little")
    content[heap + 24 : heap + 32] = (len(content) - (1 << 23)).to_bytes(8, "little")
    content[links + 6 : links + 8] = b"\xff\xff"


def read(content: bytes) -> None:
    tables = Tables(content)
    tables.texts("", "model_config")
    tables.array("model_weights/dense/dense/cell/array_0:0")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "spoil",
    [
        heap_without_end,
        heap_of_nothings,
        tree_in_itself,
        header_in_itself,
        names_as_long_as_the_file,
        one_name_of_megabytes,
    ],
)
def test_what_has_no_end_ends(spoil: Callable[[bytearray], None]) -> None:
    content = bytearray(hdf5() + bytes(1 << 24))
    spoil(content)
    with pytest.raises((Hdf5Error, UserError, RecursionError)):
        read(bytes(content))

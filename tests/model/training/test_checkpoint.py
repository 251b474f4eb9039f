import io
import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.model.training.checkpoint import (
    Checkpoint,
    bytes_from_checkpoint,
    check_settings,
    checkpoint_from_bytes,
    checkpoint_path,
)
from core.model.training.progress import Epoch, Standing

PATH = Path("model.training")
figures = st.floats(allow_nan=False)
epochs = st.builds(
    Epoch, st.sampled_from(("pretraining", "training")), st.integers(1), figures, figures, figures
)
standings = st.builds(
    Standing,
    stage=st.integers(0, 1),
    epoch=st.integers(0),
    phase=st.sampled_from(("learning", "validating", "testing")),
    cost=figures,
    best=st.none() | figures,
    curve=st.lists(epochs, max_size=3).map(tuple),
)
ROWS = {"weights": np.arange(3, dtype=np.float32), "first": np.ones(3, np.float32)}
CHECKPOINT = Checkpoint({"epochs": "3"}, Standing(), ROWS, np.zeros(3, np.float32))


@given(standings)
def test_a_checkpoint_comes_back_bit_by_bit(standing: Standing) -> None:
    written = replace(CHECKPOINT, standing=standing)
    read = checkpoint_from_bytes(bytes_from_checkpoint(written), PATH)
    assert (read.standing, read.settings) == (standing, written.settings)
    assert {name: row.tobytes() for name, row in read.rows.items()} == {
        name: row.tobytes() for name, row in ROWS.items()
    }
    assert read.best.tobytes() == written.best.tobytes()


@given(st.data())
def test_a_damaged_checkpoint_is_refused_in_a_sentence(data: st.DataObject) -> None:
    content = bytearray(bytes_from_checkpoint(CHECKPOINT))
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content) - 1)) :]
    else:
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] ^= data.draw(st.integers(1, 255))
    try:
        read = checkpoint_from_bytes(bytes(content), PATH)
    except UserError as error:
        sentence = str(error)
    else:  # what was altered says nothing: a date, say
        assert read.standing == CHECKPOINT.standing
        return
    assert sentence.startswith("'model.training' ")
    assert sentence.endswith("remove it to begin anew.") or "another release" in sentence


def test_pickles_are_not_opened() -> None:
    content = io.BytesIO()
    np.savez(content, head=np.array([{}], object))
    for data in (content.getvalue(), pickle.dumps({}), b"", b"PK\x03\x04"):
        with pytest.raises(UserError, match="remove it"):
            checkpoint_from_bytes(data, PATH)


def test_other_settings_are_named() -> None:
    check_settings(CHECKPOINT, {"epochs": "3"}, PATH)
    with pytest.raises(UserError, match=r"other epochs \(3, not 4\)"):
        check_settings(CHECKPOINT, {"epochs": "4"}, PATH)
    with pytest.raises(UserError, match=r"other units \(none, not 8\)"):
        check_settings(CHECKPOINT, {"epochs": "3", "units": "8"}, PATH)


def test_it_lies_beside_the_model() -> None:
    assert checkpoint_path(Path("songs/my.folk.keras")) == Path("songs/my.folk.training")

"""An interrupted training in a file beside its model: all that is needed to go on as if nothing had
been.

The file is a numpy archive of rows of numbers and of one text in JSON; nothing in it is pickled.
"""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from core.errors import UserError
from core.model.training.progress import Epoch, Standing
from core.model.training.trainer import Row, Rows

SUFFIX = ".training"
LARGEST_CHECKPOINT = 16_000_000_000

_FORMAT = 1
_HEAD, _BEST = "head", "best"

_FAILURES = (
    *(ValueError, KeyError, TypeError, AttributeError, RuntimeError, OverflowError, MemoryError),
    *(OSError, EOFError, struct.error, zlib.error, zipfile.BadZipFile),
)
"""What numpy's and Python's readers raise for bytes that somebody has altered."""

Settings = Mapping[str, str]
"""What a training is begun with, by name; equal settings make equal models."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """`rows` is what the trainer carries, `best` the weights of the best epoch so far."""

    settings: Settings
    standing: Standing
    rows: Rows
    best: Row


def checkpoint_path(out: Path) -> Path:
    """Where the checkpoint of the training that writes the model `out` lies."""
    return out.with_suffix(SUFFIX)


def bytes_from_checkpoint(checkpoint: Checkpoint) -> bytes:
    head = {
        "format": _FORMAT,
        "settings": dict(checkpoint.settings),
        "standing": asdict(checkpoint.standing),
    }
    content = io.BytesIO()
    text = np.frombuffer(json.dumps(head).encode(), np.uint8)
    arrays: dict[str, Any] = {_HEAD: text, _BEST: checkpoint.best, **checkpoint.rows}
    np.savez(content, **arrays)
    return content.getvalue()


def checkpoint_from_bytes(data: bytes, path: Path) -> Checkpoint:
    """UserError, naming the file `path`, for anything that is none."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as archive:
            arrays = {name: archive[name] for name in archive.files}
        head = json.loads(arrays.pop(_HEAD).tobytes())
        if head["format"] != _FORMAT:
            raise UserError(
                "'{path}' is of another release; finish it with that one, or remove it.", path=path
            )
        members = dict(head["standing"])
        curve = tuple(Epoch(**epoch) for epoch in members.pop("curve"))
        standing = replace(Standing(**members), curve=curve)
        return Checkpoint(dict(head["settings"]), standing, arrays, arrays.pop(_BEST))
    except _FAILURES as error:
        raise UserError(
            "'{path}' is damaged, or no checkpoint of a training; remove it to begin anew.",
            path=path,
        ) from error


def check_settings(checkpoint: Checkpoint, settings: Settings, path: Path) -> None:
    """UserError unless the checkpoint is of a training that was begun with these settings."""
    before = checkpoint.settings
    for name in sorted({*before, *settings}):
        was, now = (some.get(name, "none") for some in (before, settings))
        if was != now:
            raise UserError(
                "'{path}' is of a training with other {name} ({was}, not {now}); go on with those,"
                " or remove the file to begin anew.",
                path=path,
                name=name,
                was=was,
                now=now,
            )

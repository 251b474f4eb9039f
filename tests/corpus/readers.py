"""Readers for the processes of a crew that do what libraries do to strangers' files."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from core.child import attempt
from core.corpus.packing import Packed, pack, pack_refusal
from core.errors import UserError
from core.files.kern import song_from_kern
from tests.corpus.tunes import SCALE


def strange(path: Path) -> Iterator[Packed]:
    """A file is read as its name says: 'hang', 'crash', 'greedy' or 'raise', else a tune."""
    what = path.stem.rstrip("0123456789")
    if what == "hang":
        yield pack(song_from_kern(SCALE), 1)
        while True:
            time.sleep(0.01)
    if what == "crash":
        os.abort()
    try:
        if what == "greedy":
            attempt(lambda: bytearray(8_000_000_000))
        if what == "raise":
            attempt(lambda: 1 / 0)
        yield pack(song_from_kern(SCALE, path.stem))
    except UserError as error:
        yield pack_refusal(None, error.words)


def endless(path: Path) -> Iterator[Packed]:
    """Tells that it has begun, in a file beside `path`, and never ends."""
    path.with_suffix(".pid").write_text(str(os.getpid()))
    while True:
        time.sleep(0.01)
        yield from ()

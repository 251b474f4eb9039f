"""`index`: the index of the songs that a finished model learnt from, beside its file."""

from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.command import Command, Options, Status, add_json, print_json, tell
from core.cli.folders import FOLDERS

if TYPE_CHECKING:
    from core.music.song import Song


def _describe(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("model", type=Path, metavar="MODEL", help="a trained model")
    add("folders", nargs="+", metavar="FOLDER", help=f"what it was trained on: {FOLDERS}")
    add("--more", action="append", default=[], metavar="FOLDER", help="as it was given to 'train'")
    add("--split", type=Path, metavar="FILE", help="as it was given to 'train'")
    add_json(parser)


def _run(options: Options) -> None:
    from core.model.originality import Indexing, index_path, write_index

    indexing, count = Indexing(), 0
    for song in _songs(options):
        indexing.add(song)
        count += 1
    out = index_path(options.model)
    write_index(indexing.index, out)
    size = out.stat().st_size
    if options.json:
        print_json({"file": str(out), "songs": count, "bytes": size})
    else:
        print(f"{out}: {count} songs, {size / 1000:.0f} kB")


def _songs(options: Options) -> "Iterator[Song]":
    """Those that the model learnt from, as a training finds them."""
    from core.corpus.split import split_from_file
    from core.model.bundle import open_model
    from core.model.note.dataset import is_told
    from core.model.note.model import NoteModel
    from core.model.training.dataset import Dataset, read_dataset

    model = open_model(options.model)
    split = split_from_file(options.split) if options.split else None
    dataset = Dataset()
    with Status() as status:
        for item in read_dataset(
            options.folders, split, family=model.card.family, more=options.more, notice=tell
        ):
            if isinstance(item, Dataset):
                dataset = item
            else:
                status.show("Reading {} of {}".format(*item))
    learnt = chain(dataset.songs["train"], dataset.further)
    if isinstance(model, NoteModel):
        return (song for song in learnt if is_told(song, model.vocabulary))
    return learnt


COMMAND = Command("index", "index the songs that a model learnt from", _describe, _run)

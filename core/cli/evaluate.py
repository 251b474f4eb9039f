"""`evaluate`: bits per note of a model on songs that it has not seen."""

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.command import Command, Options, Status, add_json, print_json, tell
from core.cli.model import add_mapping, opened
from core.errors import UserError

if TYPE_CHECKING:
    from core.corpus.split import Split

PARTS = ("train", "validation", "test")


def _describe(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("model", type=Path, metavar="MODEL", help="a trained model")
    add("folders", nargs="+", type=Path, metavar="FOLDER", help="folders of kern files")
    add("--split", type=Path, metavar="FILE", help="which song belongs to which part")
    add("--part", choices=PARTS, help="the part to take (default: all songs)")
    add(
        "--every-song",
        action="store_true",
        help="take test songs that are not on the split's classic list, too",
    )
    add_mapping(parser)
    add_json(parser)


def _run(options: Options) -> None:
    from core.corpus.split import split_from_file
    from core.model.evaluation import evaluation_of, score_songs

    if options.split is not None and options.part is None:
        raise UserError(f"--split says which songs are which; add --part {', '.join(PARTS)}.")
    split: Split | None = split_from_file(options.split) if options.split else None
    classic = split is not None and options.part == "test" and not options.every_song
    model = opened(options.model, options.mapping)
    results = []
    with Status() as status:
        for result in score_songs(model, options.folders, split, options.part, classic):
            results.append(result)
            if len(results) % 20 == 0:
                status.show(f"{len(results)} songs")
    evaluation = evaluation_of(results)
    bits = evaluation.bits_per_note
    reasons = Counter(skipped.reason for skipped in evaluation.skipped)
    if options.json:
        print_json(
            {
                "model": str(options.model),
                "part": options.part,
                "bits_per_note": bits,
                "songs": evaluation.songs,
                "events": evaluation.events,
                "notes": evaluation.notes,
                "skipped": len(evaluation.skipped),
                "reasons": dict(reasons.most_common()),
            }
        )
        return
    for reason, count in reasons.most_common():
        tell(f"{count} skipped: {reason}")
    print(f"{bits:.3f} bits per note on {evaluation.songs} songs, {evaluation.events} events")


COMMAND = Command("evaluate", "bits per note of a model on songs", _describe, _run)

"""`evaluate`: bits per note of a model on songs that it has not seen."""

from argparse import ArgumentParser
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.command import Command, Options, Status, add_json, print_json, tell
from core.cli.folders import FOLDERS
from core.cli.model import add_mapping, opened
from core.cli.values import whole
from core.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from core.compose.comparison import Comparison
    from core.corpus.reading import Result, SongFile
    from core.corpus.split import Split
    from core.model.evaluation import Evaluation
    from core.model.family import Model

PARTS = ("train", "validation", "test")
MOST_TUNES = 10_000


def _describe(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("model", type=Path, metavar="MODEL", help="a trained model")
    add("folders", nargs="+", metavar="FOLDER", help=FOLDERS)
    add("--split", type=Path, metavar="FILE", help="which song belongs to which part")
    add("--part", choices=PARTS, help="the part to take (default: all songs)")
    add(
        "--every-song",
        action="store_true",
        help="take test songs that are not on the split's classic list, too",
    )
    add(
        "--generate",
        type=whole("Number of tunes", 1, MOST_TUNES),
        metavar="N",
        help="compare N tunes that the model invents for each ending with these songs",
    )
    add_mapping(parser)
    add_json(parser)


def _run(options: Options) -> None:
    from core.corpus.gathering import gather
    from core.corpus.split import split_from_file
    from core.model.evaluation import evaluation_of, score_songs
    from core.model.training.dataset import split_of

    if options.split is not None and options.part is None:
        raise UserError(f"--split says which songs are which; add --part {', '.join(PARTS)}.")
    split = split_from_file(options.split) if options.split else None
    classic = split is not None and options.part == "test" and not options.every_song
    model = opened(options.model, options.mapping)
    scores = []
    with Status() as status:
        tunes = status.follow(gather(options.folders, notice=tell), "files")
        chosen: list[Result] = sorted((*tunes.read, *tunes.skipped), key=lambda item: item.path)
        if options.part is not None or options.generate is not None:
            split = status.follow(split_of(tunes, split, tell), "tunes compared")
        if split is not None and options.part is not None:
            chosen = [item for item in chosen if split.part(item.name) == options.part]
        if split is not None and classic:
            chosen = [item for item in chosen if split.is_classic(item.name)]
        for score in score_songs(model, chosen):
            scores.append(score)
            if len(scores) % 20 == 0:
                status.show(f"{len(scores)} of {len(chosen)} songs")
        evaluation = evaluation_of(scores)
        bits = evaluation.bits_per_note
        of_durations = evaluation.bits_per_note_duration
        comparison = None
        if split is not None and options.generate is not None:
            for step in _comparing(model, options.generate, tunes.read, split, evaluation):
                if isinstance(step, float):
                    status.show(f"Inventing tunes {step:.0%}")
                else:
                    comparison = step
    reasons = Counter(skipped.reason for skipped in evaluation.skipped)
    if options.json:
        print_json(
            {
                "model": str(options.model),
                "part": options.part,
                "bits_per_note": bits,
                "bits_per_note_pitch": bits - of_durations,
                "bits_per_note_duration": of_durations,
                "accuracy": evaluation.accuracy,
                "songs": evaluation.songs,
                "events": evaluation.events,
                "notes": evaluation.notes,
                "skipped": len(evaluation.skipped),
                "reasons": dict(reasons.most_common()),
                "by_song": [
                    {
                        "song": str(score.name),
                        "events": score.cost.events,
                        "bits_per_note": score.cost.bits / max(1, score.cost.events),
                    }
                    for score in evaluation.scores
                ],
                **({} if comparison is None else {"tunes": asdict(comparison)}),
            }
        )
        return
    for reason, count in reasons.most_common():
        tell(f"{count} skipped: {reason}")
    print(
        f"{bits:.3f} bits per note ({bits - of_durations:.3f} for pitches, {of_durations:.3f} for "
        f"durations) on {evaluation.songs} songs, {evaluation.events} events, "
        f"{evaluation.accuracy:.1%} of them foretold"
    )
    if comparison is not None:
        _print_tunes(comparison)


def _comparing(
    model: "Model",
    number: int,
    tunes: "Sequence[SongFile]",
    split: "Split",
    evaluation: "Evaluation",
) -> "Iterator[float | Comparison]":
    """Invented tunes beside the songs evaluated, copies being looked for among training songs."""
    from core.compose.comparison import compare
    from core.compose.figures import Tune
    from core.corpus.packing import unpack
    from core.model.training.dataset import home_for

    home = home_for(model.card.family)
    scored = {score.name for score in evaluation.scores}
    real = []
    for tune in tunes:
        if tune.name in scored:
            song = unpack(home(tune.packed))
            assert song.key is not None, "it has come home"
            real.append(Tune(song.melody, song.meters, song.key.mode))
    if len(real) < 2:
        raise UserError("--generate compares with real songs; name a folder with two at least.")
    learnt = (unpack(t.packed).melody for t in tunes if split.part(t.name) == "train")
    return compare(model, number, real, learnt)


def _print_tunes(comparison: "Comparison") -> None:
    made, real = comparison.generated, comparison.real
    print(f"{made.tunes} tunes invented, beside real songs:")
    for name, mine, theirs in (
        ("exactly the bars asked for", f"{comparison.exact_bars:.3f}", ""),
        ("end on the tonic", f"{made.tonic_endings:.3f}", f"{real.tonic_endings:.3f}"),
        ("  asked to", f"{comparison.tonic_endings_asked:.3f}", ""),
        ("  asked not to", f"{comparison.tonic_endings_refused:.3f}", ""),
        ("notes across a bar line", f"{made.crossing:.4f}", f"{real.crossing:.4f}"),
        ("four-note shapes repeated", f"{made.repeated_shapes:.3f}", f"{real.repeated_shapes:.3f}"),
        ("overlap of pitch ranges", f"{made.range_overlap:.3f}", f"{real.range_overlap:.3f}"),
        ("longest copy, median notes", f"{made.copied_median:g}", f"{real.copied_median:g}"),
        ("longest copy, p90 notes", f"{made.copied_p90:g}", f"{real.copied_p90:g}"),
    ):
        print(f"  {name:<28}{mine:>8}{theirs:>8}")


COMMAND = Command("evaluate", "bits per note of a model on songs", _describe, _run)

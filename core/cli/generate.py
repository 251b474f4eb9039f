"""`generate`: a seed goes on, as in the window, into files."""

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.cli.command import Command, Options, Status, add_json, print_json, tell
from core.cli.model import add_mapping, opened
from core.cli.seed import as_wished, song_from_seed
from core.cli.values import number, pitch, tempo, whole
from core.cli.writing import check_suffix, write_tune
from core.compose.controls import (
    FEWEST_BARS,
    HIGHEST_RANDOM_SEED,
    HIGHEST_TEMPERATURE,
    LEAST_TOP_P,
    LOWEST_RANDOM_SEED,
    LOWEST_TEMPERATURE,
    MOST_BARS,
    Controls,
)
from core.music.ending import ENDINGS
from core.music.key import key_from_text
from core.music.meter import meter_from_text
from core.music.song import Song
from core.project import Project

MOST_TAKES = 1000


def _describe(parser: ArgumentParser) -> None:
    default = Controls()
    add = parser.add_argument
    add(
        "--seed",
        required=True,
        metavar="TEXT|FILE",
        help="typed notes ('c4 d4/8 e4'), or a file as in 'play'",
    )
    add("--out", required=True, metavar="FILE", help="file to write: .mid, .txt or .cantilena")
    add(
        "--bars",
        type=whole("Length in bars", FEWEST_BARS, MOST_BARS),
        default=default.bars,
        metavar="N",
        help="full bars in all, seed included (default %(default)s)",
    )
    add(
        "--temperature",
        type=number("Temperature", LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE),
        default=default.temperature,
        metavar="T",
        help="0 takes the likeliest note each time, 2 strays far (default %(default)s)",
    )
    add(
        "--random-seed",
        type=whole("Random seed", LOWEST_RANDOM_SEED, HIGHEST_RANDOM_SEED),
        default=default.random_seed,
        metavar="N",
        help="the same number makes the same tune (default %(default)s)",
    )
    add(
        "--takes",
        type=whole("Number of takes", 1, MOST_TAKES),
        metavar="N",
        help="write NAME-1 to NAME-N, each with the next random seed",
    )
    _describe_wishes(parser)
    add("--model", type=Path, metavar="FILE", help="a trained model (default: the one in the box)")
    add("--tempo", type=tempo, metavar="N", help="quarters a minute (default: the seed's, or 100)")
    add("--meter", type=meter_from_text, metavar="4/4", help="default: the seed's, or 4/4")
    add("--key", type=key_from_text, metavar="KEY", help="'F major' (default: found in the seed)")
    add_mapping(parser)
    add_json(parser)


def _describe_wishes(parser: ArgumentParser) -> None:
    """The controls that ask for nothing unless they are given."""
    group = parser.add_argument_group("wishes")
    add = group.add_argument
    add(
        "--rhythm-temperature",
        type=number("Rhythm temperature", LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE),
        metavar="T",
        help="that of durations (default: the same as of pitches)",
    )
    add(
        "--top-p",
        type=number("Top-p", LEAST_TOP_P, 1),
        default=1.0,
        metavar="P",
        help="draw only from the likeliest notes that together are so probable (default 1: all)",
    )
    add("--low", dest="lowest", type=pitch, metavar="NOTE", help="lowest new note, such as c4")
    add("--high", dest="highest", type=pitch, metavar="NOTE", help="highest new note")
    add("--in-scale", action="store_true", help="keep new notes to the scale of the key")
    for name, purpose in (
        ("density", "-1 longer notes, 1 shorter ones"),
        ("motion", "-1 steps, 1 leaps"),
        ("motives", "1 takes up what the tune had before, -1 avoids it"),
    ):
        reader = number(name.capitalize(), -1, 1)
        add(f"--{name}", type=reader, default=0.0, metavar="X", help=f"{purpose} (default 0)")
    add(
        "--ending",
        choices=ENDINGS,
        default="free",
        help="on the tonic, open (on another degree), or as the model likes (default)",
    )


def _run(options: Options) -> None:
    from core.compose.continuation import continue_song
    from core.model.library import DEFAULT_MODEL, bundled_models

    out = Path(options.out)
    check_suffix(out)
    first = Controls(**{name: getattr(options, name) for name in Controls.__slots__})
    takes = _takes(first, out, options.takes)
    seed = as_wished(song_from_seed(options.seed), options.meter, options.key, options.tempo)
    path: Path = options.model or DEFAULT_MODEL
    model = opened(path, options.mapping)
    name = path.stem if path.resolve() in bundled_models() else str(path.resolve())
    mapping = str(options.mapping.resolve()) if options.mapping else ""
    notices = continue_song(model, seed, first).notices
    entries = []
    with Status() as status:
        for number, (file, controls) in enumerate(takes, start=1):
            status.show(f"Take {number} of {len(takes)}")
            continuation = continue_song(model, seed, controls)
            making = iter(continuation)
            song = continuation.song(making)
            write_tune(Project(song, controls, name, mapping), file)
            entries.append(_entry(file, song, controls, making.notices))
    for notice in notices:
        tell(notice)
    for entry in entries:
        for notice in entry["notices"]:
            tell(f"{entry['file']}: {notice}")
    if options.json:
        print_json({"model": str(path), "notices": list(notices), "takes": entries})
    else:
        for entry in entries:
            print("{file}: bars {bars}, meter {meter}, key {key}, notes {notes}".format(**entry))


def _takes(first: Controls, out: Path, count: int | None) -> list[tuple[Path, Controls]]:
    """Each file with its controls: the take `out` itself, or NAME-1, NAME-2 …"""
    if count is None:
        return [(out, first)]
    return [
        (
            out.with_name(f"{out.stem}-{take}{out.suffix}"),
            replace(first, random_seed=first.random_seed + take - 1),
        )
        for take in range(1, count + 1)
    ]


def _entry(file: Path, song: Song, controls: Controls, notices: Sequence[str]) -> dict[str, Any]:
    return {
        "file": str(file),
        "random_seed": controls.random_seed,
        "bars": song.bars,
        "notes": len(song.melody),
        "seed_notes": sum(note.onset < song.seed_end for note in song.melody),
        "meter": str(song.meters.meter),
        "key": str(song.key),
        "tempo": song.tempo,
        "notices": list(notices),
    }


COMMAND = Command("generate", "go on from a seed and write the tune", _describe, _run)

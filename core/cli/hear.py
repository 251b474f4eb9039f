"""`hear`: what a model makes of a seed, before it goes on from it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.command import Command, Options, Status, add_json, print_json
from core.cli.model import add_mapping, opened
from core.cli.seed import add_part, as_wished, song_from_seed
from core.compose.controls import Controls
from core.music.key import key_from_text
from core.music.meter import meter_from_text
from core.music.tonality import compare_keys

if TYPE_CHECKING:
    from core.compose.hearing import Surprise


def _describe(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("seed", metavar="TEXT|FILE", help="typed notes ('c4 d4/8 e4'), or a file as in 'generate'")
    add_part(parser)
    add("--model", type=Path, metavar="FILE", help="a trained model (default: the one in the box)")
    add("--meter", type=meter_from_text, metavar="4/4", help="default: the seed's, or 4/4")
    add("--key", type=key_from_text, metavar="KEY", help="'F major' (default: found in the seed)")
    add_mapping(parser)
    add_json(parser)


def _run(options: Options) -> None:
    from core.compose.hearing import hear_seed, remark
    from core.model.library import DEFAULT_MODEL

    seed = as_wished(song_from_seed(options.seed, options.part), options.meter, options.key)
    path: Path = options.model or DEFAULT_MODEL
    model = opened(path, options.mapping)
    estimate = compare_keys(seed.melody)
    key = seed.key or estimate.key
    surprises = []
    with Status() as status:
        for number, surprise in enumerate(hear_seed(model, seed, Controls().bars), start=1):
            status.show(f"Note {number} of {len(seed.melody)}")
            surprises.append(surprise)
    if options.json:
        print_json(
            {
                "model": str(path),
                "key": str(key),
                "found_key": str(estimate.key),
                "second_key": str(estimate.second),
                "margin_bits": estimate.margin,
                "notes": [
                    {**_entry(surprise), "remark": remark(surprise, key)} for surprise in surprises
                ],
            }
        )
        return
    print(f"Key: {estimate if seed.key in (None, estimate.key) else key}")
    for surprise in surprises:
        print(remark(surprise, key))


def _entry(surprise: "Surprise") -> dict[str, object]:
    note, heard = surprise.note, surprise.heard
    return {
        "onset": note.onset,
        "duration": note.duration,
        "pitch": note.pitch,
        "pitch_bits": surprise.pitch_bits,
        "duration_bits": surprise.duration_bits,
        "expected_pitch": surprise.expected,
        "expected_share": surprise.share,
        "heard": heard and {"onset": heard.onset, "duration": heard.duration, "pitch": heard.pitch},
    }


COMMAND = Command("hear", "say how a seed surprises a model and what is unknown", _describe, _run)

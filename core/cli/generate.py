"""`generate`: a seed goes on, as in the window, into files."""

from argparse import ArgumentParser
from dataclasses import asdict
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.cli.command import Command, Options, Status, add_json, print_json, tell
from core.cli.model import add_blend, add_mapping, opened
from core.cli.pins import add_pins, asked, is_led, led_takes
from core.cli.recipe import add_recipe, check_alone, recipe_text, repeat
from core.cli.seed import add_part, as_wished, song_from_seed
from core.cli.sound import add_sound
from core.cli.values import number, pitch, tempo, whole
from core.cli.writing import SUFFIXES, writer
from core.compose.controls import (
    FEWEST_BARS,
    HIGHEST_RANDOM_SEED,
    HIGHEST_TEMPERATURE,
    LEAST_TOP_P,
    LONGEST_PHRASE,
    LONGEST_QUOTE,
    LOWEST_RANDOM_SEED,
    LOWEST_TEMPERATURE,
    MOST_BARS,
    MOST_TAKES,
    SHORTEST_QUOTE,
    Controls,
)
from core.errors import UserError
from core.music.ending import ENDINGS
from core.music.key import key_from_text
from core.music.meter import meter_from_text
from core.project import Project

if TYPE_CHECKING:
    from core.compose.measures import Take


def _describe(parser: ArgumentParser) -> None:
    default = Controls()
    add = parser.add_argument
    add(
        "--seed",
        metavar="TEXT|FILE",
        help="typed notes ('c4 d4/8 e4'), or a file as in 'play'",
    )
    add_part(parser)
    add(
        "--out",
        required=True,
        metavar="FILE",
        help=f"file to write: {', '.join(SUFFIXES)}",
    )
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
    add("--distinct", action="store_true", help="of takes that are nearly the same write one only")
    _describe_wishes(parser)
    add_pins(parser)
    add_blend(parser)
    add_recipe(parser)
    add("--model", type=Path, metavar="FILE", help="a trained model (default: the one in the box)")
    add("--tempo", type=tempo, metavar="N", help="quarters a minute (default: the seed's, or 100)")
    add("--meter", type=meter_from_text, metavar="4/4", help="default: the seed's, or 4/4")
    add("--key", type=key_from_text, metavar="KEY", help="'F major' (default: found in the seed)")
    add_mapping(parser)
    add_sound(parser)
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
        "--quote",
        type=whole("Longest quotation", SHORTEST_QUOTE, LONGEST_QUOTE),
        metavar="N",
        help="no more than N notes in a row that may stand so in a training song (default: any)",
    )
    add(
        "--ending",
        choices=ENDINGS,
        default="free",
        help="on the tonic, open (on another degree), or as the model likes (default)",
    )
    add(
        "--phrase",
        type=whole("Phrase length in bars", 0, LONGEST_PHRASE),
        default=0,
        metavar="N",
        help="phrases of N bars (default 0: as the model likes)",
    )


def _run(options: Options) -> None:
    from core.compose.continuation import continue_song
    from core.compose.measures import Take
    from core.compose.take import Takes
    from core.model.blend import blend
    from core.model.identity import mark_of
    from core.model.library import DEFAULT_MODEL, name_of
    from core.model.mark import Maker

    out = Path(options.out)
    write = writer(out, options)
    if options.recipe is not None:
        check_alone(options, _plain(options.out))
        repeat(options, write)
        return
    if options.seed is None:
        raise UserError("Give a --seed to go on from, or a --recipe to repeat.")
    blends, share = options.blend_model is not None, options.blend_share
    if share is not None and not blends:
        raise UserError("--blend-share says how much of a second model; name it by --blend.")
    mixture = {
        "blend": name_of(options.blend_model) if blends else "",
        "blend_share": (0.5 if share is None else share) if blends else 0.0,
    }
    wishes = {name: getattr(options, name) for name in Controls.__slots__ if name not in mixture}
    controls = Controls(**wishes | mixture | {"takes": options.takes or 1})
    song = song_from_seed(options.seed, options.part, is_whole=options.redraw is not None)
    seed = as_wished(song, options.meter, options.key, options.tempo)
    path: Path = options.model or DEFAULT_MODEL
    model, name = opened(path, options.mapping), name_of(path)
    maker = Maker(mark_of(model, name))
    if blends:
        second = opened(options.blend_model, None)
        maker = Maker(maker.model, mark_of(second, controls.blend))
        model = blend(model, second, controls.blend_share)
    mapping = str(options.mapping.resolve()) if options.mapping else ""
    pins, _, _ = asked(options, seed)
    takes = (
        None
        if is_led(options)
        else Takes(continue_song(model, seed, controls), options.distinct, maker)
    )
    entries: list[dict[str, Any]] = []
    with Status() as status:
        for step in takes or led_takes(options, model, seed, controls):
            if isinstance(step, float):
                status.show(f"Drawing: {step:.0%}")
                continue
            take, more = (step, {}) if isinstance(step, Take) else step
            number = len(entries) + 1
            file = out.with_name(f"{out.stem}-{number}{out.suffix}") if options.takes else out
            recipe = recipe_text(maker, take, seed, options)
            project = Project(
                *(take.song, take.controls, name, mapping),
                pins=pins,
                recipe=recipe,
                asked=take.controls,
                maker=take.maker,
            )
            write(project, file)
            entries.append(_entry(file, take) | more)
    notices = takes.notices if takes else ()
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


def _plain(out: str) -> Options:
    """The options as they are when nothing is asked for."""
    parser = ArgumentParser()
    _describe(parser)
    return parser.parse_args(["--out", out])


def _entry(file: Path, take: "Take") -> dict[str, Any]:
    song = take.song
    return {
        "file": str(file),
        "random_seed": take.controls.random_seed,
        "bars": song.bars,
        "notes": len(song.melody),
        "seed_notes": sum(note.onset < song.seed_end for note in song.melody),
        "meter": str(song.meters.meter),
        "key": str(song.key),
        "tempo": song.tempo,
        "measures": {
            name: None if figure == inf else figure  # JSON knows no infinity
            for name, figure in asdict(take.measures).items()
        },
        "notices": list(take.notices),
    }


COMMAND = Command("generate", "go on from a seed and write the tune", _describe, _run)

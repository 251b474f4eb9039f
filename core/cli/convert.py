"""`convert`: a tune from a file of one kind into a file of another."""

from argparse import ArgumentParser
from pathlib import Path

from core.cli.command import Command, Options, add_json, print_json
from core.cli.seed import add_part, as_wished, song_from_name
from core.cli.sound import add_sound
from core.cli.values import TEMPO_HELP, tempo
from core.cli.writing import SUFFIXES, writer
from core.music.key import key_from_text
from core.music.meter import meter_from_text
from core.opening import tunes_in
from core.project import Project


def _describe(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("file", metavar="IN", help="a file as in 'play'; IN#N is its Nth tune")
    add_part(parser)
    add("out", type=Path, metavar="OUT", help=f"file to write: {', '.join(SUFFIXES)}")
    add("--tempo", type=tempo, metavar="N", help=TEMPO_HELP)
    add("--meter", type=meter_from_text, metavar="3/4", help="default: the tune's own")
    add("--key", type=key_from_text, metavar="KEY", help="'F major' (default: the tune's own)")
    add_sound(parser)
    add_json(parser)


def _run(options: Options) -> None:
    out: Path = options.out
    write = writer(out, options)
    read = song_from_name(options.file, options.part)
    song = as_wished(read, options.meter, options.key, options.tempo)
    is_itself = song == read and options.part is None
    recipe = _recipe_in(Path(options.file)) if is_itself else ""
    write(Project(song, recipe=recipe), out)
    if options.json:
        entry = {"meter": str(song.meters.meter), "key": song.key and str(song.key)}
        print_json({"file": str(out), "bars": song.bars, "notes": len(song.melody)} | entry)
    else:
        print(f"{out}: bars {song.bars}, meter {song.meters.meter}, notes {len(song.melody)}")


def _recipe_in(path: Path) -> str:
    """The recipe of the one tune in a file, where there is one; of several nobody knows whose."""
    from core.carried import recipe_text_in

    is_one = path.is_file() and len(tunes_in(path)) == 1
    return (recipe_text_in(path) or "") if is_one else ""


COMMAND = Command("convert", "write a tune as a file of another kind", _describe, _run)

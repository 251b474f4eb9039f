"""`play`: a tune through an output, until it ends or Ctrl-C; or into a sound file."""

from argparse import ArgumentParser
from contextlib import closing
from pathlib import Path

from core.cli.command import Command, Options, Status
from core.cli.seed import add_part, as_wished, song_from_name
from core.cli.sound import add_sound, sound_from_options, write_sound
from core.cli.values import TEMPO_HELP, tempo, whole
from core.errors import UserError
from core.files.audio import SUFFIXES
from core.music.song import Song


def _describe(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add(
        "file",
        metavar="FILE",
        help="a project, or a MusicXML, ABC, MIDI, kern or text file; "
        "FILE#N is its Nth tune where it holds several",
    )
    add_part(parser)
    add(
        "--port",
        default="synth",
        metavar="TEXT",
        help="the output whose name contains TEXT; 'synth' is the built-in one (default)",
    )
    add("--from-bar", type=whole("Bar", 0, 100_000), metavar="N", help="begin there")
    add("--tempo", type=tempo, metavar="N", help=TEMPO_HELP)
    add("--out", type=Path, metavar="FILE", help="write a .wav or .flac file instead")
    add_sound(parser)


def _run(options: Options) -> None:
    song = as_wished(song_from_name(options.file, options.part), tempo=options.tempo)
    if options.out is not None:
        _write(song, options)
        return
    from core.sound.concert import perform

    from_tick = _tick_of_bar(song, options.from_bar or 0)
    choices = sound_from_options(options, options.port.strip().casefold() == "synth")
    with (
        Status() as status,
        closing(perform(song, options.port, from_tick, choices)) as performance,
    ):
        for tick in performance:
            status.show(f"Bar {song.meters.position(int(tick))[0]} of {song.bars}")


def _write(song: Song, options: Options) -> None:
    out: Path = options.out
    if out.suffix.lower() not in SUFFIXES:
        raise UserError(f"'{out}' must end in {' or '.join(SUFFIXES)}; choose another name.")
    if options.from_bar is not None:
        raise UserError("A sound file holds the whole tune; leave --from-bar out.")
    write_sound(song, out, sound_from_options(options, is_synth=True))


def _tick_of_bar(song: Song, bar: int) -> int:
    if not song.melody.notes:
        raise UserError("There is no note to play; choose another file.")
    tick = song.meters.bar_onset(bar)
    if tick >= song.melody.end:
        raise UserError(f"The tune has {song.bars} bars; there is no bar {bar} to begin from.")
    return tick


COMMAND = Command("play", "play a tune through a MIDI port or the synth", _describe, _run)

"""How a tune sounds: the options of commands that play it or write it as sound."""

from argparse import ArgumentParser
from pathlib import Path

from core.cli.command import Options, Status, tell
from core.cli.values import number
from core.errors import UserError
from core.music.song import Song
from core.sound.choices import MOST_SWING, SoundChoices
from core.sound.synth.generalmidi import GENERAL_MIDI
from core.sound.synth.instruments import Instrument, instruments_from_soundfont

NAMES = ("soundfont", "instrument", "volume", "reverb", "swing")


def add_sound(parser: ArgumentParser) -> None:
    default = SoundChoices()
    group = parser.add_argument_group("sound", "of the built-in synth, where that is what sounds")
    add = group.add_argument
    add("--soundfont", metavar="FILE", help="a .sf2 or .sf3 file (default: the installed one)")
    add(
        "--instrument",
        metavar="TEXT|N",
        help="the one whose name contains TEXT, or program N from 1 (default: the first)",
    )
    add(
        "--volume",
        type=number("Volume", 0, 1),
        metavar="X",
        help=f"0 to 1 (default {default.volume:g})",
    )
    add(
        "--reverb",
        type=number("Reverb", 0, 1),
        metavar="X",
        help=f"0 is none; the default {default.reverb:g} is what the SoundFont asks for",
    )
    add(
        "--swing",
        type=number("Swing", 0, MOST_SWING),
        metavar="X",
        help="how late the second of two eighths comes, in parts of an eighth (default 0)",
    )


def sound_from_options(options: Options, is_synth: bool) -> SoundChoices:
    """What was asked for. UserError for a SoundFont or an instrument that is not there."""
    given = {name: getattr(options, name) for name in NAMES if getattr(options, name) is not None}
    wanted = given.pop("instrument", None)
    instruments = _installed(given.get("soundfont")) if is_synth else GENERAL_MIDI
    found = instruments[0] if wanted is None else find_instrument(wanted, instruments)
    if wanted is not None or is_synth:
        given |= {"bank": found.bank, "program": found.program}
    return SoundChoices(**given)


def find_instrument(text: str, instruments: tuple[Instrument, ...]) -> Instrument:
    """The one that `text` names: a part of its name, case ignored, or its number in bank 0.

    A name that is exactly `text` wins. UserError when none or several fit.
    """
    wanted = text.strip().casefold()
    if wanted.isascii() and wanted.isdigit():
        fitting = [i for i in instruments if (i.bank, i.program + 1) == (0, int(wanted[:9]))]
    else:
        exact = [i for i in instruments if i.name.casefold() == wanted]
        fitting = exact[:1] or [i for i in instruments if wanted in i.name.casefold()]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise UserError(f"No instrument matches '{text}'; its number from 1 to 128 does as well.")
    listed = ", ".join(f"'{instrument.name}'" for instrument in fitting[:12])
    raise UserError(f"Several instruments match '{text}'; name one of them in full: {listed}.")


def write_sound(song: Song, path: Path, choices: SoundChoices, remark: str = "") -> None:
    """Writes a .wav or .flac file, and says meanwhile how far it is."""
    from core.audio import write_audio
    from core.sound.playing.manner import manner_from_choices

    steps = write_audio(song, path, choices.tone, manner_from_choices(choices), remark)
    with Status() as status:
        try:
            while True:
                status.show(f"Writing {path.name}: {next(steps):.0%}")
        except StopIteration as done:
            doubt = str(done.value)
        finally:
            steps.close()
    if doubt:
        tell(doubt)


def _installed(soundfont: str | None) -> tuple[Instrument, ...]:
    from core.sound.synth.fluid import NO_SOUNDFONT
    from core.sound.synth.soundfont import find_soundfont

    path = Path(soundfont) if soundfont else find_soundfont()
    if path is None:
        raise UserError(NO_SOUNDFONT)
    return instruments_from_soundfont(path)

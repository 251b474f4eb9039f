"""`ports`: the outputs that `play` can play through."""

from argparse import ArgumentParser

from core.cli.command import Command, Options, add_json, print_json, tell


def _describe(parser: ArgumentParser) -> None:
    add_json(parser)


def _run(options: Options) -> None:
    from core.sound.concert import output_names

    names = output_names()
    if options.json:
        print_json({"ports": list(names)})
        return
    if not names:
        tell(
            "There is no MIDI port and no built-in synth here; "
            "connect a MIDI device, or install FluidSynth and a SoundFont."
        )
    for name in names:
        print(name)


COMMAND = Command("ports", "list the outputs for sound", _describe, _run)

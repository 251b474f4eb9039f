"""Playing from start to end for a caller who waits, such as the command line."""

import time
from collections.abc import Callable, Generator
from typing import TypeVar

from core.errors import UserError
from core.music.song import Song
from core.sound.choices import SoundChoices
from core.sound.player import Player
from core.sound.playing.manner import manner_from_choices
from core.sound.ports.outlets import SystemOutlets
from core.sound.ports.output import Outlets
from core.sound.ports.outputs import find_port
from core.sound.reports import (
    Failed,
    OutputLost,
    OutputOpened,
    Outputs,
    Report,
    Restarted,
    Stopped,
)

PLAIN = SoundChoices()
_POLL_SECONDS = 0.015

_Awaited = TypeVar("_Awaited", bound=Report)


def output_names(outlets: Callable[[], Outlets] = SystemOutlets) -> tuple[str, ...]:
    """The outputs there are now, MIDI ports first. Takes about half a second."""
    with Player(outlets) as player:
        return _names(player)


def perform(
    song: Song,
    port: str,
    from_tick: int = 0,
    choices: SoundChoices = PLAIN,
    outlets: Callable[[], Outlets] = SystemOutlets,
) -> Generator[float, None, None]:
    """Plays `song` from `from_tick` through the output that `find_port` finds for `port`.

    Yields the tick that is heard, again and again. UserError when there is no such output, or when
    it fails or is lost before the end. Closing the iterator early ends every note.
    """
    with Player(outlets) as player:
        player.set_tone(choices.tone)
        player.open_output(find_port(port, _names(player)))
        _await(player, OutputOpened)
        player.play(song, from_tick, manner_from_choices(choices))
        while not any(isinstance(report, Stopped) for report in _checked(player)):
            position = player.position()
            if position is not None:
                yield position
            time.sleep(_POLL_SECONDS)


def _names(player: Player) -> tuple[str, ...]:
    return _await(player, Outputs).names


def _await(player: Player, kind: type[_Awaited]) -> _Awaited:
    while True:
        for report in _checked(player):
            if isinstance(report, kind):
                return report
        time.sleep(_POLL_SECONDS)


def _checked(player: Player) -> tuple[Report, ...]:
    """The player's reports. UserError for the first that says that something went wrong."""
    reports = player.poll()
    for report in reports:
        if isinstance(report, Failed | OutputLost | Restarted):
            raise UserError(report.sentence)
    return reports

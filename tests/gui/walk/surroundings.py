"""What happens around a user's hands: music, time, instruments, files, the window itself."""

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from core.sound.playing.schedule import note_off, note_on
from core.sound.ports.naming import SYNTH
from core.sound.reports import (
    Failed,
    InputLost,
    InputOpened,
    Inputs,
    OutputLost,
    OutputOpened,
    Outputs,
    Report,
    Restarted,
)
from core.words import Words
from gui.look.theme import DARK, LIGHT, palette_from_theme
from tests.gui.walk.walker import Walker

_SIZES = (QSize(1280, 800), QSize(800, 600), QSize(1024, 768), QSize(1900, 1000))


def let_time_pass(walker: Walker) -> str:
    """What plays goes on; the window has time for what it puts off."""
    ticks = walker.choose((20, 60, 240, 960, 8000))
    walker.world.player.pass_time(ticks)
    walker.hands.do(walker.studio.playback.poll)
    return f"{ticks} ticks pass"


def play_instrument(walker: Walker) -> str:
    """Keys of an instrument, in order or not; other messages too."""
    player = walker.world.player
    pitches = [walker.random.randrange(36, 97) for _ in range(walker.choose((1, 1, 2, 4)))]
    for pitch in pitches:
        player.receive(note_on(pitch, walker.random.randrange(1, 128)))
        if walker.happens(0.7):
            player.pass_time(walker.choose((0, 120, 240)))
            player.receive(note_off(pitch))
    if walker.happens(0.2):
        player.receive(bytes((0xB0, 64, 127)))
    walker.hands.do(walker.studio.playback.poll)
    return f"played {pitches}"


def change_ports(walker: Walker) -> str:
    """Instruments come and go, and the player dies and is back."""
    reports: tuple[Report, ...] = (
        Outputs((SYNTH,)),
        Outputs(("Keys", SYNTH)),
        Outputs(()),
        OutputOpened(SYNTH),
        OutputOpened("Keys"),
        OutputLost(Words("Keys is gone.")),
        Inputs(("Keys",)),
        Inputs(()),
        InputOpened("Keys"),
        InputLost(Words("Keys is gone.")),
        Failed(Words("That was not possible.")),
        Restarted(Words("The player was started again.")),
    )
    report = walker.choose(reports)
    player = walker.world.player
    if isinstance(report, Restarted):
        player.tick = None
    player.reports.append(report)
    walker.hands.do(walker.studio.playback.poll)
    return f"{report}"


def drop_file(walker: Walker) -> str:
    """One, or two together."""
    paths = tuple(dict.fromkeys(walker.choose(walker.world.files) for _ in range(2)))
    walker.hands.do(lambda: walker.window.dropped.emit(paths))
    return f"dropped {' and '.join(path.name for path in paths)}"


def resize_window(walker: Walker) -> str:
    size = walker.choose(_SIZES)
    walker.hands.do(lambda: walker.window.resize(size))
    return f"resized to {size.toTuple()}"


def change_theme(walker: Walker) -> str:
    """The desktop turns dark or light."""
    theme = walker.choose((DARK, LIGHT))
    palette: QPalette = palette_from_theme(theme)
    walker.hands.do(lambda: QApplication.setPalette(palette))
    return "dark" if theme is DARK else "light"


def want_less(walker: Walker) -> str:
    """Whoever asks for hours of music, in sixteen takes, soon thinks better of it."""
    controls = walker.studio.document.controls
    takes, bars = walker.choose((1, 1, 1, 3)), walker.choose((4, 8, 12))
    less = replace(controls, takes=takes, bars=bars)
    walker.hands.do(lambda: walker.studio.document.set_controls(less))
    return f"{takes} takes of {bars} bars"


def go_there_and_back(walker: Walker) -> str:
    """Some steps undone and done again lead to where they began, if nothing is being made."""
    document = walker.studio.document
    walker.studio.window.seed.finish_typing()
    if not _rests(walker):
        return "something is being made"
    before = document.song, document.pins, document.asked
    far = walker.choose((1, 2, 5, 30))
    steps = 0
    while steps < far and document.undo_label is not None:
        walker.hands.do(walker.studio.actions["undo"].trigger)
        steps += 1
        if not _rests(walker):
            return f"{steps} back, and something is made there"
    for _ in range(steps):
        walker.hands.do(walker.studio.actions["redo"].trigger)
    after = document.song, document.pins, document.asked
    assert after == before, f"{steps} steps back and forth led from {before} to {after}"
    return f"{steps} steps there and back"


def _rests(walker: Walker) -> bool:
    """Whether nothing is on its way into the document: of a thread, of keys that are written, of
    music without end."""
    studio = walker.studio
    is_endless = walker.window.live.liveness.is_endless and studio.playback.is_playing
    is_written = studio.desk.recording.is_active or studio.desk.stepping.is_on
    return not (walker.world.is_making or is_endless or is_written)

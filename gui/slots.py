"""What each action of the table does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gui.studio import Studio

Slot = Callable[[], object]


def slots_of(studio: "Studio") -> dict[str, Slot]:
    """By the actions' names; parts of the studio that are made later are named when it is done."""
    window, files = studio.window, studio.files

    def after_typing(slot: Slot) -> Slot:
        """`slot`, but with all taken in that was typed or played a moment ago."""

        def call() -> None:
            studio.finish_input()
            slot()

        return call

    return {
        "new": after_typing(files.new),
        "open": after_typing(files.open),
        "save": after_typing(files.save),
        "save_as": after_typing(files.save_as),
        "export": after_typing(files.export),
        "export_audio": after_typing(lambda: studio.audio.export()),
        "open_model": files.open_model,
        "quit": window.close,
        "undo": studio.document.undo,
        "redo": studio.document.redo,
        "seed": window.seed.field.setFocus,
        "clear": window.seed.clear,
        "fork": lambda: studio.forking.open_at(
            min(window.roll.chosen, default=studio.playback.tick)
        ),
        "redraw": lambda: studio.redraw.redraw(),
        "adopt": lambda: studio.dialogue.adopt(),
        "answer": lambda: studio.dialogue.answer(),
        "record": lambda: studio.desk.recording.toggle(),
        "quantise": lambda: studio.desk.quantising.open(),
        "seed_played": lambda: studio.desk.recording.make_seed(),
        "step": lambda: studio.desk.stepping.toggle(),
        "step_rest": lambda: studio.desk.stepping.rest(),
        "step_back": lambda: studio.desk.stepping.back(),
        "generate": studio.generate,
        "cancel": studio.stop,
        "exchange": studio.takes.exchange,
        "star": lambda: studio.board.star(),
        "keep": lambda: studio.board.keep(),
        "play": studio.playback.play_or_pause,
        "stop": studio.playback.halt,
        "from_start": studio.playback.play_from_start,
        "loop": lambda: studio.console.looping.toggle(),
        "loop_bars": lambda: studio.console.looping.loop_selection(),
        "metronome": lambda: studio.console.toggle_metronome(),
        "tap": lambda: studio.console.tap(),
        "panic": studio.playback.panic,
        "letters": window.keyboard.letters.toggle,
        "to_start": studio.playback.to_start,
        "zoom_in": window.roll.zoom_in,
        "zoom_out": window.roll.zoom_out,
        "fit": window.roll.fit,
        "takes": lambda: studio.board.toggle(),
        "sound": lambda: studio.soundboard.open(),
        "piano": lambda: window.keyboard.setVisible(not window.keyboard.isVisible()),
    }

"""What each action of the table does."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from gui.menu.shortcuts import Shortcuts

if TYPE_CHECKING:
    from gui.notes.notes import Notes
    from gui.studio import Studio

Slot = Callable[[], object]

_TOOLS = "pointer", "pencil", "eraser"


def slots_of(studio: "Studio") -> dict[str, Slot]:
    """By the actions' names; parts of the studio that are made later are named when it is done."""
    window, files = studio.window, studio.files
    shortcuts = Shortcuts(window, lambda: studio.actions)

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
        "export": after_typing(lambda: studio.export.export()),
        "export_takes": after_typing(lambda: studio.export.export_takes()),
        "export_audio": after_typing(lambda: studio.audio.export()),
        "open_model": files.open_model,
        "salvage": lambda: studio.salvage.open(),
        "quit": window.close,
        "shortcuts": shortcuts.open,
        "undo": lambda: studio.workbench.notes.undo(),
        "redo": lambda: studio.workbench.notes.redo(),
        **_of_notes(studio, after_typing),
        **{
            tool: partial(window.roll.choose_tool, tool) for tool in ("pointer", "pencil", "eraser")
        },
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
        "exchange": lambda: studio.board.exchange(),
        "comp": lambda: studio.board.comp(),
        "star": lambda: studio.board.star(),
        "keep": lambda: studio.board.keep(),
        "play": studio.playback.play_or_pause,
        "stop": studio.playback.halt,
        "from_start": lambda: studio.playback.play_from(0),
        "play_here": lambda: studio.marks.play_here(),
        "loop": lambda: studio.console.looping.toggle(),
        "loop_bars": lambda: studio.console.looping.loop_selection(),
        "metronome": lambda: studio.console.toggle_metronome(),
        "tap": lambda: studio.console.tap(),
        "panic": studio.playback.panic,
        "letters": window.keyboard.letters.toggle,
        "to_start": lambda: studio.playback.seek(0),
        "zoom_in": window.roll.zoom_in,
        "zoom_out": window.roll.zoom_out,
        "fit": window.roll.fit,
        "field": lambda: studio.probing.toggle(),
        "note_names": lambda: studio.marks.toggle_names(),
        "degrees": lambda: studio.marks.toggle_degrees(),
        "key_rows": lambda: studio.marks.toggle_key_rows(),
        "seconds": lambda: studio.marks.toggle_seconds(),
        "takes": lambda: studio.board.toggle(),
        "velocities": lambda: studio.workbench.toggle_velocities(),
        "score": lambda: studio.scoring.toggle(),
        "sound": lambda: studio.soundboard.open(),
        "piano": lambda: window.keyboard.setVisible(not window.keyboard.isVisible()),
    }


def states_of(studio: "Studio") -> dict[str, Callable[[], bool]]:
    """Whether what an action turns on and off is on."""
    window = studio.window
    return {
        "record": lambda: studio.desk.recording.is_active,
        "step": lambda: studio.desk.stepping.is_on,
        "letters": window.keyboard.letters.isChecked,
        "loop": window.transport.loop_button.isChecked,
        "metronome": lambda: studio.sound.choices.metronome,
        "field": lambda: studio.probing.survey.is_on,
        "takes": lambda: studio.board.is_shown,
        "velocities": lambda: studio.workbench.shows_velocities,
        "score": lambda: studio.scoring.is_shown,
        "piano": window.keyboard.isVisible,
    }


def _of_notes(studio: "Studio", after_typing: Callable[[Slot], Slot]) -> dict[str, Slot]:
    """What is done to chosen notes."""

    def of(do: "Callable[[Notes], object]") -> Slot:
        return after_typing(lambda: do(studio.workbench.notes))

    return {
        "cut": of(lambda notes: notes.cut()),
        "copy": of(lambda notes: notes.copy()),
        "paste": of(lambda notes: notes.paste()),
        "delete": of(lambda notes: notes.delete()),
        "repeat": of(lambda notes: notes.repeat()),
        "choose_all": of(lambda notes: notes.choose_all()),
        "up": of(lambda notes: notes.transpose(1)),
        "down": of(lambda notes: notes.transpose(-1)),
        "scale_up": of(lambda notes: notes.step(1)),
        "scale_down": of(lambda notes: notes.step(-1)),
        "octave_up": of(lambda notes: notes.octaves(1)),
        "octave_down": of(lambda notes: notes.octaves(-1)),
        "earlier": of(lambda notes: notes.nudge(-1)),
        "later": of(lambda notes: notes.nudge(1)),
        "split": of(lambda notes: notes.split()),
        "join": of(lambda notes: notes.join()),
        "quantise_notes": of(lambda notes: notes.quantise()),
        "louder": of(lambda notes: notes.louder(1)),
        "softer": of(lambda notes: notes.louder(-1)),
    }

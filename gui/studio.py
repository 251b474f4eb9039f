"""Everything behind one window, connected."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.document import Document
from core.settings import Settings
from gui.composing.dialogue import Dialogue
from gui.composing.endless import Endless
from gui.composing.following import Following
from gui.composing.generation import Generation
from gui.composing.hints import Hints
from gui.composing.live import Live
from gui.composing.request import Request
from gui.composing.rework import Rework
from gui.editing import Editing
from gui.files.asking import Asking
from gui.files.files import Files
from gui.files.recipes import Recipes
from gui.job import Job
from gui.memory import EXAMPLE_SEED, Memory, project_from_settings
from gui.menu.actions import Actions
from gui.mirror import Mirror
from gui.models.blending import Blending
from gui.models.models import Models
from gui.offers import Offers
from gui.panels.fields import SpaceKey
from gui.playing.hearing import Hearing
from gui.playing.playback import Playback
from gui.playing.player import Sounding
from gui.playing.sounding import Sound
from gui.slots import slots_of, states_of
from gui.takes.takes import Takes
from gui.window import Window

if TYPE_CHECKING:
    from core.model.family import Model
    from gui.composing.redraw import Redraw
    from gui.desk import Desk
    from gui.field.forking import Forking
    from gui.field.probing import Probing
    from gui.files.audio import AudioExport
    from gui.files.exporting import Export
    from gui.files.importing import Importing
    from gui.files.recents import Recents
    from gui.files.writing import Writing
    from gui.languages import LanguageMenu
    from gui.menu.desktop import DesktopMenu
    from gui.notes.marks import Marks
    from gui.notes.workbench import Workbench
    from gui.playing.console import Console
    from gui.playing.soundboard import Soundboard
    from gui.playing.toning import Toning
    from gui.recovery.safety import Safety
    from gui.recovery.salvage import Salvage
    from gui.scoring import Scoring
    from gui.takes.board import Board
    from gui.viewing import Viewing


class Studio(QObject):
    """One window with its document, composer, player and files. `closed` says that all is over."""

    closed = Signal()
    board: "Board"
    console: "Console"
    desk: "Desk"
    desktop: "DesktopMenu"
    workbench: "Workbench"
    recents: "Recents"
    redraw: "Redraw"
    forking: "Forking"
    languages: "LanguageMenu"
    memory: Memory
    probing: "Probing"
    marks: "Marks"
    scoring: "Scoring"
    toning: "Toning"
    soundboard: "Soundboard"
    safety: "Safety"
    salvage: "Salvage"
    audio: "AudioExport"
    export: "Export"
    importing: "Importing"
    viewing: "Viewing"
    writing: "Writing"

    def __init__(
        self,
        settings: Settings,
        window: Window,
        make_player: Callable[[], Sounding],
        asking: Asking,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._is_equipped = self.is_closed = False
        self._make_player, self._asking = make_player, asking
        self.window = window
        self.document = Document(project_from_settings(settings))
        self.editing = Editing(self.document, self)
        self.models = Models(self)
        self.blending = Blending(self.document, self.models, self)
        self.generation = Generation(self.document, self.blending, self)
        self.takes = Takes(self.document, self.blending, self._ready_model, self)
        self.rework = Rework(self.document, self)
        self.playback = Playback(self)
        self.sound = Sound(settings.sound, self)
        self.hearing = Hearing(self.document, self.sound, self.playback, self)
        self.files = Files(self.document, asking, self)
        self.recipes = Recipes(self.document, self.blending)
        self.files.project_folder = settings.project_folder
        self.files.export_folder = settings.export_folder
        self.files.model_folder = settings.model_folder
        self.actions = Actions(window, window.roll, slots_of(self))
        self.actions.fill(window.menuBar())
        self.actions.follow(states_of(self))
        self.request = Request(
            *(window, self.document, self.models, self.blending, self.generation, self.takes), self
        )
        self.dialogue = Dialogue(
            window, self.document, self.rework, self.playback, self._ready_model, self
        )
        self._mirror = Mirror(
            window,
            self.actions,
            self.document,
            self.generation,
            (self.takes, self.rework),
            self.request,
            self.models,
            self.playback,
            self.files,
            self,
        )
        self._connect()
        live = Live(self.document, self.generation, self.playback, window, self)
        following = Following(
            *(self.document, self.generation, self.blending, self._ready_model, live), self
        )
        self.blending.changed.connect(following.look_at_model)
        endless = Endless(
            *(window, self.document, self.playback, self._ready_model, live.line),
            lambda: self.desk.recording.is_active,
            self,
        )
        endless.noted.connect(self.note)
        endless.failed.connect(self.tell)
        hints = Hints(self.document, window.seed, self.blending, self._ready_model, self)
        hints.failed.connect(self.tell)
        self.blending.changed.connect(self.takes.follow)
        window.restore_place(settings.geometry)
        window.arrange(settings.layout)
        window.record.show_choices(settings.recording)
        window.generate.show_lock(settings.keeps_random_seed)
        window.seed.remember(self.document.song.seed, settings.seed or EXAMPLE_SEED)
        self._mirror.show_document()

    def start(self, files: Sequence[Path] = ()) -> None:
        """Starts what takes its time: to be called when the window is on the screen."""
        if self.is_closed:
            return
        space = SpaceKey(self)
        space.watch(self.window)
        self.window.tame_wheel()
        for panel in (self.window.wishes, self.window.live, self.window.record):
            panel.made.connect(lambda panel=panel: space.watch(panel))
        self.window.unfold()
        from gui.equipment import equip

        equip(self, self._settings, self._asking)
        self._is_equipped = True
        for maker in (self.board, self.forking, self.scoring, self.soundboard):
            maker.made.connect(space.watch)
        sound = Job(lambda: (self._make_player() for _ in range(1)), self)
        sound.item.connect(self.hearing.start)
        sound.item.connect(self.toning.start)
        sound.item.connect(lambda player: self.playback.start(player, self._settings.output))
        sound.failed.connect(self.tell)
        sound.start()
        self._choose_model()
        self.blending.look()
        self.models.read_cards()
        self.files.open_paths(files, at_once=True)

    @Slot()
    def finish_input(self) -> None:
        """Takes in what was typed or played a moment ago, and where it is looked at."""
        self.window.seed.finish_typing()
        self.desk.recording.finish()
        self.viewing.keep()

    @Slot(str)
    def note(self, sentence: str) -> None:
        """Shows a sentence that is good to know."""
        self.window.message.show_sentence(sentence, "notice")

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Shows a sentence about something that is not as it should be."""
        self.window.message.show_sentence(sentence)

    @Slot()
    def generate(self) -> None:
        """Goes on from the seed with a new random seed, unless that is locked."""
        self.finish_input()
        self.window.message.clear()
        self.request.make()

    @Slot()
    def stop(self) -> None:
        """Ends what is being generated, and keeps what is there of it."""
        for maker in (self.request, self.generation, self.takes, self.rework):
            maker.stop()

    def _ready_model(self) -> "Model | None":
        return self.request.ready_model

    def keep_work(self, seconds: float = 0.0) -> bool | None:
        """Has unsaved work kept for the next start at once, and waits up to `seconds` for it.

        Whether it is kept by then; None where there is none.
        """
        if not self._is_equipped or not self.document.is_changed:
            return None
        return self.safety.keeper.flush(seconds)

    def close(self) -> None:
        """Ends everything that runs, keeps the settings, and closes the window. Before `start`
        there is nothing yet that could be kept.
        """
        if self.is_closed:
            return
        self.is_closed = True
        self.generation.drop()
        self.takes.drop()
        self.rework.stop()
        self.playback.close()
        for timer in self.findChildren(QTimer):
            timer.stop()  # of which some would begin a job
        for job in (*self.findChildren(Job), *self.window.findChildren(Job)):
            job.drop()
            job.wait()
        if self._is_equipped:
            self.memory.close()
            self.viewing.close()
        self.window.may_close = True
        self.window.close()
        if self._is_equipped:
            self.salvage.close()
            self.safety.close()
        self.closed.emit()

    def _connect(self) -> None:
        window, playback = self.window, self.playback
        window.leaving.connect(self._leave)
        for slot in (self.finish_input, self.files.open_paths):
            window.dropped.connect(slot)
        window.seed.typed.connect(self.editing.take_seed)
        window.seed.meter_chosen.connect(self.editing.set_meter)
        window.generate.changed.connect(self.document.set_controls)
        window.wishes.changed.connect(self.document.set_controls)
        window.generate.generate.connect(self.generate)
        window.generate.stop.connect(self.stop)
        window.model.chosen.connect(self.models.choose)
        window.model.open_file.connect(self.files.open_model)
        for keys in (window.keyboard.pressed, window.roll.pitch_pressed):
            keys.connect(playback.press)
        for keys in (window.keyboard.released, window.roll.pitch_released):
            keys.connect(playback.release)
        makers = self.generation, self.takes
        Offers(window.message, self.document, makers, self.models, self.files, self.generate, self)
        for maker in (self.request, *makers):
            maker.noted.connect(self.note)
            maker.told.connect(self.tell)
        self.rework.noted.connect(self.note)
        self.rework.reported.connect(window.statusBar().showMessage)
        for voice in (playback.told, self.hearing.told, self.files.told, self.rework.told):
            voice.connect(self.tell)
        for voice in (self.models.failed, self.models.doubted, self.blending.failed):
            voice.connect(self.tell)
        self.files.model_chosen.connect(self.models.choose)
        self.files.project_opened.connect(self._choose_model)

    @Slot()
    def _choose_model(self) -> None:
        """Opens the model that the document names."""
        self.models.choose_named(self.document.model, self.document.mapping)

    @Slot()
    def _leave(self) -> None:
        if not self._is_equipped:
            self.close()
            return
        self.finish_input()
        self.files.leave(self.close, self.safety.give_up)

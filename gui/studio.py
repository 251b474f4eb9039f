"""Everything behind one window, connected."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.document import Document
from core.errors import UserError
from core.settings import Settings, save_settings
from gui.actions import Actions
from gui.asking import Asking
from gui.blending import Blending
from gui.dialogue import Dialogue
from gui.editing import Editing
from gui.endless import Endless
from gui.files import Files
from gui.following import Following
from gui.generation import Generation
from gui.hearing import Hearing
from gui.hints import Hints
from gui.job import Job
from gui.live import Live
from gui.memory import EXAMPLE_SEED, present_settings, project_from_settings
from gui.mirror import Mirror
from gui.models import Models
from gui.offers import Offers
from gui.panels.fields import SpaceKey
from gui.playback import Playback
from gui.player import Sounding
from gui.recipes import Recipes
from gui.request import Request
from gui.rework import Rework
from gui.slots import slots_of, states_of
from gui.sounding import Sound
from gui.takes import Takes
from gui.window import Window

if TYPE_CHECKING:
    from core.model.family import Model
    from gui.audio import AudioExport
    from gui.board import Board
    from gui.console import Console
    from gui.desk import Desk
    from gui.exporting import Export
    from gui.forking import Forking
    from gui.languages import LanguageMenu
    from gui.marks import Marks
    from gui.probing import Probing
    from gui.redraw import Redraw
    from gui.safety import Safety
    from gui.salvage import Salvage
    from gui.scoring import Scoring
    from gui.soundboard import Soundboard
    from gui.toning import Toning
    from gui.workbench import Workbench
    from gui.writing import Writing

_log = logging.getLogger(__name__)


class Studio(QObject):
    """One window with its document, composer, player and files. `closed` says that all is over."""

    closed = Signal()
    board: "Board"
    console: "Console"
    desk: "Desk"
    workbench: "Workbench"
    redraw: "Redraw"
    forking: "Forking"
    languages: "LanguageMenu"
    probing: "Probing"
    marks: "Marks"
    scoring: "Scoring"
    toning: "Toning"
    soundboard: "Soundboard"
    safety: "Safety"
    salvage: "Salvage"
    audio: "AudioExport"
    export: "Export"
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
        self._make_player, self._asking = make_player, asking
        self.window = window
        self.document = Document(project_from_settings(settings))
        self.editing = Editing(self.document, self)
        self.models = Models(self)
        self.blending = Blending(self.document, self.models, self)
        self.generation = Generation(self.document, self)
        self.takes = Takes(self.document, self._ready_model, self)
        self.rework = Rework(self.document, self)
        self.playback = Playback(self)
        self.sound = Sound(settings.sound, self)
        self.hearing = Hearing(self.document, self.sound, self.playback, self)
        self.files = Files(self.document, asking, self)
        self.recipes = Recipes(self.document, self.models, self.blending)
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
        following = Following(self.document, self.generation, self._ready_model, live, self)
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

    def start(self, file: Path | None = None) -> None:
        """Starts what takes its time: to be called when the window is on the screen."""
        space = SpaceKey(self)
        space.watch(self.window)
        self.window.tame_wheel()
        for panel in (self.window.wishes, self.window.live, self.window.record):
            panel.made.connect(lambda panel=panel: space.watch(panel))
        self.window.unfold()
        from gui.equipment import equip

        equip(self, self._settings, self._asking)
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
        if file is not None:
            self.files.open_path(file)

    @Slot()
    def finish_input(self) -> None:
        """Takes in what was typed or played a moment ago."""
        self.window.seed.finish_typing()
        self.desk.recording.finish()

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

    def close(self) -> None:
        """Ends everything that runs, keeps the settings, and closes the window."""
        self.generation.drop()
        self.takes.drop()
        self.rework.stop()
        self.playback.close()
        try:
            save_settings(present_settings(self))
        except UserError as error:
            _log.warning("%s", error)
        for timer in self.findChildren(QTimer):
            timer.stop()  # of which some would begin a job
        for job in (*self.findChildren(Job), *self.window.findChildren(Job)):
            job.drop()
            job.wait()
        self.window.may_close = True
        self.window.close()
        self.salvage.close()
        self.safety.close()
        self.closed.emit()

    def _connect(self) -> None:
        window, playback = self.window, self.playback
        window.leaving.connect(self._leave)
        for slot in (self.finish_input, self.files.open_path):
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
        self.finish_input()
        self.files.leave(self.close, self.safety.give_up)

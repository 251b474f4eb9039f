"""What works on a tune that is there already; the first picture has no use for it."""

from typing import TYPE_CHECKING

from core.settings import Settings
from gui.asking import Asking
from gui.audio import AudioExport
from gui.board import Board
from gui.console import Console
from gui.desk import Desk
from gui.exporting import Export
from gui.forking import Forking
from gui.languages import LanguageMenu
from gui.letterkeys import give_letters
from gui.marks import Marks
from gui.parcels import Parcels
from gui.probing import Probing
from gui.redraw import Redraw
from gui.safety import Safety
from gui.salvage import Salvage
from gui.scoring import Scoring
from gui.soundboard import Soundboard
from gui.toning import Toning
from gui.workbench import Workbench
from gui.writing import Writing

if TYPE_CHECKING:
    from core.model.family import Model
    from gui.studio import Studio


def equip(studio: "Studio", settings: Settings, asking: Asking) -> None:
    """Makes these parts of the studio, once its window is on the screen."""
    window, document, rework = studio.window, studio.document, studio.rework

    def ready_model() -> "Model | None":
        return studio.request.ready_model

    studio.safety = Safety(document, studio)
    studio.safety.told.connect(studio.tell)
    studio.salvage = Salvage(
        *(studio.files, studio.safety.keeper, window.message, studio.actions, asking),
        studio.finish_input,
        studio,
    )
    studio.salvage.told.connect(studio.tell)
    studio.languages = LanguageMenu(settings.language, window)
    studio.languages.noted.connect(studio.note)
    studio.actions.add_menu("&View", studio.languages)
    give_letters(window.keyboard)
    parcels = Parcels(studio)
    parcels.told.connect(studio.tell)
    studio.closed.connect(parcels.close)
    studio.board = Board(
        *(window, studio.actions, document, studio.takes, studio.playback, studio.generate),
        parcels,
        studio,
    )
    studio.console = Console(
        window, document, studio.editing, studio.playback, studio.sound, studio
    )
    studio.redraw = Redraw(window, studio.actions, document, rework, ready_model, studio)
    studio.desk = Desk(
        *(window, studio.actions, document, studio.playback, studio.sound, studio.dialogue), studio
    )
    studio.workbench = Workbench(
        *(window, studio.actions, document, studio.playback, studio.generation),
        lambda: studio.desk.recording.is_active,
        studio,
    )
    if settings.layout.shows_velocities:
        studio.workbench.toggle_velocities()
    studio.forking = Forking(window, document, rework, ready_model, studio)
    studio.probing = Probing(
        *(window, studio.actions, document, rework, studio.blending, ready_model), studio
    )
    studio.probing.switch(settings.shows_field)
    studio.marks = Marks(
        *(window.roll, studio.actions, document, studio.playback, settings.labels), studio
    )
    studio.scoring = Scoring(window, studio.playback, studio)
    studio.closed.connect(studio.scoring.close)
    studio.toning = Toning(studio.sound, studio)
    studio.toning.told.connect(studio.tell)
    studio.soundboard = Soundboard(
        *(window, studio.sound, studio.toning, studio.hearing, studio.playback, asking), studio
    )
    studio.writing = Writing(window.message, studio)
    studio.writing.told.connect(studio.tell)
    studio.writing.reported.connect(studio.files.reported)
    studio.writing.progressed.connect(window.statusBar().showMessage)
    studio.audio = AudioExport(
        *(document, studio.files, studio.recipes, studio.writing, studio.sound, studio.toning),
        studio,
    )
    studio.export = Export(
        *(document, studio.takes, studio.board, window.roll, studio.files, studio.recipes),
        studio.writing,
        asking,
        studio,
    )
    studio.export.kind = settings.export_kind

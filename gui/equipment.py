"""What works on a tune that is there already; the first picture has no use for it."""

from typing import TYPE_CHECKING

from core.settings import Settings
from gui.composing.redraw import Redraw
from gui.desk import Desk
from gui.field.forking import Forking
from gui.field.probing import Probing
from gui.files.asking import Asking
from gui.files.audio import AudioExport
from gui.files.exporting import Export
from gui.files.importing import Importing
from gui.files.parcels import Parcels
from gui.files.recents import Recents
from gui.files.writing import Writing
from gui.languages import LanguageMenu
from gui.memory import Memory
from gui.menu.desktop import DesktopMenu
from gui.models.origin import Origin
from gui.notes.marks import Marks
from gui.notes.workbench import Workbench
from gui.playing.console import Console
from gui.playing.letterkeys import give_letters
from gui.playing.soundboard import Soundboard
from gui.playing.toning import Toning
from gui.recovery.safety import Safety
from gui.recovery.salvage import Salvage
from gui.scoring import Scoring
from gui.takes.board import Board
from gui.viewing import Viewing

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
    studio.recents = Recents(
        *(studio.files, studio.actions, window.message, studio.finish_input, window), studio
    )
    studio.recents.told.connect(studio.tell)
    studio.desktop = DesktopMenu(studio.actions, studio)
    studio.desktop.noted.connect(studio.note)
    studio.desktop.told.connect(studio.tell)
    studio.languages = LanguageMenu(settings.language, window)
    studio.languages.noted.connect(studio.note)
    studio.actions.add_menu("&View", studio.languages)
    give_letters(window.keyboard)
    parcels = Parcels(studio)
    parcels.told.connect(studio.tell)
    studio.closed.connect(parcels.close)
    studio.board = Board(
        *(window, studio.actions, document, studio.takes, studio.blending, studio.playback),
        studio.generate,
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
        lambda: studio.importing.paste(),
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
    studio.viewing = Viewing(
        *(window, document, studio.board, studio.probing, studio.scoring, studio.workbench), studio
    )
    studio.toning = Toning(studio.sound, studio)
    studio.toning.told.connect(studio.tell)
    studio.soundboard = Soundboard(
        *(window, studio.sound, studio.toning, studio.hearing, studio.playback, asking), studio
    )
    origin = Origin(document, studio.models, studio.files, studio)
    origin.noted.connect(studio.note)
    studio.importing = Importing(window, document, studio.files, studio.playback, studio)
    window.seed.field.music_pasted.connect(studio.importing.paste)
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
    studio.memory = Memory(studio)  # last, as it looks how everything stands
    studio.memory.told.connect(studio.tell)

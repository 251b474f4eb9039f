"""The window shows what is behind it: the document, the model, the player."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from core.document import Document
from core.model.library import name_of
from core.music.key import C_MAJOR
from core.music.song import Song
from core.words import Words, counted
from gui.composing.generation import Generation
from gui.composing.request import Request
from gui.composing.rework import Rework
from gui.files.files import Files
from gui.language import tr
from gui.menu.actions import Actions
from gui.models.models import Models
from gui.playing.playback import Playback
from gui.takes.takes import Takes
from gui.window import Window

_SHOWN_MS = 6000
_NO_PHRASES = Words("This model does not know phrases: its songs do not mark them")


class Mirror(QObject):
    """Brings every change to the panels, and says of each control why it cannot be used now."""

    def __init__(
        self,
        window: Window,
        actions: Actions,
        document: Document,
        generation: Generation,
        makers: Sequence[Takes | Rework],
        request: Request,
        models: Models,
        playback: Playback,
        files: Files,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._actions, self._document = window, actions, document
        self._generation, self._models = generation, models
        self._makers = (request, generation, *makers)
        self._request = request
        self._playback, self._files = playback, files
        self._shown: Song | None = None
        document.listen(self.show_document)
        request.changed.connect(self._allow)
        request.reported.connect(window.statusBar().showMessage)
        generation.grew.connect(window.roll.show_song)
        generation.running_changed.connect(self._show_running)
        generation.reported.connect(window.statusBar().showMessage)
        for maker in (request, *makers):
            maker.running_changed.connect(self._allow)
        models.changed.connect(self._show_model)
        playback.moved.connect(self._show_playhead)
        playback.sounding_changed.connect(window.keyboard.piano.show_sounding)
        playback.playing_changed.connect(self._allow)
        playback.playing_changed.connect(window.transport.show_playing)
        playback.outputs_changed.connect(self._show_outputs)
        files.reported.connect(lambda text: window.statusBar().showMessage(text, _SHOWN_MS))

    def show_document(self) -> None:
        """Shows the document as it is now."""
        song, window = self._document.song, self._window
        window.generate.show_controls(self._document.controls)
        window.wishes.show_controls(self._document.controls)
        if song is not self._shown:
            self._shown = song
            window.seed.show_song(song)
            window.transport.show_tempo(song.tempos)
            window.roll.show_song(song)
            window.wishes.show_key(song.key or C_MAJOR)
            window.facts.setText(_facts(song))
            self._playback.show_song(song)
        window.roll.show_pins(self._document.pins)
        window.setWindowTitle(f"{self._files.name}[*]")
        window.setWindowModified(self._document.is_changed)
        self._allow()

    @Slot()
    def _allow(self) -> None:
        document = self._document
        no_tune = self._request.why_not
        is_running = any(maker.is_running for maker in self._makers)
        idle = "" if is_running else tr("Nothing is being generated")
        empty = "" if document.song.melody.notes else tr("There are no notes yet")
        self._window.generate.allow(no_tune, idle)
        is_silent = bool(empty) and not self._playback.is_playing
        silent = (
            tr("There is nothing to play yet: type a seed or press Generate") if is_silent else ""
        )
        self._window.transport.allow_play(silent)
        unheard = tr("Play or type a phrase first") if empty else ""
        mute = no_tune or self._request.why_later or unheard
        self._window.live.allow_answer(mute)
        is_own = document.song.melody.end <= document.song.seed_end
        reasons = {
            "generate": no_tune,
            "answer": mute,
            "adopt": tr("All of the tune is the seed already") if is_own else "",
            "cancel": idle,
            "play": silent,
            "to_start": silent,
            "export": empty,
            "export_audio": empty,
            "fork": empty,
            "clear": "" if self._window.seed.text else tr("The seed is empty already"),
            "undo": "" if document.undo_label else tr("There is nothing to take back"),
            "redo": "" if document.redo_label else tr("Nothing was taken back"),
        }
        for name, reason in reasons.items():
            self._actions.allow(name, reason)
        undo, redo = document.undo_label, document.redo_label
        self._actions["undo"].setText(tr("&Undo {step}", step=undo) if undo else tr("&Undo"))
        self._actions["redo"].setText(tr("&Redo {step}", step=redo) if redo else tr("&Redo"))

    @Slot(bool)
    def _show_running(self, is_running: bool) -> None:
        if not is_running:
            self._window.roll.show_song(self._document.song)  # a dropped tune leaves no preview
        self._allow()

    @Slot()
    def _show_model(self) -> None:
        models, panel = self._models, self._window.model
        panel.show_models(models.paths, models.cards, models.path)
        panel.show_state(models.is_opening, models.model is not None)
        knows = models.model is None or models.model.knows_phrases
        self._window.wishes.allow_phrases("" if knows else tr(_NO_PHRASES))
        titles = {
            name_of(path): models.cards[path].name if path in models.cards else path.stem
            for path in models.paths
        }
        self._window.wishes.show_models(titles, titles.get(models.name, ""))
        self._document.set_model(models.name, models.mapping)
        self._allow()

    @Slot(float)
    def _show_playhead(self, tick: float) -> None:
        self._window.roll.show_playhead(tick)
        self._window.transport.show_position(self._document.song.meters, tick)

    @Slot()
    def _show_outputs(self) -> None:
        self._window.transport.show_outputs(self._playback.outputs, self._playback.output)


def _facts(song: Song) -> str:
    if not song.melody.notes:
        return ""
    notes = counted("{n:,} notes", "{n:,} note", len(song.melody))
    return tr(counted("{notes} in {n:,} bars", "{notes} in {n:,} bar", song.bars, notes=notes))

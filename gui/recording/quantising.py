"""Quantising chosen notes, or what was played, as often as one likes: the original is kept."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Slot

from core.document import Document
from core.edit.edited import Chosen, Edited
from core.edit.grid import quantised
from core.edit.song import song_from_edited
from core.music.melody import Melody
from core.music.song import Song
from core.recording.performance import Performance
from core.recording.stroke import Stroke
from core.words import Words
from gui.language import tr
from gui.panels.quantise import QuantiseDialog
from gui.recording.recording import Recording
from gui.window import Window

QUANTISE = Words("Quantise")
_CHOSEN = Words("Of the chosen notes; the others stay, but for what comes to lie under them.")
_ORIGINAL = Words(
    "Of the recording as it was played, which is kept: quantise it again as you like."
)
_TUNE = Words("Of the notes of the tune as they are; the last recording was changed since.")


class Quantising(QObject):
    """Shows the result in the roll while the dialog is open; Apply makes one step of it."""

    def __init__(
        self,
        window: Window,
        document: Document,
        recording: Recording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._document, self._recording = window, document, recording
        self._dialog: QuantiseDialog | None = None
        self._performance: Performance | None = None
        self._shown = document.song
        self._chosen: Chosen = frozenset()
        window.record.quantise.connect(self.open)
        document.listen(self._close)

    @Slot()
    def open(self) -> None:
        self._recording.finish()
        self._chosen = self._window.roll.chosen
        original = None if self._chosen else self._recording.original
        self._performance = original or performance_from_song(self._document.song)
        self._shown = self._document.song
        if self._dialog is None:
            choices = self._window.record.choices
            self._dialog = QuantiseDialog(choices.quantisation, self._window)
            self._dialog.changed.connect(self._show)
            self._dialog.accepted.connect(self._apply)
            self._dialog.rejected.connect(self._leave)
        self._dialog.describe(tr(_CHOSEN if self._chosen else _ORIGINAL if original else _TUNE))
        self._dialog.show()
        self._dialog.move(self._place(self._dialog))
        self._show()

    def _place(self, dialog: QuantiseDialog) -> QPoint:
        """Below the notes, where most of them are in sight."""
        keyboard = self._window.keyboard
        corner = keyboard.mapToGlobal(QPoint(keyboard.width(), keyboard.height()))
        return corner - QPoint(dialog.frameGeometry().width(), dialog.frameGeometry().height())

    def _song(self) -> Song:
        assert self._performance is not None
        assert self._dialog is not None
        song = self._document.song
        if self._chosen:
            return song_from_edited(song, self._edited())
        melody = self._performance.melody(self._dialog.quantisation)
        whole = song.seed_end >= song.melody.end
        seed_end = melody.end if whole else min(song.seed_end, melody.end)
        return replace(song, melody=melody, seed_end=seed_end)

    def _edited(self) -> Edited:
        assert self._dialog is not None
        song = self._document.song
        return quantised(song.melody, self._chosen, self._dialog.quantisation, song.meters)

    @Slot()
    def _show(self) -> None:
        self._window.roll.show_song(self._song())

    @Slot()
    def _apply(self) -> None:
        performance, dialog = self._performance, self._dialog
        assert performance is not None
        assert dialog is not None
        if self._chosen:
            edited = self._edited()
            self._document.edit(QUANTISE, edited)
            self._chosen = edited.chosen
        else:
            self._document.commit(QUANTISE, self._song())
            self._recording.keep(performance, dialog.quantisation)
        self._leave()

    @Slot()
    def _leave(self) -> None:
        self._performance = None
        self._window.roll.show_song(self._document.song)
        if self._chosen:
            self._window.roll.choose(self._chosen)

    def _close(self) -> None:
        """What the dialog is about is no longer there."""
        if self._performance is not None and self._document.song is not self._shown:
            assert self._dialog is not None
            self._dialog.reject()


def performance_from_song(song: Song) -> Performance:
    """The notes of a tune as if somebody had played them so."""
    strokes = tuple(Stroke(n.onset, n.end, n.pitch, n.velocity) for n in song.melody)
    base, end = Melody((), song.melody.end), song.melody.end
    return Performance(base, song.meters, 0, end, strokes, overdubs=True)

"""What the panels change in the document."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Slot

from core.document import Document
from core.music.meter import Meter, MeterMap
from core.music.tempo import TempoMap
from core.music.text import Typed
from core.words import Words

_PAUSE_MS = 1500
"""What is changed after such a pause is a step of its own for undo."""


class Editing(QObject):
    """Each change is one labelled step; letters typed without a pause, or turns of a knob, join."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._turned = (document.song.tempos, document.song.tempos)  # from which, and to which
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(document.close_step)

    @Slot(object)
    def take_seed(self, typed: Typed) -> None:
        """Puts what was typed in the place of the tune, whose continuation belonged to the old."""
        song = self._document.song
        if typed.melody == song.seed:
            return
        meters, tempos = song.meters, song.tempos
        if not typed.melody.notes:
            meters, tempos = MeterMap.constant(meters.meter), TempoMap.constant(tempos.first)
        tune = replace(
            song,
            melody=typed.melody,
            meters=meters,
            tempos=tempos,
            key=None,
            seed_end=typed.melody.end,
            phrase_ends=(),
        )
        self._document.commit(Words("Edit seed"), tune, merge=True)
        self._pause.start()

    @Slot(float)
    def set_tempo(self, tempo: float) -> None:
        """Turns all tempi in proportion, so that the tune begins at `tempo`.

        Those that came to the end of the range go back from there as far as they went beyond it.
        """
        song = self._document.song
        if song.tempos != self._turned[1]:
            self._turned = song.tempos, song.tempos
        origin = self._turned[0]
        self._turned = origin, origin.with_first(tempo)
        self._document.commit(
            Words("Change tempo"), replace(song, tempos=self._turned[1]), merge=True
        )
        self._pause.start()

    @Slot(object)
    def set_meter(self, meter: Meter) -> None:
        """The notes stay; only the bar lines move. An upbeat longer than the new bar is none."""
        song = self._document.song
        pickup = song.meters.pickup if song.meters.pickup < meter.bar else 0
        changed = replace(song, meters=MeterMap.constant(meter, pickup))
        self._document.commit(Words("Change meter"), changed)

"""The transport bar: what its controls do, and how the choices of sound stand there."""

import time
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from core.document import Document
from core.music.melody import QUARTER
from core.sound.choices import SoundChoices
from core.sound.playing.manner import manner_from_choices
from core.sound.taps import Taps
from gui.editing import Editing
from gui.playing.looping import Looping
from gui.playing.playback import Playback
from gui.playing.sounding import Sound
from gui.window import Window


class Console(QObject):
    """Brings what is asked of the transport to the music, while it plays or before."""

    def __init__(
        self,
        window: Window,
        document: Document,
        editing: Editing,
        playback: Playback,
        sound: Sound,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._document, self._editing = window, document, editing
        self._playback, self._sound = playback, sound
        self._taps = Taps()
        self.looping = Looping(window, document, playback, self)
        bar = window.transport
        bar.play.connect(playback.play_or_pause)
        bar.stop.connect(playback.halt)
        bar.to_start.connect(lambda: playback.seek(0))
        bar.tempo_chosen.connect(editing.set_tempo)
        bar.output_chosen.connect(playback.choose_output)
        bar.tap.connect(self.tap)
        bar.metronome.connect(self.toggle_metronome)
        bar.panic.connect(playback.panic)
        window.roll.seek_requested.connect(playback.seek)
        sound.changed.connect(self._take)
        self._take(sound.choices)

    @Slot()
    def tap(self) -> None:
        """Takes the tempo, where the tune is, from the felt beats that are tapped."""
        song, tick = self._document.song, self._playback.tick
        beat = song.meters.meter_at(tick).beat
        tempo = self._taps.tap(time.perf_counter(), beat / QUARTER)
        if tempo is not None:
            self._editing.set_tempo(tempo * song.tempos.first / song.tempos.at(tick))

    @Slot()
    def toggle_metronome(self) -> None:
        choices = self._sound.choices
        self._sound.choose(replace(choices, metronome=not choices.metronome))

    @Slot(object)
    def _take(self, choices: SoundChoices) -> None:
        self._playback.set_manner(manner_from_choices(choices), choices.count_in)
        self._window.transport.show_metronome(choices.metronome)

"""You play, the model answers, you play on."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from core.compose.controls import HIGHEST_RANDOM_SEED, MOST_BARS
from core.document import Document
from core.music.key import pitch_name
from core.music.song import Song
from core.music.tonality import estimate_key
from gui.playback import Playback
from gui.rework import Rework
from gui.window import Window

if TYPE_CHECKING:
    from core.compose.pins.pinned import Led
    from core.model.family import Model

ANSWER = "Answer"
ADOPT = "Make the tune the seed"
_NOT_READY = (
    "There can be no answer now: wait for the model, and mend the seed if it is underlined."
)


class Dialogue(QObject):
    """Adds an answer to the tune and plays it; the on-screen piano writes on behind it."""

    def __init__(
        self,
        window: Window,
        document: Document,
        rework: Rework,
        playback: Playback,
        ready_model: "Callable[[], Model | None]",
        parent: QObject | None = None,
    ) -> None:
        """`ready_model` gives the model where something can be made now."""
        super().__init__(parent)
        self._window, self._document = window, document
        self._rework, self._playback = rework, playback
        self._ready_model = ready_model
        self._awaited: int | None = None  # the end of the phrase that is being answered
        window.live.answer.connect(self.answer)
        window.keyboard.note_added.connect(self._add_note)
        window.keyboard.rest_added.connect(self._add_rest)
        rework.running_changed.connect(self._play)

    @Slot()
    def answer(self) -> None:
        """Answers what the tune ends with, with a new random seed unless that is locked."""
        self._window.seed.finish_typing()
        model, song = self._ready_model(), self._document.song
        asked = self._window.live.liveness
        if model is None:
            self._rework.told.emit(_NOT_READY)
            return
        if song.bars + asked.answer_bars + 1 > MOST_BARS:
            self._rework.told.emit(
                f"With an answer the tune would have more than {MOST_BARS} bars; begin a new one."
            )
            return
        controls = self._document.controls
        if not self._window.generate.lock.isChecked():
            controls = replace(controls, random_seed=random.randint(1, HIGHEST_RANDOM_SEED))

        def steps(song: Song) -> "Iterator[float | Led]":
            from core.compose.live.answer import answer_song  # numpy, which the start needs not

            return answer_song(model, song, controls, asked.answer_bars, asked.answer_line)

        self._rework.start(ANSWER, "Answering", steps)
        self._awaited = song.melody.end

    @Slot(bool)
    def _play(self, is_running: bool) -> None:
        """Plays the answer that is there now, from the line on which it begins."""
        if is_running or self._awaited is None:
            return
        song, asked, end = self._document.song, self._window.live.liveness, self._awaited
        self._awaited = None
        if song.melody.end > end and not self._playback.is_playing:
            self._playback.seek(song.meters.next_line(end, asked.answer_line))
            self._playback.toggle()

    @Slot()
    def adopt(self) -> None:
        """Makes all of the tune the user's own, to type on behind it."""
        song = self._document.song
        self._document.commit(ADOPT, replace(song, seed_end=song.melody.end))

    def _write(self, name: str, length: str) -> None:
        self._document.close_step()
        if self._document.undo_label == ANSWER:
            self.adopt()
        if not self._window.seed.is_reading:
            self._window.seed.append(name, length)

    @Slot(int, str)
    def _add_note(self, pitch: int, length: str) -> None:
        song = self._document.song
        self._write(pitch_name(pitch, song.key or estimate_key(song.seed)), length)

    @Slot(str)
    def _add_rest(self, length: str) -> None:
        self._write("r", length)

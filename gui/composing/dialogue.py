"""You play, the model answers, you play on."""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from core.compose.controls import HIGHEST_RANDOM_SEED, MOST_BARS
from core.document import Document
from core.music.key import pitch_name
from core.music.song import Song
from core.music.tonality import estimate_key
from core.words import Words
from gui.composing.rework import Rework
from gui.language import tr
from gui.playing.playback import Playback
from gui.window import Window

if TYPE_CHECKING:
    from core.compose.pins.pinned import Led
    from core.model.family import Model

_AHEAD_SECONDS, _SAFETY = 0.15, 1.5
_PASSING_SECONDS = 0.06
"""So long it takes until the player has what is committed now."""

ANSWER = Words("Answer", "step to undo")
ADOPT = Words("Make the tune the seed")
_NOT_READY = Words(
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
        self._awaited: int | None = None  # where the answer that is being made begins
        self._is_owed = False
        self._began_seconds = self._needed_seconds = 0.0
        window.live.answer.connect(self.answer)
        window.keyboard.note_added.connect(self._add_note)
        window.keyboard.rest_added.connect(self._add_rest)
        rework.running_changed.connect(self._take)
        playback.moved.connect(self._try_again)
        playback.playing_changed.connect(self._forget)

    @Slot()
    def answer(self) -> None:
        """Answers what the tune ends with, with a new random seed unless that is locked."""
        self._window.seed.finish_typing()
        if self._ready_model() is None:
            self._rework.told.emit(tr(_NOT_READY))
        else:
            self._start()

    def answer_in_time(self) -> None:
        """The same while it plays; where that is not possible yet, as soon as it is."""
        self._is_owed = True
        self._try_again()

    def _start(self) -> None:
        self._is_owed = False
        model, song = self._ready_model(), self._document.song
        asked = self._window.live.liveness
        dialogue = song.with_melody(song.melody.extended((), max(song.melody.end, self._soonest())))
        if dialogue.bars + asked.answer_bars + 1 > MOST_BARS:
            self._rework.told.emit(
                tr(
                    "With an answer the tune would have more than {bars} bars; begin a new one.",
                    bars=MOST_BARS,
                )
            )
            return
        controls = self._document.controls
        if not self._window.generate.lock.isChecked():
            controls = replace(controls, random_seed=random.randint(1, HIGHEST_RANDOM_SEED))
        onset = dialogue.meters.next_line(dialogue.melody.end, asked.answer_line)

        def steps(_: Song) -> "Iterator[float | Led]":
            from core.compose.live.answer import answer_song  # numpy, which the start needs not

            assert model is not None
            return answer_song(model, dialogue, controls, asked.answer_bars, asked.answer_line)

        def is_late(_: Song) -> bool:
            self._is_owed = self._playback.is_playing and onset < self._at(_PASSING_SECONDS)
            return self._is_owed

        self._began_seconds = time.monotonic()
        self._rework.start(ANSWER, Words("Answering"), steps, is_late)
        self._awaited = onset

    def _at(self, seconds: float) -> int:
        """The tick that is heard in so many seconds."""
        return self._document.song.tempos.tick_after(self._playback.tick, seconds)

    def _soonest(self) -> int:
        """Where an answer can begin at the earliest: it takes a while to be made."""
        if not self._playback.is_playing:
            return 0
        return self._at(max(_AHEAD_SECONDS, _SAFETY * self._needed_seconds))

    @Slot(bool)
    def _take(self, is_running: bool) -> None:
        """Plays the answer that is there now; one that came too late is made for a later line."""
        if is_running or self._awaited is None:
            return
        onset, self._awaited = self._awaited, None
        self._needed_seconds = time.monotonic() - self._began_seconds
        if self._document.song.melody.end > onset and not self._playback.is_playing:
            self._playback.seek(onset)
            self._playback.toggle()

    @Slot()
    def _try_again(self) -> None:
        """Makes an answer that is owed, once there is a model and nothing else is being made."""
        if self._is_owed and self._ready_model() is not None and not self._rework.is_running:
            self._start()

    @Slot(bool)
    def _forget(self, is_playing: bool) -> None:
        if not is_playing:
            self._is_owed = False

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

"""The tune goes on for as long as it plays."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.compose.controls import MOST_BARS
from core.document import Document
from core.music.melody import QUARTER, Melody, Note
from core.music.song import Song
from core.music.tonality import estimate_key
from core.words import Words
from gui.job import Job
from gui.language import tr
from gui.playing.playback import Playback
from gui.window import Window

if TYPE_CHECKING:
    from core.model.family import Model

ENDLESS = Words("Endless", "step to undo")
_LEAST_BARS, _BARS = 4, 4
"""When fewer bars than the first are still to be played, so many more are composed."""


class Endless(QObject):
    """Composes ahead of the playhead while the box is ticked and the tune plays.

    What is composed until the music stops is one step of the document. A knob, or another model,
    changes what comes behind the commit line. To undo it takes the mark from the box; so does the
    longest tune that there can be, which `noted` says.
    """

    noted = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        window: Window,
        document: Document,
        playback: Playback,
        ready_model: "Callable[[], Model | None]",
        line: Callable[[], int | None],
        is_recording: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """`ready_model` gives the model where something can be made now, `line` the tick from which
        on the tune may change; None: all of it. While something is recorded nothing grows."""
        super().__init__(parent)
        self._window, self._document, self._playback = window, document, playback
        self._ready_model, self._line = ready_model, line
        self._is_recording = is_recording
        self._asked: tuple[object, ...] = ()
        self._coming: Iterator[Note] | None = None
        self._has_step = False
        self._base = self._grown = document.song.melody
        self._notes: list[Note] = []
        self._job: Job | None = None
        for signal in (playback.moved, playback.playing_changed, window.live.changed):
            signal.connect(self._look)
        document.listen(self._look)

    @Slot()
    def _look(self) -> None:
        """Composes more if it is time, and anew if what is to come was asked for otherwise."""
        liveness, document = self._window.live.liveness, self._document
        model = self._ready_model()
        is_off = not liveness.is_endless or not self._playback.is_playing
        if is_off or model is None or self._is_recording():
            self._leave()
            self._has_step = False
            return
        melody, meters = document.song.melody, document.song.meters
        asked = (model, replace(document.controls, takes=1), liveness.cadence, meters)
        if self._coming is not None and (melody is not self._grown or asked != self._asked):
            self._leave()
            if melody is self._grown:
                self._start(model, asked, self._cut(document.song))
                return
            self._has_step = False
            if document.redo_label == ENDLESS:  # or it would grow again at once
                self._window.live.end_endless()
                return
        left = melody.end - self._playback.tick
        if self._job is None and left < _LEAST_BARS * meters.meter_at(melody.end).bar:
            self._start(model, asked, melody)

    def _cut(self, song: Song) -> Melody:
        """What was played, up to the line; of the seed all of it."""
        line = max(self._coming_line(), song.seed_end)
        kept = tuple(note for note in song.melody if note.onset < line)
        return Melody(kept, max(min(line, song.melody.end), kept[-1].end if kept else 0))

    def _coming_line(self) -> int:
        """Where something new can begin in time."""
        next_bar = self._document.song.meters.next_bar(self._playback.tick + QUARTER // 2)
        return self._line() or next_bar

    def _start(self, model: "Model", asked: tuple[object, ...], base: Melody) -> None:
        from core.compose.live.endless import go_on  # numpy, which the start needs not

        if base.end < self._playback.tick + QUARTER // 2:  # what was played has just ended
            base = base.extended((), max(base.end, self._coming_line()))
        song = replace(self._document.song, melody=base)
        if self._coming is None:
            controls, cadence = self._document.controls, self._window.live.liveness.cadence
            self._coming, self._asked = go_on(model, song, controls, cadence), asked
        goal = song.meters.bar_onset(song.meters.position(base.end)[0] + _BARS)
        longest = song.meters.end_of(MOST_BARS)
        if goal > longest:
            self._leave()
            self._window.live.end_endless()
            self.noted.emit(
                tr("A tune has at most {bars} bars, and so this one will end soon.", bars=MOST_BARS)
            )
            return
        coming = self._coming

        def steps() -> Iterator[object]:
            for note in coming:
                yield note
                if note.end >= goal:
                    return

        self._base, self._notes = base, []
        self._grown = self._document.song.melody
        self._job = Job(steps, self)
        self._job.item.connect(self._notes.append)
        self._job.failed.connect(self.failed)
        self._job.done.connect(self._finish)
        self._job.start()

    @Slot()
    def _finish(self) -> None:
        self._job = None
        song = self._document.song
        if not self._notes:
            self._leave()
            return
        if self._notes[0].onset < self._playback.tick:  # too late; in time for the next line
            self._leave()
            self._look()
            return
        self._grown = self._base.extended(self._notes)
        key = song.key or estimate_key(self._base)
        grown = replace(song, melody=self._grown, key=key)
        if self._has_step and self._document.undo_label == ENDLESS:
            self._document.amend(grown)
        else:
            self._has_step = True
            self._document.commit(ENDLESS, grown)

    def _leave(self) -> None:
        """Forgets what was to come; the tune stays as it is."""
        self._coming = None
        if self._job is not None:
            self._job.drop()
            self._job = None

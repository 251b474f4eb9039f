"""Recording: what is played becomes a step of the document."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from core.document import Document
from core.music.melody import QUARTER, Melody
from core.recording.choices import RecordingChoices
from core.recording.passing import Passing
from core.recording.performance import Performance, seed_from_notes, song_from_performance
from core.recording.quantisation import Quantisation
from core.recording.session import Session
from core.words import Words, counted
from gui.language import tr
from gui.playing.playback import Playback
from gui.recording.firstnote import FirstNote

if TYPE_CHECKING:
    from core.music.song import Song
    from core.sound.choices import SoundChoices
    from core.sound.reports import Received

RECORD = Words("Record", "step to undo")
MAKE_SEED = Words("Make what was played the seed")
NOTHING_PLAYED = Words("Record something first")

State = Literal["idle", "waiting", "starting", "recording"]
"""Armed until the first note; counted in; recording."""

CHORD_SECONDS = 0.03
"""Keys that go down within so long are a chord."""

_NOTE_ON = 0x90
_SHOW_SECONDS, _SETTLE_SECONDS = 0.06, 0.25
_REST = 8
"""So many times as long as it took to show a long recording, nothing is shown anew."""


class Recording(QObject):
    """Records over the tune while it plays; whatever ends the playing, what was played is kept.

    `state_changed` brings the State, `grew` the Song as it would be with what was played so far,
    and `noted` brings a sentence on what was recorded, which is one step of the document.
    """

    state_changed = Signal(str)
    grew = Signal(object)
    noted = Signal(str)

    def __init__(
        self,
        document: Document,
        playback: Playback,
        choices: Callable[[], RecordingChoices],
        sound: "Callable[[], SoundChoices]",
        goes_on: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """`goes_on`: whether time shall run on behind the tune when a recording has ended."""
        super().__init__(parent)
        self._document, self._playback = document, playback
        self._choices, self._sound, self._goes_on = choices, sound, goes_on
        self._state: State = "idle"
        self._session: Session | None = None
        self._first: FirstNote | None = None
        self._has_step = self._is_finishing = False
        self._own = document.song.melody
        self._next_show_seconds = self._settled_seconds = 0.0
        self._last: tuple[Performance, Quantisation, Melody] | None = None
        playback.received.connect(self._hear)
        playback.moved.connect(self._move)
        playback.leaving.connect(self._end_here)
        playback.playing_changed.connect(self._follow_playing)
        playback.told.connect(self._look_whether_it_starts)
        document.listen(self._follow_document)

    @property
    def state(self) -> State:
        return self._state

    @property
    def is_active(self) -> bool:
        """Whether keys that are played are recorded, or will be."""
        return self._state != "idle"

    @property
    def original(self) -> Performance | None:
        """The tune as it was played; None where it is not the last recording."""
        last = self._last
        return last[0] if last is not None and last[2] == self._document.song.melody else None

    @property
    def phrase(self) -> Melody:
        """What was played since `cut`, as it was played."""
        if self._session is None:
            return Melody()
        self._session.move(self._playback.tick)
        notes = self._session.performance.played(Quantisation())
        return Melody(notes, notes[-1].end if notes else 0)

    def keep(self, performance: Performance, quantisation: Quantisation) -> None:
        """The tune is now what `quantisation` makes of `performance`."""
        self._last = performance, quantisation, self._document.song.melody

    @Slot()
    def toggle(self) -> None:
        """Begins to record, as the choices have it, or ends it."""
        if self.is_active:
            self.finish()
        else:
            self.begin(self._choices().waits)

    def begin(self, waits: bool) -> None:
        """Records from the playhead on; `waits`: from the first note on, if nothing plays yet."""
        playback = self._playback
        if playback.is_playing:
            playback.run_on(True)
            self._open(playback.tick)
            self._set_state("recording")
        elif waits:
            self._set_state("waiting")
        else:
            from core.sound.playing.clicks import count_in_ticks

            self._open(self._place())
            self._set_state("starting")
            meters, bars = self._document.song.meters, self._sound().count_in
            playback.run_from(self._start, count_in_ticks(meters, self._start, bars))

    def finish(self) -> None:
        """Ends the recording, and keeps what was played; nothing happens where there is none."""
        if self._session is not None and self._playback.is_playing and not self._is_finishing:
            self._is_finishing = True
            self._playback.poll()  # what was played a moment ago is still on its way
            self._is_finishing = False
        session, self._session = self._session, None
        is_running = self._playback.is_playing and self.is_active
        has_begun, self._first = self._state == "recording", None
        self._set_state("idle")
        if session is not None:
            self._write(session)
        if is_running and has_begun:
            self._playback.run_on(self._goes_on())
        elif is_running:
            self._playback.stop()

    def cut(self) -> None:
        """Makes a step of what was played so far, and goes on to record over the tune."""
        session = self._session
        if session is not None:
            self._write(session)
            self._open(self._playback.tick, overdubs=True)

    @Slot()
    def make_seed(self) -> None:
        """Only what was played last stays, as the seed of a tune."""
        self.finish()
        if self._last is not None:
            performance, quantisation, _ = self._last
            seed = seed_from_notes(self._document.song, performance.played(quantisation))
            self._document.commit(MAKE_SEED, seed)

    @property
    def has_recorded(self) -> bool:
        return self._last is not None

    def _open(self, start: int, overdubs: bool = False) -> None:
        song, choices, punch = self._document.song, self._choices(), self._playback.loop
        if punch is not None and start >= punch.end:
            punch = None  # as the player goes
        self._start, self._punch, self._own = start, punch, song.melody
        self._loop = self._playback.loop
        self._has_step = False
        latency, chord = self._sound().latency_seconds, CHORD_SECONDS
        speed = song.tempos.at(start) * QUARTER / 60
        self._passing = Passing(time.perf_counter(), lambda: self._ticks_per_second)
        over = overdubs or choices.mode == "overdub"
        self._session = Session(
            Performance(
                *(song.melody, song.meters, start, start, ()),
                *(punch, over, latency * speed, chord * speed, song.tempos),
            )
        )

    def _place(self) -> int:
        """Where a recording begins that nothing plays to: not behind the loop."""
        tick, loop = self._playback.tick, self._playback.loop
        return loop.begin if loop is not None and tick >= loop.end else tick

    @property
    def _ticks_per_second(self) -> float:
        return self._document.song.tempos.at(self._playback.tick) * QUARTER / 60

    @Slot(object)
    def _hear(self, received: "Received") -> None:
        message = received.message
        if self._state == "waiting" and message[0] & 0xF0 == _NOTE_ON and message[2]:
            self._open(self._place())
            self._first = FirstNote(received, self._start, self._ticks_per_second)
            self._set_state("recording")
            self._playback.run_from(self._first.present_tick)
        if self._session is not None:
            tick = received.tick if self._first is None else self._first.tick_of(received)
            if tick is not None:
                self._session.hear(message, tick, self._passing.up_to(received.seconds))

    @Slot()
    def _end_here(self) -> None:
        """Who moves the playhead while it records wants to be somewhere else."""
        if self._session is not None and self._punch is None:
            self.finish()

    @Slot(float)
    def _move(self, tick: float) -> None:
        session = self._session
        if session is None or not self._playback.is_playing:
            return
        if self._playback.loop != self._loop:
            self._write(session)
            self._open(round(tick))
            return
        passed = self._passing.up_to(time.perf_counter())
        if self._punch is None and self._passing.is_jump(tick - session.now, passed):
            self.finish()
            return
        if self._state == "starting" and tick > self._start:
            self._set_state("recording")
        session.move(tick + (self._first.shift if self._first else 0.0), passed)
        seconds = time.monotonic()
        if session.notes_begun and seconds > self._next_show_seconds:
            self.grew.emit(self._song_from(session.performance))
            needed_seconds = time.monotonic() - seconds
            self._next_show_seconds = seconds + max(_SHOW_SECONDS, _REST * needed_seconds)
        if self._punch is not None and seconds - self._settled_seconds > _SETTLE_SECONDS:
            self._settled_seconds = seconds
            settled = session.settled(self._choices().quantisation)
            if settled.strokes:  # so that the next pass sounds it
                self._commit(settled)

    def _song_from(self, performance: Performance) -> "Song":
        return song_from_performance(self._document.song, performance, self._choices().quantisation)

    def _write(self, session: Session) -> None:
        performance = session.performance
        if session.notes_begun:
            self._commit(performance)
            self.keep(performance, self._choices().quantisation)
            count = len(performance.played(self._choices().quantisation))
            self.noted.emit(tr(counted("Recorded: {n} notes", "Recorded: {n} note", count)))

    def _commit(self, performance: Performance) -> None:
        song = self._song_from(performance)
        if song == self._document.song:  # so that it becomes no step, which could be amended
            return
        self._own = song.melody
        if self._has_step:
            self._document.amend(song)
        else:
            self._has_step = True
            self._document.commit(RECORD, song)

    def _follow_document(self) -> None:
        """A tune that somebody else changed is recorded over as it is now."""
        melody = self._document.song.melody
        if self._session is None or melody is self._own:
            return
        self._own, self._has_step = melody, False
        self._session.rebase(melody)
        if self._document.redo_label == RECORD:
            self._session.forget()

    @Slot(bool)
    def _follow_playing(self, is_playing: bool) -> None:
        if is_playing and self._state == "waiting":
            self._playback.run_on(True)
            self._open(self._playback.tick)
            self._set_state("recording")
        elif not is_playing and self._state != "waiting":
            self.finish()

    @Slot()
    def _look_whether_it_starts(self) -> None:
        """What the player says while it is awaited is why it does not begin."""
        if self._state in ("starting", "recording") and not self._playback.is_playing:
            self.finish()

    def _set_state(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

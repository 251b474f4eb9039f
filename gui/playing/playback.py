"""Playing: between the window and the player process."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from core.music.song import Song
from core.music.span import Span
from gui.language import tr
from gui.playing.audition import Audition
from gui.playing.heard import Heard
from gui.playing.player import Silence, Sounding

if TYPE_CHECKING:
    from core.sound.playing.manner import Manner
    from core.sound.reports import Report

_FRAME_MS = 15
_IDLE_MS = 50


class Playback(QObject):
    """Plays the song shown to it, from where the playhead stands; silent until it is started.

    `moved` brings the tick of the playhead, `leaving` tells of a seek before it, `sounding_changed`
    brings the pitches heard, `playing_changed` whether it plays, `outputs_changed` tells that the
    list or the choice is another and `loop_changed` that the loop is, `told` brings a sentence,
    `received` a Received and `input_reported` the other reports of inputs.
    """

    moved = Signal(float)
    leaving = Signal()
    sounding_changed = Signal(object)
    playing_changed = Signal(bool)
    outputs_changed = Signal()
    loop_changed = Signal()
    told = Signal(str)
    received = Signal(object)
    input_reported = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player: Sounding = Silence()
        self.audition = Audition(lambda: self._is_playing, self)
        self._song = Song()
        self._tick = 0
        self._is_playing = False
        self._began = 0
        self._goes_back = False
        self._manner: Manner | None = None
        self._count_in = 0
        self._loop: Span | None = None
        self.stays = False
        self._down = Heard()
        self._heard: frozenset[int] = frozenset()
        self._outputs: tuple[str, ...] = ()
        self._wished = ""
        self._opened = ""
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.poll)

    @property
    def is_playing(self) -> bool:
        return self._is_playing

    @property
    def tick(self) -> int:
        """Where the playhead stands."""
        return self._tick

    @property
    def loop(self) -> Span | None:
        return self._loop

    @property
    def outputs(self) -> tuple[str, ...]:
        return self._outputs

    @property
    def choice(self) -> str:
        """The output that the user chose; empty if none was."""
        return self._wished

    @property
    def output(self) -> str:
        """The output that the user chose, there or not; without a choice the one that sounds."""
        return self._wished or self._opened

    @property
    def is_open(self) -> bool:
        """Whether there is an output on which something can sound."""
        return bool(self._opened)

    def start(self, player: Sounding, output: str) -> None:
        """Starts the player, which opens `output` once it is there; empty leaves the choice."""
        self._wished = output
        self._player = self.audition.player = player
        self._player.start()
        if self._manner is not None:
            self._player.set_manner(self._manner)
        self._timer.start(_IDLE_MS)

    def close(self) -> None:
        """Ends every note and the player."""
        self._timer.stop()
        self._player.close()

    def show_song(self, song: Song) -> None:
        """Plays `song` from now on; while playing it goes on where it is.

        A playhead that rests stays where it is in a tune that goes on otherwise from the same seed,
        and while `stays`, whatever tune comes.
        """
        before, self._song = self._song, song
        if song.tempos != before.tempos:
            self._player.set_tempos(song.tempos)
        if (song.melody, song.meters) == (before.melody, before.meters):
            return
        if self._is_playing:
            self._player.revise(song)
        elif not self.stays:
            is_same = song.seed == before.seed
            self._move(min(self._tick, song.melody.end) if is_same else 0)

    def stop(self) -> None:
        """Ends what plays, or what has just been asked to."""
        self._player.stop()

    def toggle(self) -> None:
        """Plays at once from the playhead, or pauses there."""
        if self._is_playing:
            self.stop()
        elif self._song.melody.notes:
            self._play(self._tick)

    def play_or_pause(self) -> None:
        """The same, with bars counted in where that was chosen."""
        if self._is_playing:
            self.stop()
        elif self._song.melody.notes:
            self._play(self._tick, self._count_in)

    def play_from(self, tick: int) -> None:
        """Plays from `tick`, with bars counted in; while it plays already, at once."""
        if self._is_playing:
            self.seek(tick)
        elif self._song.melody.notes:
            self._play(tick, self._count_in)

    def halt(self) -> None:
        """Stops, and goes back to where it began; to the first bar where it stands already."""
        if self._is_playing:
            self._goes_back = True
            self.stop()
        else:
            self.seek(0)

    def run_from(self, tick: int, count_in: int = 0) -> None:
        """Time runs from `tick`, behind `count_in` ticks of clicks, until somebody stops it."""
        self._move(tick)
        self._began = tick
        self._player.play(self._song, tick, loop=self._loop, count_in=count_in, runs_on=True)

    def run_on(self, is_on: bool) -> None:
        """Whether time runs on behind the end of the tune that plays."""
        self._player.run_on(is_on)

    def panic(self) -> None:
        """Silences everything, also what others began."""
        self._player.panic()

    def set_manner(self, manner: "Manner", count_in: int = 0) -> None:
        """How it plays from now on; `count_in` bars are counted before `play_or_pause`."""
        self._count_in = count_in
        if manner != self._manner:
            self._manner = manner
            self._player.set_manner(manner)

    def _play(self, tick: int, count_in: int = 0) -> None:
        """From `tick`, or from the begin of a loop that it is behind."""
        from core.sound.playing.clicks import count_in_ticks

        if self._loop is not None and tick >= self._loop.end:
            tick = self._loop.begin
        self._began = tick
        ticks = count_in_ticks(self._song.meters, tick, count_in)
        self._player.play(self._song, tick, loop=self._loop, count_in=ticks)

    def choose_loop(self, loop: Span | None) -> None:
        """Plays this stretch again and again; None: straight on."""
        self._loop = loop
        self._player.set_loop(loop)
        self.loop_changed.emit()

    def seek(self, tick: int) -> None:
        """Moves the playhead; while playing, the sound goes with it."""
        if self._is_playing:
            self.leaving.emit()
        self._move(tick)
        if self._is_playing:
            self._player.seek(tick)

    def press(self, pitch: int) -> None:
        self._player.press(pitch)
        self._down.pressed.add(pitch)
        self._show_heard()

    def release(self, pitch: int) -> None:
        self._player.release(pitch)
        self._down.pressed.discard(pitch)
        self._show_heard()

    def choose_output(self, name: str) -> None:
        self._wished = name
        self._player.open_output(name)
        self.outputs_changed.emit()

    @Slot()
    def poll(self) -> None:
        """Takes in what has happened up to now; done by itself every few milliseconds."""
        for report in self._player.poll():
            if not self.audition.takes(report):
                self._take(report)
        self.audition.follow()
        if self._is_playing and (position := self._player.position()) is not None:
            self._move(position)
        self._show_heard()

    def _take(self, report: "Report") -> None:
        from core.sound import reports  # there are none before there is a player

        match report:
            case reports.Outputs(names):
                self._list(names)
            case reports.OutputOpened(name):
                self._opened = name
                self.outputs_changed.emit()
            case reports.OutputLost(sentence):
                self._opened = ""
                self.told.emit(tr(sentence))
                self.outputs_changed.emit()
            case reports.Started():
                self._set_playing(True)
            case reports.Stopped(tick):
                self._set_playing(False)
                self._move(self._place_after(tick))
            case reports.Received(message):
                self._down.take(message)
                self.received.emit(report)
            case reports.Inputs() | reports.InputOpened() | reports.InputLost():
                self._down.played.clear()
                self.input_reported.emit(report)
            case reports.Failed(sentence):
                self.told.emit(tr(sentence))
            case reports.Restarted(sentence):
                self._down.played.clear()
                self._set_playing(False)
                self.told.emit(tr(sentence))

    def _place_after(self, stopped: int) -> int:
        """Where the playhead stands after a stop."""
        goes_back, self._goes_back = self._goes_back, False
        if goes_back:
            return self._began
        return 0 if stopped >= self._song.melody.end else stopped

    def _list(self, names: tuple[str, ...]) -> None:
        """An output that comes back is opened again, also under another number.

        With no choice the built-in synth is.
        """
        from core.sound.ports.naming import SYNTH
        from core.sound.ports.recognition import recognized

        came = set(names) - set(self._outputs)
        self._outputs = names
        wished = recognized(self._wished, names)
        if wished in came and self._opened != wished:
            self._wished = wished
            self._player.open_output(wished)
        elif not self._wished and not self._opened and names:
            self._player.open_output(SYNTH if SYNTH in names else names[0])
        self.outputs_changed.emit()

    def _set_playing(self, is_playing: bool) -> None:
        if is_playing != self._is_playing:
            self._is_playing = is_playing
            self._timer.start(_FRAME_MS if is_playing else _IDLE_MS)
            self.playing_changed.emit(is_playing)

    def _move(self, tick: float) -> None:
        self._tick = int(tick)
        self.moved.emit(tick)

    def _show_heard(self) -> None:
        heard = self._down.pitches(self._song.melody, self._tick if self._is_playing else None)
        if heard != self._heard:
            self._heard = heard
            self.sounding_changed.emit(heard)

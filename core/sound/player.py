"""The player as the window and the command line know it."""

import time
from collections import deque
from collections.abc import Callable

from core.errors import UserError
from core.music.melody import DEFAULT_VELOCITY
from core.music.song import Song
from core.music.span import Span
from core.music.tempo import FASTEST_TEMPO, SLOWEST_TEMPO, TempoMap
from core.sound import process
from core.sound.choices import Tone
from core.sound.patience import Patience
from core.sound.playing.manner import PLAIN, Manner
from core.sound.playing.schedule import note_off, note_on
from core.sound.playing.transport import piece_from_song
from core.sound.ports.input import Inlets
from core.sound.ports.inputs import MidiInputs
from core.sound.ports.outlets import SystemOutlets
from core.sound.ports.output import Outlets
from core.sound.protocol import (
    Alive,
    Command,
    Follow,
    Leaving,
    Line,
    OfferOwnPorts,
    OpenInput,
    OpenOutput,
    Panic,
    Ping,
    Play,
    Quit,
    Revise,
    Running,
    RunOn,
    Seek,
    Send,
    SetLoop,
    SetManner,
    SetTempos,
    SetThru,
    SetTone,
    Stop,
)
from core.sound.reports import OutputLost, Report, Restarted, Stopped
from core.sound.trail import Trail
from core.sound.troubles import DIED, GIVEN_UP, SILENT, off_tempo
from core.words import Words

_MANY_DEATHS, _SHORT_WHILE_SECONDS = 3, 90.0


class Player:
    """Plays songs and notes through an output, in a process of its own.

    Every method returns at once, whatever the process does. Answers come as reports from `poll`,
    which is to be called about every 15 ms, always from the same thread as the other methods.
    `outlets` and `inlets` are called in the process and give what there is to play through and on.
    """

    def __init__(
        self,
        outlets: Callable[[], Outlets] = SystemOutlets,
        inlets: Callable[[], Inlets] = MidiInputs,
    ) -> None:
        self._outlets, self._inlets = outlets, inlets
        self._lasting: dict[type[Command], Callable[[], Command]] = {}
        self._link: Line | None = None
        self._running = Running()
        self._trail = Trail()
        self._song: Song | None = None
        self._manner = PLAIN
        self._patience = Patience(self._ping)
        self._deaths: deque[float] = deque(maxlen=_MANY_DEATHS)

    def __enter__(self) -> "Player":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """Process id of the player process, once it runs."""
        return self._link.pid if self._link else None

    def start(self) -> None:
        """Starts the process; `Outputs` is the first report."""
        if self._link is None:
            self._launch()

    def close(self) -> None:
        """Ends every note and the process (which is killed if it has not ended in a second)."""
        if self._link is not None:
            self._link.close(Quit)
            self._link = None
        self._running = Running()

    def open_output(self, name: str) -> None:
        """Reports OutputOpened or Failed (OutputLost if it was open). A song goes on through it.

        One that was lost is silenced first: a synthesizer whose cable was pulled may sound on.
        """
        self.start()
        self._send(OpenOutput(name, hush=self._trail.may_sound(name)))

    def open_input(self, name: str) -> None:
        """Reports InputOpened, now or when it is plugged in, and Received; empty: hears none."""
        self._send_for_good(OpenInput(name))

    def set_thru(self, is_on: bool) -> None:
        """Whether what is played on the input sounds at once on the output; at first it does."""
        self._send_for_good(SetThru(is_on))

    def follow(self, song: Song | None, loop: Span | None = None) -> None:
        """The clock, start and stop of another machine at the input play `song`; None: no more.

        To be called again whenever the song is another; reports Started and Stopped as always.
        """
        manner = self._manner

        def make() -> Follow:
            if song is None:
                return Follow()
            return Follow(piece_from_song(song, manner), song.tempo, loop)

        self._lasting[Follow] = make
        self._send_made(make)

    def offer_own_ports(self, are_offered: bool) -> None:
        """Whether outputs and inputs have a port that other programs can connect to."""
        self._send_for_good(OfferOwnPorts(are_offered))

    def play(
        self,
        song: Song,
        from_tick: int = 0,
        manner: Manner | None = None,
        loop: Span | None = None,
        count_in: int = 0,
        runs_on: bool = False,
    ) -> None:
        """Plays `song` by its own tempi, in place of what plays now; reports Started or Failed.

        Without a `manner` it is played in the one that was set last. The first note comes 50 ms
        later, and behind the `count_in` (ticks), in which only the metronome sounds. At the end of
        `loop` it goes on at its begin, unless `from_tick` lies behind it. With `runs_on` time goes
        on behind the end of the song, until `stop`. Without an open output nothing moves: Failed
        says why.
        """
        self._song, self._manner = song, manner or self._manner
        manner = self._manner

        def make() -> Play:
            begin, piece = max(0, from_tick), piece_from_song(song, manner)
            return Play(piece, begin, song.tempos, manner, loop, count_in, runs_on)

        self.start()
        self._send_made(make)

    def revise(self, song: Song) -> None:
        """What plays goes on as `song` has it from now on, by the tempi that it has, unbroken.

        Notes that `song` has too sound on. Nothing happens when nothing plays.
        """
        self._song, manner = song, self._manner
        self._send_made(lambda: Revise(piece_from_song(song, manner)))

    def set_manner(self, manner: Manner) -> None:
        """What plays, and keys that are pressed, sound so from the next tick on."""
        self._manner, song = manner, self._song

        def make() -> SetManner:
            return SetManner(manner, None if song is None else piece_from_song(song, manner))

        self._send_made(make)

    def set_tone(self, tone: Tone) -> None:
        """The built-in synth sounds so, at once and whenever it is opened; Failed if it cannot."""
        self._send_for_good(SetTone(tone))

    def set_loop(self, loop: Span | None) -> None:
        """What plays goes on where it is, and from the end of `loop` to its begin."""
        self._send(SetLoop(loop))

    def run_on(self, is_on: bool) -> None:
        """Whether what plays goes on behind the end of the song."""
        self._send(RunOn(is_on))

    def panic(self) -> None:
        """Stops, and ends everything on all channels, also what other programs began."""
        self._send(Panic())

    def stop(self) -> None:
        """Reports Stopped, if something plays."""
        self._send(Stop())

    def seek(self, tick: int) -> None:
        """Goes on from `tick` if something plays; reports Started."""
        self._send(Seek(max(0, tick)))

    def set_tempos(self, tempos: TempoMap) -> None:
        """What plays goes on so from where it is. UserError for a tempo outside 20 to 400."""
        for _, tempo in tempos.changes:
            if not SLOWEST_TEMPO <= tempo <= FASTEST_TEMPO:
                raise UserError(off_tempo(tempo))
        self._send(SetTempos(tempos))

    def press(self, pitch: int, velocity: int = DEFAULT_VELOCITY) -> None:
        """A key goes down: the note sounds at once, until `release`; both report Received."""
        self._send(Send(note_on(pitch, velocity, self._manner.channel), time.perf_counter()))

    def release(self, pitch: int) -> None:
        self._send(Send(note_off(pitch, self._manner.channel), time.perf_counter()))

    def position(self) -> float | None:
        """The tick that is heard now, None when nothing plays; while it counts in, the first."""
        running = self._running
        timeline = running.timeline
        if timeline is None:
            return None
        heard = timeline.tick_at(time.perf_counter() - running.latency_seconds)
        return timeline.course.tick_at(max(heard, float(running.start)))

    def poll(self) -> tuple[Report, ...]:
        """What has happened since the last call; also revives a process that died or hangs."""
        link = self._link
        if link is None:
            return ()
        reports: list[Report] = []
        for reply in link.replies():
            match reply:
                case Alive(patience_seconds):
                    self._patience.hear(patience_seconds)
                case Running():
                    self._running = reply
                case Leaving():
                    self._replace(link)
                    return tuple(reports)
                case _:
                    self._trail.note(reply)
                    reports.append(reply)
        if link.is_broken:
            reports += self._revive(link, DIED)
        elif self._patience.is_over():
            reports += self._revive(link, SILENT)
        return tuple(reports)

    def _send(self, command: Command) -> None:
        self._send_made(lambda: command)

    def _send_made(self, make: Callable[[], Command]) -> None:
        if self._link is not None:
            self._link.send(make)

    def _send_for_good(self, command: Command) -> None:
        """Sends what holds for every process that is to come, too."""
        self._lasting[type(command)] = lambda: command
        self._send(command)

    def _ping(self) -> None:
        self._send(Ping())

    def _launch(self) -> None:
        self._link = Line("player", process.run, self._outlets, self._inlets)
        self._send(SetManner(self._manner))
        for make in self._lasting.values():
            self._link.send(make)
        self._running = Running()
        self._patience = Patience(self._ping)

    def _replace(self, link: Line) -> None:
        """A fresh process with the same output, where notes of the old one may still sound."""
        link.kill()
        self._launch()
        self._trail.break_off()
        if self._trail.output is not None:
            self.open_output(self._trail.output)

    def _revive(self, link: Line, sentence: Words) -> list[Report]:
        now = time.monotonic()
        self._deaths.append(now)
        position = self.position()
        stopped: list[Report] = [] if position is None else [Stopped(round(position))]
        if len(self._deaths) == _MANY_DEATHS and now - self._deaths[0] < _SHORT_WHILE_SECONDS:
            link.kill()
            self._link, self._running = None, Running()
            self._trail.note(OutputLost(GIVEN_UP))
            return [*stopped, OutputLost(GIVEN_UP)]
        self._replace(link)
        return [*stopped, Restarted(sentence)]

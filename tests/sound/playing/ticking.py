"""What should be heard, found out the slow way: one tick after the other."""

from dataclasses import dataclass, field
from fractions import Fraction

from core.music.song import Song
from core.music.span import Span
from core.music.tempo import TempoMap
from core.sound.engine import HEAD_START_SECONDS
from core.sound.playing.clicks import ACCENT, BEAT, CHANNEL
from core.sound.playing.manner import PLAIN, Manner
from core.sound.playing.schedule import schedule_from_song
from core.sound.playing.swing import swung
from core.sound.playing.transport import Piece
from core.sound.protocol import Play, Revise, RunOn, Seek, SetLoop, SetManner, SetTempos, Stop
from tests.sound.fakes import is_note_on
from tests.sound.stage import Stage

Struck = tuple[int, int]
"""(channel, pitch) of a note-on."""

STEP_SECONDS = 1 / 1920
_APART = Fraction(1, 16)  # of a tick: no wait ends on one, where a rounding would decide


def piece_of(song: Song, manner: Manner) -> Piece:
    return Piece(schedule_from_song(song, manner), song.meters)


@dataclass
class Ticking:
    """Does to a Stage what is asked, and counts ticks beside it."""

    stage: Stage = field(default_factory=Stage)
    expected: list[Struck] = field(default_factory=list)
    expected_clocks: list[int] = field(default_factory=list)
    song: Song = field(default_factory=Song)
    manner: Manner = PLAIN
    is_playing: bool = False
    left: Fraction = Fraction(0)
    next: int = 0
    entry: int = 0

    def play(
        self,
        song: Song,
        from_tick: int,
        loop: Span | None,
        count_in: int,
        runs_on: bool,
        tempos: TempoMap,
    ) -> None:
        self.song, self.runs_on, self.tempos = song, runs_on, tempos
        self._learn()
        self.stage.obey(
            Play(
                piece_of(song, self.manner),
                from_tick,
                tempos,
                self.manner,
                loop,
                count_in,
                runs_on,
            )
        )
        self._begin(from_tick, count_in, loop)

    def seek(self, tick: int) -> None:
        self.stage.obey(Seek(tick))
        if self.is_playing:
            self._begin(tick, 0, self.loop)

    def set_loop(self, loop: Span | None) -> None:
        self.stage.obey(SetLoop(loop))
        if self.is_playing:
            self.loop = loop
            self.is_looping = loop is not None and max(self.next, self.entry) < loop.end

    def set_tempos(self, tempos: TempoMap) -> None:
        self.stage.obey(SetTempos(tempos))
        self.tempos = tempos

    def set_manner(self, manner: Manner) -> None:
        if self.is_playing and manner.sends_clock and not self.manner.sends_clock:
            self.clocked_from = _next_sixteenth(self.place)
        self.manner = manner
        self._learn()
        self.stage.obey(SetManner(manner, piece_of(self.song, manner)))

    def revise(self, song: Song) -> None:
        self.song = song
        self._learn()
        self.stage.obey(Revise(piece_of(song, self.manner)))

    def run_on(self, is_on: bool) -> None:
        self.stage.obey(RunOn(is_on))
        if self.is_playing:
            self.runs_on = is_on

    def stop(self) -> None:
        self.stage.obey(Stop())
        self.is_playing = False

    def wait(self, steps: int) -> None:
        self.stage.wait(steps * STEP_SECONDS)
        if self.is_playing:
            self._pass(Fraction(steps, 1920))

    @property
    def heard(self) -> list[Struck]:
        return [(m[0] & 0x0F, m[1]) for m in self.stage.first.sent if is_note_on(m)]

    @property
    def clocks(self) -> list[int]:
        """Where another machine believes the song to be at each clock that it follows."""
        clocks, place, is_running = [], 0, False
        for message in self.stage.first.sent:
            match message[0]:
                case 0xF2:
                    assert not is_running, "a machine that runs hears no song position"
                    place = 120 * (message[1] + 128 * message[2])
                case 0xFA:
                    assert not is_running
                    is_running, place = True, 0
                case 0xFB:
                    assert not is_running
                    is_running = True
                case 0xFC:
                    assert is_running
                    is_running = False
                case 0xF8:
                    assert is_running
                    clocks.append(place)
                    place += 20
        return clocks

    @property
    def position(self) -> float | None:
        """The tick of the song that sounds now, None where nothing plays."""
        return self.next - 1 + float(self.left) if self.is_playing else None

    @property
    def is_past_the_end(self) -> bool:
        """The song is shorter now than what was played of it: within a tick it stops."""
        if not self.is_playing or self.runs_on or self.is_looping:
            return False
        return self.next > self.song.melody.end

    @property
    def told_position(self) -> float | None:
        """The same, as it was told to the window."""
        running = self.stage.running()
        if running.timeline is None:
            return None
        return running.timeline.course.tick_at(running.timeline.tick_at(self.stage.clock()))

    @property
    def place(self) -> int:
        """The tick of the song that is the next to sound."""
        return max(self.next, self.entry)

    def _begin(self, tick: int, count_in: int, loop: Span | None) -> None:
        self.loop = loop
        self.is_looping = loop is not None and tick < loop.end
        self.next, self.entry = tick - count_in, tick
        self.last = self.begun = tick
        self.clocked_from = _next_sixteenth(tick)
        self.is_playing = True
        self.stage.wait(float(_APART / self._speed))
        self.left = _APART + 1 - Fraction(str(HEAD_START_SECONDS)) * self._speed

    def _pass(self, seconds: Fraction) -> None:
        """`left` is how much of the tick before `next` has passed, below 0 before the first."""
        while self.is_playing and seconds >= (1 - self.left) / self._speed:
            seconds -= (1 - self.left) / self._speed
            self.left = Fraction(0)
            self.last = self.next
            self._tick()
        self.left += seconds * self._speed

    @property
    def _speed(self) -> Fraction:
        """In ticks a second, of the tick before `next`."""
        return Fraction(self.tempos.at(max(self.last, self.begun))) * 8

    def _tick(self) -> None:
        if self.is_looping and self.loop is not None:
            if self.next == self.loop.end:
                self.next = self.last = self.begun = self.loop.begin
                self.entry = min(self.entry, self.next)
                self.clocked_from = _next_sixteenth(self.next)
        elif not self.runs_on and self.next >= max(self.song.melody.end, self.entry):
            self.is_playing = False
            return
        if self.next >= self.entry and self.next in self._begun:
            self.expected.append((self.manner.channel, self._begun[self.next].pitch))
        self.expected += self._clicks()
        is_clocked = self.manner.sends_clock and self.next >= max(self.entry, self.clocked_from)
        if is_clocked and self.next % 20 == 0:
            self.expected_clocks.append(self.next)
        self.next += 1

    def _learn(self) -> None:
        notes = swung(self.song.melody, self.song.meters, self.manner.swing)
        self._begun = {note.onset: note for note in notes}

    def _clicks(self) -> list[Struck]:
        meters = self.song.meters
        is_counting = self.next < self.entry
        if is_counting:
            meter = meters.meter_at(self.entry)
            place = (meters.position(self.entry)[1] + self.next - self.entry) % meter.bar
        else:
            meter, place = meters.meter_at(self.next), meters.position(self.next)[1]
        if (not is_counting and not self.manner.metronome) or place % meter.beat:
            return []
        return [(CHANNEL, BEAT if place else ACCENT)]


def _next_sixteenth(tick: int) -> int:
    return -(-tick // 120) * 120

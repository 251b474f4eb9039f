"""A user who cannot sit still: one random deed after the other, some of them foolish."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from core.errors import UserError
from core.music.song import Song
from core.music.span import Span
from core.music.tempo import TempoMap
from core.sound.choices import MOST_SWING
from core.sound.player import Player
from core.sound.playing.manner import PLAIN, Manner
from core.sound.reports import Failed, OutputLost, OutputOpened, Outputs, Report
from tests.sound.songs import long_song
from tests.sound.watching import poll_for

PAUSE_SECONDS = 0.01


@dataclass
class User:
    """Plays `player` through `outputs`, choosing by `random`."""

    player: Player
    random: Random
    outputs: Sequence[str]
    song: Song = field(default_factory=long_song)
    manner: Manner = PLAIN
    reports: list[Report] = field(default_factory=list)

    def act(self, times: int) -> None:
        """So many deeds, as fast as nobody's fingers are."""
        deeds: Sequence[Callable[[], None]] = (
            self.play,
            self.player.stop,
            self.player.panic,
            self.seek,
            self.change_tempo,
            self.change_loop,
            self.change_manner,
            self.press,
            self.press_more,
            self.release,
            self.edit,
            self.choose_output,
        )
        for _ in range(times):
            self.random.choice(deeds)()
            self.reports += self.player.poll()
            time.sleep(self.random.expovariate(1 / PAUSE_SECONDS))

    def poll_until(self, *kinds: type[Report]) -> Report:
        reports = poll_for(self.player, *kinds)
        self.reports += reports
        return reports[-1]

    def open_and_wait(self, output: str) -> None:
        """Opens `output`, asking again until it is there."""
        while True:
            self.player.open_output(output)
            if self.poll_until(OutputOpened, OutputLost, Failed) == OutputOpened(output):
                return
            time.sleep(0.1)

    def wait_until_listed(self, output: str, is_listed: bool) -> None:
        """Polls until the list of outputs names `output`, or no longer does."""
        while (output in self._names()) != is_listed:
            self.poll_until(Outputs)

    def _names(self) -> tuple[str, ...]:
        told = [report.names for report in self.reports if isinstance(report, Outputs)]
        return told[-1] if told else tuple(self.outputs)

    def play(self) -> None:
        count_in = self.random.choice((0, 0, 960, self.random.randrange(4000)))
        runs_on = self.random.random() < 0.3
        self.player.play(self.song, self._tick(), self.manner, self._loop(), count_in, runs_on)

    def seek(self) -> None:
        self.player.seek(self._tick())

    def change_tempo(self) -> None:
        tempo = self.random.uniform(10, 450)
        try:
            self.player.set_tempos(TempoMap.constant(tempo))
        except UserError:
            assert not 20 <= tempo <= 400

    def change_loop(self) -> None:
        self.player.set_loop(self._loop())

    def change_manner(self) -> None:
        self.manner = Manner(
            program=self.random.randrange(128),
            channel=self.random.randrange(16),
            swing=self.random.choice((0, self.random.uniform(0, MOST_SWING))),
            metronome=self.random.random() < 0.5,
            sends_clock=self.random.random() < 0.5,
        )
        self.player.set_manner(self.manner)

    def press(self) -> None:
        self.player.press(self._pitch(), self.random.randrange(128))

    def press_more(self) -> None:
        for _ in range(self.random.randrange(6)):
            self.press()

    def release(self) -> None:
        self.player.release(self._pitch())

    def edit(self) -> None:
        """Another end, other pitches, or nothing at all."""
        melody = long_song().melody
        match self.random.randrange(3):
            case 0:
                melody = melody.until(max(0, self._tick()))
            case 1:
                melody = melody.transposed(self.random.randrange(-12, 12))
        self.song = long_song().with_melody(melody)
        self.player.revise(self.song)

    def choose_output(self) -> None:
        self.player.open_output(self.random.choice([*self.outputs, "none of this name"]))

    def _pitch(self) -> int:
        return self.random.randrange(48, 84)

    def _tick(self) -> int:
        return self.random.randrange(-10, long_song().melody.end + 1000)

    def _loop(self) -> Span | None:
        begin = max(0, self._tick())
        length = self.random.choice((1, 30, 960, 20_000))
        return self.random.choice((None, Span(begin, begin + length)))

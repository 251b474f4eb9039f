"""Stand-ins for what a window test must not need: sound, and a user who answers questions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from core.music.song import Song
from core.music.span import Span
from core.music.tempo import TempoMap
from core.sound.choices import Tone
from core.sound.playing.manner import PLAIN, Manner
from core.sound.reports import Report, Started, Stopped
from gui.files.dialogs import Answer
from gui.language import tr
from gui.recovery.found import Found
from gui.recovery.salvagedialog import Deed


@dataclass
class FakePlayer:
    """A silent player: keeps what it was asked for, and reports what a test tells it to."""

    asked: list[object] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    tick: float | None = None
    manner: Manner = PLAIN
    loop: Span | None = None
    count_in: int = 0
    runs_on: bool = False
    end: int = 0

    def start(self) -> None:
        self.asked.append("start")

    def close(self) -> None:
        self.asked.append("close")

    def open_output(self, name: str) -> None:
        self.asked.append(("open", name))

    def set_tone(self, tone: Tone) -> None:
        self.asked.append(("tone", tone))

    def open_input(self, name: str) -> None:
        self.asked.append(("open input", name))

    def set_thru(self, is_on: bool) -> None:
        self.asked.append(("thru", is_on))

    def follow(self, song: Song | None, loop: Span | None = None) -> None:
        self.asked.append(("follow", song, loop))

    def offer_own_ports(self, are_offered: bool) -> None:
        self.asked.append(("own ports", are_offered))

    def play(
        self,
        song: Song,
        from_tick: int = 0,
        *,
        loop: Span | None = None,
        count_in: int = 0,
        runs_on: bool = False,
    ) -> None:
        self.asked.append(("play", song, from_tick))
        self.end = song.melody.end
        self.loop = loop
        self.count_in, self.runs_on = count_in, runs_on
        self.tick = float(from_tick)
        self.reports.append(Started(from_tick))

    def revise(self, song: Song) -> None:
        self.asked.append(("revise", song))
        self.end = song.melody.end

    def stop(self) -> None:
        self.asked.append("stop")
        self.reports.append(Stopped(int(self.tick or 0)))
        self.tick = None

    def set_manner(self, manner: Manner) -> None:
        self.manner = manner

    def panic(self) -> None:
        self.asked.append("panic")

    def run_on(self, is_on: bool) -> None:
        self.runs_on = is_on
        is_past = self.tick is not None and self.loop is None and self.tick >= self.end
        if is_past and not is_on:
            self.reports.append(Stopped(int(self.tick or 0)))
            self.tick = None

    def set_loop(self, loop: Span | None) -> None:
        self.loop = loop

    def seek(self, tick: int) -> None:
        self.asked.append(("seek", tick))
        self.tick = float(tick)

    def set_tempos(self, tempos: TempoMap) -> None:
        self.asked.append(("tempos", tempos))

    def press(self, pitch: int, velocity: int = 88) -> None:
        self.asked.append(("press", pitch, velocity))

    def release(self, pitch: int) -> None:
        self.asked.append(("release", pitch))

    def poll(self) -> Sequence[Report]:
        reports, self.reports = self.reports, []
        return reports

    def position(self) -> float | None:
        return self.tick


@dataclass
class FakeUser:
    """Answers every question with what a test has laid ready; None is Cancel."""

    to_open: Path | None = None
    to_save: Path | None = None
    kind: int | None = None
    answer: Answer = "cancel"
    leftovers: list[tuple[int, Deed]] = field(default_factory=list)
    throws: bool = False
    questions: list[str] = field(default_factory=list)

    def file_to_open(self, title: str, _folder: str, _kinds: str) -> Path | None:
        self.questions.append(title)
        return self.to_open

    def file_to_save(self, title: str, _suggestion: Path, _kinds: str) -> Path | None:
        self.questions.append(title)
        return self.to_save

    def file_to_export(
        self, title: str, _suggestion: Path, kinds: Sequence[str], chosen: int, _replaces: bool
    ) -> tuple[Path, int] | None:
        self.questions.append(f"{title}: {kinds[chosen]}")
        kind = chosen if self.kind is None else self.kind
        return None if self.to_save is None else (self.to_save, kind)

    def unsaved(self, name: str) -> Answer:
        self.questions.append(f"Unsaved {name}")
        return self.answer

    def leftover(self, found: Sequence[Found]) -> tuple[Found, Deed] | None:
        self.questions.append(" | ".join(tr(one.line) for one in found))
        if not self.leftovers:
            return None
        row, deed = self.leftovers.pop(0)
        return found[row], deed

    def throws_away(self, line: str) -> bool:
        self.questions.append(f"Throw away {line}")
        return self.throws

"""A melody as a reader writes it down, note after note, until it is a Song."""

from dataclasses import dataclass, field

from core.errors import UserError
from core.music.key import Key
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import FASTEST_TEMPO, SLOWEST_TEMPO, TempoMap

FINE = 720720
"""Parts of a tick in which durations are added up: exact for all tuplets up to 16."""

MOST_CHARACTERS = 4_000_000
MOST_NOTES = 100_000
LONGEST_QUARTERS = 20_000
LONGEST_TITLE = 200

CONTINUATION = "Continuation"
"""What files write where the user's own notes end and the composed ones begin."""

_LONGEST = LONGEST_QUARTERS * QUARTER
_TWICE_FINE = 2 * FINE


@dataclass(slots=True)
class Transcript:
    """What has been read so far. Of keys the first counts, so do titles."""

    title: str = ""
    catalogue: str = ""
    key: Key | None = None
    tempi: dict[int, float] = field(default_factory=dict)
    changes: dict[int, Meter] = field(default_factory=dict)
    bar_lines: list[int] = field(default_factory=list)
    phrase_ends: list[int] = field(default_factory=list)
    fermatas: list[int] = field(default_factory=list)
    seed_end: int = 0
    tick: int = 0
    _time: int = 0  # in FINE parts of a tick; `tick` is the same, rounded
    _onsets: list[int] = field(default_factory=list)
    _durations: list[int] = field(default_factory=list)
    _pitches: list[int] = field(default_factory=list)
    _has_open_tie: bool = False

    def hear(
        self, duration: int, pitch: int | None, is_tied_on: bool = False, is_tied_back: bool = True
    ) -> None:
        """Adds a note, or a rest where `pitch` is None; `duration` is in FINE parts of a tick.

        It prolongs the note before it if that is tied on, this one tied back, and the pitch the
        same. UserError beyond MOST_NOTES and LONGEST_QUARTERS.
        """
        onset = self.tick
        self._time += duration
        self.tick = tick = (2 * self._time + FINE) // _TWICE_FINE
        if tick > _LONGEST:
            raise UserError("More than {most:,} quarters are not read.", most=LONGEST_QUARTERS)
        if pitch is None:
            self._has_open_tie = False
            return
        if is_tied_back and self._has_open_tie and self._pitches[-1] == pitch:
            self._durations[-1] = tick - self._onsets[-1]
        else:
            self._onsets.append(onset)
            self._durations.append(tick - onset)
            self._pitches.append(pitch)
            if len(self._pitches) > MOST_NOTES:
                raise UserError("More than {most:,} notes are not read.", most=MOST_NOTES)
        self._has_open_tie = is_tied_on

    def reach(self, time: int) -> None:
        """Adds a rest up to `time`, in FINE parts of a tick, if that is still to come."""
        if time > self._time:
            self.hear(time - self._time, None)

    @property
    def phrases(self) -> tuple[int, ...]:
        """Where phrases end; a fermata ends one where they are not marked."""
        return tuple(dict.fromkeys(self.phrase_ends or self.fermatas))

    @property
    def melody(self) -> Melody:
        """What was heard so far."""
        notes = map(Note, self._onsets, self._durations, self._pitches)
        return Melody(tuple(notes), self.tick)

    @property
    def open_tie(self) -> int | None:
        """The pitch that is to be prolonged."""
        return self._pitches[-1] if self._has_open_tie else None

    def time_it(self, tempo: float, tick: int) -> None:
        """Takes a tempo (quarters a minute) that is one of a melody."""
        if SLOWEST_TEMPO <= tempo <= FASTEST_TEMPO:
            self.tempi[tick] = tempo

    @property
    def tempos(self) -> TempoMap:
        return TempoMap.from_changes(self.tempi.items())

    def song(self) -> Song:
        """The Song. UserError if there is no note."""
        if not self._pitches:
            raise UserError("There is no note in it.")
        return Song(
            melody=self.melody,
            meters=MeterMap.from_bar_lines(self.changes, self.bar_lines, self.tick),
            key=self.key,
            tempos=self.tempos,
            title=self.title,
            catalogue=self.catalogue,
            seed_end=self.seed_end,
            phrase_ends=self.phrases,
        )

"""How the built-in synth sounds: as it was chosen, and as far as it can."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from core.errors import UserError
from core.sound.choices import Tone
from core.words import Words
from gui.job import Job
from gui.language import tr
from gui.playing.sounding import Sound

if TYPE_CHECKING:
    from core.sound.synth.instruments import Instrument


class Toned(Protocol):
    """What is asked of a player here."""

    def set_tone(self, tone: Tone) -> None: ...


@dataclass(frozen=True, slots=True)
class _Found:
    """A SoundFont and what is in it; `sentence` says why it is not the one that was asked for."""

    path: Path | None
    instruments: "tuple[Instrument, ...]"
    sentence: Words | None = None


class Toning(QObject):
    """Hands SoundFont, volume and reverb to the player, and knows the instruments there are.

    A SoundFont is a stranger's file: it is tried in a process of its own before the player gets it.
    One that was chosen earlier and is gone leaves the installed one, and stays chosen.
    `changed` tells that the SoundFont or its state is another, `told` brings a sentence.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(self, sound: Sound, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sound = sound
        self._player: Toned | None = None
        self._asked: Tone | None = None
        self._job: Job | None = None
        self.soundfont: Path | None = None
        self.instruments: tuple[Instrument, ...] = ()
        sound.changed.connect(self._hand_on)

    @property
    def is_busy(self) -> bool:
        """Whether a SoundFont is being read."""
        return self._job is not None

    @property
    def is_own(self) -> bool:
        """Whether the SoundFont that sounds is the one that the user chose."""
        return self.soundfont is not None and str(self.soundfont) == self._sound.choices.soundfont

    @property
    def tone(self) -> Tone:
        """What sounds: without the SoundFont that was chosen if that is not there."""
        tone = self._sound.choices.tone
        return tone if self.is_own else replace(tone, soundfont="")

    @Slot(object)
    def start(self, player: Toned) -> None:
        """To be called before the player starts."""
        self._player = player
        self._hand_on()
        chosen = self._sound.choices.soundfont

        def steps() -> Iterator[_Found]:
            yield _found(chosen)

        self._run(steps)

    def choose(self, path: Path) -> None:
        """Takes another SoundFont, if it can be played."""

        def steps() -> Iterator[_Found | None]:
            from core.sound.synth.instruments import instruments_from_soundfont
            from core.sound.synth.rendering import trying

            for _ in trying(path):
                yield None  # so that the job can end
            yield _Found(path, instruments_from_soundfont(path))

        self._run(steps, chosen=str(path))

    def use_installed(self) -> None:
        def steps() -> Iterator[_Found]:
            yield _found("")

        self._run(steps, chosen="")

    def _run(self, steps: Callable[[], Iterator[_Found | None]], chosen: str | None = None) -> None:
        if self._job is not None:
            self._job.drop()

        def take(found: _Found | None) -> None:
            if found is None:
                return
            self.soundfont, self.instruments = found.path, found.instruments
            if chosen is not None:
                self._sound.choose(replace(self._sound.choices, soundfont=chosen))
            self._hand_on()
            if found.sentence is not None:
                self.told.emit(tr(found.sentence))

        self._job = Job(steps, self)
        self._job.item.connect(take)
        self._job.failed.connect(self.told)
        self._job.done.connect(self._end)
        self._job.start()
        self.changed.emit()

    @Slot()
    def _end(self) -> None:
        self._job = None
        self.changed.emit()

    @Slot()
    def _hand_on(self) -> None:
        """A SoundFont goes to the player when it has been looked at, the rest at once."""
        tone = self.tone
        if self._player is not None and tone != self._asked:
            self._asked = tone
            self._player.set_tone(tone)


def _found(chosen: str) -> _Found:
    """The SoundFont that was chosen, or else the installed one."""
    from core.sound.synth.instruments import instruments_from_soundfont
    from core.sound.synth.soundfont import find_soundfont

    installed, sentence = find_soundfont(), None
    for path in (Path(chosen) if chosen else None, installed):
        if path is None:
            continue
        try:
            return _Found(path, instruments_from_soundfont(path), sentence)
        except UserError as error:
            sentence = sentence or error.words
    return _Found(None, (), sentence)

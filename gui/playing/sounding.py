"""What is chosen for all that sounds, and who hears of a change."""

from PySide6.QtCore import QObject, Signal

from core.sound.choices import SoundChoices


class Sound(QObject):
    """`changed` brings the SoundChoices whenever one of them is another."""

    changed = Signal(object)

    def __init__(self, choices: SoundChoices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choices = choices

    @property
    def choices(self) -> SoundChoices:
        return self._choices

    def choose(self, choices: SoundChoices) -> None:
        """To change one: `sound.choose(replace(sound.choices, metronome=True))`."""
        if choices != self._choices:
            self._choices = choices
            self.changed.emit(choices)

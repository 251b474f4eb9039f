"""What people play on: the MIDI input, as it was chosen and as it is there."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.document import Document
from core.sound.choices import SoundChoices
from gui.language import tr
from gui.playing.led import Led
from gui.playing.playback import Playback
from gui.playing.player import Sounding
from gui.playing.sounding import Sound

if TYPE_CHECKING:
    from core.sound.reports import Report


class Hearing(QObject):
    """Hands what is chosen of inputs on to the player, and knows which inputs there are.

    `changed` tells that the list of the inputs or the open one is another, `told` brings a
    sentence.
    """

    changed = Signal()
    told = Signal(str)

    def __init__(
        self,
        document: Document,
        sound: Sound,
        playback: Playback,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sound = sound
        self._led = Led(document, playback, sound, self)
        self._player: Sounding | None = None
        self._asked = SoundChoices()
        self._is_muted = False
        self.inputs: tuple[str, ...] = ()
        self.opened = ""
        playback.input_reported.connect(self._take)
        sound.changed.connect(self._ask)

    @Slot(object)
    def start(self, player: Sounding) -> None:
        """To be called before the player starts."""
        self._player = player
        self._led.start(player)
        self._ask(self._sound.choices)

    def mute_thru(self, is_muted: bool) -> None:
        """Lets nothing through for a while, whatever is chosen."""
        self._is_muted = is_muted
        self._ask(self._sound.choices)

    @Slot(object)
    def _ask(self, choices: SoundChoices) -> None:
        """Tells the player what is chosen otherwise than it was."""
        player, asked = self._player, self._asked
        if player is None:
            return
        self._asked = choices = replace(choices, thru=choices.thru and not self._is_muted)
        if choices.virtual_port != asked.virtual_port:
            player.offer_own_ports(choices.virtual_port)
        if choices.thru != asked.thru:
            player.set_thru(choices.thru)
        if choices.input != asked.input:
            player.open_input(choices.input)

    @Slot(object)
    def _take(self, report: "Report") -> None:
        from core.sound import reports  # there are none before there is a player

        match report:
            case reports.Inputs(names):
                self.inputs = names
            case reports.InputOpened(name):
                self.opened = name
                if name:  # it may have come back under another number
                    self._asked = replace(self._asked, input=name)
                    self._sound.choose(replace(self._sound.choices, input=name))
            case reports.InputLost(sentence):
                self.opened = ""
                self.told.emit(tr(sentence))
        self.changed.emit()

"""A tune that the clock, start and stop of another machine play."""

from PySide6.QtCore import QObject, Slot

from core.document import Document
from core.music.song import Song
from core.music.span import Span
from core.sound.choices import SoundChoices
from gui.playing.playback import Playback
from gui.playing.player import Sounding
from gui.playing.sounding import Sound


class Led(QObject):
    """Lays the tune ready in the player, as it is and with the loop, while following is chosen."""

    def __init__(
        self,
        document: Document,
        playback: Playback,
        sound: Sound,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._playback, self._sound = document, playback, sound
        self._player: Sounding | None = None
        self._ready: tuple[Song, Span | None, SoundChoices] | None = None
        document.listen(self._prepare)
        sound.changed.connect(self._prepare)
        playback.loop_changed.connect(self._prepare)

    def start(self, player: Sounding) -> None:
        """To be called before the player starts."""
        self._player = player
        self._prepare()

    @Slot()
    def _prepare(self) -> None:
        choices = self._sound.choices  # of which some say how it is played
        ready = (self._document.song, self._playback.loop, choices)
        wanted = ready if choices.follows_clock else None
        if self._player is not None and wanted != self._ready:
            self._ready = wanted
            self._player.follow(*(wanted[:2] if wanted else (None,)))

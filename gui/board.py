"""The board of takes beside the tune: made when there are takes, and connected to what they do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from core.compose.measures import Take
from core.document import Document
from core.music.song import Song
from gui.actions import Actions
from gui.playback import Playback
from gui.takes import Takes
from gui.window import Window

if TYPE_CHECKING:
    from gui.panels.takes import TakesPanel

_NO_TAKES = "Ask for more than one take and press Generate first"
_NO_PAIR = "Choose two takes, one after the other, first"
_NONE_SHOWN = "Choose a take first"
_SHOWN_MS = 6000


class Board(QObject):
    """Shows the takes while there are any. `made` brings the panel as soon as there is one."""

    made = Signal(QWidget)

    def __init__(
        self,
        window: Window,
        actions: Actions,
        document: Document,
        takes: Takes,
        playback: Playback,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._actions = window, actions
        self._document, self._takes, self._playback = document, takes, playback
        self._panel: TakesPanel | None = None
        self._is_hearing = False
        self._playhead: int | None = None  # where it stood before the mouse made a take sound
        takes.changed.connect(self._show)
        takes.running_changed.connect(self._show_running)
        takes.progressed.connect(self._show_progress)
        document.listen(self._prepare)
        playback.playing_changed.connect(self._take_playhead_back)
        self._allow()

    @property
    def panel(self) -> "TakesPanel | None":
        """The board; None before there were takes."""
        return self._panel

    def toggle(self) -> None:
        """Hides the board, or shows it and gives it the keyboard."""
        if self._panel is not None:
            self._panel.setVisible(not self._panel.isVisible())
            if self._panel.isVisible():
                self._panel.list.setFocus()

    def keep(self) -> None:
        """Takes the take that is shown into the tune as a step of its own."""
        self._takes.keep()
        self._window.statusBar().showMessage("This take is the tune now.", _SHOWN_MS)

    def star(self) -> None:
        """Stars the take that is shown, or takes its star away."""
        if self._takes.shown is not None:
            self._takes.star(self._takes.shown)

    @Slot()
    def _show(self) -> None:
        takes = self._takes
        if takes.all or self._panel is not None:
            panel = self._made_panel()
            was_empty = panel.is_empty
            panel.show_takes(takes.all, self._document.takes, takes.shown, takes.pair)
            if was_empty != panel.is_empty:
                panel.setVisible(was_empty)
        self._allow()

    def _prepare(self) -> None:
        """Who asks for several takes will soon press Generate, and then need not wait for this."""
        if self._document.controls.takes > 1:
            import gui.panels.takes  # noqa: F401

    def _made_panel(self) -> "TakesPanel":
        if self._panel is not None:
            return self._panel
        from gui.panels.takes import TakesPanel  # which the start needs not

        self._panel = panel = TakesPanel(self._window.centralWidget())
        panel.chosen.connect(self._takes.choose)
        panel.starred.connect(self._takes.star)
        panel.kept.connect(self.keep)
        panel.exchange.connect(self._takes.exchange)
        panel.stop.connect(self._takes.stop)
        panel.hovered.connect(self._hear)
        panel.left.connect(self._be_quiet)
        self._window.show_beside(panel)
        self.made.emit(panel)
        self._allow()
        return panel

    def _allow(self) -> None:
        none = "" if self._takes.shown is not None else _NONE_SHOWN
        reasons = {
            "takes": "" if self._takes.all else _NO_TAKES,
            "exchange": "" if self._takes.other is not None else _NO_PAIR,
            "star": none,
            "keep": none,
        }
        for name, reason in reasons.items():
            self._actions.allow(name, reason)
        if self._panel is not None:
            self._panel.allow(reasons["exchange"], none)

    @Slot(bool)
    def _show_running(self, is_running: bool) -> None:
        if is_running and self._takes.is_new:
            self._made_panel().show()
        if self._panel is not None:
            self._panel.show_running(is_running)
            if not is_running and self._panel.is_empty:
                self._panel.hide()

    @Slot(float)
    def _show_progress(self, share: float) -> None:
        if self._panel is not None:
            self._panel.show_progress(share)

    @Slot(object)
    def _hear(self, take: Take) -> None:
        """Plays a take at the place where another one sounds, or from where its seed ends."""
        playback = self._playback
        song = self._takes.song_of(take)
        self._window.roll.show_song(song)
        self._is_hearing = True
        if playback.is_playing or self._playhead is not None:
            playback.show_song(song)
        else:
            self._playhead = playback.tick
            playback.show_song(song)
            playback.seek(_last_bar_of_seed(song))
            playback.toggle()

    @Slot()
    def _be_quiet(self) -> None:
        """Goes back to the tune; what the mouse made sound is silent."""
        if self._is_hearing:
            self._is_hearing = False
            self._window.roll.show_song(self._document.song)
            self._playback.show_song(self._document.song)
            if self._playhead is not None:
                self._playback.stop()
                if not self._playback.is_playing:  # nothing could sound
                    self._take_playhead_back(False)

    @Slot(bool)
    def _take_playhead_back(self, is_playing: bool) -> None:
        if not is_playing and self._playhead is not None:
            place, self._playhead = self._playhead, None
            QTimer.singleShot(0, self, lambda: self._playback.seek(place))  # behind this stop


def _last_bar_of_seed(song: Song) -> int:
    last = max(0, song.seed_end - 1)
    return last - song.meters.position(last)[1]

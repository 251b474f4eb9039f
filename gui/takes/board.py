"""The board of takes beside the tune: made when there are takes, and connected to what they do."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from core.compose.measures import Take
from core.document import Document
from core.music.song import Song
from core.words import Words
from gui.files.parcels import Parcels
from gui.language import tr
from gui.menu.actions import Actions
from gui.models.blending import Blending
from gui.playing.playback import Playback
from gui.takes.comparing import Comparing
from gui.takes.comping import NO_PAIR, Comping
from gui.takes.takes import Takes
from gui.window import Window

if TYPE_CHECKING:
    from gui.panels.takes import TakesPanel

_NONE_SHOWN = Words("Choose a take first")
_NO_TAKES = Words("There are no takes: ask for several under Generate")
_SHOWN_MS = 6000
_SEVERAL = 4


class Board(QObject):
    """Shows the takes while there are any, or what they are when somebody asks for them.

    `made` brings the panel as soon as there is one.
    """

    made = Signal(QWidget)

    def __init__(
        self,
        window: Window,
        actions: Actions,
        document: Document,
        takes: Takes,
        blending: Blending,
        playback: Playback,
        generate: Callable[[], None],
        parcels: Parcels,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._actions = window, actions
        self._generate = generate
        self._comparing = Comparing(document, takes, playback, self)
        self._comping = Comping(window, actions, document, takes, parcels, self)
        self._document, self._takes, self._playback = document, takes, playback
        self._blending = blending
        self._panel: TakesPanel | None = None
        self._is_hearing = False
        self._playhead: int | None = None  # where it stood before the mouse made a take sound
        takes.changed.connect(self._show)
        takes.running_changed.connect(self._show_running)
        takes.progressed.connect(self._show_progress)
        document.listen(self._prepare)
        playback.playing_changed.connect(self._take_playhead_back)
        self._comparing.changed.connect(self._show_awaited)
        window.digit_pressed.connect(self.choose)
        actions["generate"].changed.connect(self._allow)
        self._allow()

    @property
    def panel(self) -> "TakesPanel | None":
        """The board; None before there were takes."""
        return self._panel

    @property
    def is_shown(self) -> bool:
        return self._panel is not None and not self._panel.isHidden()

    @property
    def in_order(self) -> list[Take]:
        """The takes by their numbers on the board, the first of which is 1."""
        return list(self._takes.all) if self._panel is None else self._panel.rows()

    def toggle(self) -> None:
        """Hides the board, or shows it and gives it the keyboard."""
        panel, focus = self._made_panel(), QApplication.focusWidget()
        if panel.isVisible():
            if focus is not None and panel.isAncestorOf(focus):
                self._window.roll.setFocus()  # or it would go to the first control of all
            panel.hide()
        else:
            panel.show()
            (panel.draw_button if panel.is_empty else panel.list).setFocus()

    def show(self, is_shown: bool) -> None:
        """Shows the board, or hides it, and leaves the keyboard where it is."""
        if is_shown or self._panel is not None:
            self._made_panel().setVisible(is_shown)

    @Slot(int)
    def choose(self, number: int) -> None:
        """Makes the take of that number on the board the tune, while the board can be seen."""
        if self._panel is not None and self._panel.isVisible():
            self._panel.list.choose(number)

    def exchange(self) -> None:
        """Chooses the other one of A and B, where the next bar begins."""
        self._comparing.exchange()

    def comp(self) -> None:
        """Puts the selected bars of the other one of A and B into the tune."""
        self._comping.take_selected()

    def keep(self) -> None:
        """Takes the take that is shown into the tune as a step of its own."""
        self._takes.keep()
        self._window.statusBar().showMessage(tr("This take is the tune now."), _SHOWN_MS)

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
            panel.show_takes(
                *(takes.all, self._document.takes, takes.shown, takes.pair), self._blending.maker
            )
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
        panel.exchange.connect(self.exchange)
        panel.wanted.connect(self._draw_several)
        panel.dragged.connect(self._carry)
        panel.stop.connect(self._takes.stop)
        panel.hovered.connect(self._hear)
        panel.left.connect(self._be_quiet)
        self._window.show_beside(panel)
        self.made.emit(panel)
        self._allow()
        return panel

    def _allow(self) -> None:
        none = "" if self._takes.shown is not None else tr(_NONE_SHOWN)
        reasons = {
            "exchange": "" if self._takes.other is not None else tr(NO_PAIR),
            "star": none,
            "keep": none,
            "export_takes": "" if self._takes.all else tr(_NO_TAKES),
        }
        for name, reason in reasons.items():
            self._actions.allow(name, reason)
        if self._panel is not None:
            self._panel.allow(reasons["exchange"], none)
            generate = self._actions["generate"]
            self._panel.allow_drawing("" if generate.isEnabled() else generate.toolTip())

    @Slot()
    def _draw_several(self) -> None:
        controls = self._document.controls
        if controls.takes == 1:
            self._document.set_controls(replace(controls, takes=_SEVERAL))
        self._generate()

    @Slot(object, int)
    def _carry(self, take: Take, number: int) -> None:
        if self._panel is not None:
            self._comping.carry(take, number, self._panel.list.picture_of(number - 1))

    @Slot()
    def _show_awaited(self) -> None:
        bar, status = self._comparing.waiting, self._window.statusBar()
        if self._panel is not None:
            self._panel.show_awaited(None if bar is None else self._takes.other, bar or 0)
        if bar is None:
            status.clearMessage()
        else:
            status.showMessage(
                tr("The other take comes with bar {bar}; X once more calls it off.", bar=bar),
                _SHOWN_MS,
            )

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
        self._comparing.drop()
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

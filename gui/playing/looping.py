"""The stretch of the tune that is played again and again."""

from PySide6.QtCore import QObject, Slot

from core.document import Document
from core.music.span import Span
from gui.playing.playback import Playback
from gui.roll.selection import bars_from_ticks
from gui.window import Window

_FIRST_BARS = 4
"""So many are looped in a tune without notes."""


class Looping(QObject):
    """A stretch is drawn on the ruler, or taken from the selected bars; it stays when the loop is
    switched off. One that lies behind a tune that is shorter now is forgotten."""

    def __init__(
        self, window: Window, document: Document, playback: Playback, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._document, self._playback = window, document, playback
        self._span: Span | None = None
        window.roll.ruler.loop_drawn.connect(self.draw)
        window.roll.ruler.loop_restored.connect(self.restore)
        window.transport.loop.connect(self.toggle)
        document.listen(self._follow)

    @Slot(object)
    def draw(self, span: Span) -> None:
        """Loops `span` from now on."""
        self._span = span
        self._set(True)

    @Slot(object, bool)
    def restore(self, span: Span | None, is_on: bool) -> None:
        """Takes a stretch back that was drawn by mistake."""
        self._span = span
        self._set(is_on)

    @Slot()
    def toggle(self) -> None:
        """Round and round, or straight on; without a stretch drawn the selected bars or all."""
        if self._span is None:
            self._span = self._selected() or self._whole()
        self._set(self._playback.loop is None)

    @Slot()
    def loop_selection(self) -> None:
        """Loops the selected bars; without a selection the bar of the playhead."""
        tick = self._playback.tick
        bar = bars_from_ticks(self._document.song, tick, tick)
        self.draw(self._selected() or (Span(bar.begin, bar.end) if bar else self._whole()))

    def _set(self, is_on: bool) -> None:
        self._playback.choose_loop(self._span if is_on else None)
        self._window.roll.show_loop(self._span, is_on)
        self._window.transport.show_loop(is_on)

    def _selected(self) -> Span | None:
        selection = self._window.roll.selection
        return None if selection is None else Span(selection.begin, selection.end)

    def _whole(self) -> Span:
        meters, end = self._document.song.meters, self._document.song.melody.end
        return Span(0, meters.next_bar(end) if end else meters.end_of(_FIRST_BARS))

    def _follow(self) -> None:
        end = self._document.song.melody.end
        if self._span is not None and not self._playback.is_playing and 0 < end <= self._span.begin:
            self._span = None
            self._set(False)

"""The field of typed notes, its mistakes underlined and what is worth a remark dotted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from core.music.text import Mistake
from gui.language import tr
from gui.look.theme import theme_from_palette

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

MOST_UNDERLINED = 100
"""A page of nonsense is underlined where it begins; more would only cost time."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What there is to say of the letters from `start` up to, not including, `end`.

    `is_marked` ones are underlined with dots.
    """

    start: int
    end: int
    sentence: str
    is_marked: bool


class NotationField(QPlainTextEdit):
    """Plain text; Tab leaves it, and undo belongs to the document and not to the letters.

    Remarks are of the text as it is: whatever is typed removes them. `music_pasted` tells that
    files, or music that is more than typed notes, were to be put here: they are not.
    """

    music_pasted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mistakes: tuple[Mistake, ...] = ()
        self._remarks: tuple[Remark, ...] = ()
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.textChanged.connect(lambda: self.show_remarks(()))
        self.installEventFilter(self)

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        """Underlines each in red; the tooltip there says what is wrong."""
        self._mistakes = tuple(_in_units_of_qt(mistakes[:MOST_UNDERLINED], self.toPlainText()))
        self._underline()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """The tooltip at each says it; some are marked."""
        if remarks or self._remarks:
            self._remarks = tuple(_in_units_of_qt(remarks, self.toPlainText()))
            self._underline()

    def _underline(self) -> None:
        marked = [remark for remark in self._remarks if remark.is_marked]
        lines: list[Mistake | Remark] = [*self._mistakes, *marked[:MOST_UNDERLINED]]
        self.setExtraSelections([self._underlined(words) for words in lines])

    def sentence_at(self, column: int) -> str:
        """What is wrong with the letter in that column, or what is to be said of it; else empty."""
        said: list[Mistake | Remark] = [*self._mistakes, *self._remarks]
        found = (words.sentence for words in said if words.start <= column <= words.end)
        return tr(next(found, ""))

    def canInsertFromMimeData(self, source: "QMimeData") -> bool:
        """Text, but not the addresses of files: those are for the window to open."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: "QMimeData") -> None:
        from gui.notes.clipboard import has_music  # nobody pastes before the first picture

        if has_music(source):
            self.music_pasted.emit()
        else:
            super().insertFromMimeData(source)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            column = self.cursorForPosition(event.pos()).position()
            sentence = self.sentence_at(column)
            if sentence:
                QToolTip.showText(event.globalPos(), sentence, self)
                return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            standard = QKeySequence.StandardKey
            if event.matches(standard.Undo) or event.matches(standard.Redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)  # the scroll bars are watched too

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._underline()

    def _underlined(self, words: Mistake | Remark) -> QTextEdit.ExtraSelection:
        from PySide6.QtGui import QTextCharFormat  # a big class, and there is no mistake yet

        theme = theme_from_palette(self.palette())
        looks = QTextCharFormat()
        if isinstance(words, Mistake):
            looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            looks.setUnderlineColor(QColor(theme.error))
            looks.setForeground(QColor(theme.error))
        else:
            looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            looks.setUnderlineColor(QColor(theme.new))
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(words.start, last))
        cursor.setPosition(min(words.end, last), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = looks
        return selection


_Words = TypeVar("_Words", Mistake, Remark)


def _in_units_of_qt(words: Iterable[_Words], text: str) -> Iterator[_Words]:
    """Qt counts in UTF-16, where some letters are two; Python counts letters."""
    for each in words:
        start, end = (
            len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
            for place in (each.start, each.end)
        )
        yield replace(each, start=start, end=end)

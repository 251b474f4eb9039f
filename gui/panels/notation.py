"""The field of typed notes, its mistakes underlined."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from core.music.text import Mistake
from gui.theme import theme_from_palette

MOST_UNDERLINED = 100
"""A page of nonsense is underlined where it begins; more would only cost time."""


class NotationField(QPlainTextEdit):
    """Plain text; Tab leaves it, and undo belongs to the document and not to the letters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mistakes: tuple[Mistake, ...] = ()
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)

    def show_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        """Underlines each in red; the tooltip there says what is wrong."""
        text = self.toPlainText()
        self._underline([_in_units_of_qt(m, text) for m in mistakes[:MOST_UNDERLINED]])

    def _underline(self, mistakes: Sequence[Mistake]) -> None:
        self._mistakes = tuple(mistakes)
        self.setExtraSelections([self._underlined(mistake) for mistake in self._mistakes])

    def sentence_at(self, column: int) -> str:
        """What is wrong with the letter in that column; empty where it is right."""
        found = (m.sentence for m in self._mistakes if m.start <= column <= m.end)
        return next(found, "")

    def event(self, event: QEvent) -> bool:
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
                return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._underline(self._mistakes)

    def _underlined(self, mistake: Mistake) -> QTextEdit.ExtraSelection:
        from PySide6.QtGui import QTextCharFormat  # a big class, and there is no mistake yet

        colour = QColor(theme_from_palette(self.palette()).error)
        looks = QTextCharFormat()
        looks.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        looks.setUnderlineColor(colour)
        looks.setForeground(colour)
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(mistake.start, last))
        cursor.setPosition(min(mistake.end, last), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = looks
        return selection


def _in_units_of_qt(mistake: Mistake, text: str) -> Mistake:
    """Qt counts in UTF-16, where some letters are two; Python counts letters."""
    start, end = (
        len(text[:place].encode("utf-16-le", "surrogatepass")) // 2
        for place in (mistake.start, mistake.end)
    )
    return replace(mistake, start=start, end=end)

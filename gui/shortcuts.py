"""Help > Keyboard shortcuts: the table of actions as a list that can be searched."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from gui.actions import ENTRIES, Actions
from gui.entry import Entry

if TYPE_CHECKING:
    from gui.panels.shortcuts import Group, Row, ShortcutsDialog

_ROLL = (
    ("Left, Right", "Go from note to note, and through rests by the grid"),
    ("Home, End", "Go to the first or the last note"),
    ("Ctrl+Shift+Left, Right", "Choose the next note too"),
    ("Ctrl+Arrows", "Move the cursor alone"),
    ("Ctrl+Space", "Choose the note at the cursor too, or no longer"),
    ("Up, Down", "Move chosen notes by a semitone, or else the cursor"),
    ("Shift+Up, Down", "Move them by an octave"),
    ("Alt+Left, Right", "Move chosen notes to the next line of the grid"),
    (", and .", "Make chosen notes shorter or longer by a step of the grid"),
    ("< and >", "Let chosen notes begin a step earlier or later"),
    ("N, Insert", "Draw a note at the cursor"),
    ("G", "Go on from the cell at the cursor, while probabilities are shown"),
    ("W, Shift+W", "Walk through the next likely notes, while probabilities are shown"),
    ("Shift+Left, Right", "Select bars from the playhead on"),
    ("Escape", "Drop what the mouse holds, or choose nothing"),
    ("Page up, Page down", "Scroll by a screen"),
    ("+, -", "Show fewer or more bars; with Alt higher or lower rows"),
    ("0", "Show the whole tune"),
)
_RULER = (
    ("Left, Right", "Move the playhead to the next beat, or bar where beats have no room"),
    ("Home, End", "Move it to an end of the tune"),
    ("Shift+Left, Right", "Move the end of the loop; without one, loop at the playhead"),
    ("Alt+Left, Right", "Move the whole loop"),
    ("Shift+Alt+Left, Right", "Move the beginning of the loop"),
)
_TAKES = (
    ("1 to 9", "Choose the take of that number, wherever no text is typed"),
    ("Up, Down", "Choose the take above or below"),
    ("Return", "Take the take that is shown as a step of its own"),
    ("S", "Star the take, or take its star away"),
)
_PIANO = (
    ("Left, Right", "Choose the next key"),
    ("Up, Down", "Choose a key an octave higher or lower"),
    ("Space", "Play the key that is chosen"),
    ("Z to /", "The lower row of letters, while the piano is played with them"),
    ("Q to P", "The upper row of letters, an octave higher"),
    ("[ and ]", "Move the letters an octave down or up"),
)


class Shortcuts(QObject):
    """Opens the list, which is made when it is first asked for."""

    def __init__(self, window: QWidget, actions: Callable[[], Actions]) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self.dialog: ShortcutsDialog | None = None

    @Slot()
    def open(self) -> None:
        """Shows the list as it is now, or brings it to the front."""
        from gui.panels.shortcuts import ShortcutsDialog

        if self.dialog is None:
            self.dialog = ShortcutsDialog(self._window)
            self.dialog.asked.connect(self._do)
        self.dialog.show_groups(self._groups())
        self.dialog.show()
        self.dialog.activateWindow()

    def _do(self, name: str) -> None:
        """Once the list has gone, and the window has the keyboard again."""
        QTimer.singleShot(0, self, self._actions()[name].trigger)

    def _groups(self) -> "tuple[Group, ...]":
        from gui.panels.shortcuts import Group, Row

        menus = dict.fromkeys(entry.menu for entry in ENTRIES)
        of_menus = (
            Group(_plain(menu), tuple(self._row(e) for e in ENTRIES if e.menu == menu))
            for menu in menus
        )
        others = (
            *(("On the piano roll", _ROLL), ("On its ruler", _RULER)),
            ("On the takes board", _TAKES),
            ("On the piano", _PIANO),
        )
        return (
            *of_menus,
            *(
                Group(title, tuple(Row("", what, keys) for keys, what in rows))
                for title, rows in others
            ),
        )

    def _row(self, entry: Entry) -> "Row":
        from gui.panels.shortcuts import Row

        action = self._actions()[entry.name]
        native = QKeySequence.SequenceFormat.NativeText
        keys = " or ".join(keys.toString(native) for keys in action.shortcuts())
        why_not = "" if action.isEnabled() else action.toolTip()
        return Row(entry.name, _plain(entry.text), keys, entry.tip, why_not)


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")

"""Help > Keyboard shortcuts: the table of actions as a list that can be searched."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from core.words import Words
from gui.language import tr
from gui.menu.actions import ENTRIES, Actions
from gui.menu.entry import Entry

if TYPE_CHECKING:
    from gui.panels.shortcuts import Group, Row, ShortcutsDialog

_ROLL = (
    (Words("Left, Right"), Words("Go from note to note, and through rests by the grid")),
    (Words("Home, End"), Words("Go to the first or the last note")),
    (Words("Ctrl+Shift+Left, Right"), Words("Choose the next note too")),
    (Words("Ctrl+Arrows"), Words("Move the cursor alone")),
    (Words("Ctrl+Space"), Words("Choose the note at the cursor too, or no longer")),
    (Words("Up, Down"), Words("Move chosen notes by a semitone, or else the cursor")),
    (Words("Shift+Up, Down"), Words("Move them by an octave")),
    (Words("Alt+Left, Right"), Words("Move chosen notes to the next line of the grid")),
    (Words(", and ."), Words("Make chosen notes shorter or longer by a step of the grid")),
    (Words("< and >"), Words("Let chosen notes begin a step earlier or later")),
    (Words("N, Insert"), Words("Draw a note at the cursor")),
    (
        Words("G", "shortcut"),
        Words("Go on from the cell at the cursor, while probabilities are shown"),
    ),
    (
        Words("W, Shift+W"),
        Words("Walk through the next likely notes, while probabilities are shown"),
    ),
    (Words("Shift+Left, Right"), Words("Select bars from the playhead on")),
    (Words("Escape", "shortcut"), Words("Drop what the mouse holds, or choose nothing")),
    (Words("Page up, Page down"), Words("Scroll by a screen")),
    (Words("+, -"), Words("Show fewer or more bars; with Alt higher or lower rows")),
    (Words("0", "shortcut"), Words("Show the whole tune")),
)
_RULER = (
    (
        Words("Left, Right"),
        Words("Move the playhead to the next beat, or bar where beats have no room"),
    ),
    (Words("Home, End"), Words("Move it to an end of the tune")),
    (
        Words("Shift+Left, Right"),
        Words("Move the end of the loop; without one, loop at the playhead"),
    ),
    (Words("Alt+Left, Right"), Words("Move the whole loop")),
    (Words("Shift+Alt+Left, Right"), Words("Move the beginning of the loop")),
)
_TAKES = (
    (Words("1 to 9"), Words("Choose the take of that number, wherever no text is typed")),
    (Words("Up, Down"), Words("Choose the take above or below")),
    (Words("Return", "shortcut"), Words("Take the take that is shown as a step of its own")),
    (Words("S", "shortcut"), Words("Star the take, or take its star away")),
)
_PIANO = (
    (Words("Left, Right"), Words("Choose the next key")),
    (Words("Up, Down"), Words("Choose a key an octave higher or lower")),
    (Words("Space", "shortcut"), Words("Play the key that is chosen")),
    (Words("Z to /"), Words("The lower row of letters, while the piano is played with them")),
    (Words("Q to P"), Words("The upper row of letters, an octave higher")),
    (Words("[ and ]"), Words("Move the letters an octave down or up")),
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
            (tr("On the piano roll"), _ROLL),
            (tr("On its ruler"), _RULER),
            (tr("On the takes board"), _TAKES),
            (tr("On the piano"), _PIANO),
        )
        return (
            *of_menus,
            *(
                Group(title, tuple(Row("", tr(what), tr(keys)) for keys, what in rows))
                for title, rows in others
            ),
        )

    def _row(self, entry: Entry) -> "Row":
        from gui.panels.shortcuts import Row

        action = self._actions()[entry.name]
        why_not = "" if action.isEnabled() else action.toolTip()
        keys = _keys(action.shortcuts())
        return Row(entry.name, _plain(entry.text), keys, tr(entry.tip), why_not)


def _keys(shortcuts: Sequence[QKeySequence]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    keys, *others = (shortcut.toString(native) for shortcut in shortcuts)
    for other in others:
        keys = tr("{keys} or {other}", "two shortcuts", keys=keys, other=other)
    return keys


def _plain(text: Words) -> str:
    return tr(text).replace("&", "").rstrip("…")

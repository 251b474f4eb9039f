"""Everything that can be done from the menu, in one table."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from core.words import Words
from gui.language import tr
from gui.menu.edit import EDITING
from gui.menu.entry import Entry
from gui.menu.file import FILES
from gui.menu.notes import NOTES, TOOLS
from gui.menu.play import PLAYING
from gui.menu.tune import TUNES
from gui.menu.view import VIEWS

ENTRIES = (
    *FILES,
    *EDITING,
    *NOTES,
    *TOOLS,
    *TUNES,
    *PLAYING,
    *VIEWS,
    Entry(
        "shortcuts",
        Words("&Help"),
        Words("Keyboard &shortcuts…"),
        "F1",
        Words("Look up every key, search for what it does, and do it"),
    ),
)

_STANDARD = {
    "redo": QKeySequence("Ctrl+Y"),
    "zoom_in": QKeySequence("Ctrl+="),
    "from_start": QKeySequence("Enter"),
    "delete": QKeySequence("Backspace"),
}
"""A second shortcut where people are used to another one."""


class Actions:
    """The actions of one window, made from the table and bound to what they do."""

    def __init__(
        self, window: QWidget, roll: QWidget, slots: Mapping[str, Callable[[], object]]
    ) -> None:
        self._actions: dict[str, QAction] = {}
        self._tips = {entry.name: entry.tip for entry in ENTRIES}
        self._menus: dict[str, QMenu] = {}
        self._reasons: dict[str, str] = {}
        self._states: Mapping[str, Callable[[], bool]] = {}
        for entry in ENTRIES:
            action = QAction(tr(entry.text), window)
            action.setShortcuts([QKeySequence(entry.shortcut), *_second_shortcut(entry.name)])
            action.setCheckable(entry.checks)
            action.triggered.connect(_without_arguments(slots[entry.name]))
            if entry.in_roll:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            (roll if entry.in_roll else window).addAction(action)
            self._actions[entry.name] = action
            self.allow(entry.name)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def allow(self, name: str, why_not: str = "") -> None:
        """Enables the action, or disables it and says `why_not`, Words or not, in its tooltip."""
        if self._reasons.get(name) == why_not:
            return
        self._reasons[name] = why_not
        action = self._actions[name]
        action.setEnabled(not why_not)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = tr(why_not or self._tips[name])
        action.setToolTip(tip if why_not else f"{tip} ({keys})")
        action.setStatusTip(tip)

    def fill(self, bar: QMenuBar) -> None:
        """Puts every action into its menu, in the order of the table."""
        for title in dict.fromkeys(entry.menu for entry in ENTRIES):
            self._menus[title] = menu = bar.addMenu(tr(title))
            menu.aboutToShow.connect(self._show_states)
        for entry in ENTRIES:
            menu = self._menus[entry.menu]
            menu.setToolTipsVisible(True)
            if entry.opens_group:
                menu.addSeparator()
            menu.addAction(self._actions[entry.name])

    def add_menu(self, title: str, menu: QMenu, behind: str = "") -> None:
        """Puts `menu` into the one that the table calls `title`: behind the action of that name, or
        at the end."""
        around = self._menus[title]
        entries = around.actions()
        place = entries.index(self._actions[behind]) + 1 if behind else len(entries)
        if place < len(entries):
            around.insertMenu(entries[place], menu)
        else:
            around.addMenu(menu)

    def add_action(self, title: str, action: QAction) -> None:
        """Puts `action`, which no key calls, at the end of that menu, in a group of its own."""
        self._menus[title].addSeparator()
        self._menus[title].addAction(action)

    def before(self, title: str, look: Callable[[], object]) -> None:
        """Calls `look` whenever that menu is about to open."""
        self._menus[title].aboutToShow.connect(_without_arguments(look))

    def follow(self, states: Mapping[str, Callable[[], bool]]) -> None:
        """Lets the menus show what is on, by the names of the actions that turn it on and off."""
        self._states = states

    def _show_states(self) -> None:
        for name, is_on in self._states.items():
            self._actions[name].setChecked(is_on())


def _second_shortcut(name: str) -> list[QKeySequence]:
    return [_STANDARD[name]] if name in _STANDARD else []


def _without_arguments(slot: Callable[[], object]) -> Callable[[], None]:
    """Qt would hand 'checked' to a slot that takes an optional argument."""

    def call() -> None:
        slot()

    return call


def explain(action: QAction, tip: str) -> None:
    """Says at the mouse and in the status bar what the action does."""
    action.setToolTip(tip)
    action.setStatusTip(tip)

"""Everything that can be done from the menu, in one table."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from gui.entry import Entry
from gui.labelentries import LABELS
from gui.noteentries import CHOSEN, NOTES, TOOLS
from gui.playentries import PLAYING

ENTRIES = (
    Entry("new", "&File", "&New", "Ctrl+N", "Begin an empty tune"),
    Entry(
        "open",
        "&File",
        "&Open…",
        "Ctrl+O",
        "Open a project, or a MusicXML, ABC, MIDI, kern or text file",
    ),
    Entry("save", "&File", "&Save", "Ctrl+S", "Save the project", True),
    Entry("save_as", "&File", "Save &as…", "Ctrl+Shift+S", "Save the project under another name"),
    Entry("export", "&File", "&Export MIDI…", "Ctrl+E", "Write the tune as a MIDI file", True),
    Entry(
        "export_audio",
        "&File",
        "Export &audio…",
        "Ctrl+Shift+E",
        "Write the tune as it sounds: WAV or FLAC, through the built-in synth",
    ),
    Entry("open_model", "&File", "Open &model…", "Ctrl+M", "Use a trained model from a file", True),
    Entry("quit", "&File", "&Quit", "Ctrl+Q", "Close the window", True),
    Entry("undo", "&Edit", "&Undo", "Ctrl+Z", "Take back the last change"),
    Entry("redo", "&Edit", "&Redo", "Ctrl+Shift+Z", "Do again what was taken back"),
    *CHOSEN,
    Entry("seed", "&Edit", "Type the &seed", "Ctrl+L", "Go to the field of the seed notes", True),
    Entry("clear", "&Edit", "&Clear the seed", "Ctrl+Backspace", "Remove all notes of the tune"),
    Entry(
        "adopt",
        "&Edit",
        "Make the tune the s&eed",
        "Ctrl+Shift+L",
        "Take all notes for your own, and type on behind them",
    ),
    Entry(
        "redraw",
        "&Edit",
        "&Draw the selected bars again",
        "Ctrl+R",
        "Make the selected bars anew, leading to what follows",
        True,
    ),
    Entry(
        "fork",
        "&Edit",
        "&Other notes here…",
        "Ctrl+J",
        "What could have stood at the chosen note, or the playhead; a double click asks too",
    ),
    Entry(
        "quantise",
        "&Edit",
        "Q&uantise…",
        "Ctrl+U",
        "Move what was played to a grid, and see it before it is taken",
        True,
    ),
    Entry(
        "seed_played",
        "&Edit",
        "Make what was &played the seed",
        "Ctrl+Shift+P",
        "Keep only what was played last, as the seed of a new tune",
    ),
    Entry(
        "step",
        "&Edit",
        "Step &input",
        "Ctrl+I",
        "Write a note with every key, at the playhead",
        checks=True,
    ),
    Entry("step_rest", "&Edit", "Step: a rest", "Ctrl+Right", "Leave out a step of step input"),
    Entry("step_back", "&Edit", "Step: &back", "Ctrl+Left", "Take back a step of step input"),
    *NOTES,
    *TOOLS,
    Entry("generate", "&Tune", "&Generate", "Ctrl+Return", "Go on from the seed"),
    Entry(
        "answer",
        "&Tune",
        "&Answer",
        "Ctrl+Shift+Return",
        "Answer the last phrase, and play the answer",
    ),
    Entry("cancel", "&Tune", "&Stop generating", "Ctrl+.", "Stop, and keep the notes made so far"),
    Entry(
        "exchange",
        "&Tune",
        "E&xchange two takes",
        "X",
        "Exchange takes A and B; while it plays, with the next bar",
        True,
    ),
    Entry(
        "comp",
        "&Tune",
        "Take the selected &bars of the other take",
        "Shift+X",
        "Put the selected bars of A or B, which is not the tune, into the tune",
    ),
    Entry(
        "star",
        "&Tune",
        "Sta&r the take",
        "Ctrl+D",
        "Star the take, so that it stays whatever is drawn",
    ),
    Entry(
        "keep",
        "&Tune",
        "&Keep the take",
        "Ctrl+K",
        "Take the take that is shown as a step of its own",
    ),
    *PLAYING,
    Entry("zoom_in", "&View", "Zoom &in", "Ctrl++", "Show fewer bars, larger"),
    Entry("zoom_out", "&View", "Zoom &out", "Ctrl+-", "Show more bars, smaller"),
    Entry("fit", "&View", "&Whole tune", "Ctrl+0", "Show the whole tune"),
    Entry(
        "field",
        "&View",
        "What the &model thinks",
        "F",
        "Show behind the notes how likely each pitch was, or hide it",
        True,
        checks=True,
    ),
    *LABELS,
    Entry(
        "takes",
        "&View",
        "&Takes",
        "Ctrl+B",
        "Show the takes and go there, or hide them",
        True,
        checks=True,
    ),
    Entry(
        "velocities",
        "&View",
        "&Velocities",
        "Shift+V",
        "Show under the roll how loud each note is, and draw there, or hide it",
        checks=True,
    ),
    Entry(
        "score",
        "&View",
        "S&core",
        "Shift+S",
        "Show or hide the tune as engraved music",
        checks=True,
    ),
    Entry("piano", "&View", "&Piano", "Ctrl+P", "Show or hide the on-screen piano", checks=True),
    Entry(
        "sound",
        "&View",
        "&Sound…",
        "Ctrl+,",
        "Choose SoundFont, instrument, volume, reverb, inputs and timing",
        True,
    ),
    Entry(
        "shortcuts",
        "&Help",
        "Keyboard &shortcuts…",
        "F1",
        "Look up every key, search for what it does, and do it",
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
        self._reasons: dict[str, str] = {}
        self._states: Mapping[str, Callable[[], bool]] = {}
        for entry in ENTRIES:
            action = QAction(entry.text, window)
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
        """Enables the action, or disables it and says `why_not` in its tooltip."""
        if self._reasons.get(name) == why_not:
            return
        self._reasons[name] = why_not
        action = self._actions[name]
        action.setEnabled(not why_not)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = why_not or f"{self._tips[name]} ({keys})"
        action.setToolTip(tip)
        action.setStatusTip(why_not or self._tips[name])

    def fill(self, bar: QMenuBar) -> None:
        """Puts every action into its menu, in the order of the table."""
        menus = {title: bar.addMenu(title) for title in dict.fromkeys(e.menu for e in ENTRIES)}
        for menu in menus.values():
            menu.aboutToShow.connect(self._show_states)
        for entry in ENTRIES:
            menu = menus[entry.menu]
            menu.setToolTipsVisible(True)
            if entry.opens_group:
                menu.addSeparator()
            menu.addAction(self._actions[entry.name])

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

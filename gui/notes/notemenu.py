"""The menu at the pointer, or at the cursor, in the roll."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from core.words import Words
from gui.language import tr
from gui.menu.actions import Actions
from gui.notes.notes import Notes
from gui.roll.canvas import Canvas
from gui.window import Window

_PASTE_TIP = Words(
    "Put notes from the clipboard, or typed ones, at this place; "
    "files and texts of ABC, kern or MusicXML are shown first"
)
_SPLIT_TIP = Words("Cut the note in two that sounds at this place")
_PITCHES = ("up", "down", "scale_up", "scale_down", "octave_up", "octave_down")


class NoteMenu(QObject):
    """Opens with a right click, which has chosen the note there, and with the menu key. It pastes
    and splits at the pointer, or with the menu key at the cursor or the playhead."""

    def __init__(
        self, window: Window, actions: Actions, notes: Notes, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._actions, self._notes = window, actions, notes
        window.roll.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ContextMenu or not isinstance(event, QContextMenuEvent):
            return False
        roll = self._window.roll
        canvas = roll.findChild(Canvas)
        assert canvas is not None
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._open(self._notes.place, roll.mapToGlobal(self._corner(canvas)))
            return True
        place = canvas.mapFrom(roll, event.pos())
        if not canvas.rect().contains(place):
            return False
        scene = roll.scene
        tick = scene.snap.nearest(scene.song.meters, scene.time.tick_from_x(place.x()))
        self._open(tick, event.globalPos())
        return True

    def _corner(self, canvas: Canvas) -> QPoint:
        """Where the menu opens for the menu key, in the roll: below the first chosen note."""
        roll = self._window.roll
        note = next((n for n in roll.scene.song.melody if n.onset in roll.chosen), None)
        inside = QRect(canvas.mapTo(roll, QPoint()), canvas.size())
        corner = inside.center() if note is None else roll.rect_of(note).bottomLeft()
        return QPoint(
            min(max(corner.x(), inside.left()), inside.right()),
            min(max(corner.y(), inside.top()), inside.bottom()),
        )

    def _open(self, tick: int, corner: QPoint) -> None:
        menu = QMenu(self._window.roll)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        self._add(menu, "fork", "redraw")
        menu.addSeparator()
        self._add(menu, "cut", "copy")
        self._add_here(
            menu, "paste", tr("&Paste here"), tr(_PASTE_TIP), lambda: self._notes.paste(tick)
        )
        self._add(menu, "repeat", "delete")
        menu.addSeparator()
        self._add(menu.addMenu(tr("&Transpose")), *_PITCHES)
        self._add_here(
            menu, "split", tr("&Split here"), tr(_SPLIT_TIP), lambda: self._notes.split(tick)
        )
        self._add(menu, "join", "quantise_notes")
        menu.addSeparator()
        self._add(menu, "softer", "louder")
        menu.addSeparator()
        self._add(menu, "choose_all", "loop_bars")
        menu.popup(corner)

    def _add(self, menu: QMenu, *names: str) -> None:
        for name in names:
            menu.addAction(self._actions[name])

    def _add_here(
        self, menu: QMenu, name: str, text: str, tip: str, do: Callable[[], object]
    ) -> None:
        """As the action `name`, but for the place of the pointer."""
        action, known = menu.addAction(text), self._actions[name]
        action.setEnabled(known.isEnabled())
        action.setToolTip(tip if known.isEnabled() else known.toolTip())
        action.triggered.connect(lambda: do())

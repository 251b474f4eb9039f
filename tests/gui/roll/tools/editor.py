"""A roll whose edits go into a document, and a mouse that knows notes."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.document import Document
from core.edit.edited import Edited
from core.edit.song import song_from_edited
from core.music.melody import Note
from core.music.song import Song
from core.project import Project
from core.words import Words
from tests.gui.roll.stage import NONE, Modifier, Stage

LEFT = Qt.MouseButton.LeftButton

Place = tuple[float, float]
"""A tick and a pitch; 0.5 below a whole one is the middle of its row."""


class Editor:
    """`steps` are the names of all edits, `heard` pitches pressed (+) and released (-)."""

    def __init__(self, stage: Stage, song: Song) -> None:
        self.stage, self.roll, self.canvas = stage, stage.roll, stage.canvas
        self.document = Document(Project(song))
        self.steps: list[str] = []
        self.heard: list[str] = []
        self.takes_edits = True
        self.document.listen(lambda: self.roll.show_song(self.document.song))
        self.roll.edited.connect(self._take)
        self.roll.pitch_pressed.connect(lambda pitch: self.heard.append(f"+{pitch}"))
        self.roll.pitch_released.connect(lambda pitch: self.heard.append(f"-{pitch}"))
        self.roll.show_song(song)

    def _take(self, label: Words, edited: Edited, joins: bool) -> None:
        assert self.roll.scene.song == self.document.song, "a preview is gone when it is taken"
        if self.takes_edits:
            self.steps.append(label)
            self.document.commit(label, song_from_edited(self.document.song, edited), joins)

    @property
    def notes(self) -> list[tuple[int, int, int]]:
        """Onset, duration and pitch of what is in the document."""
        return [(n.onset, n.duration, n.pitch) for n in self.document.song.melody]

    @property
    def shown(self) -> list[tuple[int, int, int]]:
        return [(n.onset, n.duration, n.pitch) for n in self.stage.scene.song.melody]

    @property
    def chosen(self) -> list[int]:
        return sorted(self.roll.chosen)

    # The mouse

    def point(self, place: Place) -> QPoint:
        tick, pitch = place
        scene = self.stage.scene
        x, y = scene.time.x_from_tick(tick), scene.pitch.y_from_pitch(pitch - 0.5)
        return QPoint(round(x), round(y))

    def middle(self, note: Note) -> Place:
        return note.onset + note.duration / 2, note.pitch

    def press(self, place: Place, held: Modifier = NONE) -> None:
        QTest.mousePress(self.canvas, LEFT, held, self.point(place))

    def move(self, place: Place, held: Modifier = NONE) -> None:
        self.move_to(self.point(place), held)

    def move_to(self, point: QPoint, held: Modifier = NONE) -> None:
        """QTest.mouseMove knows no keys."""
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(point),
            QPointF(self.canvas.mapToGlobal(point)),
            Qt.MouseButton.NoButton,
            LEFT if self.roll.mouse.is_busy else Qt.MouseButton.NoButton,
            held,
        )
        QApplication.sendEvent(self.canvas, event)

    def release(self, place: Place, held: Modifier = NONE) -> None:
        QTest.mouseRelease(self.canvas, LEFT, held, self.point(place))

    def click(self, place: Place, held: Modifier = NONE) -> None:
        QTest.mouseClick(self.canvas, LEFT, held, self.point(place))

    def double_click(self, place: Place) -> None:
        self.click(place)
        QTest.mouseDClick(self.canvas, LEFT, NONE, self.point(place))
        self.release(place)

    def drag(self, begin: Place, end: Place, held: Modifier = NONE) -> None:
        """By way of the middle, as a hand does it."""
        self.press(begin, held)
        self.move(((begin[0] + end[0]) / 2, (begin[1] + end[1]) / 2), held)
        self.move(end, held)
        self.release(end, held)

    def key(self, key: Qt.Key, held: Modifier = NONE) -> None:
        QTest.keyClick(self.roll, key, held)

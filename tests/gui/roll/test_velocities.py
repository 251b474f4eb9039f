"""The lane of velocities, with the mouse and with keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.edit.edited import Edited
from core.music.melody import Melody, Note
from core.music.song import Song
from gui.roll.roll import Roll
from gui.roll.velocities import Velocities
from tests.gui.roll.tunes import tune

LEFT = Qt.MouseButton.LeftButton


class Lane:
    """A lane that is shown, and what it has told."""

    def __init__(self, widget: Velocities) -> None:
        self.widget = widget
        self.previews: list[Song] = []
        self.edits: list[tuple[str, Edited, bool]] = []
        self.choices: list[frozenset[int]] = []
        widget.previewed.connect(self.previews.append)
        widget.edited.connect(lambda *edit: self.edits.append(edit))
        widget.chosen.connect(self.choices.append)

    def show(self, song: Song, *chosen: int) -> None:
        scene = replace(self.widget._scene, song=song, chosen=frozenset(chosen))
        self.widget.show_scene(scene)

    def place(self, note: Note, velocity: int) -> QPoint:
        column = self.widget.column(replace(note, velocity=velocity))
        return QPointF(column.left() + 1, column.top()).toPoint()

    def drag(self, *places: QPoint) -> None:
        QTest.mousePress(self.widget, LEFT, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(self.widget, place)
        QTest.mouseRelease(self.widget, LEFT, pos=places[-1])

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.widget, key)

    @property
    def velocities(self) -> list[int]:
        """Of the last edit."""
        return [note.velocity for note in self.edits[-1][1].melody]


@pytest.fixture
def lane(qtbot: QtBot) -> Lane:
    roll = Roll()
    qtbot.addWidget(roll)
    roll.resize(900, 400)
    roll.show_song(SONG)
    widget = Velocities(roll.scene)
    qtbot.addWidget(widget)
    widget.resize(800, 72)
    widget.show()
    qtbot.waitExposed(widget)
    return Lane(widget)


SONG = tune([60, 62, 64, 65])


def test_a_press_sets_the_note_there(lane: Lane) -> None:
    note = SONG.melody.notes[1]
    lane.drag(lane.place(note, 40))
    (label, edited, merge) = lane.edits[-1]
    assert (label, merge) == ("Change velocity", False)
    assert abs(lane.velocities[1] - 40) <= 2
    assert lane.velocities[0] == SONG.melody.notes[0].velocity
    assert lane.previews, "it is seen before the button comes up"
    assert [(n.onset, n.pitch) for n in edited.melody] == [(n.onset, n.pitch) for n in SONG.melody]


def test_a_drag_sets_all_notes_that_it_passes(lane: Lane) -> None:
    notes = SONG.melody.notes
    lane.drag(lane.place(notes[0], 30), lane.place(notes[3], 30))
    assert all(abs(velocity - 30) <= 2 for velocity in lane.velocities), "fast as the mouse was"
    assert len(lane.edits) == 1


def test_chosen_notes_go_together(lane: Lane) -> None:
    notes = SONG.melody.notes
    lane.show(SONG, notes[0].onset, notes[2].onset)
    lane.drag(lane.place(notes[2], notes[2].velocity), lane.place(notes[2], 60))
    before = [note.velocity for note in notes]
    shifts = [new - old for new, old in zip(lane.velocities, before, strict=True)]
    assert shifts[0] == shifts[2] < -20
    assert shifts[1] == shifts[3] == 0


def test_it_goes_from_1_to_127(lane: Lane) -> None:
    x = lane.place(SONG.melody.notes[0], 64).x()
    lane.drag(QPoint(x, 20), QPoint(x, -500))
    assert lane.velocities[0] == 127
    lane.drag(QPoint(x, 20), QPoint(x, 500))
    assert lane.velocities[0] == 1


def test_escape_drops_a_drag(lane: Lane) -> None:
    note = SONG.melody.notes[0]
    QTest.mousePress(lane.widget, LEFT, pos=lane.place(note, 40))
    lane.press(Qt.Key.Key_Escape)
    QTest.mouseRelease(lane.widget, LEFT, pos=lane.place(note, 20))
    assert not lane.edits
    assert lane.previews[-1] == SONG


def test_everything_goes_by_keys(lane: Lane) -> None:
    onsets = [note.onset for note in SONG.melody]
    lane.press(Qt.Key.Key_Right)
    lane.show(SONG, onsets[1])
    lane.press(Qt.Key.Key_Right)
    lane.press(Qt.Key.Key_Left)
    assert lane.choices == [frozenset({onsets[place]}) for place in (0, 2, 0)]
    for key, velocity in (
        (Qt.Key.Key_Up, 89),
        (Qt.Key.Key_Down, 87),
        (Qt.Key.Key_PageUp, 98),
        (Qt.Key.Key_PageDown, 78),
        (Qt.Key.Key_Home, 127),
        (Qt.Key.Key_End, 1),
    ):
        lane.press(key)
        assert lane.velocities == [88, velocity, 88, 88]
        assert lane.edits[-1][2], "held keys are one step"


def test_it_says_how_loud_the_chosen_notes_are(lane: Lane) -> None:
    assert lane.widget.accessibleName() == "Velocities, no note chosen"
    soft = Song(Melody((Note(0, 480, 60, 50), Note(480, 480, 62, 90)), 960))
    lane.show(soft, 0)
    assert lane.widget.accessibleName() == "Velocities, 50"
    lane.show(soft, 0, 480)
    assert lane.widget.accessibleName() == "Velocities, 50 to 90"


def test_the_figure_stands_beside_the_note_under_the_pointer(lane: Lane) -> None:
    note = SONG.melody.notes[1]
    column = lane.widget.column(note)
    beside = QRect(round(column.right()) + 4, round(column.top()), 12, 12)

    def picture() -> QImage:
        return lane.widget.grab().toImage().copy(beside)

    empty = picture()
    QTest.mouseMove(lane.widget, lane.place(note, 64))
    assert picture() != empty
    QTest.mouseMove(lane.widget, QPoint(lane.widget.width() - 2, 30))
    assert picture() == empty


def test_seed_and_new_notes_and_the_chosen_ones_look_otherwise(lane: Lane) -> None:
    song = replace(SONG, seed_end=960)
    lane.show(song, song.melody.notes[1].onset)
    image = lane.widget.grab().toImage()

    def colour(note: Note) -> str:
        column = lane.widget.column(note)
        return image.pixelColor(round(column.center().x()), round(column.bottom()) - 3).name()

    colours = [colour(note) for note in song.melody]
    assert colours[0] == colours[1] != colours[2] == colours[3]
    head = lane.widget.column(song.melody.notes[1]).topLeft().toPoint()
    assert image.pixelColor(head).name() == lane.widget._scene.theme.text


def test_another_tune_in_the_middle_ends_a_drag(lane: Lane) -> None:
    """As when a key of an instrument writes a note: the tune of before must not come back."""
    note = SONG.melody.notes[1]
    QTest.mousePress(lane.widget, LEFT, pos=lane.place(note, 40))
    lane.show(lane.previews[-1])
    QTest.mouseMove(lane.widget, lane.place(note, 60))
    lane.show(tune([60, 62]))
    QTest.mouseRelease(lane.widget, LEFT, pos=lane.place(note, 60))
    assert len(lane.previews) == 2
    assert not lane.edits

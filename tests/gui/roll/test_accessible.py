"""What a screen reader finds of the roll: Qt's own interfaces are asked, as it would ask them."""

import math
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface

from core.compose.pins.pin import Pin
from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from gui.roll.accessible import Notes, NotesTable, cell_name
from tests.gui.roll.stage import TUNE, Stage
from tests.gui.roll.tunes import tune

NAME, ROLE, HEADERS = QAccessible.Text.Name, QAccessible.Role, 1
COLUMNS = 6 + HEADERS
SURPRISE = {0: 1.23, 480: math.inf}
SONG = Song(
    Melody((Note(0, 480, 67), Note(480, 240, 66), Note(720, 720, 71)), 1440),
    MeterMap.constant(Meter(3, 4)),
    Key(1, "major"),
    seed_end=480,
)


class Reader:
    """The table of a roll, through the interface that a screen reader has of it."""

    def __init__(self, stage: Stage, bits_of: Callable[[Note], float | None]) -> None:
        self.stage = stage
        self.notes = Notes(bits_of, stage.roll)
        self.table = NotesTable(stage.roll, self.notes)
        self.show(SONG)

    def show(self, song: Song, pins: tuple[Pin, ...] = ()) -> None:
        self.stage.roll.show_song(song)
        self.notes.show(song, pins)

    @property
    def interface(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self.table)

    def cell(self, row: int, column: int = 0) -> QAccessibleInterface:
        return self.interface.child((row + HEADERS) * COLUMNS + column + HEADERS)

    def texts(self, row: int) -> list[str]:
        return [self.cell(row, column).text(NAME) for column in range(6)]


@pytest.fixture
def reader(stage: Stage) -> Reader:
    return Reader(stage, lambda note: SURPRISE.get(note.onset))


def test_the_roll_holds_a_table_with_a_row_for_each_note(reader: Reader) -> None:
    assert reader.interface.role() == ROLE.Table
    assert reader.interface.childCount() == (3 + HEADERS) * COLUMNS
    roll = QAccessible.queryAccessibleInterface(reader.stage.roll)
    held = [roll.child(place).role() for place in range(roll.childCount())]
    assert ROLE.Table in held
    assert reader.cell(0).role() == ROLE.Cell
    assert [reader.interface.child(place).text(NAME) for place in range(1, COLUMNS)] == [
        *("Note", "Place", "Pitch", "Length", "Surprise", "Origin"),
    ]


def test_each_note_is_told_in_words(reader: Reader) -> None:
    assert reader.texts(0) == [
        "bar 1, beat 1, G4, quarter, surprise 1.2 bits, seed",
        *("bar 1, beat 1", "G4", "quarter", "surprise 1.2 bits", "seed"),
    ]
    assert reader.texts(1)[0] == ("bar 1, beat 2, F♯4, eighth, impossible for the model, composed")
    assert reader.texts(2)[0] == "bar 1, beat 2.5, B4, dotted quarter, composed"
    reader.show(SONG, (Pin(480),))
    assert reader.texts(1)[-1] == "composed, pinned"


def test_a_note_is_found_where_it_is_seen(reader: Reader) -> None:
    for row, note in enumerate(SONG.melody):
        rect = reader.cell(row).rect()
        shown = reader.stage.roll.rect_of(note)
        assert rect.topLeft() == reader.stage.roll.mapToGlobal(shown.topLeft())
        assert rect.size() == shown.size()
        found = reader.interface.childAt(rect.center().x(), rect.center().y())
        assert found.text(NAME) == reader.texts(row)[0]
    beside = reader.cell(0).rect().bottomLeft()
    assert reader.interface.childAt(beside.x(), beside.y() + 5) is None


def test_the_note_of_the_keyboard_has_the_focus(reader: Reader) -> None:
    reader.table.go_to(480)
    assert [reader.cell(row).state().focused for row in range(3)] == [0, 1, 0]
    reader.table.go_to(100)
    assert [reader.cell(row).state().focused for row in range(3)] == [0, 0, 0]


def test_a_screen_reader_that_goes_to_a_note_tells_the_roll(reader: Reader) -> None:
    asked: list[Note] = []
    reader.table.asked.connect(asked.append)
    reader.table.go_to(480)
    assert asked == [], "who is told need not tell"
    reader.table.setCurrentIndex(reader.notes.index(2, 0))
    assert asked == [SONG.melody.notes[2]]


def test_the_table_changes_with_the_tune(reader: Reader) -> None:
    reader.table.go_to(480)
    reader.show(TUNE)
    assert reader.interface.childCount() == (len(TUNE.melody) + HEADERS) * COLUMNS
    assert reader.texts(31)[0].startswith("bar 8, beat 4, D4, quarter")
    reader.show(Song())
    assert reader.interface.childCount() == COLUMNS


def test_the_table_is_not_seen_and_not_in_the_way(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    before = stage.roll.grab().toImage()
    table = NotesTable(stage.roll, Notes(lambda _: None, stage.roll))
    assert stage.roll.grab().toImage() == before
    assert stage.roll.childAt(stage.canvas.geometry().center()) is stage.canvas
    stage.roll.resize(700, 500)
    assert table.geometry() == stage.canvas.geometry()


def test_the_last_note_of_a_long_tune_is_found_too(reader: Reader) -> None:
    song = tune([60 + i % 12 for i in range(20_000)])
    reader.show(song)
    assert reader.texts(19_999)[2] == "G4"


def test_a_place_without_a_note_has_a_name() -> None:
    assert cell_name(SONG, 1440, 66) == "bar 2, beat 1, F♯4, no note"

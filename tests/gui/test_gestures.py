"""Any sequence of gestures, edits and undos leads back exactly, each of them one step or none."""

from operator import attrgetter
from typing import Literal, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from core.compose.pins.pin import Pin
from core.document import Document
from core.music.melody import Melody, Note
from core.music.song import Song
from core.project import Project
from gui.menu.edit import CHOSEN
from gui.menu.notes import NOTES as NOTES_MENU
from gui.roll.canvas import Canvas
from gui.studio import Studio
from tests.gui.walk.hands import Hands
from tests.gui.walk.rules import document_faults
from tests.gui.walk.watch import Watch

IS_LONG = settings.get_current_profile_name() == "long"

Key = Qt.Key
Modifier = Qt.KeyboardModifier
NONE, SHIFT, CONTROL, ALT = (
    Modifier.NoModifier,
    Modifier.ShiftModifier,
    Modifier.ControlModifier,
    Modifier.AltModifier,
)

NOTES = tuple(
    Note(240 * place + 480 * (place > 5), 240 - 30 * (place % 3), 60 + place * 5 % 12, 60 + place)
    for place in range(12)
)
TUNE = Song(Melody(NOTES, NOTES[-1].end + 480), seed_end=NOTES[4].onset)
PINS = (Pin.of(NOTES[6]), Pin.of(NOTES[9], pitch=False))

Part = Literal["begin", "middle", "end", "above"]
SHARES: dict[Part, float] = {"begin": 0.0, "middle": 0.5, "end": 1.0, "above": 0.5}


class Drag(NamedTuple):
    """From a part of a note so many pixels across and down; let go, or taken back."""

    note: int
    part: Part
    across_px: int
    down_px: int
    keys: Modifier
    is_dropped: bool


class Stroke(NamedTuple):
    """A key while the roll has the keyboard."""

    key: Qt.Key
    keys: Modifier


class Act(NamedTuple):
    """An action of the table."""

    name: str


Deed = Drag | Stroke | Act

held = st.sampled_from([NONE, NONE, NONE, SHIFT, CONTROL, ALT, SHIFT | ALT])
drags = st.builds(
    Drag,
    st.integers(0, len(NOTES) - 1),
    st.sampled_from(list(SHARES)),
    st.integers(-150, 150) | st.just(0),
    st.integers(-100, 100) | st.just(0),
    held,
    st.booleans(),
)
ARROWS = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)
LETTERS = (*(Key.Key_N, Key.Key_J, Key.Key_S, Key.Key_R, Key.Key_Q), Key.Key_Less, Key.Key_Greater)
OTHERS = (*(Key.Key_Comma, Key.Key_Period, Key.Key_Delete), Key.Key_Escape, Key.Key_Home)
strokes = st.builds(Stroke, st.sampled_from([*ARROWS * 2, *OTHERS]), held) | st.builds(
    Stroke, st.sampled_from(LETTERS), st.sampled_from([NONE, SHIFT])
)
acts = st.builds(Act, st.sampled_from([entry.name for entry in (*CHOSEN, *NOTES_MENU)]))
deeds = st.lists(drags | drags | strokes | acts, min_size=5, max_size=12)
first_chosen = st.frozensets(st.sampled_from(NOTES).map(attrgetter("onset")), min_size=1)


class Editor:
    """Does deeds on the roll of a window, and keeps what the document was before each step."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.hands = Hands(Watch())
        canvas = studio.window.roll.findChild(Canvas)
        assert canvas is not None
        self.canvas = canvas

    def begin(self, chosen: frozenset[int]) -> None:
        self.studio.document.show(Project(TUNE, pins=PINS))
        self.studio.window.roll.fit()
        self.studio.window.roll.choose(chosen)
        self.studio.window.roll.setFocus()
        self.hands.pause()

    def do(self, deed: Deed) -> None:
        match deed:
            case Drag():
                self._drag(deed)
            case Stroke():
                self.studio.window.roll.setFocus()
                self.hands.key(deed.key, deed.keys)
            case Act():
                self.hands.do(self.studio.actions[deed.name].trigger)

    def _drag(self, drag: Drag) -> None:
        document, roll = self.studio.document, self.studio.window.roll
        notes = document.song.melody.notes
        place = QPoint(30, 30)
        if notes:
            body = roll.rect_of(notes[drag.note % len(notes)]).translated(-self.canvas.pos())
            across = round(SHARES[drag.part] * (body.width() - 1))
            place = body.topLeft() + QPoint(across, body.height() // 2)
        if drag.part == "above":
            place -= QPoint(0, 3 * roll.scene.pitch.row_px)
        before = state(document)
        end = place + QPoint(drag.across_px, drag.down_px)
        self.hands.press(self.canvas, place, keys=drag.keys)
        for step in (place + (end - place) / 2, end):
            self.hands.move(self.canvas, step, drag.keys)
            assert state(document) == before, "a preview touches the document"
        if drag.is_dropped:
            self.hands.key(Key.Key_Escape)
            assert roll.scene.song == document.song, "what was dropped is still shown"
        self.hands.release(self.canvas, end, keys=drag.keys)
        if drag.is_dropped:
            assert state(document) == before, "what was dropped is a step"


def state(document: Document) -> tuple[object, ...]:
    return document.song, document.pins, document.asked


@settings(
    max_examples=1000 if IS_LONG else 25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(first_chosen, deeds)
def test_gestures_keys_and_edits_lead_back_exactly(
    studio: Studio, chosen: frozenset[int], sequence: list[Deed]
) -> None:
    editor = Editor(studio)
    document = studio.document
    editor.begin(chosen)
    states = [state(document)]
    for deed in sequence:
        editor.do(deed)
        assert not [*document_faults(document)], deed
        assert studio.window.roll.scene.song == document.song, deed
        if state(document) != states[-1]:
            states.append(state(document))
    undone: list[tuple[object, ...]] = []
    while document.undo_label is not None:
        undone.append(state(document))
        document.undo()
        assert state(document) in states, "an undo leads where nobody was"
        assert not [*document_faults(document)]
    assert state(document) == states[0]
    assert len(undone) < len(states), "there were more steps than deeds that changed anything"
    for after in reversed(undone):
        document.redo()
        assert state(document) == after
    assert studio.window.roll.scene.song == document.song

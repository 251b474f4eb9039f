"""What a user does with the mouse: on the roll, the ruler, both pianos, the takes, any control."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QSplitterHandle,
    QWidget,
)

from gui.roll.canvas import Canvas
from gui.roll.keyboard import Keyboard
from gui.roll.velocities import Velocities
from gui.score.view import ScoreView
from tests.gui.walk.hands import between
from tests.gui.walk.walker import HELD, Walker

Key, Button = Qt.Key, Qt.MouseButton

CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit)
BUTTONS = (*(Button.LeftButton,) * 6, Button.RightButton, Button.MiddleButton)
_FAR_PX = 160


def use_roll(walker: Walker) -> str:
    """A click, a double click or a drag on a note, on its ends or beside it."""
    canvas = walker.window.roll.findChild(Canvas)
    assert canvas is not None
    return _touch(walker, canvas, _place_on_roll(walker, canvas))


def use_ruler(walker: Walker) -> str:
    ruler = walker.window.roll.ruler
    return _touch(walker, ruler, walker.place_in(ruler.rect()))


def use_strip(walker: Walker) -> str:
    """The keys at the left of the roll."""
    strip = walker.window.roll.findChild(Keyboard)
    assert strip is not None
    return _touch(walker, strip, walker.place_in(strip.rect()))


def use_piano(walker: Walker) -> str:
    piano = walker.window.keyboard.piano
    if not piano.isVisible():
        return "the piano is away"
    return _touch(walker, piano, walker.place_in(piano.rect()))


def use_takes(walker: Walker) -> str:
    """The cards: pointed at, clicked, starred, chosen by digit."""
    panel = walker.studio.board.panel
    if panel is None or not panel.isVisible():
        return "there are no takes"
    cards = panel.list.viewport()
    if walker.happens(0.3):
        walker.hands.do(panel.list.setFocus)
        key = walker.choose((Key.Key_1, Key.Key_2, Key.Key_9, Key.Key_S, Key.Key_Return, Key.Key_X))
        walker.hands.key(key)
        return f"{key.name} on the takes"
    return _touch(walker, cards, walker.place_in(cards.rect()))


def use_beneath(walker: Walker) -> str:
    """The score, the velocities, and the bars between parts that are dragged."""
    parts = walker.parts((ScoreView, Velocities, QSplitterHandle))
    if not parts:
        return "nothing is shown beneath"
    part = walker.choose(parts)
    part = part.viewport() if isinstance(part, ScoreView) else part
    return _touch(walker, part, walker.place_in(part.rect()))


def turn_wheel(walker: Walker) -> str:
    """Anywhere in the window."""
    window = walker.window
    place = walker.place_in(window.rect())
    turn = QPoint(walker.choose((0, 0, 120, -120)), walker.choose((120, -120, 15, -480, 600)))
    keys = walker.choose(HELD)
    walker.hands.wheel(window, place, turn, keys)
    return f"wheel {turn.toTuple()} at {place.toTuple()} with {keys}"


def use_control(walker: Walker) -> str:
    """A button, list, number or slider, wherever it stands, allowed or not."""
    part = walker.choose([w for w in walker.parts(CONTROLS) if not _is_inner(w)])
    name = part.accessibleName() or (part.text() if isinstance(part, QAbstractButton) else "")
    if walker.happens(0.5) and not part.visibleRegion().isEmpty():
        place = walker.place_in(part.visibleRegion().boundingRect())
        return f"on {name or part}: {_touch(walker, part, place)}"
    walker.hands.do(part.setFocus)
    if isinstance(part, QAbstractButton):
        keys: list[Qt.Key] = [Key.Key_Space]
    else:
        ways = (Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_Home, Key.Key_End, Key.Key_5)
        keys = [walker.choose(ways) for _ in range(walker.choose((1, 3)))]
    for key in keys:
        walker.hands.key(key)
    return f"{[key.name for key in keys]} on {name or part}"


def click_anywhere(walker: Walker) -> str:
    place, button = walker.place_in(walker.window.rect()), walker.choose(BUTTONS)
    walker.hands.click(walker.window, place, button, walker.choose(HELD))
    return f"{button.name} at {place.toTuple()}"


def let_go(walker: Walker, roll: QWidget) -> None:
    """What hangs at the mouse falls on the roll, or is not wanted any more."""
    place = walker.place_in(roll.rect())
    walker.hands.move(roll, place)
    if walker.happens(0.2):
        walker.hands.key(Key.Key_Escape)
    else:
        walker.hands.release(roll, place)


def _place_on_roll(walker: Walker, canvas: Canvas) -> QPoint:
    """Often on a note, or on one of its ends."""
    roll = walker.window.roll
    notes = roll.scene.song.melody.notes
    if not notes or walker.happens(0.3):
        return walker.place_in(canvas.rect())
    body = roll.rect_of(walker.choose(notes)).translated(-canvas.pos())
    seen = body.intersected(canvas.rect())
    return walker.place_in(seen if not seen.isEmpty() else canvas.rect())


def _touch(walker: Walker, part: QWidget, place: QPoint) -> str:
    keys, button = walker.choose(HELD), walker.choose(BUTTONS)
    way = walker.choose(("click", "click", "double click", "drag", "drag", "drag", "rest"))
    told = f"{button.name} {way} at {place.toTuple()} of {type(part).__name__} with {keys}"
    if way == "click":
        walker.hands.click(part, place, button, keys)
    elif way == "double click":
        walker.hands.double_click(part, place, keys)
    elif way == "rest":
        walker.hands.move(part, place, keys)
    else:
        told += _drag(walker, part, place, button, keys)
    return told


def _drag(
    walker: Walker, part: QWidget, place: QPoint, button: Qt.MouseButton, keys: Qt.KeyboardModifier
) -> str:
    """Now and then with something else in the middle."""
    near = QRect(place, place).adjusted(-_FAR_PX, -_FAR_PX, _FAR_PX, _FAR_PX)
    end = walker.place_in(near if walker.happens(0.7) else part.rect())
    way = between(place, end, walker.choose((1, 3, 6)))
    told = f" to {end.toTuple()}"
    walker.hands.press(part, place, button, keys)
    for step in way:
        walker.hands.move(part, step, keys)
    if walker.happens(0.25):
        key, held = walker.choose(
            (
                (Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
                (Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
                (Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
                (Key.Key_Space, Qt.KeyboardModifier.NoModifier),
            )
        )
        walker.hands.key(key, held)
        walker.hands.move(part, place, keys)
        told += f", {key.name} in the middle"
    if walker.happens(0.1):
        walker.world.player.pass_time(walker.choose((60, 960)))
        walker.hands.do(walker.studio.playback.poll)
    walker.hands.release(part, end, button, keys)
    walker.hands.move(part, end)
    return told


def _is_inner(widget: QWidget) -> bool:
    """A part of a control is no control of its own."""
    parent = widget.parentWidget()
    is_of_other = isinstance(parent, (*CONTROLS, QAbstractItemView))
    return is_of_other or widget.objectName().startswith("qt_")

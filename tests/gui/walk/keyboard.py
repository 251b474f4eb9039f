"""What a user does with the keyboard: actions, keys, letters, menus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from gui.menu.actions import ENTRIES
from tests.gui.walk.walker import ALT, CONTROL, HELD, NONE, Walker

Key = Qt.Key

KEYS = (
    *(Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down) * 4,
    *(Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown) * 2,
    *(Key.Key_Tab, Key.Key_Backtab, Key.Key_Escape) * 3,
    *(Key.Key_Return, Key.Key_Enter, Key.Key_Space, Key.Key_Delete, Key.Key_Backspace) * 2,
    *(Key.Key_Plus, Key.Key_Minus, Key.Key_Equal, Key.Key_Comma, Key.Key_Period),
    *(Key.Key_BracketLeft, Key.Key_BracketRight, Key.Key_Slash, Key.Key_Menu, Key.Key_F10),
    *(Key.Key_Less, Key.Key_Greater, Key.Key_Insert),
    *(Key(code) for code in range(Key.Key_0, Key.Key_9 + 1)),
    *(Key(code) for code in range(Key.Key_A, Key.Key_Z + 1)),
)

NOTES = ("c4", "d4/8", "e4", "f#4/16", "g4/4.", "r/8", "a4", "bb4/2", "c5~ c5", "(3 c4/8 d4 e4)")
NONSENSE = ("h4", "x", "c99", "(3", "~", "c4/7", "𝄞", "♯", "c", "r~", "g10/1")
TEXTS = ("", "c4", "r", "c4 d4 e4/2", "c4/1 " * 40, "c4/16 d4 e4 f#4 " * 200)


def take_action(walker: Walker) -> str:
    """One of the table, by its key or from the menu, whether it is allowed or not."""
    entry = walker.choose(ENTRIES)
    action = walker.studio.actions[entry.name]
    if walker.happens(0.5):
        walker.hands.chord(QKeySequence(entry.shortcut))
        return f"{entry.shortcut} for {entry.name}"
    walker.hands.do(action.trigger)
    return entry.name


def press_key(walker: Walker) -> str:
    key, held = walker.choose(KEYS), walker.choose(HELD)
    times = walker.choose((1, 1, 1, 2, 5))
    for _ in range(times):
        walker.hands.key(key, held)
    return f"{key.name} {times} times with {held}"


def hold_key(walker: Walker) -> str:
    """Other keys come before it goes up."""
    key, others = walker.choose(KEYS), [walker.choose(KEYS) for _ in range(2)]
    walker.hands.hold(key)
    for other in others:
        walker.hands.key(other)
    walker.hands.let_go(key)
    return f"{key.name} held while {[other.name for other in others]}"


def go_to_part(walker: Walker) -> str:
    """The keyboard goes to one of the parts that take it, as by many Tabs."""
    takers = [w for w in walker.parts((QWidget,)) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    part = walker.choose([w for w in takers if w.isEnabled()])
    walker.hands.do(part.setFocus)
    return f"focus on {part.accessibleName() or part}"


def type_notes(walker: Walker) -> str:
    """Letters at the end of the seed, or another text in its place."""
    field = walker.window.seed.field
    if field.isReadOnly():
        return "nothing, the field is being written"
    if walker.happens(0.2):
        text = walker.choose(TEXTS)
        walker.hands.do(lambda: field.setPlainText(text))
        return f"pasted {text[:40]!r}, {len(text)} letters"
    walker.hands.do(field.setFocus)
    walker.hands.key(Key.Key_End, CONTROL)
    words = [walker.choose(NOTES if walker.happens(0.85) else NONSENSE) for _ in range(3)]
    text = " " + " ".join(words[: walker.choose((1, 1, 2, 3))])
    walker.hands.type("".join(letter for letter in text if ord(letter) < 128))
    if walker.happens(0.3):
        walker.hands.do(walker.window.seed.finish_typing)
    return f"typed {text!r}"


def use_menu(walker: Walker) -> str:
    """Opens one of the bar, goes about in it, and chooses or not."""
    letter = walker.choose(
        [Key.Key_F, Key.Key_E, Key.Key_N, Key.Key_T, Key.Key_Y, Key.Key_V, Key.Key_H]
    )
    walker.hands.key(letter, ALT)
    return f"menu Alt+{letter.name}: {answer_question(walker)}"


def answer_question(walker: Walker) -> str:
    """Menus and dialogs that must be closed before anything else: chosen from, or left."""
    said = []
    for _ in range(8):
        waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if waiting is None:
            break
        said.append(answer(walker, waiting))
    return ", ".join(said) or "nothing is asked"


def answer(walker: Walker, waiting: QWidget) -> str:
    """One key, or a few and Return."""
    downs = walker.random.randrange(9) if isinstance(waiting, QMenu) else walker.random.randrange(3)
    if walker.happens(0.5):
        walker.hands.key(Key.Key_Escape)
        return "left"
    for _ in range(downs):
        walker.hands.key(walker.choose((Key.Key_Down, Key.Key_Down, Key.Key_Up)))
    walker.hands.key(walker.choose((Key.Key_Return, Key.Key_Escape)), NONE)
    return f"{downs} down"

"""The whole program without a mouse: Tab reaches every control of the window and of each dialog,
the focus is seen wherever it is, and nothing is cut off where letters are larger."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.compose.controls import Controls
from core.crash.defect import Defect
from core.music.key import C_MAJOR
from core.preview import Preview
from core.project import Project, save_project
from core.recent import note_recent
from core.recovery.entry import Entry
from core.recovery.leftover import Leftover
from core.recovery.slot import new_slot, recovery_folder
from core.settings import Settings
from gui.crash.dialog import CrashDialog
from gui.language import LANGUAGES, speak, tr
from gui.look.style import apply_theme
from gui.panels.latency import LatencyDialog
from gui.panels.quantise import QuantiseDialog
from gui.recording.recording import NOTHING_PLAYED
from gui.recovery.found import Found
from gui.recovery.salvagedialog import SalvageDialog
from gui.roll.keyboard import Keyboard
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.files.imported import shown_import
from tests.gui.test_language import english_again

__all__ = ["english_again"]

USED = (
    *(QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox),
    *(QLineEdit, QPlainTextEdit, QAbstractItemView, QSplitterHandle),
)
MOUSE_ONLY = {Keyboard: "the on-screen piano plays the same keys"}
"""What no key reaches, and how the same is done with keys."""

Dress = Callable[..., None]

TUNES = "".join(f"X:{n}\nT:{n}\nK:C\n{'cdef gab' * 9}\n\n" for n in range(1, 15))
PARTS = '**kern\t**kern\n*I"B\t*I"S\n' + "4C\t4c\n" * 40 + "*-\t*-\n"


def is_own(widget: QWidget) -> bool:
    """Whether it is a control of ours that the mouse acts on."""
    kind = type(widget)
    return kind.__module__.startswith("gui.") and "mousePressEvent" in vars(kind)


def is_of_qt(widget: QWidget) -> bool:
    """Whether it is a part that Qt put into one of its widgets."""
    return widget.objectName().startswith("qt_")


def hears_keys(widget: QWidget) -> bool:
    return any("keyPressEvent" in vars(kind) for kind in type(widget).__mro__[:2])


def controls(root: QWidget) -> Iterator[QWidget]:
    """What people act on in what is shown; the parts of a control belong to that."""
    for widget in root.findChildren(QWidget):
        if (
            (isinstance(widget, USED) or is_own(widget))
            and type(widget) not in MOUSE_ONLY
            and widget.isVisible()
            and widget.isEnabled()
            and widget.window() is root.window()
            and not isinstance(widget, QScrollBar)
            and not isinstance(widget.parentWidget(), USED)
            and not widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            and (isinstance(widget, QSplitterHandle) or not is_of_qt(widget))
        ):
            yield widget


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def walk(root: QWidget, qtbot: QtBot) -> list[QWidget]:
    """Where Tab leads from control to control of a window."""
    window = root.window()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    if QApplication.focusWidget() in (None, window):
        QTest.keyClick(window, Qt.Key.Key_Tab)
    stops: list[QWidget] = []
    while len(stops) < 200 and focused() not in stops:
        stops.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    return stops


def name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or repr(widget)


def missed(root: QWidget, qtbot: QtBot) -> list[str]:
    stops = walk(root, qtbot)
    assert len(stops) > 1
    return [
        name(widget)
        for widget in controls(root)
        if widget not in stops and not ({*group(widget)} & {*stops})
    ]


def group(widget: QWidget) -> list[QAbstractButton]:
    """The buttons of which the arrow keys choose one, where it is one of them."""
    several = widget.group() if isinstance(widget, QAbstractButton) else None
    return several.buttons() if several is not None and several.exclusive() else []


def unfolded(studio: Studio) -> QWidget:
    for panel in (studio.window.wishes, studio.window.live, studio.window.record):
        panel.opener.setChecked(True)
    return studio.window


def with_takes(studio: Studio, qtbot: QtBot) -> QWidget:
    studio.document.set_controls(Controls(bars=3, takes=3))
    studio.generate()
    qtbot.waitUntil(lambda: not studio.takes.is_running and studio.document.song.bars == 3)
    return studio.window


def after(studio: Studio, action: str) -> QWidget:
    studio.actions[action].trigger()
    return studio.window


def with_message(studio: Studio) -> QWidget:
    studio.note(tr(NOTHING_PLAYED))
    return studio.window


def fork(studio: Studio, qtbot: QtBot) -> QWidget:
    studio.actions["fork"].trigger()
    qtbot.waitUntil(lambda: studio.forking.panel is not None and studio.forking.panel.isVisible())
    return studio.window


def sound(studio: Studio, qtbot: QtBot) -> QWidget:
    studio.actions["sound"].trigger()
    board = studio.soundboard
    qtbot.waitUntil(lambda: board.dialog is not None and board.dialog.isVisible())
    assert board.dialog is not None
    return board.dialog


def quantise(studio: Studio) -> QWidget:
    studio.actions["quantise"].trigger()
    return studio.window.findChildren(QuantiseDialog)[0]


def latency(studio: Studio) -> QWidget:
    dialog = LatencyDialog(studio.window)
    dialog.show()
    return dialog


def offered(studio: Studio, qtbot: QtBot, name: str, text: str) -> QWidget:
    """What a text of music holds, as if it were pasted."""
    studio.files.open_text(text, name)
    return shown_import(studio, qtbot)


def unsaved_work(studio: Studio) -> QWidget:
    entry = Entry(Path("tune.cantilena"), 1_600_000_000.0, Preview("A tune", 8, 12, C_MAJOR))
    slot = new_slot(recovery_folder())
    found = [Found(Leftover(entry, slot, is_damaged), True) for is_damaged in (False, True)]
    slot.remove()
    dialog = SalvageDialog(studio.window, found)
    dialog.show()
    return dialog


def defect(studio: Studio) -> QWidget:
    times = {Defect("KeyError: 1", "window", "Traceback\n" * 40, "mark"): 3}
    dialog = CrashDialog(times, lambda: True, studio.window)
    dialog.show()
    return dialog


def earlier_defect(studio: Studio) -> QWidget:
    dialog = CrashDialog.of_traces(["Segmentation fault"], studio.window)
    dialog.show()
    return dialog


def files_used_last(studio: Studio, qtbot: QtBot) -> QWidget:
    song, folder = studio.document.song, recovery_folder()
    folder.mkdir(parents=True, exist_ok=True)
    save_project(Project(song), folder / "1")
    for name in ("2", "1"):
        note_recent(folder / name, song)
    studio.recents.look()
    qtbot.waitUntil(studio.recents.menu.menuAction().isEnabled)
    studio.recents.open()
    assert studio.recents.dialog is not None
    return studio.recents.dialog


PLACES: dict[str, Callable[[Studio, QtBot], QWidget]] = {
    "the window": lambda studio, _: studio.window,
    "the window unfolded": lambda studio, _: unfolded(studio),
    "the takes": with_takes,
    "the field": lambda studio, _: after(studio, "field"),
    "the velocities": lambda studio, _: after(studio, "velocities"),
    "the score": lambda studio, _: after(studio, "score"),
    "the shortcuts": lambda studio, _: after(studio, "shortcuts").findChildren(QDialog)[0],
    "a message": lambda studio, _: with_message(studio),
    "other notes": fork,
    "the sound": sound,
    "quantising": lambda studio, _: quantise(studio),
    "the latency": lambda studio, _: latency(studio),
    "the tunes of a file": lambda studio, qtbot: offered(studio, qtbot, ".abc", TUNES),
    "the parts of a file": lambda studio, qtbot: offered(studio, qtbot, ".krn", PARTS),
    "the files used last": files_used_last,
    "unsaved work": lambda studio, _: unsaved_work(studio),
    "a defect": lambda studio, _: defect(studio),
    "a defect of an earlier start": lambda studio, _: earlier_defect(studio),
}


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[Dress]:
    """Gives the program its own looks, with letters so many percent large; after the test it has
    those of the others again."""
    before = qapp.palette(), qapp.styleSheet(), qapp.style().name(), qapp.font()

    def dress(scheme: Qt.ColorScheme, percent: int = 100) -> None:
        font = QFont(before[3])
        font.setPointSizeF(font.pointSizeF() * percent / 100)
        qapp.setFont(font)
        qapp.setStyle("fusion")
        apply_theme(qapp)
        qapp.styleHints().colorSchemeChanged.emit(scheme)

    yield dress
    qapp.styleHints().colorSchemeChanged.disconnect()
    qapp.setStyleSheet(before[1])
    qapp.setPalette(before[0])
    qapp.setStyle(before[2])
    qapp.setFont(before[3])


# Tab


@pytest.mark.parametrize("place", PLACES)
def test_tab_reaches_every_control(place: str, studio: Studio, qtbot: QtBot) -> None:
    """And what is pressed with the mouse, if it is of our own making, hears keys too."""
    root = PLACES[place](studio, qtbot)
    assert missed(root, qtbot) == []
    own = [widget for widget in controls(root) if is_own(widget)]
    deaf = [name(widget) for widget in own if not hears_keys(widget)]
    assert deaf == []


# The focus


def difference(one: QImage, two: QImage) -> int:
    """Of how many pixels any channel differs by a fifth or more."""
    pairs = ((x, y) for x in range(one.width()) for y in range(one.height()))
    changed = 0
    for x, y in pairs:
        a, b = one.pixelColor(x, y), two.pixelColor(x, y)
        steps = a.red() - b.red(), a.green() - b.green(), a.blue() - b.blue()
        changed += max(map(abs, steps)) >= 51
    return changed


@pytest.mark.slow
@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Dark, Qt.ColorScheme.Light])
@pytest.mark.parametrize("place", PLACES)
def test_the_focus_is_seen(
    place: str, scheme: Qt.ColorScheme, open_studio: Open, dress: Dress, qtbot: QtBot
) -> None:
    """A control with the focus looks otherwise than without: in as many pixels as its ends are
    high, at the least."""
    dress(scheme)
    studio = open_studio(Settings(seed="c4 d4 e4/2"))
    root = PLACES[place](studio, qtbot)
    window = root.window()
    unseen = []
    for widget in walk(root, qtbot):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        own = widget.grab().toImage()
        window.setFocus()
        if widget.hasFocus():
            widget.clearFocus()
        if difference(own, widget.grab().toImage()) < 2 * min(widget.height(), 12):
            unseen.append(name(widget))
    assert unseen == []


# Larger letters


def has_room(widget: QWidget, text: str = "") -> bool:
    metrics = widget.fontMetrics()
    width, height = metrics.horizontalAdvance(text), metrics.height()
    return width <= widget.width() and height <= widget.height()


def cut(root: QWidget) -> list[str]:
    """Texts that have less room than they need."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not root.window():
            continue
        if isinstance(widget, QLabel) and widget.hasScaledContents():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            is_cut = widget.heightForWidth(widget.width()) > widget.height()
        elif isinstance(widget, QAbstractSpinBox):
            edit = widget.findChildren(QLineEdit)[0]
            is_cut = not has_room(edit, edit.text())
        elif isinstance(widget, QComboBox):
            is_cut = not has_room(widget)  # a long text ends with an ellipsis
        elif isinstance(widget, QLabel) or (isinstance(widget, QAbstractButton) and widget.text()):
            least = widget.minimumSizeHint()
            is_cut = least.width() > widget.width() or least.height() > widget.height()
        elif isinstance(widget, QScrollArea):
            inner = widget.widget()
            is_cut = inner is not None and inner.width() > widget.viewport().width()
        else:
            continue
        if is_cut:
            found.append(f"{name(widget)}: {widget.size()} of {widget.minimumSizeHint()}")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("language", "percent"), [("en", 100), ("en", 150), ("en", 200), ("de", 100), ("de", 200)]
)
def test_no_text_is_cut_off(
    place: str, language: str, percent: int, dress: Dress, open_studio: Open, qtbot: QtBot
) -> None:
    dress(Qt.ColorScheme.Dark, percent)
    speak(language)
    root = PLACES[place](open_studio(Settings(seed="c4 d4 e4/2")), qtbot)
    least = root.window().minimumSizeHint()
    root.window().resize(least.expandedTo(root.window().size()).expandedTo(QSize(0, percent * 8)))
    for _ in range(5):  # what is wrapped finds its height step by step
        qtbot.wait(10)
    assert cut(root) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("percent", "widest_px"), [(100, 853), (200, 1280)])
def test_the_window_fits_a_screen_of_1280_pixels(
    language: str, percent: int, widest_px: int, dress: Dress, open_studio: Open
) -> None:
    """Also where a system that draws everything half as large again leaves it 853 of them."""
    dress(Qt.ColorScheme.Dark, percent)
    speak(language)
    assert open_studio(Settings()).window.minimumSizeHint().width() <= widest_px

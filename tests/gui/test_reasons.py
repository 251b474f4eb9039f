"""Whatever cannot be used says why, in every state of the window."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.compose.controls import Controls
from core.errors import UserError
from core.settings import Settings
from core.sound.choices import SoundChoices
from core.sound.ports.naming import SYNTH
from core.sound.reports import OutputLost, OutputOpened, Outputs
from core.words import Words
from gui.menu.actions import ENTRIES
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakePlayer
from tests.gui.panels.test_seed import type_seed

USED = (
    *(QAbstractButton, QAbstractSlider, QAbstractSpinBox),
    *(QComboBox, QLineEdit, QPlainTextEdit),
)


def parts(studio: Studio) -> list[QWidget]:
    """All that people act on, shown or not; what belongs to a control is no part of its own."""
    return [
        widget
        for widget in studio.window.findChildren(QWidget)
        if isinstance(widget, USED)
        and not isinstance(widget, QScrollBar)
        and not isinstance(widget.parentWidget(), USED)
        and not widget.objectName().startswith("qt_")
    ]


def label(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or repr(widget)


class Looker:
    """Looks at a window again and again, and collects what says nothing."""

    def __init__(self) -> None:
        self.tips: dict[str, set[str]] = {}
        self.reasons: dict[str, set[str]] = {}
        self.silent: set[str] = set()

    def look(self, studio: Studio) -> None:
        for widget in parts(studio):
            said = widget.toolTip() or widget.accessibleDescription()
            self._note(label(widget), widget.isEnabled(), said)
        for entry in ENTRIES:
            action = studio.actions[entry.name]
            self._note(entry.name, action.isEnabled(), action.toolTip())

    def _note(self, name: str, is_enabled: bool, said: str) -> None:
        if not said and not is_enabled:
            self.silent.add(name)
        (self.tips if is_enabled else self.reasons).setdefault(name, set()).add(said)

    @property
    def mere_tips(self) -> set[str]:
        """What is said when it cannot be used just as when it can."""
        return {name for name in self.reasons if self.reasons[name] & self.tips.get(name, set())}


def unfold(studio: Studio) -> None:
    for panel in (studio.window.wishes, studio.window.live, studio.window.record):
        panel.opener.setChecked(True)


def wait_for_sound(studio: Studio, qtbot: QtBot) -> None:
    studio.actions["sound"].trigger()
    qtbot.waitUntil(lambda: not studio.toning.is_busy)


def test_every_control_that_cannot_be_used_says_why(
    open_studio: Open, player: FakePlayer, qtbot: QtBot
) -> None:
    looker = Looker()
    studio = open_studio(Settings(seed="r"))
    unfold(studio)
    wait_for_sound(studio, qtbot)
    looker.look(studio)  # no notes, and nothing to play on

    player.reports += [Outputs(("Keys", SYNTH)), OutputOpened(SYNTH)]
    qtbot.waitUntil(lambda: studio.playback.output == SYNTH)
    type_seed(studio, "c4 d4 e4/2")
    studio.document.set_controls(Controls(blend="irish", blend_share=0.5))
    looker.look(studio)  # all is well
    studio.document.set_controls(Controls())

    studio.playback.choose_output("Keys")
    player.reports.append(OutputLost(Words("Keys is gone.")))
    qtbot.waitUntil(lambda: "gone" in studio.window.message.sentence)
    player.reports.append(Outputs(()))
    qtbot.waitUntil(lambda: not studio.playback.outputs)
    looker.look(studio)  # the chosen output is unplugged

    studio.playback.toggle()
    qtbot.waitUntil(lambda: studio.playback.is_playing)
    looker.look(studio)
    studio.playback.stop()
    studio.actions["record"].trigger()
    looker.look(studio)
    studio.actions["record"].trigger()
    studio.actions["step"].trigger()
    looker.look(studio)
    studio.actions["step"].trigger()

    studio.document.set_controls(Controls(bars=256))
    with qtbot.waitSignal(studio.generation.grew):
        studio.generate()
    looker.look(studio)
    studio.stop()
    qtbot.waitUntil(lambda: not studio.generation.is_running)

    studio.document.set_controls(Controls(bars=3, takes=3))
    studio.generate()
    qtbot.waitUntil(lambda: not studio.takes.is_running)
    looker.look(studio)  # with the board of takes
    studio.actions["fork"].trigger()
    looker.look(studio)
    type_seed(studio, "c4 nonsense")
    looker.look(studio)

    assert len(looker.reasons) > 25, "many of them could not be used at some time"
    assert not looker.silent
    assert not looker.mere_tips


def test_without_a_model_all_that_needs_one_says_so(
    open_studio: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looker = Looker()
    studio = open_studio(Settings())

    def refuse(*_: object) -> None:
        raise UserError("no model")

    monkeypatch.setattr("core.model.bundle.open_model", refuse)
    looker.look(studio)
    bare = open_studio(Settings(model="gone", sound=SoundChoices(soundfont="gone.sf2")))
    unfold(bare)
    wait_for_sound(bare, qtbot)
    looker.look(bare)
    assert "generate" in looker.reasons
    assert not looker.silent
    assert not looker.mere_tips


@pytest.mark.parametrize(
    ("box", "words"),
    [
        (lambda studio: studio.window.transport.output, "connect a MIDI instrument"),
        (lambda studio: studio.soundboard.dialog.input.input, "connect a keyboard"),
    ],
)
def test_a_list_without_a_port_says_what_to_do(
    box: Callable[[Studio], QComboBox], words: str, studio: Studio, qtbot: QtBot
) -> None:
    wait_for_sound(studio, qtbot)
    shown = box(studio)
    assert not shown.isEnabled()
    assert words in shown.toolTip()

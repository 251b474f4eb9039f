"""The score in the window: it is the tune on the roll, and chosen notes are the same in both."""

from dataclasses import replace
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.engraving.engraver import Wish, engraved
from core.engraving.plate import Plate
from core.errors import UserError
from core.memory import load_settings
from core.music.meter import Meter, MeterMap
from core.settings import Settings
from core.sound.reports import OutputOpened
from core.words import Words
from gui.score.view import ScoreView
from gui.scoring import EMPTY
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakePlayer
from tests.gui.heartbeat import Heartbeat
from tests.gui.panels.test_seed import type_seed


class AtOnce:
    """Engraves when it is asked for what came of it; keeps what it was asked."""

    asked: ClassVar[list[Wish]] = []
    closed = 0

    def __init__(self) -> None:
        self._wish: Wish | None = None

    @property
    def is_busy(self) -> bool:
        return self._wish is not None

    def ask(self, wish: Wish) -> None:
        AtOnce.asked.append(wish)
        self._wish = wish

    def forget(self) -> None:
        self._wish = None

    def poll(self) -> Plate | None:
        wish, self._wish = self._wish, None
        return None if wish is None else engraved(wish)

    def close(self) -> None:
        AtOnce.closed += 1


@pytest.fixture(autouse=True)
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AtOnce, "asked", [])
    monkeypatch.setattr(AtOnce, "closed", 0)
    if "slow" not in request.keywords:
        monkeypatch.setattr("core.engraving.engraver.Engraver", AtOnce)


def shown(studio: Studio, qtbot: QtBot) -> ScoreView:
    """The view, once the latest tune is in it."""
    scoring = studio.scoring
    if not scoring.is_shown:
        studio.actions["score"].trigger()
    panel = scoring.panel
    assert panel is not None
    notes = {note.onset for note in studio.window.roll.scene.song.melody}
    qtbot.waitUntil(lambda: {head.note for head in panel.view.plate.heads} == notes, timeout=20_000)
    return panel.view


def test_the_action_shows_the_score_and_hides_it(studio: Studio, qtbot: QtBot) -> None:
    assert studio.scoring.panel is None, "nothing is made before it is wanted"
    view = shown(studio, qtbot)
    assert view.isVisible()
    assert view.height() >= 120
    studio.actions["score"].trigger()
    assert not view.isVisible()
    assert AtOnce.closed == 1, "no process without a page"
    assert shown(studio, qtbot).isVisible()


def test_the_score_follows_the_tune(studio: Studio, qtbot: QtBot) -> None:
    shown(studio, qtbot)
    type_seed(studio, "g4 a4 b4 c5 d5/2")
    view = shown(studio, qtbot)
    assert len(view.plate.heads) == 5
    studio.document.undo()
    assert len(shown(studio, qtbot).plate.heads) == 3


def test_a_change_that_is_not_written_is_not_engraved(studio: Studio, qtbot: QtBot) -> None:
    shown(studio, qtbot)
    before = len(AtOnce.asked)
    titled = replace(studio.document.song, title="Reigen")
    studio.document.commit(Words("Name"), titled)
    assert len(AtOnce.asked) == before
    studio.editing.set_tempo(77.0)
    assert AtOnce.asked[-1].song.tempo == 77
    studio.editing.set_meter(Meter(3, 4))
    assert AtOnce.asked[-1].song.meters == MeterMap.constant(Meter(3, 4))


def test_an_empty_tune_says_how_to_begin(studio: Studio, qtbot: QtBot) -> None:
    view = shown(studio, qtbot)
    studio.document.new()
    assert view.sentence == EMPTY
    type_seed(studio, "c4")
    assert shown(studio, qtbot).sentence == ""


def test_chosen_notes_are_the_same_in_both(studio: Studio, qtbot: QtBot) -> None:
    view, roll = shown(studio, qtbot), studio.window.roll
    view.note_clicked.emit(480, False)
    assert roll.chosen == view.chosen == {480}
    view.note_clicked.emit(960, True)
    assert roll.chosen == view.chosen == {480, 960}
    view.note_clicked.emit(480, True)
    assert roll.chosen == view.chosen == {960}
    roll.choose(frozenset({0}))
    assert view.chosen == {0}


def test_tab_leads_to_the_page_and_its_buttons(studio: Studio, qtbot: QtBot) -> None:
    shown(studio, qtbot)
    panel = studio.scoring.panel
    assert panel is not None
    studio.window.activateWindow()
    studio.window.roll.setFocus()
    reached = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {panel.view, panel.page, panel.smaller, panel.larger} <= reached
    panel.page.setFocus()
    QTest.keyClick(panel.page, Qt.Key.Key_Right)
    assert panel.is_strip
    assert AtOnce.asked[-1].page_width is None


def test_a_chosen_note_is_told_to_screen_readers(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[object, str]] = []
    monkeypatch.setattr("gui.scoring.announce", lambda *told: said.append(told))
    view = shown(studio, qtbot)
    view.show_chosen(frozenset({480}))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert said == [(view, "bar 1, beat 3, E4, half")]


def test_a_chosen_note_is_heard(studio: Studio, qtbot: QtBot, player: FakePlayer) -> None:
    view = shown(studio, qtbot)
    player.reports.append(OutputOpened("Synth"))
    studio.playback.poll()
    player.asked.clear()
    view.note_clicked.emit(480, False)
    assert ("press", 62, 88) in player.asked
    qtbot.waitUntil(lambda: ("release", 62) in player.asked)


def test_the_note_that_sounds_is_lit(studio: Studio, qtbot: QtBot, player: FakePlayer) -> None:
    view = shown(studio, qtbot)
    studio.playback.toggle()
    studio.playback.poll()
    for tick, note in ((10.0, 0), (500.0, 480), (970.0, 960)):
        player.tick = tick
        studio.playback.poll()
        assert view.sounding == note


def test_how_it_is_shown_is_remembered(studio: Studio, qtbot: QtBot, open_studio: Open) -> None:
    shown(studio, qtbot)
    panel = studio.scoring.panel
    assert panel is not None
    panel.strip.click()
    assert AtOnce.asked[-1].page_width is None
    panel.larger.click()
    studio.close()
    again = open_studio(load_settings()[0]).scoring
    qtbot.waitUntil(lambda: again.is_shown)
    assert again.panel is not None
    assert again.panel.is_strip
    assert again.panel.zoom == 1.25


def test_the_lines_are_as_long_as_the_panel_is_wide(studio: Studio, qtbot: QtBot) -> None:
    view = shown(studio, qtbot)
    before = view.page_width
    studio.window.resize(studio.window.width() + 200, studio.window.height())
    qtbot.waitUntil(lambda: view.page_width > before)
    qtbot.waitUntil(lambda: AtOnce.asked[-1].page_width == view.page_width)


def test_what_cannot_be_engraved_is_a_sentence(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = shown(studio, qtbot)

    def refuse(_: AtOnce) -> None:
        raise UserError("This tune is too long.")

    monkeypatch.setattr(AtOnce, "poll", refuse)
    type_seed(studio, "e4 f4")
    qtbot.waitUntil(lambda: view.sentence == "This tune is too long.")
    assert view.plate == Plate()


@pytest.mark.slow
def test_a_real_process_engraves_while_the_window_goes_on(open_studio: Open, qtbot: QtBot) -> None:
    studio = open_studio(Settings(seed="c4/8 d4 e4 f4 g4 a4 b4 c5 " * 16))
    heartbeat = Heartbeat()
    view = shown(studio, qtbot)
    for pitch in (1, 2, 3, 4, 5):
        song = studio.document.song
        studio.document.commit(Words("Move"), replace(song, melody=song.melody.transposed(pitch)))
        qtbot.wait(20)
    assert heartbeat.longest_seconds < 0.5
    plate = engraved(Wish(studio.document.song, view.page_width))
    qtbot.waitUntil(lambda: view.plate == plate, timeout=20_000)

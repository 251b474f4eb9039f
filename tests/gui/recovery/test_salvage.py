"""What a program had not saved when it was killed is offered by the next one."""

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from core.document import Document
from core.files.part import Contents, contents_from_song
from core.music.key import C_MAJOR
from core.music.song import Song
from core.music.text import melody_from_text
from core.project import Project, save_project
from core.recovery.keeper import Keeper
from core.recovery.leftover import leftovers
from core.settings import Settings
from core.words import Words
from gui.files.dialogs import Dialogs
from gui.job import Job
from gui.recovery.found import Found
from gui.recovery.salvagedialog import SalvageDialog
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakeUser
from tests.gui.files.test_files import sentence, wait_for_files
from tests.gui.panels.test_seed import type_seed
from tests.gui.recovery.test_safety import kept

SETTINGS = Settings(seed="c4 d4 e4/2")


def leave(text: str, title: str = "", file: Path | None = None) -> Project:
    """A program with these notes comes to a sudden end; its project."""
    document = Document()
    if file is not None:
        document.show(Project(), file)
    melody = melody_from_text(text)
    song = Song(melody, title=title, key=C_MAJOR, seed_end=melody.end)
    document.commit(Words("Type"), song)
    Keeper(document, pytest.fail).close()
    return document.project


def damage() -> None:
    """What was left last is no longer what it was."""
    max(kept(), key=lambda path: path.stat().st_mtime_ns).write_text("{")


def all_found() -> tuple[Found, ...]:
    return tuple(Found(leftover, leftover.is_older) for leftover in leftovers())


def offered(studio: Studio, qtbot: QtBot) -> str:
    message = studio.window.message
    qtbot.waitUntil(message.offer.isVisible)
    return message.offer.text()


def click_offer(studio: Studio) -> None:
    QTest.mouseClick(studio.window.message.offer, Qt.MouseButton.LeftButton)


def wait_for_salvage(studio: Studio, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not studio.salvage.findChildren(Job))


def test_one_is_offered_by_a_sentence_and_a_button_restores_it(
    open_studio: Open, user: FakeUser, qtbot: QtBot
) -> None:
    project = leave("g4 a4 b4/2 c5/1 | d5/1")
    studio = open_studio(SETTINGS)
    assert offered(studio, qtbot) == "Restore"
    assert sentence(studio).startswith("Unsaved work of ")
    assert sentence(studio).endswith(" was found: 5 notes in 3 bars.")
    click_offer(studio)
    qtbot.waitUntil(lambda: studio.document.song == project.song)
    assert not studio.window.message.isVisible()
    assert studio.window.isWindowModified(), "it is not saved yet"
    assert not studio.actions["salvage"].isEnabled()
    assert user.questions == [], "the example is no work to lose"
    assert studio.document.model, "a project without a model leaves the one that was chosen"
    qtbot.waitUntil(lambda: len(kept()) == 1)
    studio.close()
    (found,) = all_found()
    assert found.leftover.read().song == project.song, "killed again, it is offered again"
    found.leftover.throw_away()


def test_other_sentences_leave_the_offer_where_it_is(open_studio: Open, qtbot: QtBot) -> None:
    project = leave("g4 a4")
    studio = open_studio(SETTINGS)
    offered(studio, qtbot)
    offer = sentence(studio)
    studio.tell("The cable is out.")
    studio.window.message.show_sentence("Reading…", "notice", "Cancel", lambda: None)
    assert offered(studio, qtbot) == "Cancel", "the latest one has the button"
    studio.window.message.withdraw("Reading…")
    assert sentence(studio) == f"{offer}\nThe cable is out."
    studio.window.message.clear()
    assert studio.actions["salvage"].isEnabled()

    studio.close()
    studio = open_studio(SETTINGS)
    offered(studio, qtbot)
    studio.tell("The cable is out.")
    assert offered(studio, qtbot) == "Restore"
    click_offer(studio)
    qtbot.waitUntil(lambda: studio.document.song == project.song)
    assert not studio.window.message.offer.isVisible()


def test_nothing_is_offered_where_nothing_was_left(studio: Studio, qtbot: QtBot) -> None:
    wait_for_salvage(studio, qtbot)
    assert not studio.window.message.isVisible()
    assert not studio.actions["salvage"].isEnabled()


def test_work_on_a_file_goes_back_to_that_file(
    open_studio: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "mine.cantilena"
    save_project(Project(), file)
    project = leave("g4 a4", file=file)
    studio = open_studio(SETTINGS)
    offered(studio, qtbot)
    assert " on 'mine.cantilena' was found: 2 notes in 1 bar." in sentence(studio)
    click_offer(studio)
    qtbot.waitUntil(lambda: studio.document.path == file)
    studio.actions["save"].trigger()
    wait_for_files(studio, qtbot)
    assert studio.document.song == project.song
    qtbot.waitUntil(lambda: not kept())


@pytest.mark.parametrize("answer", ["cancel", "discard", "save"])
def test_work_that_is_in_the_window_meanwhile_is_asked_about(
    open_studio: Open, user: FakeUser, qtbot: QtBot, tmp_path: Path, answer: str
) -> None:
    project = leave("g4 a4")
    studio = open_studio(SETTINGS)
    offered(studio, qtbot)
    type_seed(studio, "c5")
    present = studio.document.song
    user.to_save = tmp_path / "meanwhile.cantilena"
    user.answer = "cancel"
    click_offer(studio)
    assert user.questions == ["Unsaved Untitled"]
    assert studio.document.song == present
    assert offered(studio, qtbot) == "Restore", "it is still there to be taken"
    if answer == "cancel":
        studio.window.message.close_button.click()
        assert studio.actions["salvage"].isEnabled()
        studio.close()
        assert len(all_found()) == 2
        return
    user.answer = "discard" if answer == "discard" else "save"
    click_offer(studio)
    qtbot.waitUntil(lambda: studio.document.song == project.song)
    assert user.to_save.exists() == (answer == "save")


def test_a_file_that_is_still_being_read_does_not_take_its_place(
    open_studio: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def contents_in(*_arguments: object) -> Iterator[Contents | None]:
        for _ in range(50):
            time.sleep(0.01)
            yield None
        yield contents_from_song(Song(melody_from_text("c2")))

    monkeypatch.setattr("gui.files.offered.contents_in", contents_in)
    project = leave("g4 a4")
    studio = open_studio(SETTINGS)
    offered(studio, qtbot)
    studio.files.open_path(tmp_path / "slow.mxl")
    click_offer(studio)
    qtbot.waitUntil(lambda: studio.document.song == project.song)
    wait_for_files(studio, qtbot)
    assert studio.document.song == project.song
    assert studio.importing.dialog is None


def test_several_are_listed_and_each_restored_thrown_away_or_left(
    open_studio: Open, user: FakeUser, qtbot: QtBot
) -> None:
    leave("c4", "First")
    second = leave("c4 d4", "Second")
    leave("c4 d4 e4", "Third")
    damage()
    studio = open_studio(SETTINGS)
    assert offered(studio, qtbot) == "Show it…"
    assert sentence(studio) == "Unsaved work of 3 earlier starts was found."
    click_offer(studio)  # and Later
    (listed,) = user.questions
    damaged, *others = listed.split(" | ")
    assert damaged.endswith(" · damaged")
    assert [line.partition(" · ")[2] for line in others] == [
        "Second · 2 notes in 1 bar · C major",
        "First · 1 note in 1 bar · C major",
    ]
    assert len(kept()) == 3

    user.questions.clear()
    user.leftovers = [(0, "throw away")]
    studio.actions["salvage"].trigger()
    wait_for_salvage(studio, qtbot)
    assert user.questions[1] == f"Throw away {damaged}"
    assert len(kept()) == 3, "the user has thought better of it"

    user.throws = True
    user.leftovers = [(0, "throw away"), (0, "restore")]
    studio.actions["salvage"].trigger()
    qtbot.waitUntil(lambda: studio.document.song == second.song)
    wait_for_salvage(studio, qtbot)
    studio.window.message.clear()
    user.answer = "discard"
    studio.window.close()
    (left,) = all_found()
    assert left.leftover.entry.preview.title == "First"
    left.leftover.throw_away()


def test_damaged_work_is_said_to_be_so_and_stays(open_studio: Open, qtbot: QtBot) -> None:
    leave("c4 d4")
    damage()
    studio = open_studio(SETTINGS)
    assert offered(studio, qtbot) == "Show it…"
    assert sentence(studio).endswith("was found, but it is damaged.")
    studio.close()
    assert len(kept()) == 1


def test_what_cannot_be_read_after_all_is_told_and_stays(open_studio: Open, qtbot: QtBot) -> None:
    leave("c4 d4")
    (work,) = kept()
    work.write_text(work.read_text().splitlines()[0] + "\n{")
    studio = open_studio(SETTINGS)
    offered(studio, qtbot)
    before = studio.document.song
    click_offer(studio)
    qtbot.waitUntil(lambda: "is damaged" in sentence(studio))
    assert studio.document.song == before
    assert studio.actions["salvage"].isEnabled()
    studio.close()
    assert kept() == [work]


def test_a_file_that_was_saved_later_is_said(tmp_path: Path) -> None:
    file = tmp_path / "mine.cantilena"
    leave("c4", file=file)
    save_project(Project(), file)
    (found,) = all_found()
    assert "on 'mine.cantilena', which was saved later, was found" in found.sentence
    assert found.line.endswith("its file was saved later")
    found.leftover.throw_away()


def test_the_day_is_said_unless_it_is_today() -> None:
    leave("c4")
    (leftover,) = leftovers()
    assert re.fullmatch(r"\d\d:\d\d", Found(leftover, False).time)
    earlier = replace(leftover.entry, kept_seconds=1_600_000_000.0)
    assert Found(replace(leftover, entry=earlier), False).time.startswith("2020-09-13 ")
    leftover.throw_away()


# The dialog


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[SalvageDialog]:
    leave("c4", "First")
    leave("c4 d4", "Second")
    leave("c4 d4 e4", "Third")
    damage()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    found = all_found()
    yield SalvageDialog(window, found)
    for one in found:
        one.leftover.leave()


def test_a_row_is_chosen_and_restored_with_the_keys(dialog: SalvageDialog) -> None:
    def choose() -> None:
        assert dialog.restore.isEnabled(), "the first that is whole is chosen"
        QTest.keyClick(dialog.rows, Qt.Key.Key_Up)
        assert not dialog.restore.isEnabled()
        assert dialog.restore.toolTip() == "What is damaged cannot be restored"
        QTest.keyClick(dialog.rows, Qt.Key.Key_Return)
        assert dialog.isVisible()
        QTest.keyClick(dialog.rows, Qt.Key.Key_Down)
        QTest.keyClick(dialog.rows, Qt.Key.Key_Return)

    QTimer.singleShot(50, choose)
    answer = dialog.ask()
    assert answer is not None
    found, deed = answer
    assert (found.leftover.entry.preview.title, deed) == ("Second", "restore")


def test_damaged_work_can_be_thrown_away_with_the_mouse(dialog: SalvageDialog) -> None:
    def choose() -> None:
        place = dialog.rows.visualItemRect(dialog.rows.item(0)).center()
        left = Qt.MouseButton.LeftButton
        QTest.mouseClick(dialog.rows.viewport(), left, pos=place)
        QTest.mouseClick(dialog.throw_away, left)

    QTimer.singleShot(50, choose)
    answer = dialog.ask()
    assert answer is not None
    found, deed = answer
    assert (found.leftover.is_damaged, deed) == (True, "throw away")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_L])
def test_later_is_no_answer(dialog: SalvageDialog, key: Qt.Key) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    none = Qt.KeyboardModifier.NoModifier
    QTimer.singleShot(50, lambda: QTest.keyClick(dialog, key, alt if key == Qt.Key.Key_L else none))
    assert dialog.ask() is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_D])
def test_return_alone_throws_nothing_away(qtbot: QtBot, key: Qt.Key) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def press() -> None:
        (box,) = window.findChildren(QMessageBox)
        if key == Qt.Key.Key_D:
            QTest.mouseClick(box.button(box.StandardButton.Discard), Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(box, key)

    QTimer.singleShot(50, press)
    assert Dialogs(window).throws_away("18:03 · Tune") == (key == Qt.Key.Key_D)

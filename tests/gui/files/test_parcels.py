"""A take dragged out of the window is a MIDI file for whoever catches it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.files.midi import song_from_midi
from gui.files.parcels import Parcels
from gui.files.recipes import recipe_writing
from gui.studio import Studio
from tests.gui.roll.tunes import tune
from tests.gui.takes.test_takes import draw

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton


def test_a_card_at_the_mouse_is_a_file_too(
    studio: Studio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = draw(studio, qtbot)
    caught: list[Path] = []

    def let_go(drag: QDrag, _action: Qt.DropAction) -> None:
        caught.extend(Path(url.toLocalFile()) for url in drag.mimeData().urls())

    monkeypatch.setattr(QDrag, "exec", let_go)
    list_ = panel.list
    for row in (2, 2):
        card = list_.visualRect(list_.model().index(row, 0)).center() - QPoint(30, 20)
        QTest.mousePress(list_.viewport(), LEFT, pos=card)
        QTest.mouseMove(list_.viewport(), card + QPoint(-40, 0))
        QTest.mouseRelease(list_.viewport(), LEFT, pos=card + QPoint(-40, 0))
    first, second = caught
    assert first.name == second.name == "take-3.mid"
    assert first != second, "a file that is being read is not written again"
    qtbot.waitUntil(lambda: first.exists() and second.exists())
    assert song_from_midi(second).melody == studio.takes.all[2].song.melody
    studio.close()
    assert not first.exists()
    assert not first.parent.parent.exists()


class Elsewhere(QDragEnterEvent):
    """A drag that begins in the same program, as the system would tell of it."""

    def source(self) -> QWidget:
        return QApplication.topLevelWidgets()[0]


@pytest.mark.parametrize(("kind", "is_taken"), [(QDragEnterEvent, True), (Elsewhere, False)])
def test_the_window_opens_files_of_others_and_not_its_own_takes(
    kind: type[QDragEnterEvent], is_taken: bool, studio: Studio, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "take-3.mid"))])
    event = kind(QPoint(9, 9), COPY, data, LEFT, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    studio.window.dragEnterEvent(event)
    assert event.isAccepted() == is_taken


def test_over_the_field_of_notes_a_file_is_for_the_window(studio: Studio, tmp_path: Path) -> None:
    field = studio.window.seed.field
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "tune.mid"))])
    assert data.hasText(), "which is why Qt would write the address into the field"
    assert not field.canInsertFromMimeData(data)
    data = QMimeData()
    data.setText("c4 d4")
    assert field.canInsertFromMimeData(data)


def test_what_cannot_be_written_is_told(qtbot: QtBot) -> None:
    parcels = Parcels()
    parcels.pack(tune([60]), "tune.mid", recipe_writing(tune([60]), None, None))
    qtbot.waitUntil(lambda: not parcels.children())
    parcels.close()
    with qtbot.waitSignal(parcels.told) as told:
        parcels.pack(tune([60]), "tune.mid", recipe_writing(tune([60]), None, None))
    assert "no folder" in told.args[0] or "cannot be written" in told.args[0]
    qtbot.waitUntil(lambda: not parcels.children())

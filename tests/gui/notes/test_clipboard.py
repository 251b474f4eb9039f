"""Notes on the system's clipboard, ours and strangers'."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from core.errors import UserError
from core.music.key import C_MAJOR, key_from_text
from core.music.melody import Melody, Note
from core.music.text import melody_from_text
from core.settings import Settings
from gui.notes.clipboard import MIME, put_clip, taken_clip
from tests.gui.conftest import Open

pytestmark = pytest.mark.usefixtures("qapp")

LOUD = Melody((Note(0, 333, 60, 120), Note(333, 480, 70, 3)), 813)


def put(text: str | None = None, data: bytes | None = None) -> None:
    carried = QMimeData()
    if data is not None:
        carried.setData(MIME, data)
    if text is not None:
        carried.setText(text)
    QGuiApplication.clipboard().setMimeData(carried)


def test_notes_come_back_as_they_were() -> None:
    put_clip(LOUD, C_MAJOR)
    assert taken_clip() == LOUD


def test_an_empty_clipboard_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody has put anything on it, Qt has not even an empty one."""
    monkeypatch.setattr("PySide6.QtGui.QClipboard.mimeData", lambda _: None)
    with pytest.raises(UserError, match="no notes on the clipboard"):
        taken_clip()


def test_others_read_them_as_typed_notes() -> None:
    put_clip(melody_from_text("a4 bb4/8 c5"), key_from_text("F major"))
    assert QGuiApplication.clipboard().text() == "a4 bb4/8 c5"


def test_text_of_others_is_read_as_typed_notes() -> None:
    put("C4 D4/8 | (3 e4 f4 g4)")
    assert taken_clip() == melody_from_text("c4 d4/8 (3 e4 f4 g4)")
    put("c4", b"spoilt")
    assert taken_clip() == melody_from_text("c4")


@pytest.mark.parametrize(
    ("text", "data", "words"),
    [
        (None, None, "no notes on the clipboard"),
        ("Dear Anna,", None, "no notes"),
        (None, b"spoilt", "cannot be read"),
        (None, b'{"format": "cantilena notes", "version": 1, "notes": []}', "no notes on"),
    ],
)
def test_what_is_no_notes_is_refused(text: str | None, data: bytes | None, words: str) -> None:
    put(text, data)
    with pytest.raises(UserError, match=words):
        taken_clip()


def test_a_refusal_is_said_and_nothing_else_changes(open_studio: Open) -> None:
    studio = open_studio(Settings(seed="c4"))
    before = studio.document.song
    put("Dear Anna,")
    studio.actions["paste"].trigger()
    assert "no notes" in studio.window.message.sentence
    assert studio.document.song is before

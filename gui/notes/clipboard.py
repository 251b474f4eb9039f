"""Notes to the system's clipboard and back: for this window, for another one, and as text."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from core.clip import clip_from_data, clip_from_text, data_from_clip, text_from_clip
from core.errors import UserError
from core.music.key import Key
from core.music.melody import Melody
from core.pasted import suffix_of_text
from core.record import FormatError
from core.words import Words

MIME = "application/x-cantilena-notes"

_NOTHING = Words(
    "There are no notes on the clipboard; copy some, or type them in any text and copy that."
)


@dataclass(frozen=True, slots=True)
class PastedText:
    """A text of music, and how the name of a file with such a text ends."""

    text: str
    suffix: str


def put_clip(clip: Melody, key: Key) -> None:
    """Lays `clip` on the clipboard; as text it is spelled for `key`."""
    carried = QMimeData()
    carried.setData(MIME, data_from_clip(clip))
    text = text_from_clip(clip, key)
    if text:
        carried.setText(text)
    QGuiApplication.clipboard().setMimeData(carried)


def taken_clip() -> Melody:
    """The notes on the clipboard, or those that its text says. UserError where there are none."""
    carried = QGuiApplication.clipboard().mimeData() or QMimeData()  # there may be none
    if carried.hasFormat(MIME):
        try:
            return _with_notes(clip_from_data(bytes(carried.data(MIME).data())))
        except FormatError as error:
            if not carried.hasText():
                raise UserError(
                    "The notes on the clipboard cannot be read: {reason}.", reason=error.words
                ) from error
    if not carried.hasText():
        raise UserError(_NOTHING)
    return clip_from_text(carried.text())


def local_files(carried: QMimeData) -> tuple[Path, ...]:
    """The files that it brings, as file browsers copy and drag them."""
    return tuple(Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())


def has_music(carried: QMimeData) -> bool:
    """Whether it brings files, or a text of a kind of music that is more than typed notes."""
    if carried.hasFormat(MIME):
        return False
    if local_files(carried):
        return True
    return carried.hasText() and suffix_of_text(carried.text()) is not None


def taken_music() -> tuple[Path, ...] | PastedText | None:
    """The files on the clipboard, or a text of music; None where there is neither."""
    carried = QGuiApplication.clipboard().mimeData() or QMimeData()
    if not has_music(carried):
        return None
    text = carried.text()
    return local_files(carried) or PastedText(text, suffix_of_text(text) or "")


def _with_notes(clip: Melody) -> Melody:
    if not clip.notes:
        raise UserError(_NOTHING)
    return clip

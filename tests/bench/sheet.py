"""How long the main thread of the window is busy at a time with the largest files that can be
imported: one of many notes, and one of many tunes.
"""

import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.opened import opened_studio, rest, wait, worked_ms
from tests.bench.row import Row

if TYPE_CHECKING:
    from core.music.song import Song
    from gui.files.importdialog import ImportDialog
    from gui.studio import Studio

NOTES, TUNES = 100_000, 20_000
WIDTHS = 580, 760, 1280, 1920
SOUGHT = "t", "th", "the 1", "9", "19", "nowhere"
_TICKS = 96
_HEIGHT = 700
_FONT_PT = 10.0


def rows() -> list[Row]:
    with opened_studio("c4 d4") as studio, tempfile.TemporaryDirectory() as folder:
        return [*_of_notes(studio, Path(folder)), *_of_tunes(studio, Path(folder))]


def _of_notes(studio: "Studio", folder: Path) -> Iterator[Row]:
    from PySide6.QtWidgets import QApplication

    from core.files.midi import write_midi
    from gui.look.style import stylesheet_from_theme
    from gui.look.theme import DARK, LIGHT, palette_from_theme

    song, path = _long_song(), folder / "long.mid"
    write_midi(song, path)
    shown, dialog = _shown(studio, path)
    taken, app = [], QApplication.instance()
    assert isinstance(app, QApplication)
    for theme in (DARK, LIGHT):
        app.setPalette(palette_from_theme(theme))
        app.setStyleSheet(stylesheet_from_theme(theme, _FONT_PT))
        rest(200)
        for width in WIDTHS:
            taken.append(worked_ms(partial(dialog.resize, width, _HEIGHT)))
            taken.append(worked_ms(lambda: dialog.bars.setValue(3 + dialog.bars.value() % 2)))
    naive = 1000 * _one_by_one(song)
    one_by_one = f"notes drawn one by one: {naive:.0f} ms"
    what = f"import of {NOTES:,} notes: main thread busy at most"
    yield Row(f"{what}, until shown", shown, "ms", one_by_one, naive / shown)
    widths = f"{WIDTHS[0]} to {WIDTHS[-1]} pixels, dark and light"
    yield Row(f"{what}, {widths}", max(taken), "ms", one_by_one, naive / max(taken))
    dialog.reject()


def _of_tunes(studio: "Studio", folder: Path) -> Iterator[Row]:
    path = folder / "many.abc"
    path.write_text("".join(f"X:{n}\nT:The {n % 97}\nK:C\ncde\n\n" for n in range(1, TUNES + 1)))
    shown, dialog = _shown(studio, path)
    taken = [worked_ms(partial(dialog.search.setText, text)) for text in SOUGHT]
    dialog.reject()
    naive = max(_hiding())
    hiding = f"rows hidden one by one: {naive:.0f} ms"
    what = f"import of {TUNES:,} tunes: main thread busy at most"
    yield Row(f"{what}, until shown", shown, "ms", hiding, naive / shown)
    yield Row(f"{what}, for a key of the search", max(taken), "ms", hiding, naive / max(taken))


def _long_song() -> "Song":
    """Notes all over the keyboard, as short as a file may have them."""
    from core.music.melody import Melody, Note
    from core.music.song import Song

    notes = tuple(Note(_TICKS * n, _TICKS, 20 + n * n * 7919 % 89) for n in range(NOTES))
    return Song(Melody(notes, _TICKS * NOTES))


def _shown(studio: "Studio", path: Path) -> "tuple[float, ImportDialog]":
    """Milliseconds of the main thread at a time until what is in the file is on the screen."""
    from tests.gui.heartbeat import Heartbeat

    heartbeat = Heartbeat()
    studio.files.open_path(path)
    wait(lambda: studio.importing.dialog is not None)
    rest(200)
    dialog = studio.importing.dialog
    assert dialog is not None
    return 1000 * heartbeat.longest_seconds, dialog


def _one_by_one(song: "Song") -> float:
    """Seconds of a picture that is not made by pixels."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QPixmap

    from gui.look.theme import DARK
    from gui.panels.thumbnail import draw_thumbnail

    pixmap = QPixmap(760, 400)
    painter = QPainter(pixmap)
    begun = time.thread_time()
    draw_thumbnail(painter, DARK, QRectF(pixmap.rect()), song)
    painter.end()
    return time.thread_time() - begun


def _hiding() -> Iterator[float]:
    """Milliseconds for each search, if the list had all rows and hid those that are not found."""
    from PySide6.QtWidgets import QListWidget

    from gui.panels.listing import listing_of

    listing = listing_of([f"The {n % 97}" for n in range(1, TUNES + 1)])
    rows = QListWidget()
    rows.setUniformItemSizes(True)
    rows.addItems(listing.rows)
    rows.show()

    def hide(text: str) -> None:
        for row in range(rows.count()):
            item = rows.item(row)
            item.setHidden(text not in item.text().casefold())

    for text in SOUGHT:
        yield worked_ms(partial(hide, text))
    rows.close()

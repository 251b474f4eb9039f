"""The small picture of a long tune is that of a short one, made in another way."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.span import Span
from gui.look.theme import DARK, LIGHT, Theme
from gui.panels import thumbnail
from gui.panels.thumbnail import Silhouette, draw_thumbnail, silhouette_of

GROUND = QColor("#123456")
pytestmark = pytest.mark.usefixtures("qapp")


def tune(notes: int, low: int, high: int, ticks: int = 240) -> Song:
    """Up and down between two pitches, with rests, the first half of it a seed."""
    reach = high - low + 1
    made = (
        Note(ticks * n, ticks - 60 * (n % 3), low + (n * n * 31 + n) % reach) for n in range(notes)
    )
    return Song(Melody(tuple(made), ticks * notes + 300), seed_end=ticks * notes // 2)


def drawn(
    song: Song,
    theme: Theme,
    size: tuple[int, int],
    ratio: int,
    span: Span | None,
    silhouette: Silhouette | None,
) -> QImage:
    pixmap = QPixmap(size[0] * ratio, size[1] * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(GROUND)
    painter = QPainter(pixmap)
    draw_thumbnail(painter, theme, QRectF(0, 0, *size), song, span, silhouette)
    painter.end()
    return pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)


def share_of_other_pixels(one: QImage, other: QImage) -> float:
    first, second = (
        np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
        for image in (one, other)
    )
    return float((first != second).mean())


@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("ratio", [1, 2])
@pytest.mark.parametrize(
    ("notes", "low", "high"), [(1, 60, 60), (40, 58, 75), (300, 0, 127), (900, 60, 63)]
)
def test_by_pixels_it_looks_as_it_does_note_by_note(
    monkeypatch: pytest.MonkeyPatch,
    theme: Theme,
    ratio: int,
    notes: int,
    low: int,
    high: int,
) -> None:
    song = tune(notes, low, high)
    monkeypatch.setattr(thumbnail, "MANY", 1)
    silhouette = silhouette_of(song)
    assert silhouette is not None
    for size in ((440, 150), (1203, 377), (97, 60)):
        for span in (None, Span(0, 240), Span(480, 240 * notes + 480)):
            by_note = drawn(song, theme, size, ratio, span, None)
            by_pixel = drawn(song, theme, size, ratio, span, silhouette)
            assert share_of_other_pixels(by_note, by_pixel) < 0.0005


def test_every_note_of_a_long_tune_is_seen_and_no_place_without_one() -> None:
    gap = 96 * 50_000
    notes = (Note(96 * n + gap * (n >= 25_000), 96, 60 + n % 2) for n in range(50_000))
    song = Song(Melody(tuple(notes), 2 * gap))
    silhouette = silhouette_of(song)
    assert silhouette is not None
    image = drawn(song, DARK, (400, 150), 1, Span(0, 96 * 12_500), silhouette)
    row = [image.pixelColor(x, 75).name() for x in range(400)]
    assert set(row[1:48]) == {DARK.seed}
    assert set(row[51:99]) == set(row[301:399]) == {DARK.muted}
    assert set(row[101:299]) == {DARK.row}


def test_few_notes_need_no_silhouette() -> None:
    assert silhouette_of(tune(thumbnail.MANY - 1, 60, 72)) is None
    assert silhouette_of(Song()) is None

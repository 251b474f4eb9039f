"""A tune as a small picture of its notes; of a long one, many fall on the same pixels."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from core.music.melody import Note
from core.music.song import Song
from core.music.span import Span
from gui.look.theme import Theme

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]

MANY = 2_000
"""So many notes are no longer drawn one by one."""

_FEWEST_ROWS = 12
_LEAST_HEIGHT_PX, _LEAST_NOTE_PX = 2.0, 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Silhouette:
    """The onsets, durations and pitches of the notes of a melody, each an array (notes,)."""

    onsets: "Numbers"
    durations: "Numbers"
    pitches: "Numbers"


def silhouette_of(song: Song) -> Silhouette | None:
    """None of a song with few notes, which needs none. It takes long: not for the main thread."""
    notes = song.melody.notes
    if len(notes) < MANY:
        return None
    import numpy as np  # which the start needs not

    fields = zip(*((n.onset, n.duration, n.pitch) for n in notes), strict=True)
    return Silhouette(*(np.array(field, dtype=np.int64) for field in fields))


def draw_thumbnail(
    painter: QPainter,
    theme: Theme,
    box: QRectF,
    song: Song,
    span: Span | None = None,
    silhouette: Silhouette | None = None,
) -> None:
    """The notes of `song` in `box`, the seed's in its colour and before a line of its own.

    With a `span` those that begin in it have that colour, and the others are muted. A long song is
    drawn in the same way, but much sooner, by its `silhouette`.
    """
    path = QPainterPath()
    path.addRoundedRect(box, 3, 3)
    painter.save()
    painter.fillPath(path, QColor(theme.row))
    painter.setClipPath(path)
    if song.melody.notes:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        tick_px = box.width() / song.melody.end
        begin, seam = (0, song.seed_end) if span is None else (span.begin, span.end)
        colours = QColor(theme.seed), QColor(theme.new if span is None else theme.muted)
        if silhouette is None:
            _draw_notes(painter, box, song.melody.notes, tick_px, (begin, seam), colours)
        else:
            _draw_silhouette(painter, box, silhouette, tick_px, (begin, seam), colours)
        seam_px = box.left() + min(seam, song.melody.end) * tick_px
        painter.fillRect(QRectF(seam_px - 1, box.top(), 1, box.height()), QColor(theme.bar_line))
    painter.restore()


def _draw_notes(
    painter: QPainter,
    box: QRectF,
    notes: Sequence[Note],
    tick_px: float,
    own: tuple[int, int],
    colours: tuple[QColor, QColor],
) -> None:
    """The notes that begin from `own[0]` on and before `own[1]` (ticks) in the first colour."""
    pitches = [note.pitch for note in notes]
    rows = _rows(box, min(pitches), max(pitches))
    painter.setPen(Qt.PenStyle.NoPen)
    for is_own, colour in zip((True, False), colours, strict=True):
        part = [note for note in notes if (own[0] <= note.onset < own[1]) == is_own]
        # Of notes that share a pixel one is enough.
        specks = {(int(note.onset * tick_px), note.pitch): note.duration for note in part}
        painter.setBrush(colour)
        painter.drawRects(
            [
                QRectF(
                    box.left() + x,
                    box.top() + rows.y_px(pitch),
                    max(duration * tick_px - 1, _LEAST_NOTE_PX),
                    rows.note_px,
                )
                for (x, pitch), duration in specks.items()
            ]
        )


def _draw_silhouette(
    painter: QPainter,
    box: QRectF,
    silhouette: Silhouette,
    tick_px: float,
    own: tuple[int, int],
    colours: tuple[QColor, QColor],
) -> None:
    """The same pixels, found all at once: those whose middle lies in a note."""
    import numpy as np  # by then whoever made the silhouette has loaded it

    ratio = painter.device().devicePixelRatioF()
    width, height = math.ceil(box.width() * ratio), math.ceil(box.height() * ratio)
    onsets, pitches = silhouette.onsets, silhouette.pitches
    lowest, highest = int(pitches.min()), int(pitches.max())
    left = np.floor(onsets * tick_px)
    right = left + np.maximum(silhouette.durations * tick_px - 1, _LEAST_NOTE_PX)
    begins, ends = (np.floor(x * ratio + 0.5).clip(0, width).astype(int) for x in (left, right))
    is_own = (own[0] <= onsets) & (onsets < own[1])
    # One column more than there are pixels, as notes may end behind the last one.
    shape, size = (highest - lowest + 1, width + 1), (highest - lowest + 1) * (width + 1)
    shades = np.zeros(shape, np.uint8)
    for shade, part in enumerate((is_own, ~is_own), start=1):
        places = (pitches[part] - lowest) * (width + 1)
        steps = np.bincount(places + begins[part], minlength=size)
        steps -= np.bincount(places + ends[part], minlength=size)
        shades[steps.reshape(shape).cumsum(axis=1) > 0] = shade
    rows = _rows(box, lowest, highest)
    pixels = np.zeros((height, width), np.uint8)
    for pitch in range(lowest, highest + 1):
        y = rows.y_px(pitch)
        begin, end = (math.floor(edge * ratio + 0.5) for edge in (y, y + rows.note_px))
        lines = pixels[begin:end]
        np.maximum(lines, shades[pitch - lowest, :width], out=lines)
    image = QImage(pixels.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable([0, *(colour.rgba() for colour in colours)])
    image.setDevicePixelRatio(ratio)
    painter.drawImage(box.topLeft(), image)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where pitches lie in a box, in pixels below its upper edge."""

    top: float
    row_px: float

    @property
    def note_px(self) -> float:
        """How high a note is."""
        return max(self.row_px, _LEAST_HEIGHT_PX)

    def y_px(self, pitch: int) -> float:
        return (self.top - pitch) * self.row_px


def _rows(box: QRectF, lowest: int, highest: int) -> _Rows:
    spare = max(0, _FEWEST_ROWS - (highest - lowest + 1))
    return _Rows(highest + 1 + spare / 2, box.height() / (highest - lowest + 3 + spare))

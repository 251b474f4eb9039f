"""A song as one drawing of its score, for files."""

from collections.abc import Iterator

from core.engraving.engraver import MOST_NOTES
from core.engraving.mei import mei_from_sheet
from core.errors import UserError
from core.files.score import svg_from_mei
from core.music.song import Song
from core.notation.sheet import sheet_from_song

PAGE_WIDTH = 21_000
"""Of a sheet of A4, in units of the drawing."""


def drawn(song: Song, line_width: int = PAGE_WIDTH) -> Iterator[bytes]:
    """Yields the SVG once, with lines of such a length. It takes long and may hang: see core.apart.

    UserError for more than MOST_NOTES notes, and for none.
    """
    notes = len(song.melody)
    if notes > MOST_NOTES:
        raise UserError(
            "A score of up to {most:,} notes is drawn, and this tune has {notes:,}; "
            "write MusicXML instead.",
            most=MOST_NOTES,
            notes=notes,
        )
    pages = svg_from_mei(mei_from_sheet(sheet_from_song(song)), line_width)
    if len(pages) != 1:
        raise UserError("The score does not fit on one drawing; write MusicXML instead.")
    yield pages[0].encode()

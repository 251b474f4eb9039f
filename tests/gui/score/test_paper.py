"""A score on paper: where pages break, what is on them, and that a picture is sharp."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from core.engraving.drawing import drawn
from core.engraving.line import lines_from_svg
from core.engraving.plate import STAFF_SPACE, Box, Plate, plate_from_lines
from core.errors import UserError
from core.music.song import Song
from gui.score.paper import LINE_WIDTH, broken, image_from_plate, pdf_from_plate
from tests.notation.shorthand import song
from tests.steps import made

TUNE = song("c4/4 e4 g4 e4 | (3 a4/8 g4 f4) e4/4 g4/2~ | g4/4 f4 e4/2 | " * 30)
A4_HEIGHT = 29_700


def plate_of(tune: Song) -> Plate:
    return plate_from_lines(list(lines_from_svg(data.decode() for data in drawn(tune, LINE_WIDTH))))


@pytest.fixture(scope="module")
def plate() -> Plate:
    pytest.importorskip("verovio")
    return plate_of(TUNE)


@pytest.mark.parametrize("title", ["", "A tune"])
def test_pages_break_between_lines_of_music_and_are_full(plate: Plate, title: str) -> None:
    pages = broken(plate, title)
    assert [system for page in pages for system in page] == list(plate.systems)
    assert len(pages) > 1
    for page, after in zip(pages, [*pages[1:], None], strict=True):
        assert page[-1].bottom - page[0].top < A4_HEIGHT - 3000
        if after is not None:
            assert after[0].bottom - page[0].top > A4_HEIGHT - 3000 - (1600 if title else 0)


def test_the_title_takes_room_of_the_first_page_alone() -> None:
    lines = Plate(0, 0, tuple(Box(0, 2600 * n, 18_000, 2600) for n in range(30)))
    assert [len(page) for page in broken(lines, "")] == [10, 10, 10]
    assert [len(page) for page in broken(lines, "A tune")] == [9, 10, 10, 1]


def test_a_line_higher_than_a_page_has_one_of_its_own() -> None:
    tall = Box(0, 0, 18_000, 40_000), Box(0, 40_000, 18_000, 2000)
    assert broken(Plate(0, 0, tall), "") == [tall[:1], tall[1:]]


@pytest.mark.usefixtures("qapp")
def test_a_pdf_has_a4_pages_and_no_pixels(plate: Plate) -> None:
    shares, data = made(pdf_from_plate(plate, "Grüße"))
    pages = len(broken(plate, "Grüße"))
    assert shares == [(n + 1) / pages for n in range(pages)]
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == pages
    assert b"/Subtype /Image" not in data
    assert b"[0 0 595.000000 842.000000]" in data


@pytest.mark.usefixtures("qapp")
def test_who_has_enough_ends_a_pdf_halfway(plate: Plate) -> None:
    steps = pdf_from_plate(plate, "")
    next(steps)
    steps.close()


def dark_rows(image: QImage, first: int, last: int) -> list[int]:
    """Rows that are black from one pixel to another."""
    columns = range(first, last, 40)
    return [
        y
        for y in range(image.height())
        if all(image.pixelColor(x, y).lightness() < 40 for x in columns)
    ]


def test_the_lines_of_a_picture_are_sharp_and_whole_pixels_apart(
    plate: Plate, qapp: QApplication
) -> None:
    assert qapp
    image = image_from_plate(plate, "A tune")
    rows = dark_rows(image, 120, image.width() // 4)  # the last line may be a short one
    assert len(rows) == 5 * len(plate.systems)
    for staff in range(0, len(rows), 5):
        steps = {rows[n + 1] - rows[n] for n in range(staff, staff + 4)}
        assert steps == {14}


def test_the_title_stands_on_top_and_a_long_one_is_cut(plate: Plate, qapp: QApplication) -> None:
    assert qapp
    plain, titled = image_from_plate(plate, ""), image_from_plate(plate, "A tune " * 40)
    room = titled.height() - plain.height()
    assert room == pytest.approx(1600 * 14 / STAFF_SPACE, abs=1)
    head = titled.copy(0, 100, titled.width(), 80)
    ink = [
        x
        for x in range(head.width())
        if any(head.pixelColor(x, y).lightness() < 128 for y in range(0, head.height(), 2))
    ]
    assert 1_000 < ink[-1] - ink[0] < 18_000 * 14 / STAFF_SPACE


def test_a_picture_too_high_for_qt_is_refused(qapp: QApplication) -> None:
    assert qapp
    with pytest.raises(UserError, match="write PDF instead"):
        image_from_plate(Plate(18_000, 500_000), "")

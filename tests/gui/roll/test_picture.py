"""The whole tune on the roll as one picture."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from core.music.melody import Melody, Note
from core.music.song import Song
from gui.look.theme import DARK, LIGHT, Theme
from gui.roll.labels import Labels
from gui.roll.layers.notes import note_colour
from gui.roll.picture import image_of_song
from tests.gui.roll.tunes import tune
from tests.steps import made

PLAIN = Labels(names=False)


def picture(
    song: Song, app: QApplication, theme: Theme = LIGHT, labels: Labels = PLAIN
) -> tuple[list[float], QImage]:
    return made(image_of_song(song, theme, labels, app.font()))


def columns_of(image: QImage, colour: str) -> list[int]:
    """The pixels from left to right below which there is anything of a colour."""
    wanted = QColor(colour)
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == wanted for y in range(90, image.height(), 8))
    ]


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_note_is_in_sight_in_its_row(theme: Theme, qapp: QApplication) -> None:
    song = tune([60, 72, 64], seed=3)
    shares, image = picture(song, qapp, theme)
    assert shares == [1.0]
    body = note_colour(theme, True, song.melody.notes[0].velocity)
    quarter, row = 128, 32
    rows = 72 - 60 + 1 + 4
    top = image.height() - rows * row
    left = image.width() - 2 * 10 - 3 * quarter
    for place, note in enumerate(song.melody):
        x = left + place * quarter + quarter // 2
        for pitch in (60, 64, 72):
            y = top + (74 - pitch) * row + row // 2
            is_note = image.pixelColor(x, y).name() == body
            assert is_note == (pitch == note.pitch), (place, pitch)


def test_a_long_tune_has_less_room_for_each_quarter(qapp: QApplication) -> None:
    shares, image = picture(tune([60, 72] * 2000), qapp)
    assert len(shares) == 24
    assert shares[-1] == 1.0
    assert image.width() < 24_300
    low = Song(Melody((Note(0, 480, 0), Note(480, 480, 127), Note(480_000, 480, 60)), 480_480))
    _, image = picture(low, qapp)
    assert image.width() * image.height() < 50_000_000


def test_keys_at_the_left_and_bars_above(qapp: QApplication) -> None:
    _, image = picture(tune([60, 64, 67, 72], seed=2), qapp)
    keys = columns_of(image, LIGHT.black_key)
    assert keys[0] == 0
    assert keys[-1] < 100
    above = image.copy(0, 0, image.width(), 30)
    assert columns_of(above.scaledToHeight(200), LIGHT.panel), "the ruler"


def test_names_stand_on_the_notes_where_they_do_on_the_roll(qapp: QApplication) -> None:
    song = tune([60, 64], seed=2)
    assert picture(song, qapp)[1] != picture(song, qapp, labels=Labels(names=True))[1]

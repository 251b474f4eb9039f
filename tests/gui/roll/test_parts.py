"""What stands around the notes: ruler, key strip, names and the focus."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.music.melody import Melody, Note
from core.music.song import Song
from gui.look.theme import DARK
from tests.gui.roll.stage import TUNE, Stage
from tests.gui.roll.tunes import tune


def test_a_click_on_the_ruler_asks_to_go_there(stage: Stage, qtbot: QtBot) -> None:
    stage.roll.show_song(TUNE)
    x = round(stage.scene.time.x_from_tick(1920)) + 3
    with qtbot.waitSignal(stage.roll.seek_requested) as asked:
        QTest.mouseClick(stage.ruler, Qt.MouseButton.LeftButton, pos=QPoint(x, 8))
    assert asked.args == [1920]
    free = round(stage.scene.time.x_from_tick(1920 + 240))
    with qtbot.waitSignal(stage.roll.seek_requested) as asked:
        QTest.mouseClick(stage.ruler, Qt.MouseButton.LeftButton, pos=QPoint(free, 8))
    assert abs(asked.args[0] - 2160) * stage.scene.time.px_per_tick < 1


def test_the_ruler_marks_seed_and_new_notes(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    image = stage.ruler.grab().toImage()
    y = stage.ruler.height() - 2
    time = stage.scene.time
    assert image.pixelColor(round(time.x_from_tick(1000)), y).name() == DARK.seed
    new = range(round(time.x_from_tick(5000)), round(time.x_from_tick(5400)))
    assert DARK.new in {image.pixelColor(x, y).name() for x in new}
    assert image.pixelColor(round(time.x_from_tick(15500)), y).name() == DARK.panel


def test_keys_of_the_strip_are_pressed_and_released_in_pairs(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    heard: list[str] = []
    stage.roll.pitch_pressed.connect(lambda pitch: heard.append(f"+{pitch}"))
    stage.roll.pitch_released.connect(lambda pitch: heard.append(f"-{pitch}"))
    pitch = stage.scene.pitch
    at = [QPoint(5, round(pitch.y_from_pitch(p)) + pitch.row_px // 2) for p in (60, 61, 62)]
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(stage.keyboard, button, pos=at[0])
    QTest.mouseMove(stage.keyboard, at[1])
    QTest.mouseMove(stage.keyboard, at[2])
    QTest.mouseRelease(stage.keyboard, button, pos=at[2])
    assert heard == ["+60", "-60", "+61", "-61", "+62", "-62"]
    QTest.mousePress(stage.keyboard, button, pos=at[0])
    stage.roll.hide()
    assert heard[6:] == ["+60", "-60"]
    QTest.mouseRelease(stage.keyboard, button, pos=at[0])  # or it stays down for later tests


def test_the_roll_tells_assistive_technology_what_it_shows(stage: Stage) -> None:
    assert stage.roll.accessibleName() == "Piano roll, 0 notes, 0 bars"
    stage.roll.show_song(TUNE)
    assert stage.roll.accessibleName() == "Piano roll, 32 notes, 8 bars"
    stage.roll.show_song(tune([60]))
    assert stage.roll.accessibleName() == "Piano roll, 1 note, 1 bar"
    assert stage.roll.accessibleDescription()


def test_the_focus_is_seen(stage: Stage) -> None:
    stage.roll.clearFocus()
    assert stage.roll.grab().toImage().pixelColor(0, 50).name() != DARK.accent
    QTest.mouseClick(stage.canvas, Qt.MouseButton.LeftButton)
    assert stage.roll.hasFocus()
    assert stage.roll.grab().toImage().pixelColor(0, 50).name() == DARK.accent


def test_very_long_songs_and_tiny_windows_are_drawn(stage: Stage) -> None:
    song = tune([60 + i % 12 for i in range(3000)], seed=1000, duration=120)
    stage.roll.show_song(song)
    image, time = stage.image(), stage.scene.time
    y = round(stage.scene.pitch.y_from_pitch(65)) + stage.scene.pitch.row_px // 2
    half = round(time.x_from_tick(1000 * 120))
    end = round(time.x_from_tick(song.melody.end))
    seeds = {image.pixelColor(x, y).name() for x in range(half - 20, half - 1)}
    new = {image.pixelColor(x, y).name() for x in range(half + 2, end)}
    assert DARK.seed in seeds
    assert DARK.new not in seeds
    assert DARK.new in new
    assert DARK.seed not in new
    stage.roll.resize(10, 10)
    stage.roll.show_song(Song(Melody((Note(0, 1, 0), Note(1, 1, 127)), 2)))
    stage.roll.grab()

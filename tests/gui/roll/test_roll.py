"""The roll on real widgets: what is drawn where, and how little of it anew."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import (
    QColor,
)
from PySide6.QtWidgets import QApplication

from core.compose.pins.pin import Pin
from core.music.key import Key
from core.music.song import Song
from core.music.tempo import TempoMap
from gui.look.theme import DARK, LIGHT, Theme, palette_from_theme
from gui.roll.layers.notes import note_colour
from gui.roll.shape import note_rect
from tests.gui.roll.stage import TUNE, PaintLog, Stage
from tests.gui.roll.tunes import tune


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_seed_and_new_notes_have_their_colours(stage: Stage, theme: Theme) -> None:
    stage.roll.setPalette(palette_from_theme(theme))
    stage.roll.show_song(TUNE)
    assert stage.colour(40, 60) == note_colour(theme, True, 88)
    body = QColor(note_colour(theme, False, 88))
    x = stage.scene.time.x_from_tick(8 * 480)
    rect = note_rect(stage.scene, TUNE.melody.notes[8])
    assert rect.left() == x
    image = stage.image()
    inside = rect.adjusted(3, 3, -3, -3).toRect()
    found = {
        image.pixelColor(x, y).name()
        for x in range(inside.left(), inside.right())
        for y in range(inside.top(), inside.bottom())
    }
    assert body.name() in found
    assert len(found) > 1, "new notes are striped, so that they are known without colour"


def test_notes_that_may_still_change_are_lighter(stage: Stage) -> None:
    stage.roll.show_song(tune([60, 62, 64, 65], seed=4))
    plain = note_colour(DARK, True, 88)
    stage.roll.show_ghosts(960)
    assert [stage.colour(tick, pitch) for tick, pitch in ((40, 60), (520, 62))] == [plain] * 2
    ghost = QColor(stage.colour(1000, 64))
    assert QColor(DARK.row).lightness() < ghost.lightness() < QColor(plain).lightness()
    stage.roll.show_ghosts(1440)
    assert stage.colour(1000, 64) == plain
    assert QColor(stage.colour(1480, 65)) == ghost
    stage.roll.show_ghosts(None)
    assert stage.colour(1480, 65) == plain


def test_a_note_ends_where_it_ends(stage: Stage) -> None:
    stage.roll.show_song(tune([60, 64], seed=2))
    seed = note_colour(DARK, True, 88)
    assert stage.colour(400, 60) == seed
    assert stage.colour(560, 60) != seed
    assert stage.colour(400, 64) != seed
    assert stage.colour(560, 64) == seed


def test_black_key_rows_are_shaded_and_the_tonic_row_is_tinted(stage: Stage) -> None:
    stage.roll.show_song(replace(TUNE, key=Key(1)))
    stage.roll.fit()
    free = 5 * 480 + 200
    assert stage.colour(free, 61) == DARK.black_row
    assert stage.colour(free, 64) == DARK.row
    assert stage.colour(free, 67 - 12) == DARK.tonic_row


def test_the_picked_note_has_a_ring(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    plain = stage.image()
    note = TUNE.melody.notes[3]
    rect = note_rect(stage.scene, note).toRect()
    stage.roll.pick(note)
    ring = stage.image().pixelColor(rect.center().x(), rect.top() - 3)
    assert ring.lightness() > 150
    picked = []
    for song in (
        replace(TUNE, tempos=TempoMap.constant(90.0)),
        replace(TUNE, melody=TUNE.melody.until(1920)),
    ):
        stage.roll.show_song(song)
        picked.append(stage.scene.picked)
    assert picked == [note, None]
    stage.roll.show_song(TUNE)
    assert stage.image() == plain


def test_pins_are_marked_by_shapes(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    plain = stage.image()
    note = TUNE.melody.notes[9]
    rect = note_rect(stage.scene, note).toRect()
    images = []
    for pitch, rhythm in ((True, False), (False, True), (True, True)):
        stage.roll.show_pins((Pin.of(note, pitch=pitch, rhythm=rhythm),))
        image = stage.image()
        images.append(image)
        head = image.pixelColor(rect.center().x(), rect.top() - 7)
        assert head.lightness() > 200
        beside = image.pixelColor(rect.right() + 1, rect.center().y())
        assert (beside.lightness() > 150) == rhythm
        below = image.pixelColor(rect.left() + 5, rect.bottom() + 1)
        assert (below.lightness() > 150) == pitch
    assert len({bytes(image.constBits()) for image in images}) == 3
    stage.roll.show_pins(())
    assert stage.image() == plain


def test_bar_lines_stand_on_bars(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    assert stage.colour(1920, 61) == DARK.bar_line
    assert stage.colour(480, 61) == DARK.beat_line


def test_an_empty_roll_says_what_to_do(stage: Stage) -> None:
    empty = stage.image()
    stage.roll.show_song(tune([60]))
    inside = stage.canvas.rect().center() - QPoint(0, stage.roll.fontMetrics().height() // 2 + 4)
    assert empty.pixelColor(inside).name() == DARK.panel
    assert stage.image().pixelColor(inside).name() != DARK.panel


def test_the_hint_leaves_no_trace_in_a_narrow_roll(stage: Stage) -> None:
    stage.roll.resize(260, 300)
    stage.roll.show_song(Song())
    stage.image()
    stage.roll.show_song(TUNE)
    after_hint = stage.image()
    stage.canvas.show_scene(stage.scene)
    assert stage.image() == after_hint


def test_adding_notes_one_by_one_gives_the_same_picture_as_all_at_once(stage: Stage) -> None:
    for length in range(1, len(TUNE.melody) + 1):
        end = TUNE.melody.notes[length - 1].end
        stage.roll.show_song(replace(TUNE, melody=TUNE.melody.until(end)))
        stage.canvas.grab()
    step_by_step = stage.image()
    for theme in (LIGHT, DARK):
        stage.roll.setPalette(palette_from_theme(theme))
    assert stage.image() == step_by_step


def test_the_playhead_is_drawn_and_leaves_no_trace(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    without = stage.image()
    for tick in (100.0, 1000.0, 2000.0):
        stage.roll.show_playhead(tick)
        image = stage.image()
        x = round(stage.scene.time.x_from_tick(tick)) + 1
        assert image.pixelColor(x, 3).name() == DARK.playhead
    stage.roll.show_playhead(None)
    assert stage.image() == without


def test_moving_the_playhead_repaints_two_narrow_strips(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    stage.roll.show_playhead(5 * 480 + 100.0)
    QApplication.processEvents()
    log = PaintLog(stage.canvas)
    stage.roll.show_playhead(5 * 480 + 140.0)
    QApplication.processEvents()
    assert len(log.areas) == 1
    assert log.areas[0] <= 2 * 8 * stage.canvas.height()


def test_the_sounding_note_is_lit_with_its_key(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    rect = note_rect(stage.scene, TUNE.melody.notes[1])
    place = round(rect.center().x()), round(rect.top())
    key = 6, round(stage.scene.pitch.y_from_pitch(64)) + stage.scene.pitch.row_px // 2
    before = stage.image().pixelColor(*place)
    stage.roll.show_playhead(500.0)
    assert stage.image().pixelColor(*place) != before
    assert stage.keyboard.grab().toImage().pixelColor(*key).name() == DARK.down_key
    stage.roll.show_playhead(1000.0)
    assert stage.image().pixelColor(*place) == before
    assert stage.keyboard.grab().toImage().pixelColor(*key).name() == DARK.white_key


def test_the_theme_follows_the_palette_while_running(stage: Stage) -> None:
    stage.roll.show_song(TUNE)
    assert stage.colour(200, 62) == DARK.row
    stage.roll.setPalette(palette_from_theme(LIGHT))
    assert stage.colour(200, 62) == LIGHT.row

"""The probability field behind the notes, and the lane and the legend below."""

import math
import time
from dataclasses import replace
from itertools import pairwise
from math import inf

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.compose.field import Field
from core.music.melody import Note
from gui.look.theme import DARK, Theme, mixed
from gui.roll.layers.field import cell_colour
from gui.roll.layers.notes import note_colour
from gui.roll.layers.surprise import ink_on, tinted
from gui.roll.shape import note_rect
from gui.roll.strip import FieldStrip
from tests.gui.look.test_theme import BLINDNESS, THEMES, contrast, lab, linear, luminance, seen
from tests.gui.roll.fields import field_of
from tests.gui.roll.stage import PaintLog, Stage
from tests.gui.roll.tunes import tune

SONG = tune([64, 66, 60, 64] * 4, seed=8)


@pytest.fixture
def shown(stage: Stage) -> Stage:
    stage.roll.show_song(SONG)
    stage.roll.show_field(field_of(SONG, {62: 0.04, 67: 0.3, 69: 0.6}))
    return stage


@THEMES
def test_the_likelier_the_stronger_by_lightness_alone(theme: Theme) -> None:
    for row in (theme.row, theme.black_row, theme.tonic_row):
        shades = [
            luminance(mixed(row, theme.likely, cell_colour(theme, share).alphaF()))
            for share in (0.0, 0.01, 0.05, 0.2, 0.5, 1.0)
        ]
        assert shades == sorted(shades, reverse=not theme.is_dark)
        for one, two in pairwise(shades):
            low, high = sorted((one, two))
            assert (high + 0.05) / (low + 0.05) > 1.04
        strongest = mixed(row, theme.likely, cell_colour(theme, 1.0).alphaF())
        assert contrast(theme.text, strongest) >= 4.5, "figures can be read in every cell"


@THEMES
@pytest.mark.parametrize("is_seed", [True, False])
def test_notes_can_be_read_and_seen_however_much_they_surprise(theme: Theme, is_seed: bool) -> None:
    for velocity in (1, 64, 127):
        for bits in (0.0, 2.0, 4.0, 5.0, 6.0, 7.0, 20.0, inf):
            body = tinted(theme, note_colour(theme, is_seed, velocity), bits)
            assert contrast(ink_on(body), body) >= 4.5
            assert contrast(body, theme.row) >= 3, "its halo has the colour of the row"


@THEMES
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_the_tint_is_seen_by_every_eye(theme: Theme, blindness: str) -> None:
    """A difference of 10 in CIE76 is four times what is just noticeable; the gauge tells more."""
    for is_seed in (True, False):
        calm = note_colour(theme, is_seed, 88)
        both = (lab(seen(colour, blindness)) for colour in (calm, tinted(theme, calm, 9)))
        assert math.dist(*both) > 10


def test_cells_stand_in_their_rows_at_every_event(shown: Stage) -> None:
    for tick in (240, 2 * 1920 + 700):
        colours = [shown.colour(tick, pitch) for pitch in (61, 62, 67, 69)]
        lights = [luminance(colour) for colour in colours]
        assert lights == sorted(lights)
        assert len(set(colours)) == 4


def test_a_cell_is_as_wide_as_its_event(stage: Stage) -> None:
    stage.roll.show_song(SONG)
    field = field_of(SONG, {67: 0.9})
    calm = field_of(SONG, {69: 0.1}).moments
    stage.roll.show_field(Field(SONG).grown((*calm[:2], *field.moments[2:3], *calm[3:])))
    inside = [linear(stage.colour(tick, 67)) for tick in (1010, 1070, 1380)]
    outside = [linear(stage.colour(tick, 67)) for tick in (900, 1500)]
    assert all(math.dist(inside[0], other) < 0.01 for other in inside)
    assert all(math.dist(inside[0], other) > 0.1 for other in outside)


def test_only_what_is_known_is_shown(shown: Stage) -> None:
    shown.roll.show_field(None)
    empty = shown.colour(2300, 67)
    whole = field_of(SONG, {67: 0.9})
    shown.roll.show_field(whole.until(1920))
    assert shown.colour(1740, 67) != empty
    assert shown.colour(2300, 67) == empty
    shown.roll.show_field(whole)
    assert shown.colour(2300, 67) == shown.colour(1740, 67)


def test_behind_an_edit_it_is_no_longer_shown(shown: Stage) -> None:
    notes = list(SONG.melody.notes)
    notes[4] = replace(notes[4], pitch=72)
    other = replace(SONG, melody=replace(SONG.melody, notes=tuple(notes)))
    shown.roll.show_song(other)
    assert shown.scene.field is not None
    assert shown.scene.field.end == notes[4].onset
    shown.roll.show_song(SONG)
    assert shown.scene.field.end == SONG.melody.end


def test_growing_draws_only_what_is_new(shown: Stage) -> None:
    whole = field_of(SONG, {67: 0.3})
    shown.roll.show_field(whole.until(3840))
    QTest.qWait(20)
    log = PaintLog(shown.canvas)
    shown.roll.show_field(whole.until(4800))
    QTest.qWait(20)
    new = 960 * shown.scene.time.px_per_tick + 14
    assert 0 < sum(log.areas) <= new * shown.canvas.height()


def test_a_surprising_note_has_another_colour_and_a_gauge(stage: Stage) -> None:
    stage.roll.show_song(SONG)
    stage.roll.show_field(field_of(SONG, {67: 0.3}, bits=(0.5, 9.0)))
    calm, startling = SONG.melody.notes[8], SONG.melody.notes[9]
    image = stage.image()

    def gauge(note: Note) -> set[str]:
        rect = note_rect(stage.scene, note)
        x = round(rect.left()) + 3
        return {
            image.pixelColor(x, y).name()
            for y in range(int(rect.top()) + 3, int(rect.bottom()) - 3)
        }

    assert "#000000" in gauge(startling)
    assert "#000000" not in gauge(calm)
    body = QColor(tinted(DARK, note_colour(DARK, False, calm.velocity), 9.0))
    rect = note_rect(stage.scene, startling)
    near = image.pixelColor(round(rect.right()) - 6, round(rect.top()) + 3)
    assert abs(near.hue() - body.hue()) < 20


def test_20000_notes_cost_what_is_in_sight(stage: Stage) -> None:
    song = tune([60 + n % 13 for n in range(20_000)])
    field = field_of(song, {67: 0.3, 64: 0.2, 60: 0.1})
    stage.roll.show_song(song)
    times: list[float] = []
    for shown in (None, field):
        stage.roll.show_field(shown)
        for _ in range(4):
            stage.roll.zoom_in()
            began = time.perf_counter()
            stage.image()
            times.append(time.perf_counter() - began)
    assert min(times[4:]) < min(times[:4]) + 0.05


@pytest.fixture
def strip(shown: Stage, qtbot: QtBot) -> FieldStrip:
    strip = FieldStrip(shown.scene)
    qtbot.addWidget(strip)
    shown.roll.show_beneath(strip)
    shown.roll.shown.connect(strip.show_scene)
    return strip


def test_the_lane_leads_down_in_stairs(shown: Stage, strip: FieldStrip) -> None:
    """Of two quarters: whole up to an eighth, then three quarters of the height."""
    shown.roll.show_song(SONG)
    QTest.qWait(10)
    image = strip.lane.grab().toImage()
    empty = QColor(DARK.black_row)

    def height(tick: int) -> int:
        x = round(shown.scene.time.x_from_tick(tick))
        return sum(image.pixelColor(x, y) != empty for y in range(1, image.height()))

    whole = height(100)
    assert whole > 20
    assert height(340) == pytest.approx(0.75 * whole, abs=1.5)
    assert height(580) == whole
    shown.roll.show_field(None)
    QTest.qWait(10)
    image = strip.lane.grab().toImage()
    assert height(100) == 0


def test_the_lane_lies_under_the_same_ticks(shown: Stage, strip: FieldStrip, qtbot: QtBot) -> None:
    QTest.qWait(10)
    left = strip.lane.mapTo(shown.roll, QPoint(0, 0)).x()
    assert left == shown.canvas.mapTo(shown.roll, QPoint(0, 0)).x()
    assert strip.lane.width() == shown.canvas.width()
    x = round(shown.scene.time.x_from_tick(2000))
    with qtbot.waitSignal(strip.lane.hovered) as hovered:
        QTest.mouseMove(strip.lane, QPoint(x, 5))
    assert hovered.args[0] == pytest.approx(2000, abs=1 / shown.scene.time.px_per_tick)


def test_the_legend_says_in_words_what_it_shows(strip: FieldStrip) -> None:
    assert "percent" in strip.legend.accessibleDescription()
    colours = strip.legend.grab().toImage()
    names = {
        colours.pixelColor(x, colours.height() // 2 - 5).name() for x in range(colours.width())
    }
    strongest = mixed(DARK.row, DARK.likely, cell_colour(DARK, 1.0).alphaF())
    assert any(math.dist(linear(name), linear(strongest)) < 0.01 for name in names)

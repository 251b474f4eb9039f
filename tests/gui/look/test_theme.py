"""Colours can be read, by colour-blind eyes too."""

import math
from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from gui.look.theme import (
    DARK,
    LIGHT,
    Theme,
    mixed,
    palette_from_theme,
    theme_from_palette,
    theme_from_scheme,
    tones_from_theme,
)
from gui.roll.layers.notes import note_colour
from gui.roll.ruling import SELECTION_TINT

Linear = tuple[float, float, float]

# Simulation of colour blindness in linear RGB: Machado, Oliveira and Fernandes (2009),
# "A Physiologically-based Model for Simulation of Color Vision Deficiency", severity 1.0.
BLINDNESS: dict[str, tuple[Linear, Linear, Linear]] = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> Linear:
    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return channel(red), channel(green), channel(blue)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def lab(colour: Linear) -> Linear:
    """CIE L*a*b* under D65."""
    red, green, blue = (min(max(channel, 0.0), 1.0) for channel in colour)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, blindness: str) -> Linear:
    own = linear(colour)
    red, green, blue = (
        sum(weight * channel for weight, channel in zip(row, own, strict=True))
        for row in BLINDNESS[blindness]
    )
    return red, green, blue


THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])


def test_the_contrast_ratio_is_the_one_of_the_guideline() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


ROWS = "row", "black_row", "tonic_row"
SURFACES = "window", "panel", "field"

TEXT = {
    "text": (*SURFACES, "hover", "pressed", "notice", "trouble", "alarm", "marked", *ROWS),
    "muted": (*SURFACES, "soft", "hover", "marked"),
    "accent": ("window", "panel", "marked"),
    "error": SURFACES,
    "on_accent": ("accent", "accent_hover"),
    "on_seed": ("seed",),
    "on_new": ("new",),
    "on_white_key": ("white_key",),
    "on_black_key": ("black_key",),
    "on_down_key": ("down_key",),
}
"""What is written in a colour, and on which grounds."""

GRAPHICS = {
    "edge": SURFACES,  # of a field, by which one knows that it is one
    "muted": SURFACES,  # of a box to tick
    "accent": (*SURFACES, *ROWS),  # the focus, what is on, the loop
    "grip": ("window", "panel"),
    "bar_line": (*ROWS, "panel"),
    "seed": (*ROWS, "panel"),
    "new": (*ROWS, "panel"),
    "playhead": (*ROWS, "panel"),
    "surprise": ROWS,
    "error": ("window", "panel"),
    "down_key": ("white_key", "black_key"),
    "black_key": ("white_key",),
    "key_edge": ("white_key",),
}
"""What has to be seen in a colour, and on which grounds."""

HELPING = {"border", "beat_line", "step_line", "row_line", "faint", "stripe", "likely"}
"""Lines that only help, and what cannot be used, of which the guideline asks nothing; a composed
note has a rim besides its stripes, and the field figures besides its colours (its own test in
tests/gui/roll/test_field.py)."""


def colours(theme: Theme) -> dict[str, str]:
    """All colours that are seen, by their names."""
    marked = mixed(theme.panel, theme.accent, SELECTION_TINT)
    named = asdict(theme) | asdict(tones_from_theme(theme)) | {"marked": marked}
    return {name: colour for name, colour in named.items() if isinstance(colour, str)}


def too_faint(theme: Theme, table: dict[str, tuple[str, ...]], least: float) -> dict[str, float]:
    by_name = colours(theme)
    pairs = [(ink, ground) for ink, grounds in table.items() for ground in grounds]
    found = {f"{a} on {b}": contrast(by_name[a], by_name[b]) for a, b in pairs}
    return {pair: ratio for pair, ratio in found.items() if ratio < least}


@THEMES
def test_text_can_be_read(theme: Theme) -> None:
    assert too_faint(theme, TEXT, 4.5) == {}


@THEMES
def test_what_has_to_be_seen_stands_out(theme: Theme) -> None:
    assert too_faint(theme, GRAPHICS, 3.0) == {}


def test_no_colour_is_left_out_of_the_tables() -> None:
    grounds = {g for table in (TEXT, GRAPHICS) for several in table.values() for g in several}
    assert colours(DARK).keys() == {*TEXT, *GRAPHICS, *grounds, *HELPING}


@THEMES
@pytest.mark.parametrize("velocity", [1, 64, 127])
@pytest.mark.parametrize("is_seed", [True, False])
def test_notes_stand_out_and_their_names_can_be_read(
    theme: Theme, velocity: int, is_seed: bool
) -> None:
    body = note_colour(theme, is_seed, velocity)
    for row in (theme.row, theme.black_row, theme.tonic_row):
        assert contrast(body, row) >= 3
    assert contrast(theme.on_seed if is_seed else theme.on_new, body) >= 4.5


@THEMES
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_seed_and_new_stay_apart_for_every_eye(theme: Theme, blindness: str) -> None:
    """A difference of 25 in CIE76 is ten times what is just noticeable."""
    apart = math.dist(lab(seen(theme.seed, blindness)), lab(seen(theme.new, blindness)))
    assert apart > 25


@THEMES
def test_seed_and_new_differ_in_lightness_alone(theme: Theme) -> None:
    assert contrast(theme.seed, theme.new) >= 1.5


def test_the_systems_setting_chooses_the_theme() -> None:
    assert theme_from_scheme(Qt.ColorScheme.Dark) is DARK
    assert theme_from_scheme(Qt.ColorScheme.Light) is LIGHT
    assert theme_from_scheme(Qt.ColorScheme.Unknown) is LIGHT


@THEMES
def test_a_palette_knows_its_theme(theme: Theme) -> None:
    palette = palette_from_theme(theme)
    assert theme_from_palette(palette) is theme
    assert palette.color(QPalette.ColorRole.Text) == QColor(theme.text)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mixed("#102030", "#506070", 0) == "#102030"
    assert mixed("#102030", "#506070", 1) == "#506070"
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"

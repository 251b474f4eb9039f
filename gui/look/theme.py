"""The colours of the program, dark and light."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

ICONS = Path(__file__).parents[2] / "resources" / "icons"

BLACK, WHITE = "#000000", "#ffffff"
"""Shade and light, in which colours are mixed."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of the program, as '#rrggbb'.

    Text keeps the contrast of 4.5, and what has to be seen beside it that of 3, which WCAG 2.2 asks
    for at level AA. Only what merely separates (`border` and the thinner lines of the roll) and
    what cannot be used now has less. Seed and new notes are a blue and an orange that differ in
    lightness too, so that they stay apart in every common form of colour blindness
    (tests/gui/look/test_theme.py).
    """

    is_dark: bool
    # the window around
    window: str
    panel: str
    field: str
    border: str
    edge: str  # around what can be filled in or turned
    text: str
    muted: str
    accent: str
    on_accent: str
    error: str
    # the piano roll
    row: str
    black_row: str
    tonic_row: str
    row_line: str
    bar_line: str
    beat_line: str
    step_line: str
    seed: str
    on_seed: str
    new: str
    on_new: str
    stripe: str
    softest: float  # how much of its row shines through the softest note
    playhead: str
    likely: str  # over the row, the likelier the stronger
    surprise: str
    # piano keys
    white_key: str
    black_key: str
    down_key: str
    key_edge: str
    on_white_key: str
    on_black_key: str
    on_down_key: str


PAPER, INK = "#ffffff", "#000000"
"""Of what is printed, in both themes."""

DARK = Theme(
    is_dark=True,
    window="#17191e",
    panel="#1f2229",
    field="#14161a",
    border="#3a3f4a",
    edge="#676d79",
    text="#e8eaef",
    muted="#a0a7b4",
    accent="#5ca8ff",
    on_accent="#0b1726",
    error="#ff8a80",
    row="#22262e",
    black_row="#1c1f26",
    tonic_row="#293140",
    row_line="#282d36",
    bar_line="#737a89",
    beat_line="#373d49",
    step_line="#2b3039",
    seed="#559fee",
    on_seed="#081522",
    new="#ffc061",
    on_new="#2a1900",
    stripe="#2a1900",
    softest=0.22,
    playhead="#ff5c7a",
    likely="#6656cf",
    surprise="#f04a9a",
    white_key="#d5d9e1",
    black_key="#2a2d34",
    down_key="#2876d2",
    key_edge="#0d0f12",
    on_white_key="#3b414d",
    on_black_key="#b9c0cc",
    on_down_key="#ffffff",
)

LIGHT = Theme(
    is_dark=False,
    window="#f3f4f7",
    panel="#ffffff",
    field="#ffffff",
    border="#c4c9d4",
    edge="#868c9a",
    text="#1c2029",
    muted="#5a6272",
    accent="#1c63c4",
    on_accent="#ffffff",
    error="#b3261e",
    row="#ffffff",
    black_row="#f3f5f9",
    tonic_row="#e9f1fd",
    row_line="#eceff4",
    bar_line="#828a9a",
    beat_line="#d5dae3",
    step_line="#e8ebf1",
    seed="#1f5fae",
    on_seed="#ffffff",
    new="#bf6900",
    on_new="#140a00",
    stripe="#ffffff",
    softest=0.1,
    playhead="#d61f4c",
    likely="#a08bea",
    surprise="#a8104f",
    white_key="#ffffff",
    black_key="#262a32",
    down_key="#2876d2",
    key_edge="#8c94a2",
    on_white_key="#59616f",
    on_black_key="#ccd2dd",
    on_down_key="#ffffff",
)


def theme_from_scheme(scheme: Qt.ColorScheme) -> Theme:
    """The theme for the system's setting; light where the system does not tell."""
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def theme_from_palette(palette: QPalette) -> Theme:
    """The theme to which a widget's palette belongs; widgets ask again on PaletteChange."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def mixed(first: str, second: str, amount: float) -> str:
    """`first` with `amount` (0 to 1) of `second` in it."""
    one, two = QColor(first), QColor(second)
    weights = 1 - amount, amount
    channels = [
        round(weights[0] * a + weights[1] * b)
        for a, b in (
            (one.red(), two.red()),
            (one.green(), two.green()),
            (one.blue(), two.blue()),
        )
    ]
    return "#{:02x}{:02x}{:02x}".format(*channels)


@dataclass(frozen=True, slots=True)
class Tones:
    """Colours that follow from those of a theme, for the style of the controls."""

    soft: str
    grip: str
    faint: str
    notice: str
    trouble: str
    alarm: str
    hover: str
    pressed: str
    accent_hover: str


def tones_from_theme(theme: Theme) -> Tones:
    return Tones(
        soft=mixed(theme.border, theme.window, 0.5),
        grip=mixed(theme.muted, theme.window, 0.25),
        faint=mixed(theme.muted, theme.window, 0.35),
        notice=mixed(theme.panel, theme.accent, 0.1),
        trouble=mixed(theme.panel, theme.error, 0.1),
        alarm=mixed(theme.panel, theme.error, 0.35),
        hover=mixed(theme.panel, theme.text, 0.07),
        pressed=mixed(theme.panel, theme.accent, 0.25),
        accent_hover=mixed(theme.accent, theme.text, 0.15),
    )


def palette_from_theme(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(theme.panel), QColor(theme.window))
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.panel,
        role.Text: theme.text,
        role.Button: theme.panel,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.ToolTipBase: theme.panel,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.Light: mixed(theme.panel, theme.text, 0.08),
        role.Midlight: mixed(theme.panel, theme.text, 0.04),
        role.Mid: theme.border,
        role.Dark: mixed(theme.border, BLACK, 0.3),
        role.Shadow: BLACK,
    }
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    faint = QColor(tones_from_theme(theme).faint)
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, faint)
    still = QColor(theme.border)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, still)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Accent, still)
    return palette

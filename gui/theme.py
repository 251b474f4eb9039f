"""Colours and the app-wide look, dark and light, after the system's setting."""

from dataclasses import dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

ICONS = Path(__file__).parents[1] / "resources" / "icons"


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of the program, as '#rrggbb'.

    Seed and new notes are a blue and an orange that differ in lightness too, so that they stay
    apart in every common form of colour blindness (tests/gui/test_theme.py).
    """

    is_dark: bool
    # the window around
    window: str
    panel: str
    field: str
    border: str
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
    # piano keys
    white_key: str
    black_key: str
    key_edge: str
    on_white_key: str
    on_black_key: str


DARK = Theme(
    is_dark=True,
    window="#17191e",
    panel="#1f2229",
    field="#14161a",
    border="#3a3f4a",
    text="#e8eaef",
    muted="#a0a7b4",
    accent="#5ca8ff",
    on_accent="#0b1726",
    error="#ff8a80",
    row="#22262e",
    black_row="#1c1f26",
    tonic_row="#293140",
    row_line="#282d36",
    bar_line="#515969",
    beat_line="#373d49",
    step_line="#2b3039",
    seed="#559fee",
    on_seed="#081522",
    new="#ffc061",
    on_new="#2a1900",
    stripe="#2a1900",
    softest=0.22,
    playhead="#ff5c7a",
    white_key="#d5d9e1",
    black_key="#2a2d34",
    key_edge="#0d0f12",
    on_white_key="#3b414d",
    on_black_key="#b9c0cc",
)

LIGHT = Theme(
    is_dark=False,
    window="#f3f4f7",
    panel="#ffffff",
    field="#ffffff",
    border="#c4c9d4",
    text="#1c2029",
    muted="#5a6272",
    accent="#1c63c4",
    on_accent="#ffffff",
    error="#b3261e",
    row="#ffffff",
    black_row="#f3f5f9",
    tonic_row="#e9f1fd",
    row_line="#eceff4",
    bar_line="#a9b1c0",
    beat_line="#d5dae3",
    step_line="#e8ebf1",
    seed="#1f5fae",
    on_seed="#ffffff",
    new="#bf6900",
    on_new="#140a00",
    stripe="#ffffff",
    softest=0.1,
    playhead="#d61f4c",
    white_key="#ffffff",
    black_key="#2b2f38",
    key_edge="#aab1be",
    on_white_key="#59616f",
    on_black_key="#ccd2dd",
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
        role.Dark: mixed(theme.border, "#000000", 0.3),
        role.Shadow: "#000000",
    }
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    faint = QColor(mixed(theme.muted, theme.window, 0.35))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, faint)
    still = QColor(theme.border)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, still)
    palette.setColor(QPalette.ColorGroup.Disabled, role.Accent, still)
    return palette


_STYLE = Template("""
QToolTip { background: $panel; color: $text; border: 1px solid $border; padding: 4px 6px; }
QPushButton, QToolButton {
  background: $panel; color: $text; border: 1px solid $border; border-radius: 6px;
  padding: 5px 12px;
}
QToolButton { padding: 5px 8px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $pressed; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:hover { background: $accent_hover; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QToolButton:focus { padding: 4px 7px; }
QPushButton:default:focus { border-color: $text; }
QPushButton:disabled, QToolButton:disabled {
  background: transparent; color: $faint; border-color: $soft;
}
QLineEdit, QPlainTextEdit, QTextEdit, QListView {
  background: $field; color: $text; border: 1px solid $border; border-radius: 6px; padding: 4px 6px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QListView:focus {
  border: 2px solid $accent; padding: 3px 5px;
}
QComboBox, QAbstractSpinBox {
  background: $field; color: $text; border: 1px solid $border; border-radius: 6px;
  padding: 3px 6px; min-height: 20px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 2px 5px; }
QComboBox:disabled, QAbstractSpinBox:disabled {
  background: transparent; color: $faint; border-color: $soft;
}
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url($icons/down.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView {
  background: $panel; color: $text; border: 1px solid $border; outline: none;
  selection-background-color: $accent; selection-color: $on_accent;
}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
  border: none; background: transparent; padding: 0 0 0 6px;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  border: none; background: transparent; width: 18px;
}
QAbstractSpinBox::up-button { margin-top: 3px; }
QAbstractSpinBox::down-button { margin-bottom: 3px; }
QAbstractSpinBox::up-arrow { image: url($icons/up.svg); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url($icons/down.svg); width: 9px; height: 9px; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator {
  width: 14px; height: 14px; border: 1px solid $muted; border-radius: 4px; background: $field;
}
QCheckBox::indicator:checked {
  background: $accent; border-color: $accent; image: url($icons/$check.svg);
}
QCheckBox::indicator:focus { border: 2px solid $text; width: 12px; height: 12px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; }
QSlider::sub-page:horizontal { border-radius: 2px; background: $accent; }
QSlider::handle:horizontal {
  width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
  background: $panel; border: 1px solid $muted;
}
QSlider::handle:horizontal:hover { border-color: $accent; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QGroupBox { border: none; margin-top: 22px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; top: 2px; color: $muted; }
QSplitter::handle { background: $window; }
QSplitter::handle:hover { background: $soft; }
QStatusBar { color: $muted; }
QStatusBar::item { border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:horizontal { height: 10px; }
QScrollBar:vertical { width: 10px; }
QScrollBar::handle { background: $grip; border-radius: 3px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QLabel#position {
  background: $field; border: 1px solid $border; border-radius: 6px; padding: 2px 12px;
  min-width: 52px; font-size: 17px; font-weight: 600;
}
QLabel#facts { color: $muted; }
QLabel#mistake { color: $error; }
QPushButton#generate { font-weight: 600; min-height: 24px; }
QFrame#message {
  background: $notice; border: 1px solid $soft; border-left: 4px solid $accent;
  border-top-right-radius: 6px; border-bottom-right-radius: 6px;
}
QFrame#message[tone="trouble"] { background: $trouble; border-left-color: $error; }
QFrame#message QToolButton { background: transparent; border-color: transparent; }
QFrame#message QToolButton:focus { border-color: $accent; }
""")


def stylesheet_from_theme(theme: Theme) -> str:
    return _STYLE.substitute(
        window=theme.window,
        panel=theme.panel,
        field=theme.field,
        border=theme.border,
        text=theme.text,
        muted=theme.muted,
        accent=theme.accent,
        error=theme.error,
        on_accent=theme.on_accent,
        soft=mixed(theme.border, theme.window, 0.5),
        grip=mixed(theme.muted, theme.window, 0.45),
        faint=mixed(theme.muted, theme.window, 0.35),
        notice=mixed(theme.panel, theme.accent, 0.1),
        trouble=mixed(theme.panel, theme.error, 0.1),
        icons=ICONS.as_posix(),
        check="check-dark" if theme.is_dark else "check-light",
        hover=mixed(theme.panel, theme.text, 0.07),
        pressed=mixed(theme.panel, theme.accent, 0.25),
        accent_hover=mixed(theme.accent, theme.text, 0.15),
    )


def apply_theme(app: QApplication) -> None:
    """Gives the program its look, now and whenever the system turns dark or light."""

    def follow(scheme: Qt.ColorScheme) -> None:
        theme = theme_from_scheme(scheme)
        app.setPalette(palette_from_theme(theme))
        app.setStyleSheet(stylesheet_from_theme(theme))

    app.setStyle("Fusion")
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(follow)
    follow(hints.colorScheme())

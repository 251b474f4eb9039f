"""The look of every control, after the system's dark or light setting."""

from dataclasses import asdict
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from gui.look.theme import (
    ICONS,
    Theme,
    palette_from_theme,
    theme_from_scheme,
    tones_from_theme,
)

_STYLE = Template("""
QToolTip { background: $panel; color: $text; border: 1px solid $border; padding: 4px 6px; }
QMenuBar { background: $window; border: none; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $pressed; }
QMenu { background: $panel; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 16px 5px 28px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { background: transparent; color: $faint; }
QMenu::item:disabled:selected { background: $hover; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::indicator {
  width: 12px; height: 12px; left: 7px;
  border: 1px solid $muted; border-radius: 4px; background: $field;
}
QMenu::indicator:checked {
  background: $accent; border-color: $accent; image: url($icons/$check.svg);
}
QMenu::indicator:checked:selected { border-color: $on_accent; }
QPushButton, QToolButton {
  background: $panel; color: $text; border: 1px solid $border; border-radius: 6px;
  padding: 5px 12px; min-height: 1em;
}
QToolButton { padding: 3px 8px 4px 8px; min-height: 1em; }
QToolButton:checked { border-color: $accent; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $pressed; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:hover { background: $accent_hover; }
QToolButton#octave { padding: 3px 4px 4px 4px; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QToolButton:focus { padding: 2px 7px 3px 7px; }
QToolButton#octave:focus { padding: 2px 3px 3px 3px; }
QPushButton:default:focus { border-color: $text; }
QPushButton:disabled, QToolButton:disabled {
  background: transparent; color: $faint; border-color: $soft;
}
QLineEdit, QPlainTextEdit, QTextEdit, QListView {
  background: $field; color: $text; border: 1px solid $edge; border-radius: 6px; padding: 4px 6px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QListView:focus {
  border: 2px solid $accent; padding: 3px 5px;
}
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QComboBox, QAbstractSpinBox {
  background: $field; color: $text; border: 1px solid $edge; border-radius: 6px;
  padding: 3px 6px; min-height: 1.25em;
  selection-background-color: $accent; selection-color: $on_accent;
}
QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 2px 5px; }
QAbstractSpinBox { padding: 1px 6px 2px 6px; }
QAbstractSpinBox:focus { padding: 0 5px 1px 5px; }
QComboBox:disabled, QAbstractSpinBox:disabled {
  background: transparent; color: $faint; border-color: $soft;
}
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url($icons/down.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView {
  background: $panel; color: $text; border: 1px solid $border; outline: none;
  selection-background-color: $accent; selection-color: $on_accent;
}
QComboBox#models QAbstractItemView { min-width: 440px; }
QComboBox#instruments { combobox-popup: 0; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
  border: none; min-height: 0; background: transparent; padding: 0 0 0 6px;
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
QSlider:horizontal { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $edge; }
QSlider::sub-page:horizontal { border-radius: 2px; background: $accent; }
QSlider::handle:horizontal {
  width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
  background: $panel; border: 1px solid $muted;
}
QSlider::handle:horizontal:hover { border-color: $accent; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; width: 12px; height: 12px; }
QGroupBox { border: none; margin-top: 1.4em; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; top: 2px; color: $muted; }
QToolButton#opener {
  background: transparent; border-color: transparent; color: $muted; font-weight: 600;
  padding: 5px 2px; text-align: left;
}
QToolButton#opener:hover { background: $soft; }
QToolButton#opener:focus { border-color: $accent; }
QGroupBox#board QPushButton, QPushButton#rest { padding: 5px 7px; }
QGroupBox#board QPushButton:focus, QPushButton#rest:focus { padding: 4px 6px; }
QListView#takes { background: $window; border-color: transparent; padding: 3px; }
QListView#takes:focus { border: 2px solid $accent; padding: 2px; }
QTreeView#shortcuts {
  background: $field; color: $text; border: 1px solid $border; border-radius: 6px; padding: 4px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QTreeView#shortcuts:focus { border: 2px solid $accent; padding: 3px; }
QTreeView#shortcuts::item { padding: 3px 6px; }
QFrame#fork { background: $panel; border: 1px solid $muted; border-radius: 8px; }
QFrame#fork QListView { background: $panel; border: 2px solid $panel; padding: 0; }
QFrame#fork QListView:focus { border-color: $accent; }
QLineEdit { min-height: 1.15em; }
QLabel#title { font-weight: 600; }
QProgressBar { background: $border; border: none; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QToolButton#record[state="waiting"], QToolButton#record[state="starting"] {
  border: 2px solid $error; padding: 2px 7px 3px 7px;
}
QToolButton#record[state="recording"] {
  background: $alarm; border: 2px solid $error; padding: 2px 7px 3px 7px;
}
QToolButton#record[state]:focus { border: 2px solid $accent; padding: 2px 7px 3px 7px; }
QStatusBar { color: $muted; }
QStatusBar::item { border: none; }
QScrollBar { background: transparent; border: none; margin: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
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
  min-width: 3.3em; font-size: ${large_pt}pt; font-weight: 600;
}
QLabel#headline { font-weight: 600; }
QLabel#facts, QLabel#doing, QLabel#hint { color: $muted; }
QLabel#hint { font-size: ${small_pt}pt; }
QLabel#mistake { color: $error; }
QPushButton#generate { font-weight: 600; min-height: 1.5em; }
QFrame#message {
  background: $notice; border: 1px solid $soft; border-left: 4px solid $accent;
  border-top-right-radius: 6px; border-bottom-right-radius: 6px;
}
QFrame#message[tone="trouble"] { background: $trouble; border-left-color: $error; }
QFrame#message QToolButton { background: transparent; border-color: transparent; }
QFrame#message QToolButton:focus { border-color: $accent; }
""")


def stylesheet_from_theme(theme: Theme, font_pt: float) -> str:
    """The style in the colours of `theme`, for a program whose text has `font_pt` points."""
    return _STYLE.substitute(
        asdict(theme) | asdict(tones_from_theme(theme)),
        icons=ICONS.as_posix(),
        check="check-dark" if theme.is_dark else "check-light",
        large_pt=f"{1.4 * font_pt:.1f}",
        small_pt=f"{0.92 * font_pt:.1f}",
    )


def apply_theme(app: QApplication) -> None:
    """Gives the program its look, now and whenever the system turns dark or light.

    It is made for Qt's style Fusion, on every system.
    """

    def follow(scheme: Qt.ColorScheme) -> None:
        theme = theme_from_scheme(scheme)
        app.setPalette(palette_from_theme(theme))
        app.setStyleSheet(stylesheet_from_theme(theme, font_pt))

    font_pt = QFontInfo(app.font()).pointSizeF()  # also where a font says its size in pixels
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(follow)
    follow(hints.colorScheme())

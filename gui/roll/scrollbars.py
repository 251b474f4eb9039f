"""The scroll bars of the roll say where the view is, and how far it reaches."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QScrollBar

from gui.roll.view import View


def show_view(view: View, across: QScrollBar, down: QScrollBar) -> None:
    """Moves both bars to where `view` is; they tell nobody."""
    leftmost, rightmost = view.time.limits(view.end)
    highest, lowest = view.pitch.limits
    time, pitch = view.time, view.pitch
    for bar, position, reach, scale, page in (
        (across, time.left - leftmost, rightmost - leftmost, time.px_per_tick, time.width_px),
        (down, highest - pitch.top, highest - lowest, pitch.row_px, pitch.height_px),
    ):
        with QSignalBlocker(bar):
            bar.setRange(0, round(reach * scale))
            bar.setEnabled(bar.maximum() > 0)
            bar.setPageStep(round(page))
            bar.setSingleStep(round(page / 12))
            bar.setValue(round(position * scale))

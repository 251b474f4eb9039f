"""How wheel and keys move the view: functions from a view to the next one."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QWheelEvent

from gui.roll.view import View

ZOOM_STEP = 1.25
_NOTCH_ANGLE = 120
_NOTCH_PX = 60
_ARROW_PX = 48
_PAGE = 0.9

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_ZOOMS = {_Key.Key_Plus: ZOOM_STEP, _Key.Key_Equal: ZOOM_STEP, _Key.Key_Minus: 1 / ZOOM_STEP}


def view_after_key(
    view: View, key: int, modifiers: Qt.KeyboardModifier, song_end: int, about: QPointF
) -> View | None:
    """Where a key leads; None for a key that does not move the view.

    Arrows scroll, Page up and Page down by a screen; Home and End go to the song's ends; plus and
    minus zoom the time, with Alt the pitch, about the point `about`.
    """
    time, pitch = view.time, view.pitch
    if modifiers & _Modifier.ControlModifier:
        return None
    if key in _ZOOMS:
        factor = _ZOOMS[_Key(key)]
        if modifiers & _Modifier.AltModifier:
            return view.zoomed_pitch(factor, about.y())
        return view.zoomed_time(factor, about.x())
    scrolls = {
        _Key.Key_Left: (-_ARROW_PX, 0),
        _Key.Key_Right: (_ARROW_PX, 0),
        _Key.Key_Up: (0, -2 * pitch.row_px),
        _Key.Key_Down: (0, 2 * pitch.row_px),
        _Key.Key_PageUp: (-_PAGE * time.width_px, 0),
        _Key.Key_PageDown: (_PAGE * time.width_px, 0),
        _Key.Key_Home: (time.x_from_tick(0) - time.width_px, 0),
        _Key.Key_End: (time.x_from_tick(song_end) - _PAGE * time.width_px, 0),
    }
    return view.scrolled(*scrolls[_Key(key)]) if key in scrolls else None


class Notches:
    """Small turns of a wheel or touchpad, gathered to whole notches."""

    def __init__(self) -> None:
        self._turned = 0

    def taken(self, angle: int) -> int:
        """How many notches, negative for the other way, are full now."""
        self._turned += angle
        notches = int(self._turned / _NOTCH_ANGLE)
        self._turned -= notches * _NOTCH_ANGLE
        return notches


class Wheel:
    """Turns of a wheel or touchpad; whole rows of zoom are gathered from small turns."""

    def __init__(self) -> None:
        self._notches = Notches()

    def view_after(self, view: View, event: QWheelEvent, place: QPointF) -> View:
        """Where the wheel leads when the pointer is at `place` on the canvas.

        Plain it scrolls, with Shift across; with Ctrl it zooms the time, with Alt or Ctrl+Shift
        the pitch, about the pointer.
        """
        pixels, angle = event.pixelDelta(), event.angleDelta()
        notch = _NOTCH_PX / _NOTCH_ANGLE
        across, down = (
            (angle.x() * notch, angle.y() * notch)
            if pixels.isNull()
            else (float(pixels.x()), float(pixels.y()))
        )
        keys = event.modifiers()
        shift = bool(keys & _Modifier.ShiftModifier)
        control = bool(keys & _Modifier.ControlModifier)
        # Some systems turn the wheel's axis while Alt or Shift is held: take the one that moved.
        either = down or across
        if keys & _Modifier.AltModifier or (control and shift):
            return self._zoomed_pitch(view, angle.y() or angle.x(), place.y())
        if control:
            return view.zoomed_time(ZOOM_STEP ** (either / _NOTCH_PX), place.x())
        if shift:
            return view.scrolled(-either, 0)
        return view.scrolled(-across, -down)

    def _zoomed_pitch(self, view: View, angle: int, about_y: float) -> View:
        notches = self._notches.taken(angle)
        return view.zoomed_pitch(ZOOM_STEP**notches, about_y) if notches else view

"""The wheel over the column of fields: it scrolls, and turns only the knob that has the focus."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.studio import Studio

DOWN = QPoint(0, -120)


def takes_wheel(field: QWidget) -> bool:
    """Whether `field` keeps a turn of the wheel to itself, which else scrolls the column."""
    place = QPointF(field.rect().center())
    event = QWheelEvent(
        place,
        field.mapToGlobal(place),
        QPoint(),
        DOWN,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)
    return event.isAccepted()


def test_who_scrolls_over_the_fields_changes_none(studio: Studio) -> None:
    window = studio.window
    window.wishes.opener.click()
    window.seed.field.setFocus()
    before, model = studio.document.controls, window.model.picker.currentIndex()
    for field in (window.model.picker, window.generate.bars, window.wishes.ending):
        assert not takes_wheel(field)
        assert field.focusPolicy() != Qt.FocusPolicy.WheelFocus
    assert studio.document.controls == before
    assert window.model.picker.currentIndex() == model


def test_the_wheel_turns_a_knob_that_has_the_focus(studio: Studio) -> None:
    bars = studio.window.generate.bars
    bars.setFocus()
    before = bars.value()
    assert takes_wheel(bars)
    assert bars.value() == before - 1

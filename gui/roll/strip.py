"""Under the roll while the field is shown: the lane of the lengths, and the legend."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.roll.legend import Legend
from gui.roll.lengths import LengthLane
from gui.roll.scene import Scene


class FieldStrip(QWidget):
    """Shows a Scene, of which it needs the field and the axis of time."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lane = LengthLane(scene)
        self.legend = Legend(scene)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lane)
        column.addWidget(self.legend)

    def show_scene(self, scene: Scene, from_px: float) -> None:
        self.lane.show_scene(scene, from_px)
        self.legend.show_theme(scene.theme)

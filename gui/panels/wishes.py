"""What may be asked of a tune beyond its temperature and length; nothing is asked at first."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QWidget,
)

from core.compose.controls import (
    HIGHEST_TEMPERATURE,
    LEAST_TOP_P,
    LONGEST_PHRASE,
    LONGEST_QUOTE,
    LOWEST_TEMPERATURE,
    SHORTEST_QUOTE,
    Controls,
)
from core.music.ending import Ending
from core.music.key import C_MAJOR, Key
from gui.panels.blend import BlendField
from gui.panels.fields import ROW_GAP_PX, label_for, roomy, set_reason
from gui.panels.folding import FoldingPanel
from gui.panels.pitch import PitchBox

_ENDINGS: dict[Ending, str] = {
    "free": "As the model likes",
    "tonic": "On the tonic",
    "open": "Open, on another degree",
}
_PHRASE_TIP = "Phrases of so many bars, the first one from the beginning of the tune"
_WIDEST_WORD = " shorter "
_STEPS = 100
_STEP = 0.05


class Leaning(QWidget):
    """A slider from -1 to 1 between two words; 0, in the middle, asks for nothing."""

    changed = Signal()

    def __init__(self, name: str, less: str, more: str, tip: str) -> None:
        super().__init__()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(-_STEPS, _STEPS)
        self._slider.setPageStep(_STEPS // 4)
        self._slider.setAccessibleName(f"{name}: {less} or {more}")
        self._slider.setToolTip(tip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for word, alignment in (
            (less, Qt.AlignmentFlag.AlignRight),
            (more, Qt.AlignmentFlag.AlignLeft),
        ):
            label = QLabel(word)
            label.setObjectName("hint")
            label.setFixedWidth(label.fontMetrics().horizontalAdvance(_WIDEST_WORD))
            label.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(label)
        row.insertWidget(1, self._slider, 1)
        self._slider.valueChanged.connect(self.changed)

    @property
    def value(self) -> float:
        return self._slider.value() / _STEPS

    def show_value(self, value: float) -> None:
        self._slider.setValue(round(value * _STEPS))


class WishesPanel(FoldingPanel):
    """`changed` brings Controls with the wishes in it, and all else as it was shown."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        tip = "Ending, range, scale, density and more: what a tune shall be like"
        super().__init__("Wishes", tip, parent)
        self._controls = Controls()
        self._key = C_MAJOR
        self._titles: Mapping[str, str] = {}
        self._first = ""
        self._no_phrases = ""
        self._is_showing = False
        self.show_controls(self._controls)

    def show_controls(self, controls: Controls) -> None:
        self._controls = controls
        number = wishes_in(controls)
        self.show_summary(f"{number} asked for" if number else "nothing asked for")
        if self.is_made:
            self._show_fields(controls)

    def _show_fields(self, controls: Controls) -> None:
        self._is_showing = True
        self.ending.setCurrentIndex(list(_ENDINGS).index(controls.ending))
        self.lowest.show_pitch(controls.lowest)
        self.highest.show_pitch(controls.highest)
        self.in_scale.setChecked(controls.in_scale)
        self.density.show_value(controls.density)
        self.motion.show_value(controls.motion)
        self.motives.show_value(controls.motives)
        self.phrase.setValue(controls.phrase)
        self.phrase.setSuffix(" bar" if controls.phrase == 1 else " bars")
        self.allow_phrases(self._no_phrases)
        self.quote.setValue(controls.quote or self.quote.minimum())
        self.blend.show_value(controls.blend, controls.blend_share)
        self.top_p.setValue(controls.top_p)
        rhythm = controls.rhythm_temperature
        self.rhythm.setValue(self.rhythm.minimum() if rhythm is None else rhythm)
        self._is_showing = False

    def show_key(self, key: Key) -> None:
        """Spells the range for `key`."""
        self._key = key
        if self.is_made:
            for box in (self.lowest, self.highest):
                box.show_key(key)

    def show_models(self, titles: Mapping[str, str], first: str) -> None:
        """The models to mix with, by the names that controls have for them; see BlendField."""
        self._titles, self._first = titles, first
        if self.is_made:
            self._is_showing = True
            self.blend.show_models(titles, first, self._controls.blend)
            self._is_showing = False

    def allow_phrases(self, why_not: str) -> None:
        """Enables the length of phrases, or says why not."""
        self._no_phrases = why_not
        if self.is_made:
            set_reason(self.phrase, _PHRASE_TIP, why_not)
            if self._controls.phrase:
                self.phrase.setEnabled(True)  # so that it can be taken back

    def _make_fields(self) -> None:
        self.ending = QComboBox()
        self.ending.addItems(list(_ENDINGS.values()))
        self.ending.setToolTip("The note that the tune ends on")
        self.lowest, self.highest = PitchBox("any"), PitchBox("any")
        self.lowest.setToolTip("New notes are not lower, such as c4; 'any' asks for nothing")
        self.highest.setToolTip("New notes are not higher, such as c5; 'any' asks for nothing")
        self.lowest.setAccessibleName("Lowest note")
        self.highest.setAccessibleName("Highest note")
        self._range = QWidget()
        self._range.setFocusProxy(self.lowest)
        row = QHBoxLayout(self._range)
        row.setContentsMargins(0, 0, 0, 0)
        self.in_scale = QCheckBox("Keep to the scale of the key")
        self.in_scale.setToolTip("No accidentals but, in minor, the raised sixth and seventh")
        self.density = Leaning("Density", "longer", "shorter", "Longer or shorter notes")
        self.motion = Leaning("Motion", "steps", "leaps", "From note to note by steps or by leaps")
        self.motives = Leaning(
            "Motives", "new", "again", "Avoid what stood in the tune before, or take it up again"
        )
        self.phrase = QSpinBox()
        self.phrase.setRange(0, LONGEST_PHRASE)
        self.phrase.setSpecialValueText("any length")
        roomy(self.phrase)
        self.quote = QSpinBox()
        self.quote.setRange(SHORTEST_QUOTE - 1, LONGEST_QUOTE)
        self.quote.setSpecialValueText("any length")
        self.quote.setSuffix(" notes")
        self.quote.setToolTip("No longer run of notes that may stand so in a song of the training")
        roomy(self.quote)
        self.blend = BlendField()
        self.top_p = QDoubleSpinBox()
        self.top_p.setRange(LEAST_TOP_P, 1.0)
        self.top_p.setToolTip("Draw only from the likeliest notes that together are so probable")
        self.rhythm = QDoubleSpinBox()
        self.rhythm.setRange(LOWEST_TEMPERATURE - _STEP, HIGHEST_TEMPERATURE)
        self.rhythm.setSpecialValueText("as pitch")
        self.rhythm.setToolTip("A temperature for durations alone; 'as pitch' uses the one above")
        for number in (self.top_p, self.rhythm):
            number.setSingleStep(_STEP)
            roomy(number)
        self.ending.currentIndexChanged.connect(self._change)
        self.in_scale.toggled.connect(self._change)
        for leaning in (self.density, self.motion, self.motives):
            leaning.changed.connect(self._change)
        for box in (self.lowest, self.highest):
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self._change)
            row.addWidget(box, 1)
        row.insertWidget(1, QLabel("to"))
        self.phrase.valueChanged.connect(self._change)
        self.quote.valueChanged.connect(self._change)
        self.blend.changed.connect(self._change)
        for number in (self.top_p, self.rhythm):
            number.valueChanged.connect(self._change)

    def _arrange(self) -> None:
        grid = QGridLayout(self.body)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(ROW_GAP_PX)
        fields: list[tuple[QWidget, str]] = [
            (self.ending, "Ending"),
            (self._range, "Range"),
            (self.density, "Density"),
            (self.motion, "Motion"),
            (self.motives, "Motives"),
            (self.phrase, "Phrases"),
            (self.top_p, "Top-p"),
            (self.rhythm, "Rhythm"),
            (self.quote, "Quotations"),
            (self.blend, "Mix with"),
        ]
        for row, (field, name) in enumerate(fields):
            grid.addWidget(label_for(field, name), row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.in_scale, len(fields), 0, 1, 2)

    def make(self) -> None:
        self._make_fields()
        self._arrange()
        self.is_made = True
        self._show_fields(self._controls)
        self.show_key(self._key)
        self.show_models(self._titles, self._first)

    @Slot()
    def _change(self) -> None:
        if self._is_showing:
            return
        lowest, highest = self.lowest.pitch, self.highest.pitch
        if lowest is not None and highest is not None and lowest > highest:
            # The one that was turned takes the other along.
            lowest, highest = (lowest,) * 2 if self.sender() is self.lowest else (highest,) * 2
        is_apart = self.rhythm.value() >= LOWEST_TEMPERATURE
        self.changed.emit(
            replace(
                self._controls,
                ending=list(_ENDINGS)[self.ending.currentIndex()],
                lowest=lowest,
                highest=highest,
                in_scale=self.in_scale.isChecked(),
                density=self.density.value,
                motion=self.motion.value,
                motives=self.motives.value,
                phrase=self.phrase.value(),
                quote=self.quote.value() if self.quote.value() >= SHORTEST_QUOTE else None,
                blend=self.blend.name,
                blend_share=self.blend.share,
                top_p=self.top_p.value(),
                rhythm_temperature=round(self.rhythm.value(), 2) if is_apart else None,
            )
        )


def wishes_in(controls: Controls) -> int:
    """How many wishes there are beyond temperature, length and random seed."""
    plain = Controls(
        controls.temperature, controls.bars, controls.random_seed, takes=controls.takes
    )
    names = set(Controls.__slots__) - {"blend"}  # whose share says whether it counts
    return sum(getattr(controls, name) != getattr(plain, name) for name in names)

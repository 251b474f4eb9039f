"""What may be asked of a tune beyond its temperature and length; nothing is asked at first."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
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
from core.words import Words, counted
from gui.language import tr
from gui.panels.blend import BlendField
from gui.panels.fields import ROW_GAP_PX, label_for, roomy, set_reason, surround
from gui.panels.folding import FoldingPanel
from gui.panels.leaning import Leaning, align_leanings
from gui.panels.pitch import PitchBox

_ENDINGS: dict[Ending, Words] = {
    "free": Words("As the model likes"),
    "tonic": Words("On the tonic"),
    "open": Words("Open, on another degree"),
}
_PHRASE_TIP = Words("Phrases of so many bars, the first one from the beginning of the tune")
_ANY = Words("any", "note")
_AS_PITCH = Words("as pitch", "temperature of durations")
_STEP = 0.05


class WishesPanel(FoldingPanel):
    """`changed` brings Controls with the wishes in it, and all else as it was shown."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        tip = tr("Ending, range, scale, density and more: what a tune shall be like")
        super().__init__(tr("Wishes"), tip, parent)
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
        self.show_summary(
            tr(counted("{n} asked for", "{n} asked for", number))
            if number
            else tr("nothing asked for")
        )
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
        surround(self.phrase, tr(counted("{n} bars", "{n} bar", controls.phrase)))
        self.allow_phrases(self._no_phrases)
        quote = controls.quote or self.quote.minimum()
        self.quote.setValue(quote)
        surround(self.quote, tr(counted("{n} notes", "{n} note", quote)))
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
        self.ending.addItems([tr(words) for words in _ENDINGS.values()])
        self.ending.setToolTip(tr("The note that the tune ends on"))
        self.lowest, self.highest = PitchBox(tr(_ANY)), PitchBox(tr(_ANY))
        self.lowest.setToolTip(
            tr("New notes are not lower, such as c4; '{any}' asks for nothing", any=_ANY)
        )
        self.highest.setToolTip(
            tr("New notes are not higher, such as c5; '{any}' asks for nothing", any=_ANY)
        )
        self.lowest.setAccessibleName(tr("Lowest note"))
        self.highest.setAccessibleName(tr("Highest note"))
        self._range = QWidget()
        self._range.setFocusProxy(self.lowest)
        row = QHBoxLayout(self._range)
        row.setContentsMargins(0, 0, 0, 0)
        self.in_scale = QCheckBox(tr("Keep to the scale of the key"))
        self.in_scale.setToolTip(tr("No accidentals but, in minor, the raised sixth and seventh"))
        self.density = Leaning(
            tr("Density"),
            tr("longer", "notes"),
            tr("shorter", "notes"),
            tr("Longer or shorter notes"),
        )
        self.motion = Leaning(
            tr("Motion"),
            tr("steps", "from note to note"),
            tr("leaps", "from note to note"),
            tr("From note to note by steps or by leaps"),
        )
        self.motives = Leaning(
            tr("Motives"),
            tr("new", "motives"),
            tr("again", "motives"),
            tr("Avoid what stood in the tune before, or take it up again"),
        )
        align_leanings((self.density, self.motion, self.motives))
        self.phrase = QSpinBox()
        self.phrase.setRange(0, LONGEST_PHRASE)
        self.phrase.setSpecialValueText(tr("any length", "of phrases"))
        roomy(self.phrase)
        self.quote = QSpinBox()
        self.quote.setRange(SHORTEST_QUOTE - 1, LONGEST_QUOTE)
        self.quote.setSpecialValueText(tr("any length", "of quotations"))
        self.quote.setToolTip(
            tr("At most this many notes in a row may be copied from a song of the training")
        )
        roomy(self.quote)
        self.blend = BlendField()
        self.top_p = QDoubleSpinBox()
        self.top_p.setRange(LEAST_TOP_P, 1.0)
        self.top_p.setToolTip(
            tr("Draw only from the likeliest notes that together are so probable")
        )
        self.rhythm = QDoubleSpinBox()
        self.rhythm.setRange(LOWEST_TEMPERATURE - _STEP, HIGHEST_TEMPERATURE)
        self.rhythm.setSpecialValueText(tr(_AS_PITCH))
        self.rhythm.setToolTip(
            tr(
                "A temperature for durations alone; '{as_pitch}' uses the one above",
                as_pitch=_AS_PITCH,
            )
        )
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
        row.insertWidget(1, QLabel(tr("to", "from the lowest to the highest note")))
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
            (self.ending, tr("Ending")),
            (self._range, tr("Range", "wish")),
            (self.density, tr("Density")),
            (self.motion, tr("Motion")),
            (self.motives, tr("Motives")),
            (self.phrase, tr("Phrases")),
            (self.top_p, tr("Top-p")),
            (self.rhythm, tr("Rhythm")),
            (self.quote, tr("Quotations")),
            (self.blend, tr("Mix with")),
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

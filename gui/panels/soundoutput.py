"""The group Output of the Sound dialog: SoundFont, instrument, channel, volume, reverb."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QWidget,
)

from core.sound.choices import HIGHEST_CHANNEL, SoundChoices
from core.sound.synth.instruments import Instrument
from core.words import Words
from gui.language import tr
from gui.panels.fields import ROW_GAP_PX, label_for, push_button, roomy, set_reason

_CHOOSE_TIP = Words("Choose a SoundFont for the built-in synth: a .sf2 or .sf3 file")
_INSTALLED_TIP = Words("Play with the SoundFont that is installed on this system")
_INSTRUMENT_TIP = Words("What the tune is played on")
_VOLUME_TIP = Words("How loud the built-in synth is")
_REVERB_TIP = Words(
    "How much of a room is heard around the notes; 40 is what the SoundFont asks for"
)
_IN_USE = Words("The installed SoundFont is in use already")
_READING = Words("Wait until the SoundFont is read")
_NO_SOUNDFONT = Words("There is no SoundFont yet: choose one, or install one")
_STEPS = 100


class OutputGroup(QGroupBox):
    """`changed` tells that a field has; `choose_soundfont` and `use_installed` ask."""

    changed = Signal()
    choose_soundfont = Signal()
    use_installed = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Output"))
        self.soundfont = QLabel()
        self.soundfont.setTextFormat(Qt.TextFormat.PlainText)
        self.soundfont.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.soundfont_button = push_button(tr("&Choose…"), tr(_CHOOSE_TIP))
        self.installed_button = push_button(tr("Use &installed"), tr(_INSTALLED_TIP))
        for button in (self.soundfont_button, self.installed_button):
            button.setAutoDefault(False)  # Enter is for the field that has the focus
        self.instrument = QComboBox()
        self.instrument.setMinimumContentsLength(24)
        self.instrument.setObjectName("instruments")  # a list of some lines, not as high as it can
        self.instrument.setMaxVisibleItems(16)
        self.channel = QSpinBox()
        self.channel.setRange(1, HIGHEST_CHANNEL + 1)
        self.channel.setToolTip(
            tr("MIDI channel of the tune and of what you play; 10 is for drums")
        )
        roomy(self.channel)
        self.volume, self.reverb = _slider(), _slider()
        self._instruments: tuple[Instrument, ...] = ()
        self._chosen = SoundChoices()
        self._arrange()
        self.allow_synth("")
        self.show_soundfont("", "")
        self.soundfont_button.clicked.connect(self.choose_soundfont)
        self.installed_button.clicked.connect(self.use_installed)
        self.instrument.activated.connect(self.changed)
        for field in (self.channel, self.volume, self.reverb):
            field.valueChanged.connect(self.changed)

    @property
    def chosen(self) -> dict[str, int | float]:
        """The fields of SoundChoices that stand here."""
        index = self.instrument.currentIndex()
        known = 0 <= index < len(self._instruments)
        instrument = self._instruments[index] if known else self._chosen
        return {
            "bank": instrument.bank,
            "program": instrument.program,
            "channel": self.channel.value() - 1,
            "volume": self.volume.value() / _STEPS,
            "reverb": self.reverb.value() / _STEPS,
        }

    def show_choices(self, choices: SoundChoices) -> None:
        self._chosen = choices
        self.channel.setValue(choices.channel + 1)
        self.volume.setValue(round(choices.volume * _STEPS))
        self.reverb.setValue(round(choices.reverb * _STEPS))
        self._show_instrument()

    def show_instruments(self, instruments: Sequence[Instrument]) -> None:
        """What there is to choose from, in the order of banks and programs."""
        self._instruments = tuple(instruments)
        self._show_instrument()

    def show_soundfont(self, name: str, path: str, is_chosen: bool = False) -> None:
        """The SoundFont that sounds, and whether the user chose it or found it installed."""
        self.soundfont.setText(name or tr("none", "no SoundFont"))
        self.soundfont.setToolTip(path)
        set_reason(self.installed_button, _INSTALLED_TIP, "" if is_chosen else _IN_USE)

    def allow_synth(self, why_not: str) -> None:
        """Volume and reverb are those of the built-in synth; `why_not` where that is silent."""
        set_reason(self.volume, _VOLUME_TIP, why_not)
        set_reason(self.reverb, _REVERB_TIP, why_not)

    def show_busy(self, is_busy: bool) -> None:
        """A SoundFont is being tried."""
        set_reason(self.soundfont_button, _CHOOSE_TIP, _READING if is_busy else "")

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(1, 230)
        grid.setVerticalSpacing(ROW_GAP_PX)
        buttons = QHBoxLayout()
        buttons.setSpacing(ROW_GAP_PX)
        buttons.addWidget(self.soundfont_button)
        buttons.addWidget(self.installed_button)
        buttons.addStretch()
        grid.addWidget(QLabel(tr("SoundFont")), 0, 0)
        grid.addWidget(self.soundfont, 0, 1)
        grid.addLayout(buttons, 1, 1)
        rows: tuple[tuple[QWidget, str], ...] = (
            (self.instrument, tr("I&nstrument")),
            (self.channel, tr("C&hannel")),
            (self.volume, tr("&Volume")),
            (self.reverb, tr("&Reverb")),
        )
        for row, (field, text) in enumerate(rows, 2):
            grid.addWidget(label_for(field, text), row, 0)
            grid.addWidget(field, row, 1)

    @Slot()
    def _show_instrument(self) -> None:
        """Lists the instruments; a chosen one that is not among them stays, greyed out."""
        box, chosen = self.instrument, self._chosen
        places = [(i.bank, i.program) for i in self._instruments]
        box.clear()
        box.addItems([_named(instrument) for instrument in self._instruments])
        if (chosen.bank, chosen.program) in places:
            box.setCurrentIndex(places.index((chosen.bank, chosen.program)))
        elif places:
            number = _number(chosen.bank, chosen.program)
            box.addItem(tr("{name} (not there)", name=number))
            model = box.model()
            assert isinstance(model, QStandardItemModel)
            model.item(box.count() - 1).setEnabled(False)
            box.setCurrentIndex(box.count() - 1)
        set_reason(box, _INSTRUMENT_TIP, "" if places else _NO_SOUNDFONT)


def _slider() -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(0, _STEPS)
    slider.setPageStep(_STEPS // 10)
    return slider


def _number(bank: int, program: int) -> str:
    """As instruments count: from 1, and the bank only where there are several."""
    return f"{bank}/{program + 1}" if bank else f"{program + 1}"


def _named(instrument: Instrument) -> str:
    return f"{_number(instrument.bank, instrument.program)}  {tr(instrument.name)}"

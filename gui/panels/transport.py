"""Play, position, tempo and output."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QWidget

from core.music.meter import MeterMap
from core.music.song import DEFAULT_TEMPO, FASTEST_TEMPO, SLOWEST_TEMPO
from gui.icons import set_icon
from gui.panels.fields import label_for, set_reason, tool_button

_PLAY_TIP = "Hear the tune (Space)"
_STOP_TIP = "Stop playing (Space)"
_START_TIP = "Go back to the first bar (Ctrl+Home)"
_OUTPUT_TIP = "Where the tune is heard"
_NOTHING = "No output"
_NOTHING_TIP = (
    "There is nothing to play on: connect a MIDI instrument or start a software synth, and it "
    "appears here; or run 'make setup', which installs the built-in synth"
)


class TransportPanel(QWidget):
    """`play`, `to_start`, `tempo_chosen` (quarters a minute) and `output_chosen` (a name) ask."""

    play = Signal()
    to_start = Signal()
    tempo_chosen = Signal(float)
    output_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to_start_button = tool_button("To the start", _START_TIP)
        set_icon(self.to_start_button, "to-start")
        self.play_button = tool_button("Play", _PLAY_TIP)
        set_icon(self.play_button, "play")
        self._position = QLabel()
        self._position.setObjectName("position")
        self._position.setAccessibleName("Position")
        self._position.setToolTip("Bar and beat")
        self._position.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tempo = QDoubleSpinBox()
        self._tempo.setRange(SLOWEST_TEMPO, FASTEST_TEMPO)
        self._tempo.setDecimals(0)
        self._tempo.setToolTip("Quarter notes in a minute")
        self._tempo.setKeyboardTracking(False)
        self._output = QComboBox()
        self._output.setMinimumContentsLength(22)
        self._output.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._output.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.to_start_button, self.play_button, self._position):
            row.addWidget(part)
        row.addSpacing(16)
        row.addWidget(label_for(self._tempo, "Temp&o"))
        row.addWidget(self._tempo)
        row.addStretch(1)
        row.addWidget(label_for(self._output, "O&utput"))
        row.addWidget(self._output)

        self.show_tempo(DEFAULT_TEMPO)
        self.show_position(MeterMap(), 0.0)
        self.show_outputs((), "")
        self.play_button.clicked.connect(self.play)
        self.to_start_button.clicked.connect(self.to_start)
        self._tempo.valueChanged.connect(self.tempo_chosen)
        self._output.activated.connect(self._choose_output)

    def show_tempo(self, tempo: float) -> None:
        self._tempo.blockSignals(True)
        self._tempo.setDecimals(0 if tempo == round(tempo) else 2)
        self._tempo.setValue(tempo)
        self._tempo.blockSignals(False)

    def show_position(self, meters: MeterMap, tick: float) -> None:
        """Bar and beat of `tick`, both counted from 1; the upbeat is bar 0."""
        bar, position = meters.position(int(tick))
        beat = position // meters.meter_at(int(tick)).beat + 1
        text = f"{bar}.{beat}"
        if text != self._position.text():
            self._position.setText(text)

    def show_playing(self, is_playing: bool) -> None:
        set_icon(self.play_button, "stop" if is_playing else "play")
        self.play_button.setAccessibleName("Stop" if is_playing else "Play")
        self.play_button.setToolTip(_STOP_TIP if is_playing else _PLAY_TIP)

    def allow_play(self, why_not: str) -> None:
        if why_not or not self.play_button.isEnabled():
            set_reason(self.play_button, _PLAY_TIP, why_not)
        set_reason(self.to_start_button, _START_TIP, why_not)

    def show_outputs(self, names: Sequence[str], chosen: str) -> None:
        """Lists the outputs; a chosen one that is gone stays in the list, greyed out."""
        self._output.clear()
        self._output.addItems(list(names))
        if chosen and chosen not in names:
            self._output.addItem(f"{chosen} (not there)")
            model = self._output.model()
            assert isinstance(model, QStandardItemModel)
            model.item(self._output.count() - 1).setEnabled(False)
            self._output.setCurrentIndex(self._output.count() - 1)
        elif chosen:
            self._output.setCurrentText(chosen)
        else:
            self._output.setCurrentIndex(-1)
        self._output.setPlaceholderText("Choose an output" if names else _NOTHING)
        set_reason(self._output, _OUTPUT_TIP, "" if names else _NOTHING_TIP)

    @Slot()
    def _choose_output(self) -> None:
        self.output_chosen.emit(self._output.currentText())

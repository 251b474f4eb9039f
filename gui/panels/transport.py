"""Play, position, tempo and output."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QWidget

from core.music.meter import MeterMap
from core.music.song import DEFAULT_TEMPO, FASTEST_TEMPO, SLOWEST_TEMPO
from gui.icons import set_icon
from gui.panels.fields import label_for, roomy, set_reason, tool_button

_PLAY_TIP = "Hear the tune (Space)"
_STOP_TIP = "Stop playing (Space)"
_START_TIP = "Go back to the first bar (Ctrl+Home)"
_RECORD_NAMES = {
    "idle": "Record",
    "waiting": "Waiting for the first note; stop recording",
    "starting": "Counting in; stop recording",
    "recording": "Recording; stop it",
}
_RECORD_TIPS = {
    "idle": "Record what you play, from the playhead on (Ctrl+Shift+R)",
    "waiting": "Armed: time begins with your first note; press to leave it (Ctrl+Shift+R)",
    "starting": "Counting in; press to leave it (Ctrl+Shift+R)",
    "recording": "Recording; press to end it, what you played is kept (Ctrl+Shift+R)",
}
_OUTPUT_TIP = "Where the tune is heard"
_NOTHING = "No output"
_NOTHING_TIP = (
    "There is nothing to play on: connect a MIDI instrument or start a software synth, and it "
    "appears here; or run 'make setup', which installs the built-in synth"
)


class TransportPanel(QWidget):
    """`play`, `to_start`, `tempo_chosen` (quarters a minute) and `output_chosen` (a name) ask."""

    play = Signal()
    record = Signal()
    to_start = Signal()
    tempo_chosen = Signal(float)
    output_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to_start_button = tool_button("To the start", _START_TIP)
        set_icon(self.to_start_button, "to-start")
        self.play_button = tool_button("Play", _PLAY_TIP)
        set_icon(self.play_button, "play")
        self.record_button = tool_button("Record", _RECORD_TIPS["idle"])
        self.record_button.setObjectName("record")
        set_icon(self.record_button, "record")
        self.position = QLabel()
        self.position.setObjectName("position")
        self.position.setAccessibleName("Position")
        self.position.setToolTip("Bar and beat")
        self.position.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tempo = QDoubleSpinBox()
        self.tempo.setRange(SLOWEST_TEMPO, FASTEST_TEMPO)
        self.tempo.setDecimals(0)
        self.tempo.setToolTip("Quarter notes in a minute")
        self.tempo.setKeyboardTracking(False)
        roomy(self.tempo)
        self.output = QComboBox()
        self.output.setMinimumContentsLength(22)
        self.output.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.output.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.to_start_button, self.play_button, self.record_button, self.position):
            row.addWidget(part)
        row.addSpacing(16)
        row.addWidget(label_for(self.tempo, "Temp&o"))
        row.addWidget(self.tempo)
        row.addStretch(1)
        row.addWidget(label_for(self.output, "O&utput"))
        row.addWidget(self.output)

        self.show_tempo(DEFAULT_TEMPO)
        self.show_position(MeterMap(), 0.0)
        self.show_outputs((), "")
        self.play_button.clicked.connect(self.play)
        self.record_button.clicked.connect(self.record)
        self.to_start_button.clicked.connect(self.to_start)
        self.tempo.valueChanged.connect(self.tempo_chosen)
        self.output.activated.connect(self._choose_output)

    def show_tempo(self, tempo: float) -> None:
        self.tempo.blockSignals(True)
        self.tempo.setDecimals(0 if tempo == round(tempo) else 2)
        self.tempo.setValue(tempo)
        self.tempo.blockSignals(False)

    def show_position(self, meters: MeterMap, tick: float) -> None:
        """Bar and beat of `tick`, both counted from 1; the upbeat is bar 0."""
        bar, position = meters.position(int(tick))
        beat = position // meters.meter_at(int(tick)).beat + 1
        text = f"{bar}.{beat}"
        if text != self.position.text():
            self.position.setText(text)

    def show_playing(self, is_playing: bool) -> None:
        set_icon(self.play_button, "stop" if is_playing else "play")
        self.play_button.setAccessibleName("Stop" if is_playing else "Play")
        self.play_button.setToolTip(_STOP_TIP if is_playing else _PLAY_TIP)

    def show_recording(self, state: str) -> None:
        """'idle', 'waiting' for the first note, 'starting' behind a count-in, or 'recording'."""
        self.record_button.setProperty("state", state)
        self.record_button.style().polish(self.record_button)
        self.record_button.setAccessibleName(_RECORD_NAMES[state])
        self.record_button.setToolTip(_RECORD_TIPS[state])

    def allow_play(self, why_not: str) -> None:
        if why_not or not self.play_button.isEnabled():
            set_reason(self.play_button, _PLAY_TIP, why_not)
        set_reason(self.to_start_button, _START_TIP, why_not)

    def show_outputs(self, names: Sequence[str], chosen: str) -> None:
        """Lists the outputs; a chosen one that is gone stays in the list, greyed out."""
        self.output.clear()
        self.output.addItems(list(names))
        if chosen and chosen not in names:
            self.output.addItem(f"{chosen} (not there)")
            model = self.output.model()
            assert isinstance(model, QStandardItemModel)
            model.item(self.output.count() - 1).setEnabled(False)
            self.output.setCurrentIndex(self.output.count() - 1)
        elif chosen:
            self.output.setCurrentText(chosen)
        else:
            self.output.setCurrentIndex(-1)
        self.output.setPlaceholderText("Choose an output" if names else _NOTHING)
        set_reason(self.output, _OUTPUT_TIP, "" if names else _NOTHING_TIP)

    @Slot()
    def _choose_output(self) -> None:
        self.output_chosen.emit(self.output.currentText())

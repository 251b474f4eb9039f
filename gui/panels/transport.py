"""Play, position, tempo and output."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QLabel, QToolButton, QWidget

from core.music.meter import MeterMap
from core.music.tempo import FASTEST_TEMPO, SLOWEST_TEMPO, TempoMap
from core.words import Words, counted
from gui.language import tr
from gui.look.icons import set_icon
from gui.panels.fields import label_for, push_button, roomy, set_reason, tool_button

_PLAY_TIP = Words("Hear the tune (Space)")
_PAUSE_TIP = Words("Pause here (Space)")
_STOP_TIP = Words("Stop, and go back to where it began (Shift+Space)")
_START_TIP = Words("Go back to the first bar (Ctrl+Home)")
_RECORD_NAMES = {
    "idle": Words("Record"),
    "waiting": Words("Waiting for the first note; stop recording"),
    "starting": Words("Counting in; stop recording"),
    "recording": Words("Recording; stop it"),
}
_RECORD_TIPS = {
    "idle": Words("Record what you play, from the playhead on (Ctrl+Shift+R)"),
    "waiting": Words("Armed: time begins with your first note; press to leave it (Ctrl+Shift+R)"),
    "starting": Words("Counting in; press to leave it (Ctrl+Shift+R)"),
    "recording": Words("Recording; press to end it, what you played is kept (Ctrl+Shift+R)"),
}
_LOOP_TIP = Words("Play a stretch again and again (L); drag on the bar numbers to choose it")
_METRONOME_TIP = Words("Hear the beats (K)")
_TEMPO_TIP = Words("Quarter notes in a minute")
_TAP_TIP = Words("Tap the beat here, or with T, for a tempo")
_PANIC_TIP = Words(
    "Silence everything at once, also notes that hang in other instruments (Ctrl+Shift+X)"
)
_OUTPUT_TIP = Words("Where the tune is heard")
_SOUND_TIP = Words("Choose SoundFont, instrument, volume, reverb, inputs and timing (Ctrl+,)")
_FEWEST_LETTERS, _MOST_LETTERS = 8, 38
"""In the list of outputs: few in a narrow window, or with large letters."""
_NOTHING_TIP = Words(
    "There is nothing to play on: connect a MIDI instrument or start a software synth, and it "
    "appears here; or run 'make run' anew, which installs the built-in synth"
)


class TransportPanel(QWidget):
    """Each signal asks for what it is called; `tempo_chosen` brings quarters a minute,
    `output_chosen` a name."""

    play = Signal()
    stop = Signal()
    record = Signal()
    to_start = Signal()
    loop = Signal()
    metronome = Signal()
    tap = Signal()
    panic = Signal()
    tempo_chosen = Signal(float)
    output_chosen = Signal(str)
    sound = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to_start_button = tool_button(tr("To the start"), tr(_START_TIP))
        set_icon(self.to_start_button, "to-start")
        self.play_button = tool_button(tr("Play"), tr(_PLAY_TIP))
        set_icon(self.play_button, "play")
        self.stop_button = tool_button(tr("Stop"), tr(_STOP_TIP))
        set_icon(self.stop_button, "stop")
        self.loop_button = _switch(tr("Loop"), tr(_LOOP_TIP), "loop")
        self.metronome_button = _switch(tr("Metronome"), tr(_METRONOME_TIP), "metronome")
        self.tap_button = push_button(tr("Tap"), tr(_TAP_TIP))
        self.tap_button.setAccessibleName(tr("Tap the tempo"))
        self.panic_button = tool_button(tr("Silence everything"), tr(_PANIC_TIP))
        set_icon(self.panic_button, "panic")
        self.record_button = tool_button(tr(_RECORD_NAMES["idle"]), tr(_RECORD_TIPS["idle"]))
        self.record_button.setObjectName("record")
        set_icon(self.record_button, "record")
        self.position = QLabel()
        self.position.setObjectName("position")
        self.position.setAccessibleName(tr("Position"))
        self.position.setToolTip(tr("Bar and beat"))
        self.position.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tempo = QDoubleSpinBox()
        self.tempo.setRange(SLOWEST_TEMPO, FASTEST_TEMPO)
        self.tempo.setDecimals(0)
        self.tempo.setKeyboardTracking(False)
        roomy(self.tempo)
        self.output = QComboBox()
        self.output.setMinimumContentsLength(_FEWEST_LETTERS)
        self.output.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.output.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sound_button = tool_button(tr("Sound"), tr(_SOUND_TIP))
        set_icon(self.sound_button, "sliders")

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.to_start_button,
            self.play_button,
            self.stop_button,
            self.record_button,
            self.position,
            self.loop_button,
            self.metronome_button,
        ):
            row.addWidget(part)
        row.addSpacing(16)
        row.addWidget(label_for(self.tempo, tr("Temp&o")))
        row.addWidget(self.tempo)
        row.addWidget(self.tap_button)
        row.addStretch(1)
        row.addWidget(label_for(self.output, tr("O&utput")))
        row.addWidget(self.output, 1)
        self.output.setMaximumWidth(self.fontMetrics().averageCharWidth() * _MOST_LETTERS)
        row.addWidget(self.sound_button)
        row.addWidget(self.panic_button)

        self.show_tempo(TempoMap())
        self.show_position(MeterMap(), 0.0)
        self.show_outputs((), "")
        self.play_button.clicked.connect(self.play)
        self.stop_button.clicked.connect(self.stop)
        self.record_button.clicked.connect(self.record)
        self.loop_button.clicked.connect(self.loop)
        self.metronome_button.clicked.connect(self.metronome)
        self.tap_button.pressed.connect(self.tap)
        self.panic_button.clicked.connect(self.panic)
        self.to_start_button.clicked.connect(self.to_start)
        self.tempo.valueChanged.connect(self.tempo_chosen)
        self.output.activated.connect(self._choose_output)
        self.sound_button.clicked.connect(self.sound)

    def show_tempo(self, tempos: TempoMap) -> None:
        """The tempo at the beginning, and what it is to those behind it."""
        tempo, changes = tempos.first, len(tempos.changes) - 1
        tip = _TEMPO_TIP
        if changes:
            tip = counted(
                "Quarter notes in a minute at the beginning; {n:,} changes of tempo follow, and "
                "all get faster or slower in proportion",
                "Quarter notes in a minute at the beginning; {n:,} change of tempo follows, and "
                "all get faster or slower in proportion",
                changes,
            )
        self.tempo.setToolTip(tr(tip))
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
        set_icon(self.play_button, "pause" if is_playing else "play")
        self.play_button.setAccessibleName(tr("Pause") if is_playing else tr("Play"))
        self.play_button.setToolTip(tr(_PAUSE_TIP if is_playing else _PLAY_TIP))

    def show_loop(self, is_on: bool) -> None:
        self.loop_button.setChecked(is_on)

    def show_metronome(self, is_on: bool) -> None:
        self.metronome_button.setChecked(is_on)

    def show_recording(self, state: str) -> None:
        """'idle', 'waiting' for the first note, 'starting' behind a count-in, or 'recording'."""
        self.record_button.setProperty("state", state)
        self.record_button.style().polish(self.record_button)
        self.record_button.setAccessibleName(tr(_RECORD_NAMES[state]))
        self.record_button.setToolTip(tr(_RECORD_TIPS[state]))

    def allow_play(self, why_not: str) -> None:
        if why_not or not self.play_button.isEnabled():
            set_reason(self.play_button, _PLAY_TIP, why_not)
        set_reason(self.to_start_button, _START_TIP, why_not)

    def show_outputs(self, names: Sequence[str], chosen: str) -> None:
        """Lists the outputs; a chosen one that is gone stays in the list, greyed out."""
        self.output.clear()
        for name in names:
            self.output.addItem(_port_name(name), name)
        if chosen and chosen not in names:
            self.output.addItem(tr("{name} (not there)", name=_port_name(chosen)), chosen)
            model = self.output.model()
            assert isinstance(model, QStandardItemModel)
            model.item(self.output.count() - 1).setEnabled(False)
            self.output.setCurrentIndex(self.output.count() - 1)
        elif chosen:
            self.output.setCurrentIndex(names.index(chosen))
        else:
            self.output.setCurrentIndex(-1)
        self.output.setPlaceholderText(tr("Choose an output") if names else tr("No output"))
        set_reason(self.output, _OUTPUT_TIP, "" if names else _NOTHING_TIP)

    @Slot()
    def _choose_output(self) -> None:
        self.output_chosen.emit(self.output.currentData())


def _port_name(name: str) -> str:
    from core.sound.ports.naming import port_words  # there are no ports before the first picture

    return tr(port_words(name))


def _switch(name: str, tip: str, icon: str) -> QToolButton:
    button = tool_button(name, tip)
    button.setCheckable(True)
    set_icon(button, icon)
    return button

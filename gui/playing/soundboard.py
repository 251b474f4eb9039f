"""The Sound dialog, connected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.sound.choices import SoundChoices
from core.words import Words
from gui.files.asking import Asking
from gui.files.filters import ALL
from gui.language import tr
from gui.playing.hearing import Hearing
from gui.playing.measuring import Measuring
from gui.playing.playback import Playback
from gui.playing.sounding import Sound
from gui.playing.toning import Toning
from gui.window import Window

if TYPE_CHECKING:
    from gui.panels.sound import SoundDialog

_SOUNDFONTS = Words("SoundFonts (*.sf2 *.sf3 *.SF2 *.SF3)")
_NO_SYNTH = Words(
    "This belongs to the built-in synth: choose that as output, or set it at the MIDI instrument"
)


class Soundboard(QObject):
    """Opens the dialog, which is made when it is first asked for, and keeps it true.

    `made` brings the dialog when it is there.
    """

    made = Signal(object)

    def __init__(
        self,
        window: Window,
        sound: Sound,
        toning: Toning,
        hearing: Hearing,
        playback: Playback,
        asking: Asking,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._sound, self._toning = window, sound, toning
        self._hearing, self._playback, self._asking = hearing, playback, asking
        self.dialog: SoundDialog | None = None
        self._measuring = Measuring(sound, hearing, playback, self)
        window.transport.sound.connect(self.open)

    @Slot()
    def open(self) -> None:
        """Shows the dialog, or brings it to the front."""
        if self.dialog is None:
            self._make()
        QTimer.singleShot(0, self._show)  # to make it and to show it is much for one moment

    @Slot()
    def _show(self) -> None:
        if self.dialog is not None:
            self.dialog.show()
            self.dialog.activateWindow()

    def _make(self) -> None:
        from gui.panels.sound import SoundDialog

        self.dialog = dialog = SoundDialog(self._window)
        dialog.changed.connect(self._sound.choose)
        dialog.output.choose_soundfont.connect(self._choose_soundfont)
        dialog.input.measure.clicked.connect(lambda: self._measuring.open(dialog))
        dialog.output.use_installed.connect(self._toning.use_installed)
        self._sound.changed.connect(self._show_choices)
        self._toning.changed.connect(self._show_output)
        self._playback.outputs_changed.connect(self._show_output)
        self._hearing.changed.connect(self._show_inputs)
        self._show_choices(self._sound.choices)
        self._show_output()
        self._show_inputs()
        self.made.emit(dialog)

    @Slot()
    def _choose_soundfont(self) -> None:
        soundfont = self._toning.soundfont
        folder = str(soundfont.parent) if soundfont is not None else ""
        kinds = f"{tr(_SOUNDFONTS)};;{tr(ALL)}"
        path = self._asking.file_to_open(tr("Choose a SoundFont"), folder, kinds)
        if path is not None:
            self._toning.choose(path)

    @Slot(object)
    def _show_choices(self, choices: SoundChoices) -> None:
        if self.dialog is not None and self.dialog.choices != choices:
            self.dialog.show_choices(choices)

    @Slot()
    def _show_output(self) -> None:
        from core.sound.ports.naming import SYNTH
        from core.sound.synth.generalmidi import GENERAL_MIDI

        if self.dialog is None:
            return
        toning, group = self._toning, self.dialog.output
        is_synth = self._playback.output in ("", SYNTH)
        group.show_instruments(toning.instruments if is_synth else GENERAL_MIDI)
        path = toning.soundfont
        group.show_soundfont(path.name if path else "", str(path or ""), toning.is_own)
        group.allow_synth("" if is_synth else tr(_NO_SYNTH))
        group.show_busy(toning.is_busy)

    @Slot()
    def _show_inputs(self) -> None:
        if self.dialog is not None:
            self.dialog.input.show_inputs(self._hearing.inputs)

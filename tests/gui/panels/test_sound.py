"""The Sound dialog, and what it asks of the player."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from core.settings import Settings
from core.sound.choices import SoundChoices, Tone
from core.sound.ports.naming import SYNTH
from core.sound.reports import OutputOpened, Outputs
from core.sound.synth.generalmidi import GENERAL_MIDI
from gui.panels.sound import SoundDialog
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakePlayer, FakeUser
from tests.sound.synth.fonts import INSTRUMENTS, write_soundfont


@pytest.fixture
def font(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is installed."""
    path = write_soundfont(tmp_path / "installed.sf2")
    monkeypatch.setenv("CANTILENA_SOUNDFONT", str(path))
    return path


def opened(studio: Studio, qtbot: QtBot) -> SoundDialog:
    studio.actions["sound"].trigger()
    dialog = studio.soundboard.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.isVisible() and not studio.toning.is_busy)
    return dialog


def tones(player: FakePlayer) -> list[Tone]:
    return [asked[1] for asked in player.asked if isinstance(asked, tuple) and asked[0] == "tone"]


def names(box: QComboBox) -> list[str]:
    return [box.itemText(index) for index in range(box.count())]


def test_the_dialog_opens_by_key_and_button_and_leaves_the_window_usable(
    font: Path, studio: Studio, qtbot: QtBot
) -> None:
    studio.window.transport.sound_button.click()
    dialog = opened(studio, qtbot)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.output.soundfont.text() == font.name
    assert names(dialog.output.instrument) == [
        f"1  {INSTRUMENTS[0].name}",
        "74  Loud square",
        "3/1  X",
    ]


def test_each_field_is_a_choice_that_comes_back(
    font: Path, open_studio: Open, qtbot: QtBot
) -> None:
    assert font
    studio = open_studio(Settings())
    dialog = opened(studio, qtbot)
    output, own, timing = dialog.output, dialog.input, dialog.timing
    output.instrument.setCurrentIndex(2)
    output.instrument.activated.emit(2)
    output.channel.setValue(4)
    output.volume.setValue(20)
    output.reverb.setValue(90)
    own.thru.setChecked(False)
    own.own_ports.setChecked(True)
    own.latency.setValue(12.5)
    timing.metronome.setChecked(True)
    timing.count_in.setValue(2)
    timing.swing.setValue(33)
    timing.sends_clock.setChecked(True)
    timing.follows_clock.setChecked(True)
    chosen = SoundChoices(
        volume=0.2,
        reverb=0.9,
        bank=3,
        program=0,
        channel=3,
        thru=False,
        latency_seconds=0.0125,
        virtual_port=True,
        metronome=True,
        count_in=2,
        swing=0.33,
        sends_clock=True,
        follows_clock=True,
    )
    assert studio.sound.choices == chosen
    again = opened(open_studio(Settings(sound=chosen)), qtbot)
    fields = again.output.chosen | again.input.chosen | again.timing.chosen
    assert SoundChoices(**fields) == chosen  # type: ignore[arg-type]
    assert again.output.instrument.currentText() == "3/1  X"


def test_what_is_chosen_elsewhere_is_shown(font: Path, studio: Studio, qtbot: QtBot) -> None:
    assert font
    dialog = opened(studio, qtbot)
    studio.sound.choose(SoundChoices(volume=0.1, metronome=True, count_in=1))
    assert dialog.output.volume.value() == 10
    assert dialog.timing.metronome.isChecked()
    assert dialog.timing.count_in.text() == "1 bar"


def test_volume_and_reverb_go_to_the_player_at_once(
    font: Path, studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    assert font
    dialog = opened(studio, qtbot)
    dialog.output.volume.setValue(30)
    assert tones(player)[-1] == Tone(volume=0.3)
    dialog.output.reverb.setValue(0)
    assert tones(player)[-1] == Tone(volume=0.3, reverb=0.0)
    count = len(tones(player))
    dialog.timing.metronome.setChecked(True)
    assert len(tones(player)) == count, "the synth has nothing to do with it"


def test_a_soundfont_is_chosen_tried_and_remembered_and_given_back(
    font: Path, studio: Studio, player: FakePlayer, user: FakeUser, tmp_path: Path, qtbot: QtBot
) -> None:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    dialog = opened(studio, qtbot)
    own = write_soundfont(tmp_path / "own.sf2", INSTRUMENTS[:1])
    user.to_open = own
    dialog.output.soundfont_button.click()
    assert dialog.output.soundfont_button.toolTip() == "Wait until the SoundFont is read"
    qtbot.waitUntil(lambda: not studio.toning.is_busy, timeout=10_000)
    assert studio.sound.choices.soundfont == str(own)
    assert tones(player)[-1] == Tone(str(own))
    assert dialog.output.soundfont.text() == "own.sf2"
    assert names(dialog.output.instrument) == ["1  Square"]
    dialog.output.installed_button.click()
    qtbot.waitUntil(lambda: not studio.toning.is_busy)
    assert studio.sound.choices.soundfont == ""
    assert tones(player)[-1] == Tone()
    assert dialog.output.soundfont.text() == font.name


def test_a_file_that_is_no_soundfont_changes_nothing_and_is_told_in_a_sentence(
    font: Path, studio: Studio, player: FakePlayer, user: FakeUser, tmp_path: Path, qtbot: QtBot
) -> None:
    assert font
    dialog = opened(studio, qtbot)
    user.to_open = tmp_path / "text.sf2"
    user.to_open.write_text("no SoundFont")
    before = tones(player)
    dialog.output.soundfont_button.click()
    qtbot.waitUntil(lambda: not studio.toning.is_busy)
    assert "text.sf2' is no SoundFont" in studio.window.message.sentence
    assert (studio.sound.choices, tones(player)) == (SoundChoices(), before)
    assert dialog.output.soundfont.text() == font.name


def test_a_soundfont_that_is_gone_stays_chosen_while_the_installed_one_plays(
    font: Path, open_studio: Open, player: FakePlayer, tmp_path: Path, qtbot: QtBot
) -> None:
    gone = tmp_path / "gone.sf2"
    choices = SoundChoices(soundfont=str(gone), volume=0.4)
    studio = open_studio(Settings(sound=choices))
    qtbot.waitUntil(lambda: not studio.toning.is_busy)
    assert "There is no SoundFont" in studio.window.message.sentence
    assert tones(player) == [Tone(volume=0.4)]
    assert studio.toning.soundfont == font
    assert studio.sound.choices == choices
    write_soundfont(gone)
    studio = open_studio(Settings(sound=choices))
    qtbot.waitUntil(lambda: not studio.toning.is_busy)
    assert tones(player)[-1] == Tone(str(gone), volume=0.4)


def test_a_midi_port_has_the_names_of_general_midi_and_a_volume_of_its_own(
    font: Path, studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    assert font
    dialog = opened(studio, qtbot)
    player.reports += [Outputs(("Keys", SYNTH)), OutputOpened(SYNTH)]
    qtbot.waitUntil(lambda: studio.playback.output == SYNTH)
    assert dialog.output.volume.isEnabled()
    studio.playback.choose_output("Keys")
    assert names(dialog.output.instrument)[73] == f"74  {GENERAL_MIDI[73].name}"
    assert not dialog.output.volume.isEnabled()
    assert "choose that as output" in dialog.output.reverb.toolTip()


def test_an_instrument_that_is_not_there_stays_chosen(
    font: Path, open_studio: Open, qtbot: QtBot
) -> None:
    assert font
    studio = open_studio(Settings(sound=SoundChoices(bank=8, program=4)))
    dialog = opened(studio, qtbot)
    assert dialog.output.instrument.currentText() == "8/5 (not there)"
    dialog.output.volume.setValue(11)
    assert (studio.sound.choices.bank, studio.sound.choices.program) == (8, 4)


def test_without_any_soundfont_the_dialog_says_what_to_do(
    open_studio: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.sound.synth.soundfont.find_soundfont", lambda: None)
    dialog = opened(open_studio(Settings()), qtbot)
    assert dialog.output.soundfont.text() == "none"
    assert not dialog.output.instrument.isEnabled()
    assert "choose one, or install one" in dialog.output.instrument.toolTip()
    assert dialog.output.soundfont_button.isEnabled()


def test_inputs_are_listed_and_a_chosen_one_that_is_gone_is_greyed_out(
    font: Path, studio: Studio, qtbot: QtBot
) -> None:
    assert font
    group = opened(studio, qtbot).input
    assert not group.input.isEnabled()
    assert "connect a keyboard" in group.input.toolTip()
    studio.hearing.inputs = ("Keys", "Pads")
    studio.hearing.changed.emit()
    assert names(group.input) == ["none", "Keys", "Pads"]
    group.input.setCurrentIndex(2)
    group.input.activated.emit(2)
    assert studio.sound.choices.input == "Pads"
    studio.hearing.inputs = ("Keys",)
    studio.hearing.changed.emit()
    assert group.input.currentText() == "Pads (not there)"
    assert studio.sound.choices.input == "Pads"

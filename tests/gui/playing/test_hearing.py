from dataclasses import replace

from pytestqt.qtbot import QtBot

from core.settings import Settings
from core.sound.choices import SoundChoices
from core.sound.playing.schedule import note_off, note_on
from core.sound.reports import InputLost, InputOpened, Inputs, Received
from core.words import Words
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakePlayer


def test_what_was_chosen_is_asked_for_before_the_player_starts(
    open_studio: Open, player: FakePlayer
) -> None:
    choices = SoundChoices(input="Keys:out", thru=False, virtual_port=True)
    open_studio(Settings(sound=choices))
    expected = [("own ports", True), ("thru", False), ("open input", "Keys:out")]
    assert player.asked[:3] == expected
    assert player.asked.index("start") > 2


def test_only_what_changes_is_asked_for(studio: Studio, player: FakePlayer) -> None:
    player.asked.clear()
    studio.sound.choose(replace(studio.sound.choices, input="Keys:out"))
    studio.sound.choose(replace(studio.sound.choices, thru=False))
    assert player.asked == [("open input", "Keys:out"), ("thru", False)]


def test_inputs_are_known_and_one_under_a_new_number_is_remembered_so(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    studio.sound.choose(replace(studio.sound.choices, input="Keys 24:0"))
    player.asked.clear()
    player.reports += [Inputs(("Keys 28:0",)), InputOpened("Keys 28:0")]
    qtbot.waitUntil(lambda: studio.hearing.opened == "Keys 28:0")
    assert studio.hearing.inputs == ("Keys 28:0",)
    assert studio.sound.choices.input == "Keys 28:0"
    assert not player.asked


def test_a_lost_input_is_told_and_stays_chosen(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    studio.sound.choose(replace(studio.sound.choices, input="Keys"))
    player.reports += [InputOpened("Keys"), InputLost(Words("The input 'Keys' is gone."))]
    qtbot.waitUntil(lambda: "'Keys'" in studio.window.message.sentence)
    assert studio.hearing.opened == ""
    assert studio.sound.choices.input == "Keys"


def test_what_is_played_lights_the_piano_until_the_input_goes(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    shown: list[frozenset[int]] = []
    studio.playback.sounding_changed.connect(shown.append)
    player.reports += [Received(note_on(60, 80), 1.0, None), Received(note_on(64, 80), 1.0, None)]
    qtbot.waitUntil(lambda: shown == [frozenset({60, 64})])
    player.reports.append(Received(note_off(60), 1.0, None))
    qtbot.waitUntil(lambda: shown[-1] == frozenset({64}))
    player.reports.append(InputLost(Words("It is gone.")))
    qtbot.waitUntil(lambda: shown[-1] == frozenset())

from core.sound.ear import Ear
from core.sound.playing.manner import Manner
from core.sound.playing.schedule import note_off, note_on
from core.sound.protocol import Alive, OfferOwnPorts, OpenInput, OpenOutput, Reply, Send, SetThru
from core.sound.reports import Failed, InputLost, InputOpened, Inputs, Received
from core.words import Words
from tests.sound.fakes import sounding_after
from tests.sound.inlets import FakeInlets, FakeInput, FakeStage

GONE = InputLost(Words("The input 'keys' is gone; connect it again."))


class Room:
    """An ear with all that is around it; `rung` counts the wake-ups."""

    def __init__(self, *names: str) -> None:
        self.inlets = FakeInlets.of(*names)
        self.stage = FakeStage()
        self.told: list[Reply] = []
        self.rung = 0
        self.led: list[tuple[bytes, float]] = []
        self.ear = Ear(self.inlets, self.stage, self.told.append, self.ring, self.lead)
        self.ear.look()

    def ring(self) -> None:
        self.rung += 1

    def lead(self, message: bytes, seconds: float) -> None:
        self.led.append((message, seconds))

    def reports(self) -> list[Reply]:
        told: list[Reply] = [reply for reply in self.told if not isinstance(reply, Alive)]
        self.told.clear()
        return told

    def open(self, name: str = "keys") -> FakeInput:
        self.ear.obey(OpenInput(name))
        self.reports()
        return self.inlets.inputs[name]


def test_inputs_are_listed_at_the_start_and_at_every_change() -> None:
    room = Room("keys")
    room.ear.look()
    room.inlets.inputs["pads"] = FakeInput("pads")
    room.ear.look()
    assert room.reports() == [Inputs(("keys",)), Inputs(("keys", "pads"))]


def test_what_is_played_sounds_and_is_told_with_its_moment_and_place() -> None:
    room = Room("keys")
    room.open().play(note_on(60, 70, 3), note_off(60, 3), seconds=7.0)
    assert room.rung == 1
    room.ear.hear()
    assert room.stage.sent == [note_on(60, 70), note_off(60)]
    assert room.reports() == [
        Received(note_on(60, 70, 3), 7.0, 70.0),
        Received(note_off(60, 3), 7.0, 70.0),
    ]


def test_messages_of_the_system_are_no_music_but_may_lead_it() -> None:
    room = Room("keys")
    room.open().play(b"\xf8", b"\xfe", b"\xf0\x01\xf7", b"\xfa", seconds=3.0)
    room.ear.hear()
    assert [message for message, seconds in room.led if seconds == 3.0] == [
        *(b"\xf8", b"\xfe", b"\xf0\x01\xf7", b"\xfa")
    ]
    assert not room.stage.sent
    assert not room.reports()


def test_what_is_held_ends_when_the_port_is_lost_and_sounds_again_when_it_is_back() -> None:
    room = Room("keys")
    room.open().play(note_on(60, 70), note_on(64, 70), b"\xb0\x40\x7f")
    room.ear.hear()
    keys = room.inlets.inputs.pop("keys")
    room.ear.look()
    assert not sounding_after(room.stage.sent)
    assert room.stage.sent[-1] == b"\xb0\x40\x00"
    assert keys.is_closed
    assert room.reports()[-2:] == [Inputs(()), GONE]
    room.inlets.inputs["keys"] = FakeInput("keys")
    room.ear.look()
    assert room.reports() == [Inputs(("keys",)), InputOpened("keys")]


def test_an_input_that_comes_back_under_another_number_is_opened() -> None:
    room = Room("Synth:keys 24:0")
    room.open("Synth:keys 24:0")
    room.inlets.inputs = {"Synth:keys 28:0": FakeInput("Synth:keys 28:0")}
    room.ear.look()
    assert room.reports()[-1] == InputOpened("Synth:keys 28:0")


def test_an_input_that_is_not_there_yet_is_waited_for_in_silence() -> None:
    room = Room()
    room.ear.obey(OpenInput("keys"))
    assert room.reports() == [Inputs(()), InputOpened("")]
    room.inlets.inputs["keys"] = FakeInput()
    room.ear.look()
    assert room.reports() == [Inputs(("keys",)), InputOpened("keys")]


def test_a_dead_server_under_an_input_loses_it() -> None:
    room = Room("keys")
    room.open().is_alive = False
    room.ear.look()
    assert room.reports() == [GONE]


def test_an_input_that_refuses_is_not_tried_again_and_again() -> None:
    room = Room("keys")
    room.inlets.refuses = True
    room.ear.obey(OpenInput("keys"))
    room.ear.look()
    assert room.inlets.opened == ["keys"]
    assert Failed(Words("The input 'keys' cannot be opened.")) in room.reports()
    room.ear.obey(OpenInput("keys"))
    assert room.inlets.opened == ["keys", "keys"]


def test_without_thru_it_is_told_only_and_what_was_held_ends() -> None:
    room = Room("keys")
    keys = room.open()
    keys.play(note_on(60, 70))
    room.ear.hear()
    room.ear.obey(SetThru(False))
    assert room.stage.sent == [note_on(60, 70), note_off(60)]
    keys.play(note_off(60), note_on(62, 70))
    room.ear.hear()
    assert len(room.stage.sent) == 2
    assert len(room.reports()) == 3


def test_a_port_that_gives_back_what_it_is_given_is_not_passed_on() -> None:
    room = Room("Midi Through:Midi Through Port-0 14:0")
    room.open("Midi Through:Midi Through Port-0 14:0").play(note_on(60, 70))
    room.ear.hear()
    assert not room.stage.sent
    assert room.reports() == [Received(note_on(60, 70), 0.0, 0.0)]


def test_keys_of_the_window_are_told_as_well() -> None:
    room = Room()
    room.ear.obey(Send(note_on(60, 88), 2.0))
    assert room.reports()[1:] == [Received(note_on(60, 88), 2.0, 20.0)]


def test_another_output_finds_nothing_held_on_the_first() -> None:
    room = Room("keys")
    room.open().play(note_on(60, 70), b"\xb0\x40\x7f")
    room.ear.hear()
    room.ear.obey(OpenOutput("another"))
    assert room.stage.sent[2:] == [note_off(60), b"\xb0\x40\x00"]


def test_ports_of_our_own_are_offered_on_request() -> None:
    room = Room()
    room.ear.obey(OfferOwnPorts(True))
    assert room.inlets.offers_own_port


def test_another_input_ends_what_the_first_held_and_no_input_hears_nothing() -> None:
    room = Room("keys", "pads")
    room.open().play(note_on(60, 70))
    room.ear.hear()
    room.ear.obey(OpenInput("pads"))
    assert room.inlets.inputs["keys"].is_closed
    assert not sounding_after(room.stage.sent)
    room.ear.obey(OpenInput(""))
    assert room.reports()[-1] == InputOpened("")
    assert room.inlets.inputs["pads"].is_closed
    room.ear.hear()


def test_closing_ends_what_is_held() -> None:
    room = Room("keys")
    room.open().play(note_on(60, 70))
    room.ear.hear()
    room.ear.close()
    assert not sounding_after(room.stage.sent)
    assert room.inlets.inputs["keys"].is_closed


def test_a_channel_changed_under_a_held_key_ends_the_note_where_it_began() -> None:
    room = Room("keys")
    keys = room.open()
    keys.play(note_on(60, 70))
    room.ear.hear()
    room.stage.manner = Manner(channel=4)
    keys.play(note_off(60), note_on(62, 70), note_off(62))
    room.ear.hear()
    assert room.stage.sent == [note_on(60, 70), note_off(60), note_on(62, 70, 4), note_off(62, 4)]

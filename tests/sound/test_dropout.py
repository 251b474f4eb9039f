"""An output that loses messages: what ended is ended again."""

import pytest

from core.sound.engine import Engine
from core.sound.playing.schedule import note_off, note_on
from core.sound.protocol import OpenOutput, Panic, Send
from tests.sound.fakes import FakeClock, FakeOutlets, FakeOutput


@pytest.fixture
def output() -> FakeOutput:
    return FakeOutput("lossy")


@pytest.fixture
def engine(output: FakeOutput) -> Engine:
    engine = Engine(FakeOutlets({"lossy": output}), lambda _: None, FakeClock())
    engine.look()
    output.dropouts = 3  # from before it was opened
    engine.obey(OpenOutput("lossy"))
    for pitch in (60, 62):
        engine.obey(Send(note_on(pitch, 80)))
    engine.obey(Send(note_off(60)))
    output.sent.clear()
    return engine


def test_nothing_is_ended_twice_where_nothing_was_lost(engine: Engine, output: FakeOutput) -> None:
    engine.look()
    assert output.sent == []


def test_after_a_loss_only_silent_notes_are_ended_again(engine: Engine, output: FakeOutput) -> None:
    output.dropouts += 1
    engine.look()
    assert output.sent == [note_off(60)]
    engine.look()
    assert output.sent == [note_off(60)]


def test_a_loss_just_after_the_last_look_is_made_good(engine: Engine, output: FakeOutput) -> None:
    engine.look()
    output.dropouts += 1
    engine.look()
    assert output.sent == [note_off(60)]


def test_old_endings_are_left_alone(engine: Engine, output: FakeOutput) -> None:
    engine.look()
    engine.look()
    output.dropouts += 1
    engine.look()
    assert output.sent == []


def test_what_is_lost_of_a_silencing_is_sent_again(engine: Engine, output: FakeOutput) -> None:
    engine.obey(Panic())
    engine.obey(Send(note_on(64, 80)))
    output.sent.clear()
    output.dropouts += 1
    engine.look()
    everything = {note_off(pitch, channel) for pitch in range(128) for channel in range(16)}
    assert set(output.sent) == everything - {note_off(64)}


def test_what_is_lost_in_closing_is_ended_again(
    engine: Engine, output: FakeOutput, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose() -> None:
        output.dropouts += 1

    monkeypatch.setattr(output, "drain", lose)
    engine.close()
    assert output.sent == [note_off(62), note_off(60), note_off(62)]
    assert output.is_closed

"""Outputs of the engine: chosen, opened anew, lost, and none at all."""

import pytest

from core.sound.choices import Tone
from core.sound.engine import Engine
from core.sound.playing.schedule import note_on
from core.sound.protocol import (
    OPENING_PATIENCE_SECONDS,
    PATIENCE_SECONDS,
    Alive,
    OpenOutput,
    Reply,
    Send,
    SetTone,
    Stop,
)
from core.sound.reports import Failed, OutputLost, OutputOpened, Outputs, Started, Stopped
from core.sound.troubles import NOTHING_OPEN, NOTHING_THERE
from core.words import Words
from tests.sound.fakes import FakeClock, FakeOutlets, FakeOutput, is_note_on, sounding_after
from tests.sound.stage import Stage, play


def test_another_output_goes_on_where_the_first_left_off(stage: Stage) -> None:
    stage.obey(play())
    stage.wait(1.2)
    stage.obey(OpenOutput("second"))
    stage.wait(10)
    assert stage.first.is_closed
    assert [m[1] for m in stage.second.sent if is_note_on(m)] == [62, 63]
    assert stage.second.sent[:2] == [b"\xb0\x00\x00", b"\xc0\x00"]
    assert stage.reports() == [Started(0), OutputOpened("second"), Stopped(4 * 480)]


def test_the_open_output_is_opened_anew_on_request(stage: Stage) -> None:
    """The device may have been unplugged and plugged in again without anybody noticing."""
    stage.obey(play())
    stage.wait(1.2)
    stage.obey(OpenOutput("first"))
    assert stage.first.is_closed
    assert not sounding_after(stage.first.sent)
    stage.wait(10)
    assert stage.reports() == [Started(0), OutputOpened("first"), Stopped(4 * 480)]
    again = stage.outlets.opened[-1]
    assert [m[1] for m in again.sent if is_note_on(m)] == [62, 63]


def test_an_open_output_that_cannot_be_opened_anew_is_lost(stage: Stage) -> None:
    stage.obey(play())
    stage.wait(1.2)
    del stage.outlets.outputs["first"]
    stage.obey(OpenOutput("first"))
    assert [type(report) for report in stage.reports()] == [Started, OutputLost, Stopped]


def test_an_output_that_cannot_be_opened_changes_nothing(stage: Stage) -> None:
    stage.obey(play())
    stage.wait(1.2)
    stage.obey(OpenOutput("third"))
    stage.wait(10)
    assert isinstance(stage.reports()[1], Failed)
    assert [m[1] for m in stage.first.sent if is_note_on(m)] == [60, 61, 62, 63]


@pytest.mark.parametrize("fault", ["unplugged", "dead", "refusing"])
def test_a_lost_output_stops_the_song(fault: str, stage: Stage) -> None:
    stage.obey(play())
    stage.wait(0.2)
    if fault == "unplugged":
        del stage.outlets.outputs["first"]
    stage.first.is_alive = fault != "dead"
    stage.first.is_broken = fault == "refusing"
    stage.wait(1)
    stage.engine.look()
    kinds = [type(report) for report in stage.reports() if not isinstance(report, Outputs)]
    assert kinds == [Started, OutputLost, Stopped]
    assert stage.engine.due_seconds() is None
    stage.obey(play())
    assert stage.reports()[-1] == Failed(NOTHING_OPEN)


def test_changes_of_the_list_are_told_once(stage: Stage) -> None:
    stage.engine.look()
    assert stage.reports() == []
    stage.outlets.outputs["third"] = FakeOutput("third")
    stage.engine.look()
    stage.engine.look()
    assert stage.reports() == [Outputs(("first", "second", "third"))]


def test_interfaces_are_not_tried_again_during_a_song(stage: Stage) -> None:
    before = stage.outlets.renewals
    stage.obey(play())
    stage.engine.look()
    assert stage.outlets.renewals == before
    stage.obey(Stop())
    stage.engine.look()
    assert stage.outlets.renewals == before + 1


def test_without_an_output_nothing_moves_and_a_sentence_says_why() -> None:
    clock, replies = FakeClock(), list[Reply]()
    outlets = FakeOutlets({})
    engine = Engine(outlets, replies.append, clock)
    engine.look()
    engine.obey(play())
    engine.obey(Send(note_on(60, 80)))
    assert replies == [Outputs(()), Failed(NOTHING_THERE), Failed(NOTHING_THERE)]
    outlets.outputs["late"] = FakeOutput("late")
    engine.look()
    engine.obey(play())
    assert replies[3:] == [Outputs(("late",)), Failed(NOTHING_OPEN)]
    assert engine.due_seconds() is None


def test_a_tone_is_handed_on_and_one_of_no_use_is_told() -> None:
    stage = Stage()
    stage.obey(SetTone(Tone(volume=0.2)), SetTone(Tone("broken.sf2")))
    assert stage.outlets.tones == [Tone(volume=0.2)]
    assert stage.reports() == [Failed(Words("'broken.sf2' is no SoundFont."))]
    patience = [reply.patience_seconds for reply in stage.replies if isinstance(reply, Alive)]
    assert patience == 2 * [OPENING_PATIENCE_SECONDS, PATIENCE_SECONDS]

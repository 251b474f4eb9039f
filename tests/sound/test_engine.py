"""What the engine plays, and that it ends every note."""

from random import Random

import pytest

from core.music.tempo import TempoMap
from core.sound.engine import (
    HEAD_START_SECONDS,
    TOO_LATE_SECONDS,
)
from core.sound.playing.schedule import note_off, note_on
from core.sound.protocol import (
    Alive,
    Command,
    OpenOutput,
    Ping,
    Running,
    Seek,
    Send,
    SetTempos,
    Stop,
)
from core.sound.reports import Started, Stopped
from tests.sound.fakes import FakeOutput, is_note_on, sounding_after
from tests.sound.stage import Stage, play


def test_a_song_plays_from_start_to_end(stage: Stage) -> None:
    stage.obey(play())
    stage.wait(10)
    assert stage.reports() == [Started(0), Stopped(4 * 480)]
    assert [m[1] for m in stage.first.sent if is_note_on(m)] == [60, 61, 62, 63]
    assert not sounding_after(stage.first.sent)
    assert stage.running() == Running()


def test_the_first_note_comes_after_the_head_start(stage: Stage) -> None:
    stage.obey(play())
    stage.wait(HEAD_START_SECONDS - 0.001)
    assert not any(map(is_note_on, stage.first.sent))
    stage.wait(0.001)
    assert any(map(is_note_on, stage.first.sent))


@pytest.mark.parametrize("command", [Stop(), Seek(960), play(), OpenOutput("second")])
def test_what_sounds_is_ended_by(command: Command, stage: Stage) -> None:
    stage.obey(play())
    stage.wait(1.2)
    assert sounding_after(stage.first.sent) == {(0, 61): 1}
    stage.obey(command)
    assert not sounding_after(stage.first.sent)


def test_stop_tells_where(stage: Stage) -> None:
    stage.obey(play())
    stage.wait(HEAD_START_SECONDS + 1.5)
    stage.obey(Stop())
    assert stage.reports() == [Started(0), Stopped(720)]
    stage.obey(Stop())
    assert stage.reports()[2:] == []


def test_seek_goes_on_elsewhere_at_the_same_tempo(stage: Stage) -> None:
    stage.obey(play(), SetTempos(TempoMap.constant(120)))
    stage.wait(0.2)
    stage.first.sent.clear()
    stage.obey(Seek(960))
    stage.wait(HEAD_START_SECONDS + 0.501)
    instrument = [b"\xb0\x00\x00", b"\xc0\x00"]
    expected = [note_off(60), *instrument, note_on(62, 88), note_off(62), note_on(63, 88)]
    assert stage.first.sent == expected
    assert Started(960) in stage.reports()


def test_seek_without_playing_does_nothing(stage: Stage) -> None:
    stage.obey(Seek(960), SetTempos(TempoMap.constant(90)))
    assert stage.replies == []


def test_a_change_of_tempo_while_playing_moves_only_what_is_to_come(stage: Stage) -> None:
    stage.obey(play())
    stage.wait(HEAD_START_SECONDS + 0.5)
    stage.obey(SetTempos(TempoMap.constant(120)))
    assert stage.engine.due_seconds() == pytest.approx(stage.clock.seconds + 0.25)
    running = stage.running()
    assert running.timeline is not None
    assert running.timeline.tick_at(stage.clock.seconds) == pytest.approx(240)


def test_a_pressed_key_sounds_until_it_is_released(stage: Stage) -> None:
    stage.obey(Send(note_on(72, 100)))
    assert sounding_after(stage.first.sent) == {(0, 72): 1}
    stage.obey(Send(note_off(72)))
    assert stage.first.sent == [note_on(72, 100), note_off(72)]


def test_closing_ends_pressed_keys_and_the_song(stage: Stage) -> None:
    stage.obey(play(), Send(note_on(72, 100)))
    stage.wait(0.2)
    assert len(sounding_after(stage.first.sent)) == 2
    stage.engine.close()
    assert not sounding_after(stage.first.sent)
    assert stage.first.is_closed
    assert stage.engine.due_seconds() is None


def test_an_output_of_a_process_that_died_is_hushed(stage: Stage) -> None:
    stage.obey(OpenOutput("second", hush=True))
    assert {m[1] for m in stage.second.sent if m[0] == 0x80} == set(range(128))
    assert b"\xb0\x7b\x00" in stage.second.sent


def test_after_a_long_halt_the_rest_is_not_played_in_one_burst(stage: Stage) -> None:
    stage.obey(play())
    stage.wait(0.2)
    stage.clock.seconds += 2.5
    stage.engine.perform()
    assert [m[1] for m in stage.first.sent if is_note_on(m)] == [60, 61]
    due = stage.clock.seconds + 1
    assert stage.engine.due_seconds() == pytest.approx(due)
    stage.clock.seconds = due + TOO_LATE_SECONDS / 2
    stage.engine.perform()
    assert stage.engine.due_seconds() == pytest.approx(due + 1)


def test_a_ping_is_answered_and_opening_asks_for_patience(stage: Stage) -> None:
    stage.obey(Ping())
    assert stage.replies == [Alive()]
    stage.obey(OpenOutput("second"))
    patience = [r.patience_seconds for r in stage.replies if isinstance(r, Alive)]
    assert patience[1] > patience[2] == patience[0]


def test_the_process_is_spent_once_a_library_is_broken_and_nothing_plays(stage: Stage) -> None:
    stage.obey(play())
    assert not stage.engine.is_spent
    stage.outlets.is_spoilt = True
    assert not stage.engine.is_spent
    stage.obey(Stop())
    assert stage.engine.is_spent


@pytest.mark.parametrize("seed", range(20))
def test_whatever_happens_every_note_is_ended(seed: int) -> None:
    random, stage = Random(seed), Stage()
    for _ in range(200):
        pitch, tick = random.randrange(58, 66), random.randrange(2400)
        commands: list[Command] = [
            play(tick),
            Stop(),
            Seek(tick),
            SetTempos(TempoMap.constant(random.uniform(20, 400))),
            Send(note_on(pitch, random.randrange(128))),
            Send(note_off(pitch)),
            OpenOutput(random.choice(["first", "second", "third"]), random.random() < 0.1),
        ]
        stage.obey(random.choice(commands))
        stage.wait(random.expovariate(3))
        name = random.choice(["first", "second"])
        if random.random() < 0.1:
            stage.outlets.outputs.pop(name, None)
        elif name not in stage.outlets.outputs:
            stage.outlets.outputs[name] = FakeOutput(name)
        stage.engine.look()
    stage.engine.close()
    assert len(stage.outlets.opened) > 1
    for output in stage.outlets.opened:
        assert output.is_closed
        assert not sounding_after(output.sent)

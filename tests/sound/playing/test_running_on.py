"""Time that runs on behind the end of a song, and no longer when it shall not."""

from dataclasses import replace

from core.sound.protocol import RunOn
from core.sound.reports import Stopped
from tests.sound.stage import Stage, play


def is_stopped(stage: Stage) -> bool:
    return any(isinstance(report, Stopped) for report in stage.reports())


def test_a_song_that_plays_may_learn_to_run_on(stage: Stage) -> None:
    stage.obey(play())
    stage.wait(3)
    stage.obey(RunOn(True))
    stage.wait(60)
    assert not is_stopped(stage)
    timeline = stage.running().timeline
    assert timeline is not None
    assert timeline.course.tick_at(timeline.tick_at(stage.clock.seconds)) > 60 * 480


def test_what_ran_on_ends_with_the_song_again_or_at_once(stage: Stage) -> None:
    stage.obey(replace(play(), runs_on=True))
    stage.wait(2)
    stage.obey(RunOn(False))
    stage.wait(1.9)
    assert not is_stopped(stage)
    stage.wait(0.2)
    assert is_stopped(stage)
    stage.replies.clear()
    stage.obey(replace(play(), runs_on=True))
    stage.wait(30)
    assert not is_stopped(stage)
    stage.obey(RunOn(False))
    stage.wait(0)
    assert is_stopped(stage)


def test_where_nothing_plays_nothing_happens(stage: Stage) -> None:
    stage.obey(RunOn(True))
    stage.wait(1)
    assert stage.reports() == []

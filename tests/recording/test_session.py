from core.music.melody import Melody, Note
from core.music.meter import MeterMap
from core.music.span import Span
from core.recording.performance import Performance
from core.recording.quantisation import Quantisation
from core.recording.session import Session
from tests.recording.test_stroke import off, on

AS_PLAYED = Quantisation()
TUNE = Melody((Note(0, 480, 60), Note(480, 480, 62)), 960)


def session(start: int = 0, punch: Span | None = None, base: Melody = TUNE) -> Session:
    return Session(Performance(base, MeterMap(), start, start, (), punch))


def test_a_key_that_is_down_grows_with_time() -> None:
    made = session(base=Melody())
    made.hear(on(64), 10.4)
    made.move(100.2)
    assert made.performance.melody(AS_PLAYED).notes == (Note(10, 90, 64, 80),)
    made.hear(off(64), 130)
    made.move(500)
    assert made.performance.melody(AS_PLAYED).notes == (Note(10, 120, 64, 80),)
    assert made.performance.end == 500


def test_keys_that_were_held_up_on_their_way_and_came_all_at_once_are_all_there() -> None:
    made = session(base=Melody())
    for pitch in (70, 50, 73, 66):
        made.hear(on(pitch), 10.4)
        made.hear(off(pitch), 10.4)
    notes = made.performance.melody(AS_PLAYED).notes
    assert [(note.onset, note.pitch) for note in notes] == [(10, 70), (11, 50), (12, 73), (13, 66)]


def test_time_turns_with_the_loop() -> None:
    made = session(0, Span(0, 960))
    for tick in (300.0, 600.0, 900.0, 20.0, 700.0, 10.0):
        made.move(tick)
    assert made.now == 2 * 960 + 10
    made.hear(on(70), 40)
    made.hear(off(70), 60)
    assert made.performance.strokes[0].onset == 2 * 960 + 40


def test_only_what_lies_behind_in_every_grid_is_settled() -> None:
    by, made = Quantisation(240), session(base=Melody())
    made.hear(on(64), 470)
    made.hear(off(64), 478)
    for tick in range(478, 1500):
        made.move(tick)
        settled = made.settled(by)
        assert settled.melody(by).end <= tick
    assert settled.strokes == made.performance.strokes


def test_the_tune_below_may_change_and_what_was_played_can_be_forgotten() -> None:
    made = session()
    made.hear(on(70), 200)
    made.hear(off(70), 300)
    made.rebase(Melody())
    assert made.performance.melody(AS_PLAYED).notes == (Note(200, 100, 70, 80),)
    made.forget()
    assert made.notes_begun == 0
    assert made.performance.melody(AS_PLAYED) == Melody()

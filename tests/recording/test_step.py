from hypothesis import given
from hypothesis import strategies as st

from core.music.melody import Melody, Note
from core.recording.step import step, step_back


def test_keys_rests_and_back() -> None:
    melody, tick = step(Melody(), 0, 240, 60, 80)
    melody, tick = step(melody, tick, 480, None, 80)
    melody, tick = step(melody, tick, 240, 62, 90)
    assert melody == Melody((Note(0, 240, 60, 80), Note(720, 240, 62, 90)), 960)
    assert tick == 960
    melody, tick = step_back(melody, tick, 120)
    assert (melody, tick) == (Melody((Note(0, 240, 60, 80),), 720), 720)
    melody, tick = step_back(melody, tick, 480)
    assert (melody, tick) == (Melody((Note(0, 240, 60, 80),), 240), 240)
    assert step_back(*step_back(melody, tick, 480), 480) == (Melody(), 0)


def test_a_step_within_the_tune_takes_the_place_of_what_is_there() -> None:
    tune = Melody((Note(0, 480, 60), Note(480, 480, 62), Note(960, 480, 64)), 1440)
    melody, tick = step(tune, 480, 240, 70, 80)
    assert melody.notes == (Note(0, 480, 60), Note(480, 240, 70, 80), Note(960, 480, 64))
    assert step_back(melody, tick, 240) == (Melody((tune.notes[0], tune.notes[2]), 1440), 480)


@given(st.lists(st.tuples(st.sampled_from((60, 240, 480)), st.none() | st.integers(0, 127))))
def test_every_step_can_be_taken_back(steps: list[tuple[int, int | None]]) -> None:
    melody, tick = Melody(), 0
    for length, pitch in steps:
        written, end = step(melody, tick, length, pitch, 64)
        assert written.end == end == tick + length
        assert step_back(written, end, length) == (melody, tick)
        melody, tick = written, end

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.melody import Melody, Note
from core.music.meter import MeterMap
from core.music.song import Song
from core.music.span import Span
from core.music.tempo import TempoMap
from core.recording.performance import Performance, seed_from_notes, unfolded
from core.recording.quantisation import Quantisation
from core.recording.stroke import Stroke
from tests.music.strategies import melodies, meter_maps
from tests.recording.strategies import played, quantisations

AS_PLAYED = Quantisation()
BAR = 1920
TUNE = Melody(tuple(Note(tick, 480, 60) for tick in range(0, 2 * BAR, 480)), 2 * BAR)
LOOP = Span(480, 1440)


def performance(
    *spans: tuple[float, float, int],
    base: Melody = TUNE,
    start: int = 0,
    end: float = 0,
    punch: Span | None = None,
    overdubs: bool = False,
) -> Performance:
    strokes = tuple(Stroke(onset, stop, pitch, 80) for onset, stop, pitch in spans)
    return Performance(base, MeterMap(), start, end, strokes, punch, overdubs)


def shown(melody: Melody) -> list[tuple[int, int, int]]:
    return [(note.onset, note.end, note.pitch) for note in melody]


def test_what_is_recorded_takes_the_place_of_the_tune_from_start_to_stop() -> None:
    made = performance((500, 700, 70), start=480, end=1430).melody(AS_PLAYED)
    assert shown(made)[:3] == [(0, 480, 60), (500, 700, 70), (1440, 1920, 60)]
    assert made.end == TUNE.end


def test_where_nothing_was_played_nothing_changes() -> None:
    assert performance(start=480, end=1430).melody(AS_PLAYED) == TUNE
    assert performance(start=480, end=9000, punch=LOOP).melody(AS_PLAYED) == TUNE


def test_a_key_a_little_before_the_start_is_meant_for_the_start() -> None:
    made = performance((465.5, 700, 70), (300, 310, 71), start=480, end=800)
    assert shown(made.melody(AS_PLAYED))[1] == (480, 700, 70)
    assert made.played(AS_PLAYED) == (Note(480, 220, 70, 80),)


def test_only_the_range_of_the_loop_is_recorded() -> None:
    made = performance((0, 100, 70), (500, 600, 71), end=1440, punch=LOOP).melody(AS_PLAYED)
    assert shown(made)[:3] == [(0, 480, 60), (500, 600, 71), (1440, 1920, 60)]


def test_each_pass_replaces_what_the_one_before_left() -> None:
    second = 500 + 960 + 200
    made = performance((500, 600, 71), (second, second + 50, 72), end=2400, punch=LOOP)
    assert shown(made.melody(AS_PLAYED))[1:3] == [(700, 750, 72), (1440, 1920, 60)]
    stopped = replace(made, end=second + 100)
    assert shown(stopped.melody(AS_PLAYED))[1:3] == [(700, 750, 72), (1440, 1920, 60)]


def test_a_pass_that_was_stopped_replaces_as_far_as_it_went() -> None:
    late = 1000 + 0.0
    made = performance((late, 1100, 71), (1460, 1500, 72), end=1480, punch=LOOP)
    assert shown(made.melody(AS_PLAYED))[1:3] == [(500, 540, 72), (1000, 1100, 71)]


def test_each_pass_adds_to_the_one_before() -> None:
    second = 500 + 960 + 200
    made = performance(
        (500, 600, 71), (second, second + 50, 72), end=2400, punch=LOOP, overdubs=True
    )
    assert (500, 600, 71) in shown(made.melody(AS_PLAYED))
    assert (700, 750, 72) in shown(made.melody(AS_PLAYED))


def test_a_key_just_before_the_loop_turns_is_meant_for_its_beginning() -> None:
    held = performance((1430, 1700, 72), end=2400, punch=LOOP).melody(AS_PLAYED)
    assert (480, 740, 72) in shown(held)
    released = performance((1400, 1430, 72), end=2400, punch=LOOP).melody(AS_PLAYED)
    assert (1400, 1430, 72) in shown(released)


def test_a_note_held_over_the_turn_ends_with_the_loop() -> None:
    made = performance((1000, 1700, 72), end=2400, punch=LOOP).melody(AS_PLAYED)
    assert (1000, 1440, 72) in shown(made)


def test_the_loop_must_not_lie_before_the_start() -> None:
    with pytest.raises(ValueError, match="recorded"):
        performance(start=1440, punch=LOOP)


@given(st.integers(0, 20), st.integers(0, 959), st.integers(-700, 230))
def test_a_tick_of_the_loop_is_found_in_its_pass(passes: int, tick: int, error: int) -> None:
    within = LOOP.begin + tick
    whole = within + passes * 960
    assert unfolded(within, LOOP, whole + error) == whole
    assert unfolded(tick / 960 * 479, LOOP, whole) == tick / 960 * 479
    assert unfolded(within, None, whole) == within


@given(played(), st.integers(0, 4000))
def test_the_offset_is_exact(strokes: tuple[Stroke, ...], eighths: int) -> None:
    latency = eighths / 8
    strokes = tuple(  # on eighths of a tick, where sums of floats are exact
        replace(stroke, onset=round(8 * stroke.onset) / 8, end=round(8 * stroke.end + 8) / 8)
        for stroke in strokes
    )
    punctual = Performance(Melody(), MeterMap(), 0, 20_000, strokes)
    late = tuple(stroke.moved(latency) for stroke in strokes)
    corrected = replace(punctual, strokes=late, latency=latency)
    assert corrected.melody(AS_PLAYED) == punctual.melody(AS_PLAYED)


def test_late_strokes_are_as_late_at_every_tempo() -> None:
    tempos = TempoMap(((0, 60.0), (960, 120.0)))
    late = (Stroke(490.0, 700.0, 60, 80), Stroke(980.0, 1200.0, 62, 80))
    told = Performance(Melody(), MeterMap(), 0, 2000, late, latency=10.0, tempos=tempos)
    assert [note.onset for note in told.melody(AS_PLAYED)] == [480, 960]
    looped = replace(told, punch=Span(480, 1440), start=480, strokes=(late[1].moved(960),))
    assert [note.onset for note in looped.melody(AS_PLAYED)] == [960]


@given(
    melodies(),
    played(),
    quantisations(),
    meter_maps(),
    st.booleans(),
    st.integers(0, 900),
    st.none() | st.builds(Span, st.integers(0, 800), st.integers(901, 4000)),
)
def test_it_is_always_a_melody_and_the_tune_outside_the_range_stays(
    base: Melody,
    strokes: tuple[Stroke, ...],
    by: Quantisation,
    meters: MeterMap,
    overdubs: bool,
    start: int,
    punch: Span | None,
) -> None:
    made = Performance(base, meters, start, 9600.0, strokes, punch, overdubs, 0.0, 20.0)
    melody = made.melody(by)
    begin = start if punch is None else max(start, punch.begin)
    assert {note for note in base if note.end <= begin} <= set(melody.notes)
    assert set(made.played(by)) | set(base.notes) >= {
        note for note in melody.notes if note.onset >= begin
    }
    if punch is not None:
        behind = [note for note in base if note.onset >= punch.end]
        assert [note for note in melody if note.onset >= punch.end] == behind


def test_what_was_played_becomes_the_seed_from_its_first_bar_on() -> None:
    notes = (Note(BAR + 480, 240, 64), Note(2 * BAR, 480, 65))
    seed = seed_from_notes(Song(TUNE, tempos=TempoMap.constant(77.0), seed_end=960), notes)
    assert shown(seed.melody) == [(480, 720, 64), (BAR, BAR + 480, 65)]
    assert seed.seed_end == seed.melody.end == BAR + 480
    assert seed.tempo == 77.0
    slowing = Song(TUNE, tempos=TempoMap(((0, 77.0), (BAR, 60.0), (9 * BAR, 50.0))))
    assert seed_from_notes(slowing, notes).tempos == TempoMap.constant(60.0)
    assert seed_from_notes(slowing, TUNE.notes).tempos == slowing.tempos
    assert seed_from_notes(seed, ()) == seed

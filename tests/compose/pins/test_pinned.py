from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compose.continuation import continue_song
from core.compose.controls import Controls
from core.compose.pins.pin import Pin
from core.compose.pins.pinned import Led, lead_song, redraw_song
from core.errors import UserError
from core.model.blend import blend
from core.model.bundle import open_model
from core.model.family import Model
from core.model.library import CLASSIC_MODEL, DEFAULT_MODEL, bundled_models
from core.music.key import A_MINOR, C_MAJOR, Key
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import Meter, MeterMap, meter_from_text
from core.music.song import Song
from core.music.text import melody_from_text
from tests.model.tunes import melodies, tiny_model, tiny_note_model

BAR = 4 * QUARTER
SEED = Song(Melody((Note(0, 480, 60), Note(480, 240, 64), Note(720, 240, 67)), 960), key=C_MAJOR)
SCALE = Melody(tuple(Note(480 * n, 480, 60 + n) for n in range(16)), 4 * BAR)
TUNE = Song(SCALE, key=C_MAJOR, seed_end=BAR)
MODELS = tiny_note_model(), tiny_model()
both = pytest.mark.parametrize("model", MODELS, ids=["note", "grid"])


def led(steps: Iterator[float | Led]) -> Led:
    *shares, found = steps
    assert all(isinstance(share, float) and 0 <= share <= 1 for share in shares)
    assert isinstance(found, Led)
    return found


@st.composite
def pins(draw: st.DrawFn, begin: int, end: int) -> list[Pin]:
    """Pins that do not overlap, on a grid or off it."""
    step = draw(st.sampled_from((30, 40, 70, 120, 240)))
    found: list[Pin] = []
    tick = begin
    for _ in range(draw(st.integers(1, 5))):
        onset = tick + step * draw(st.sampled_from((0, 1, 2, 4, 13)))
        duration = step * draw(st.integers(1, 8))
        if onset + duration > end:
            break
        keeps_pitch, keeps_rhythm = draw(st.sampled_from(((1, 1), (1, 0), (0, 1), (0, 0))))
        pitch = draw(st.integers(36, 90))
        found.append(
            Pin(onset, duration if keeps_rhythm else None, pitch if keeps_pitch else None, 99)
        )
        tick = onset + max(duration, 30)
    rest = end - tick
    return found if rest == 0 or rest >= 30 else found[:-1]


def assert_kept(pinned: list[Pin], melody: Melody) -> None:
    notes = {note.onset: note for note in melody}
    for pin in pinned:
        note = notes[pin.onset]
        assert note.pitch == (note.pitch if pin.pitch is None else pin.pitch)
        assert note.duration == (pin.duration or note.duration)
        assert note.velocity == pin.velocity


@settings(max_examples=80)
@given(st.data(), st.sampled_from(MODELS), st.integers(0, 2**31 - 1), st.integers(1, 4))
def test_every_pin_is_kept_and_the_tune_ends_exactly(
    data: st.DataObject, model: Model, random_seed: int, particles: int
) -> None:
    bars = data.draw(st.integers(2, 4))
    meter = data.draw(st.sampled_from((Meter(4, 4), Meter(3, 4), Meter(5, 8))))
    pickup = data.draw(st.sampled_from((0, 160, 240)))
    seed = replace(SEED, meters=MeterMap.constant(meter, pickup), key=Key(-3))
    end = seed.meters.end_of(bars)
    pinned = data.draw(pins(960, end))
    found = led(lead_song(model, seed, Controls(1.0, bars, random_seed), pinned, particles))
    melody = found.song.melody
    assert melody.end == end
    assert melody.notes[-1].end == end
    assert melody.notes[:3] == seed.melody.notes
    assert_kept(pinned, melody)
    assert 0 <= found.effective <= found.particles + 1e-9


@settings(max_examples=80)
@given(st.data(), st.sampled_from(MODELS), melodies(step=40, most=12), st.integers(0, 99))
def test_before_and_after_a_selection_nothing_changes(
    data: st.DataObject, model: Model, melody: Melody, random_seed: int
) -> None:
    notes = tuple(replace(n, velocity=1 + n.onset % 127) for n in melody)
    song = Song(Melody(notes, melody.end + 40), seed_end=data.draw(st.integers(0, melody.end)))
    begin = data.draw(st.integers(0, song.melody.end - 1))
    end = data.draw(st.integers(begin + 1, song.melody.end))
    steps = redraw_song(model, song, Controls(random_seed=random_seed), begin, end, particles=2)
    try:
        found = led(steps)
    except UserError:
        sounding = max((n.end for n in notes if n.onset < begin), default=0)
        last = max((n.end for n in notes if begin <= n.onset < end), default=0)
        assert max(end, last) - max(begin, sounding) < 30
        return
    before = tuple(note for note in notes if note.onset < begin)
    behind = tuple(note for note in notes if note.onset >= end)
    assert found.song.melody.notes[: len(before)] == before
    assert found.song.melody.notes[len(found.song.melody) - len(behind) :] == behind
    assert found.song.melody.end == song.melody.end
    assert found.song.seed_end <= song.seed_end


@both
def test_without_pins_it_is_the_plain_tune(model: Model) -> None:
    controls = Controls(bars=4, random_seed=7)
    continuation = continue_song(model, SEED, controls)
    found = led(lead_song(model, SEED, controls))
    assert found.song == continuation.song(continuation)
    assert (found.particles, found.effective, found.effective_end) == (1, 1, 1)


@both
def test_the_same_random_seed_gives_the_same_tune_and_another_another(model: Model) -> None:
    def tune(random_seed: int) -> Melody:
        controls = Controls(bars=4, random_seed=random_seed)
        pinned = [Pin(2 * BAR, 480, 67), Pin(3 * BAR, None, 64)]
        return led(lead_song(model, SEED, controls, pinned, 4)).song.melody

    assert tune(1) == tune(1)
    assert len({tune(random_seed) for random_seed in range(4)}) == 4


@both
def test_each_random_seed_redraws_the_selection_otherwise(model: Model) -> None:
    middles = {
        led(redraw_song(model, TUNE, Controls(random_seed=n), BAR, 2 * BAR)).song.melody
        for n in range(4)
    }
    assert len(middles) == 4


@both
def test_a_pin_may_lie_in_the_selection(model: Model) -> None:
    pin = Pin(BAR + 480, 480, 72)
    found = led(redraw_song(model, TUNE, Controls(), BAR, 2 * BAR, [pin]))
    assert_kept([pin], found.song.melody)
    with pytest.raises(UserError, match="beyond the end"):
        led(redraw_song(model, TUNE, Controls(), BAR, 2 * BAR, [Pin(3 * BAR, 480)]))


@both
def test_the_last_bars_end_the_tune_as_wished(model: Model) -> None:
    found = led(redraw_song(model, TUNE, Controls(ending="tonic"), 2 * BAR, 4 * BAR))
    assert found.song.melody.notes[-1].end == 4 * BAR
    assert found.song.melody.notes[-1].pitch % 12 == 0


def test_at_temperature_0_one_is_enough() -> None:
    found = led(lead_song(MODELS[0], SEED, Controls(0.0, bars=4), [Pin(2 * BAR, 480, 67)]))
    assert found.particles == 1


def test_what_lies_beyond_the_range_is_no_error_behind_a_selection() -> None:
    song = Song(Melody((Note(0, BAR, 60), Note(BAR, BAR, 60), Note(2 * BAR, BAR, 84)), 3 * BAR))
    controls = Controls(lowest=58, highest=65)
    found = led(redraw_song(MODELS[0], song, controls, BAR, 2 * BAR))
    drawn = found.song.melody.notes[1:-1]
    assert all(58 <= note.pitch <= 65 for note in drawn)


def test_a_note_that_fills_the_whole_selection_leaves_nothing_to_draw() -> None:
    song = Song(Melody((Note(0, 2 * BAR, 60),), 2 * BAR), key=A_MINOR)
    with pytest.raises(UserError, match="select a bar"):
        led(redraw_song(MODELS[0], song, Controls(), BAR, BAR + 480))


@pytest.mark.slow
@pytest.mark.parametrize("path", [DEFAULT_MODEL, CLASSIC_MODEL], ids=["note", "grid"])
def test_the_more_are_drawn_at_once_the_better_they_lead_to_the_pins(path: Path) -> None:
    model = open_model(path)
    seed = Song(melody_from_text("d4 e4 f#4/8 g4 a4/4 | f#4/2"), key=Key(2))
    begin = seed.melody.end

    def surprise(particles: int) -> float:
        """Mean bits of notes that other tunes have in the same place."""
        found = []
        for random_seed in range(24):
            other = continue_song(model, seed, Controls(random_seed=random_seed + 1000))
            pin = Pin.of(next(note for note in other if note.onset >= 3 * BAR))
            steps = lead_song(model, seed, Controls(random_seed=random_seed), [pin], particles)
            tune = led(steps)
            new = (note for note in tune.song.melody if note.onset >= begin)
            costs = dict(zip((note.onset for note in new), tune.bits, strict=True))
            found.append(min(costs[pin.onset], 20.0))
        return mean(found)

    assert surprise(16) < surprise(1) - 1


@pytest.mark.slow
@pytest.mark.parametrize(
    "model",
    [
        *(pytest.param(path, id=path.stem) for path in bundled_models()),
        pytest.param((DEFAULT_MODEL, bundled_models()[-1]), id="blend"),
    ],
)
@pytest.mark.parametrize("meter", ["4/4", "6/8", "5/8"])
def test_every_model_meets_its_pins_in_any_meter(
    model: Path | tuple[Path, Path], meter: str
) -> None:
    made = (
        blend(open_model(model[0]), open_model(model[1]), 0.5)
        if isinstance(model, tuple)
        else open_model(model)
    )
    meters = MeterMap.constant(meter_from_text(meter))
    seed = Song(melody_from_text("g4/8 a4 b4 c5"), meters, Key(1))
    fourth, sixth = (meters.bar_onset(bar) for bar in (4, 6))
    pinned = [Pin(fourth, 240, 74, 99), Pin(fourth + 240, None, 66, 99), Pin(sixth, 480, None, 99)]
    found = led(lead_song(made, seed, Controls(bars=8), pinned, 8))
    assert_kept(pinned, found.song.melody)
    assert found.song.melody.end == found.song.melody.notes[-1].end == meters.end_of(8)
    again = led(redraw_song(made, found.song, Controls(random_seed=2), fourth, sixth, particles=8))
    assert [n for n in again.song.melody if not fourth <= n.onset < sixth] == [
        n for n in found.song.melody if not fourth <= n.onset < sixth
    ]

"""Models that do not want to go where they shall."""

from collections.abc import Callable

import numpy as np
import pytest

from core.compose.controls import Controls
from core.compose.pins.pin import Pin
from core.compose.pins.pinned import Led, lead_song, redraw_song
from core.compose.pins.route import narrowed
from core.model.family import Choices, Cursor, Frame, Logits, Model
from core.music.key import C_MAJOR
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import MeterMap
from core.music.song import Song
from tests.model.tunes import tiny_model, tiny_note_model

BAR = 4 * QUARTER
SEED = Song(Melody((Note(0, 480, 60), Note(480, 480, 64)), 960), key=C_MAJOR)
FRAME = Frame(MeterMap(), "major", BAR)
MODELS: tuple[Callable[[], Model], ...] = (tiny_note_model, tiny_model)
both = pytest.mark.parametrize("make", MODELS, ids=["note", "grid"])


def test_what_is_left_of_the_logits_keeps_its_proportions() -> None:
    logits = np.log([0.1, 0.2, 0.3, 0.4])
    left, mass = narrowed(logits, np.array([True, False, True, False]))
    assert np.exp(left).tolist() == pytest.approx([0.1, 0, 0.3, 0])
    assert mass == pytest.approx(np.log(0.4))
    everything = np.ones(4, np.bool_)
    assert narrowed(logits, everything) == (logits, 0.0)


def test_what_is_impossible_is_all_the_same() -> None:
    left, mass = narrowed(np.array([0.0, -np.inf, -np.inf]), np.array([False, True, True]))
    assert left.tolist() == [-np.inf, 0, 0]
    assert mass == -np.inf


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Callable[[Model, Callable[[Choices], Logits]], None]:
    """Makes a model hold nothing for possible but what a function of its choices leaves finite."""

    def change(model: Model, opinion: Callable[[Choices], Logits]) -> None:
        cursor = type(model.cursor(Melody(), FRAME))
        logits = cursor.logits

        def changed(self: Cursor) -> Logits:
            said = logits(self)
            if self.decision < 0:
                return said
            wanted = said + opinion(self.choices())
            return wanted if np.isfinite(wanted).any() else said

        monkeypatch.setattr(cursor, "logits", changed)

    return change


def led(model: Model, *pins: Pin, controls: Controls) -> Led:
    *_, found = lead_song(model, SEED, controls, pins, 4)
    assert isinstance(found, Led)
    return found


@both
def test_a_model_that_only_says_rest_meets_its_pins_and_says_so(
    make: Callable[[], Model],
    says: Callable[[Model, Callable[[Choices], Logits]], None],
) -> None:
    model = make()

    def rest(choices: Choices) -> Logits:
        return np.where(choices.sounds, -np.inf, 0.0)

    says(model, rest)
    pins = Pin(BAR, 480, 67), Pin(2 * BAR + 480, None, 65), Pin(3 * BAR, 960)
    found = led(model, *pins, controls=Controls(bars=4))
    notes = {note.onset: note for note in found.song.melody}
    assert notes[BAR] == Note(BAR, 480, 67)
    assert notes[2 * BAR + 480].pitch == 65
    assert notes[3 * BAR].duration == 960
    assert found.song.melody.end == 4 * BAR
    assert found.effective == 0
    assert any("impossible" in notice for notice in found.notices)


@both
def test_all_probability_masked_away_still_ends(
    make: Callable[[], Model],
    says: Callable[[Model, Callable[[Choices], Logits]], None],
) -> None:
    model = make()

    def lowest(choices: Choices) -> Logits:
        """Only its shortest length and its lowest note."""
        values = choices.pitches if choices.durations is None else choices.durations
        return np.where((values == values[values >= 0].min()), 0.0, -np.inf)

    says(model, lowest)
    controls = Controls(bars=4, lowest=72, highest=72)
    found = led(model, Pin(BAR + 100, 700, 72), Pin(3 * BAR, None, 72), controls=controls)
    assert found.song.melody.end == 4 * BAR
    assert {BAR + 100, 3 * BAR} <= {note.onset for note in found.song.melody}


@both
def test_a_selection_before_what_the_model_holds_for_impossible(make: Callable[[], Model]) -> None:
    """A note far beyond what the model knows, off its grid, and a rest at the end."""
    song = Song(Melody((*SEED.melody.notes, Note(BAR + 7, 1001, 127)), 2 * BAR))
    *_, found = redraw_song(make(), song, Controls(), 960, BAR, particles=4)
    assert isinstance(found, Led)
    assert found.song.melody.notes[-1] == Note(BAR + 7, 1001, 127)
    assert found.song.melody.end == 2 * BAR

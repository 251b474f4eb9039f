import numpy as np
import pytest

from core.errors import UserError
from core.model.bundle import open_model
from core.model.event import Event, events_from_melody
from core.model.family import Cursor, Frame, Model
from core.model.grid.model import GridModel
from core.model.grid.symbols import EDGE, HOLD, REST, symbols_from_melody
from core.model.library import CLASSIC_MODEL
from core.music.melody import QUARTER, SIXTEENTH, Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from tests.model.tunes import TUNES, tiny_model

MODEL = tiny_model()
BAR = 4 * QUARTER
FRAME = Frame(MeterMap(), "major", 2 * BAR)


def allowed(cursor: Cursor) -> set[str]:
    return {MODEL.names[place] for place in np.flatnonzero(np.isfinite(cursor.logits()))}


def choose(cursor: Cursor, *names: str) -> list[Note | None]:
    return [cursor.choose(MODEL.names.index(name)) for name in names]


def test_a_model_of_the_grid_is_a_model() -> None:
    model: Model = MODEL
    assert not model.card.is_from_elsewhere


def test_the_last_note_of_the_seed_cannot_be_prolonged_but_a_rest_can() -> None:
    note = Note(0, QUARTER, 60)
    assert HOLD not in allowed(MODEL.cursor(Melody((note,), QUARTER), FRAME))
    assert HOLD in allowed(MODEL.cursor(Melody((note,), 2 * QUARTER), FRAME))
    assert HOLD not in allowed(MODEL.cursor(Melody(), FRAME))


def test_the_end_comes_when_the_frame_is_full_and_not_before() -> None:
    cursor = MODEL.cursor(Melody(), FRAME)
    assert EDGE not in allowed(cursor)
    choose(cursor, "60", *[HOLD] * 31)
    assert allowed(cursor) == {EDGE}
    assert not cursor.is_done
    assert choose(cursor, EDGE) == [Note(0, 2 * BAR, 60)]
    assert cursor.is_done


def test_the_last_beat_sounds() -> None:
    cursor = MODEL.cursor(Melody(), FRAME)
    choose(cursor, REST, *[HOLD] * 26)
    assert {REST, HOLD} < allowed(cursor)
    choose(cursor, HOLD)
    assert not {REST, HOLD} & allowed(cursor)
    choose(cursor, "60")
    assert HOLD in allowed(cursor)
    assert REST not in allowed(cursor)


def test_a_note_is_given_out_when_the_next_event_begins() -> None:
    cursor = MODEL.cursor(Melody(), FRAME)
    given = choose(cursor, "60", HOLD, "62", REST, HOLD, "64")
    assert given == [None, None, Note(0, 240, 60), Note(240, 120, 62), None, None]


def test_decisions_are_counted_from_the_start_of_the_tune() -> None:
    cursor = MODEL.cursor(Melody((Note(0, QUARTER, 60),), QUARTER), FRAME)
    assert cursor.decision == 4
    choose(cursor, "60")
    assert cursor.decision == 5


def test_a_fork_goes_its_own_way() -> None:
    cursor = MODEL.cursor(TUNES[0].until(BAR), FRAME)
    choose(cursor, "60", HOLD)
    twin = cursor.fork()
    before = cursor.logits()
    choose(twin, "72", "71", "70")
    np.testing.assert_array_equal(cursor.logits(), before)
    assert cursor.decision == twin.decision - 3


def test_it_hears_the_seed_as_if_it_had_chosen_it() -> None:
    melody = TUNES[1].until(BAR)
    cursor = MODEL.cursor(Melody(), FRAME)
    choose(cursor, *symbols_from_melody(melody))
    chosen, heard = cursor.logits(), MODEL.cursor(melody, FRAME).logits()
    both = np.isfinite(chosen) & np.isfinite(heard)
    assert both.sum() > 30
    np.testing.assert_array_equal(chosen[both], heard[both])


@pytest.mark.parametrize("tune", TUNES)
def test_events_that_are_given_later_are_heard_as_in_the_seed(tune: Melody) -> None:
    frame = Frame(MeterMap(), "major", tune.end + 2 * BAR)
    given = MODEL.cursor(Melody(), frame)
    for event in events_from_melody(tune):
        given.hear(event)
    whole = MODEL.cursor(tune, frame)
    assert given.decision == whole.decision
    np.testing.assert_array_equal(given.logits(), whole.logits())
    assert choose(given, "60", REST) == choose(whole, "60", REST)


def test_a_given_event_keeps_its_own_length_and_one_too_short_for_a_cell_is_not_heard() -> None:
    cursor = MODEL.cursor(Melody(), FRAME)
    cursor.hear(Event(0, 130, 60))
    assert cursor.decision == 1
    assert HOLD not in allowed(cursor)
    cursor.hear(Event(130, 20, 62))
    assert cursor.decision == 1
    assert choose(cursor, "64", REST)[1] == Note(150, 90, 64)


def test_pitches_that_it_does_not_know_are_heard_in_the_nearest_octave() -> None:
    assert [MODEL.nearest_pitch(p) for p in (50, 80, 49, 81, 0, 127, -3)] == [
        50,
        80,
        61,
        69,
        60,
        79,
        57,
    ]


def test_notes_off_the_grid_are_named() -> None:
    on, off = Note(0, SIXTEENTH, 60), Note(SIXTEENTH, 160, 62)
    assert MODEL.misheard(Melody((on, off), 280), MeterMap()) == (off,)
    upbeat = MeterMap.constant(Meter(4, 4), pickup=160)
    assert MODEL.misheard(Melody((Note(0, 160, 60), Note(160, 120, 62)), 280), upbeat) == (
        Note(0, 160, 60),
    )


def test_the_cost_of_a_song_is_what_its_symbols_surprise_by() -> None:
    song = Song(TUNES[0])
    symbols = [*symbols_from_melody(TUNES[0]), EDGE]
    bits = MODEL.surprises(symbols)
    cost = MODEL.cost(song)
    assert cost.bits == pytest.approx(bits.sum())
    assert (cost.notes, cost.events) == (len(TUNES[0]), len(TUNES[0]) + 1)
    assert bits.min() > 0
    assert bits[1] < cost.duration_bits < cost.bits
    held = [symbol == HOLD for symbol in symbols]
    assert cost.duration_bits > bits[held].sum(), "to begin is to say something of durations, too"


def test_events_are_foretold_where_all_their_symbols_are_the_likeliest() -> None:
    model = open_model(CLASSIC_MODEL)
    assert isinstance(model, GridModel)
    state, likeliest = model.cursor(Melody(), FRAME)._state, []
    symbols = symbols_from_melody(TUNES[0])
    for symbol in symbols:
        best = model.vocabulary.symbols[int(model.network.logits(state)[0].argmax())]
        likeliest.append(best == symbol)
        state = model.hear(symbol, state)
    starts = [place for place, symbol in enumerate(symbols) if symbol != HOLD]
    ends = [*starts[1:], len(symbols)]
    wanted = sum(all(likeliest[a:b]) for a, b in zip(starts, ends, strict=True))
    assert 0 < wanted < len(starts)
    assert model.cost(Song(TUNES[0])).foretold == wanted


def test_the_surprises_are_those_of_the_cursor() -> None:
    symbols = symbols_from_melody(TUNES[2])
    cursor = MODEL.cursor(Melody(), FRAME)
    probabilities = []
    for symbol in symbols[:20]:
        cursor.logits()
        assert cursor._raw is not None
        shares = np.exp(cursor._raw) / np.exp(cursor._raw).sum()
        probabilities.append(shares[MODEL.names.index(symbol)])
        choose(cursor, symbol)
    np.testing.assert_allclose(MODEL.surprises(symbols[:20]), -np.log2(probabilities), rtol=1e-9)


def test_a_song_that_it_cannot_write_down_has_no_cost() -> None:
    with pytest.raises(UserError, match="off the sixteenth grid"):
        MODEL.cost(Song(Melody((Note(0, 160, 60),), 160)))
    with pytest.raises(UserError, match="does not know pitch 100"):
        MODEL.cost(Song(Melody((Note(0, 120, 100),), 120)))


def test_models_from_elsewhere_hear_64_edges_before_a_tune() -> None:
    again = GridModel(MODEL.network, MODEL.vocabulary, MODEL.card, opening=64)
    state = MODEL.network.start()
    for _ in range(64):
        state = MODEL.hear(EDGE, state)
    raw = MODEL.network.logits(state)[0]
    places = np.isfinite(again.cursor(Melody(), FRAME).logits())
    np.testing.assert_array_equal(
        again.cursor(Melody(), FRAME).logits()[places], raw[again.order][places].astype(float)
    )

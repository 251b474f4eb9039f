from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import UserError
from core.model.event import Event, events_from_melody
from core.model.family import Cursor, Frame, Logits, Model
from core.model.note.compass import Compass, compass_of
from core.model.note.model import NoteCursor, NoteModel
from core.model.note.place import Place
from core.model.note.vocabulary import REST, NoteVocabulary, notevocabulary_of
from core.music.ending import Ending
from core.music.key import A_MINOR, C_MAJOR, Mode
from core.music.melody import QUARTER, Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from tests.model.tunes import NOTE_WORDS, TUNES, melodies, tiny_note_model

MODEL = tiny_note_model()
BAR = 4 * QUARTER
FRAME = Frame(MeterMap(), "major", 2 * BAR, "tonic")


NO_SONGS: dict[Mode, dict[Compass, int]] = {"major": {}, "minor": {}}


def begun(
    seed: Melody, frame: Frame, model: NoteModel = MODEL, compass: Compass | None = None
) -> NoteCursor:
    """A cursor behind the choice of its compass, all pitches if it is not named."""
    cursor = model.cursor(seed, frame)
    words = model.vocabulary
    widest = Compass(words.lowest, words.highest)
    cursor.choose(model.compasses(frame.mode).place(compass or widest))
    return cursor


def allowed(cursor: Cursor) -> list[int]:
    return [int(place) for place in np.flatnonzero(np.isfinite(cursor.logits()))]


def ticks(cursor: Cursor) -> list[int]:
    return [NOTE_WORDS.durations[symbol] for symbol in allowed(cursor)]


def choose(cursor: Cursor, duration: int, pitch: int | None) -> Note | None:
    assert cursor.choose(NOTE_WORDS.durations.index(duration)) is None
    symbol = NOTE_WORDS.pitch(pitch)
    assert symbol is not None
    return cursor.choose(symbol)


def test_a_note_model_is_a_model() -> None:
    model: Model = MODEL
    assert not model.card.is_from_elsewhere


def test_each_event_takes_two_decisions_and_gives_its_note_at_once() -> None:
    cursor = begun(Melody((Note(0, QUARTER, 60),), QUARTER), FRAME)
    assert cursor.decision == 2
    assert choose(cursor, 480, 62) == Note(480, 480, 62)
    assert choose(cursor, 240, None) is None
    assert cursor.decision == 6
    cursor.choose(0)
    assert cursor.decision == 7


def test_without_a_wish_for_the_ending_it_is_drawn_before_the_tune() -> None:
    cursor = MODEL.cursor(TUNES[0].until(BAR), replace(FRAME, ending="free"))
    assert cursor.decision == -1
    np.testing.assert_allclose(np.exp(cursor.logits()), [0.2, 0.8])
    assert cursor.choose(1) is None
    asked = MODEL.cursor(TUNES[0].until(BAR), FRAME)
    for _ in range(2):
        assert cursor.decision == asked.decision
        np.testing.assert_array_equal(cursor.logits(), asked.logits())
        assert cursor.choose(400) == asked.choose(400) is None
    assert cursor.decision == 9


@given(melodies(step=30, most=8), melodies(step=30, most=8))
def test_events_that_are_given_later_are_heard_as_in_the_seed(first: Melody, more: Melody) -> None:
    moved = Melody(tuple(note.moved(first.end) for note in more), first.end + more.end)
    both = first.extended(moved.notes, moved.end)
    frame = replace(FRAME, end=both.end + BAR)
    whole, given = begun(both, frame), begun(first, frame)
    for event in events_from_melody(both):
        if event.onset >= first.end:
            given.hear(event)
    cut = any(e.onset < first.end < e.end for e in events_from_melody(both))
    assert cut or given.decision == whole.decision
    if not cut:
        np.testing.assert_array_equal(given.logits(), whole.logits())
        assert choose(given, 480, 62) == choose(whole, 480, 62)


def bounds(cursor: Cursor, mode: Mode) -> list[Compass]:
    """The compasses that a cursor can choose."""
    assert cursor.decision == -2
    return [MODEL.compasses(mode)[place] for place in allowed(cursor)]


def test_the_compass_is_drawn_before_the_tune_as_often_as_songs_have_it() -> None:
    cursor = MODEL.cursor(Melody(), FRAME)
    assert len(bounds(cursor, "major")) < 31 * 32 // 2, "not those without a tonic"
    most, next_most = np.argsort(cursor.logits())[:-3:-1]
    assert MODEL.compasses("major")[most] == Compass(60, 72)
    assert MODEL.compasses("major")[next_most] == Compass(59, 67)


def test_a_compass_holds_the_seed_and_keeps_within_what_is_asked_for() -> None:
    asked = replace(FRAME, low=60, high=70)
    assert {*bounds(MODEL.cursor(Melody(), asked), "major")} == {
        Compass(60, highest) for highest in range(60, 71)
    }, "the other tonic is too high"
    low, high = Note(0, QUARTER, 55), Note(QUARTER, QUARTER, 62)
    seed = Melody((low, high), 2 * QUARTER)
    for floor, ceiling in (chosen := bounds(MODEL.cursor(seed, asked), "major")):
        assert floor == 55, "as low as the seed, and no lower"
        assert 62 <= ceiling <= 70
    assert len(chosen) == 9
    far = Melody((Note(0, QUARTER, 80),), QUARTER)
    assert all(
        c.highest == 80 and c.lowest >= 60 for c in bounds(MODEL.cursor(far, asked), "major")
    )
    for outside in (replace(FRAME, low=100, high=110), replace(FRAME, low=0, high=10)):
        assert len(bounds(MODEL.cursor(Melody(), outside), "major")) == 1


def test_no_pitch_lies_beyond_the_compass_or_what_is_asked_for() -> None:
    seed = Melody((Note(0, QUARTER, 55),), QUARTER)
    for low, high, wanted in (
        (None, None, range(54, 66)),
        (57, None, range(57, 66)),
        (60, 62, range(60, 63)),
    ):
        frame = replace(FRAME, low=low, high=high)
        place = Place(MODEL, frame, Compass(54, 65))
        for event in events_from_melody(seed):
            place.hear(event)
        finite = np.flatnonzero(np.isfinite(place.pitch_logits(0)))
        assert [int(symbol) + NOTE_WORDS.lowest - 1 for symbol in finite[1:]] == [*wanted]


def test_the_compass_is_told() -> None:
    one, other = (
        Place(MODEL, FRAME, compass).pitch_logits(0)[11:17]
        for compass in (Compass(60, 65), Compass(55, 72))
    )
    assert np.abs((one - one[0]) - (other - other[0])).max() > 1e-3


def test_an_ending_that_lies_beyond_what_is_asked_for_is_given_up() -> None:
    cursor = MODEL.cursor(Melody(), replace(FRAME, end=960, low=61, high=63))
    cursor.choose(allowed(cursor)[0])
    cursor.choose(NOTE_WORDS.durations.index(960))
    assert {symbol + NOTE_WORDS.lowest - 1 for symbol in allowed(cursor)} <= {61, 62, 63}


def test_no_duration_leads_over_the_end_or_leaves_what_none_can_fill() -> None:
    words = NoteVocabulary((320, 480), 60, 72, NOTE_WORDS.tonic_endings, NO_SONGS)
    cursor = begun(Melody(), replace(FRAME, end=800), tiny_note_model(words))
    assert allowed(cursor) == [0, 1]
    cursor.choose(0)
    cursor.choose(3)
    assert allowed(cursor) == [1]
    cursor = begun(Melody(), replace(FRAME, end=1120), tiny_note_model(words))
    assert allowed(cursor) == [0, 1], "320 + 320 + 480"
    cursor = begun(Melody(), replace(FRAME, end=640), tiny_note_model(words))
    assert allowed(cursor) == [0]


def test_the_last_event_is_a_note() -> None:
    cursor = begun(Melody(), replace(FRAME, end=960))
    cursor.choose(NOTE_WORDS.durations.index(960))
    assert REST not in allowed(cursor)
    cursor = begun(Melody(), replace(FRAME, end=960))
    choose(cursor, 480, None)
    cursor.choose(NOTE_WORDS.durations.index(480))
    assert REST not in allowed(cursor)


def test_a_rest_is_not_followed_by_a_rest() -> None:
    cursor = begun(Melody((), QUARTER), FRAME)
    cursor.choose(NOTE_WORDS.durations.index(240))
    assert REST not in allowed(cursor)


@pytest.mark.parametrize("mode", ["major", "minor"])
def test_the_ending_is_as_wished(mode: Mode) -> None:
    tonic = 0 if mode == "major" else 9
    classes = {}
    for ending in ("tonic", "open"):
        cursor = begun(Melody(), Frame(MeterMap(), mode, 960, ending))
        cursor.choose(NOTE_WORDS.durations.index(960))
        classes[ending] = {(symbol + NOTE_WORDS.lowest - 1) % 12 for symbol in allowed(cursor)}
    assert classes["tonic"] == {tonic}
    assert classes["open"] == set(range(12)) - {tonic}


def test_a_vocabulary_without_the_tonic_ends_as_it_can() -> None:
    words = replace(NOTE_WORDS, lowest=61, highest=63, compasses=NO_SONGS)
    cursor = begun(Melody(), replace(FRAME, end=960), tiny_note_model(words))
    cursor.choose(words.durations.index(960))
    assert allowed(cursor) == [1, 2, 3]


@settings(max_examples=60)
@given(
    melodies(step=30, most=8),
    st.integers(1, 12),
    st.sampled_from((1, 2, 4, 8, 16, 32)),
    st.integers(1, 5),
    st.sampled_from(("tonic", "open", "free")),
    st.data(),
)
def test_whatever_is_chosen_the_frame_is_filled_exactly(
    seed: Melody, beats: int, unit: int, bars: int, ending: Ending, data: st.DataObject
) -> None:
    meters = MeterMap.constant(Meter(beats, unit))
    end = seed.end + meters.end_of(bars)
    cursor = MODEL.cursor(seed, Frame(meters, "minor", end, ending))
    random = np.random.default_rng(data.draw(st.integers(0, 1000)))
    notes: list[Note] = []
    while not cursor.is_done:
        note = cursor.choose(int(random.choice(allowed(cursor))))
        notes += [] if note is None else [note]
    assert notes
    assert notes[0].onset >= seed.end
    assert notes[-1].end == end
    assert Melody((*seed.notes, *notes), end).end == end


def test_a_fork_goes_its_own_way() -> None:
    cursor = begun(TUNES[0].until(BAR), FRAME)
    choose(cursor, 240, 64)
    twin = cursor.fork()
    before = cursor.logits()
    choose(twin, 480, 72)
    choose(twin, 240, 71)
    np.testing.assert_array_equal(cursor.logits(), before)
    assert cursor.decision == twin.decision - 4
    free = MODEL.cursor(Melody(), replace(FRAME, ending="free"))
    twin = free.fork()
    twin.choose(0)
    assert (free.decision, twin.decision) == (-1, -2)
    twin.fork().choose(allowed(twin)[0])
    assert twin.decision == -2


def test_it_hears_the_seed_as_if_it_had_chosen_it() -> None:
    seed = TUNES[1].until(BAR)
    cursor = begun(Melody(), FRAME)
    for event in events_from_melody(seed):
        choose(cursor, event.duration, event.pitch)
    np.testing.assert_array_equal(cursor.logits(), begun(seed, FRAME).logits())


def test_the_past_counts() -> None:
    """The network is told of the seed, not only of the place where it ends."""
    one, two = (begun(tune.until(BAR), FRAME).logits() for tune in TUNES[:2])
    assert np.abs(one - two)[np.isfinite(one)].max() > 1e-3


def test_notes_with_an_unknown_length_or_place_are_named() -> None:
    on, off, odd = Note(0, 120, 60), Note(120, 50, 62), Note(170, 120, 64)
    assert MODEL.misheard(Melody((on, off, odd), 290), MeterMap()) == (off, odd)
    upbeat = MeterMap.constant(Meter(4, 4), pickup=170)
    assert MODEL.misheard(Melody((on, off, odd), 290), upbeat) == (on, off)


def test_a_seed_between_its_steps_is_made_up_for_at_once() -> None:
    cursor = begun(Melody((Note(0, 470, 60),), 470), FRAME)
    first = choose(cursor, 480, 62)
    assert first == Note(470, 490, 62)
    assert choose(cursor, 480, 62) == Note(960, 480, 62)


def by_cursor(song: Song, ending: int, frame: Frame) -> tuple[float, float, float]:
    """Bits of a song's ending, durations and pitches by its cursor, decision after decision."""
    cursor = MODEL.cursor(Melody(), frame)
    symbols = [ending, MODEL.compasses(frame.mode).place(compass_of(song.melody))]
    for event in events_from_melody(song.melody):
        pitch = NOTE_WORDS.pitch(event.pitch)
        assert pitch is not None
        symbols += [NOTE_WORDS.durations.index(event.duration), pitch]
    bits = []
    for symbol in symbols:
        logits = cursor.logits()
        shares = np.exp(logits - logits.max())
        bits.append(-float(np.log2(shares[symbol] / shares.sum())))
        cursor.choose(symbol)
    assert cursor.is_done
    return bits[0], sum(bits[2::2]), sum(bits[3::2])


def test_the_cost_of_a_song_is_that_of_all_its_decisions_the_ending_too() -> None:
    for tune, key, ending in (
        (TUNES[0], C_MAJOR, 1),
        (TUNES[0], A_MINOR, 0),
        (TUNES[1], A_MINOR, 1),
        (TUNES[2], None, 1),
    ):
        song = Song(tune, key=key)
        cost = MODEL.cost(song)
        mode = key.mode if key else "major"
        frame = Frame(song.meters, mode, tune.end)
        of_ending, of_durations, of_pitches = by_cursor(song, ending, frame)
        told: Ending = "tonic" if ending else "open"
        asked = replace(frame, ending=told)
        rhythm, pitch, events, _ = MODEL.surprise(tune, asked, compass_of(tune))
        assert rhythm == pytest.approx(of_durations, rel=1e-9)
        assert of_pitches < pitch < of_pitches + 10, "a song may end with a rest, a tune not"
        rhythm, pitch, events, _ = MODEL.surprise(tune, asked)
        assert cost.bits == pytest.approx(of_ending + rhythm + pitch, rel=1e-9)
        assert cost.duration_bits == rhythm
        assert (cost.notes, cost.events) == (len(tune), events)
        assert events == len(list(events_from_melody(tune)))


def test_a_song_with_a_rest_at_the_end_has_a_cost_too() -> None:
    cost = MODEL.cost(Song(Melody((Note(0, 960, 60),), 1920), key=C_MAJOR))
    assert np.isfinite(cost.bits)
    assert (cost.notes, cost.events) == (1, 2)


def test_a_song_that_it_cannot_write_down_has_no_cost() -> None:
    with pytest.raises(UserError, match=r"a length of 0\.1875 quarters"):
        MODEL.cost(Song(Melody((Note(0, 90, 60),), 90)))
    with pytest.raises(UserError, match="does not know pitch 100"):
        MODEL.cost(Song(Melody((Note(0, 120, 100),), 120)))


def test_vocabularies_that_can_fill_nothing_end_all_the_same() -> None:
    words = NoteVocabulary((1000,), 60, 72, NOTE_WORDS.tonic_endings, NO_SONGS)
    model: NoteModel = tiny_note_model(words)
    cursor = begun(Melody(), replace(FRAME, end=700), model)
    cursor.choose(0)
    assert cursor.choose(1) == Note(0, 700, 60)
    assert cursor.is_done


def test_a_tune_of_the_likeliest_events_is_foretold_but_for_what_is_changed() -> None:
    place, notes = Place(MODEL, FRAME, None), []
    while place.left:
        duration = int(place.duration_logits().argmax())
        pitch = int(place.pitch_logits(duration).argmax())
        sounding = None if pitch == REST else pitch + NOTE_WORDS.lowest - 1
        event = Event(place.tick, place.ticks(duration), sounding)
        if sounding is not None:
            notes.append(Note(event.onset, event.duration, sounding))
        place.hear(event)
    tune = Melody(tuple(notes), FRAME.end)
    *_, events, foretold = MODEL.surprise(tune, FRAME)
    assert events == foretold > 3
    lower = replace(notes[-1], pitch=notes[-1].pitch - 1)
    other = replace(tune, notes=(*notes[:-1], lower))
    *_, events, foretold = MODEL.surprise(other, replace(FRAME, ending="free"))
    assert foretold < events


def test_turns_of_phrase_that_songs_have_are_likelier() -> None:
    songs = [Song(tune, key=C_MAJOR) for tune in TUNES]
    words = replace(NOTE_WORDS, turns=notevocabulary_of([*songs, *songs]).turns)
    plain, knowing = (
        sum(tiny_note_model(vocabulary).cost(song).bits for song in songs)
        for vocabulary in (NOTE_WORDS, words)
    )
    assert knowing < plain - 20
    seed = TUNES[0].until(BAR)
    one, other = (
        begun(seed, FRAME, tiny_note_model(vocabulary)) for vocabulary in (NOTE_WORDS, words)
    )
    np.testing.assert_array_equal(one.logits(), other.logits())
    for cursor in (one, other):
        cursor.choose(NOTE_WORDS.durations.index(960))
    symbol = NOTE_WORDS.pitch(67)
    assert symbol is not None
    assert share(other.logits(), symbol) > share(one.logits(), symbol)


def share(logits: Logits, symbol: int) -> float:
    raised = np.exp(logits - logits.max())
    return float(raised[symbol] / raised.sum())

"""Notes moved in time and in pitch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.edit.edited import Chosen
from core.edit.motion import moved, stepped, transposed
from core.music.key import Key, key_from_text
from core.music.melody import Melody
from core.music.text import melody_from_text, text_from_melody
from tests.edit.strategies import SEMITONES, TICKS, choices, chosen_notes

KEYS = st.builds(Key, st.integers(-7, 7), st.sampled_from(("major", "minor")))
MAJOR = frozenset({0, 2, 4, 5, 7, 9, 11})
FOUR = melody_from_text("c4 d4 e4 f4")


def text(melody: Melody) -> str:
    return text_from_melody(melody)


def test_a_moved_note_cuts_what_it_comes_to_lie_on() -> None:
    edited = moved(FOUR, frozenset({480}), -240)
    assert text(edited.melody) == "c4/8 d4/4 r/8 e4/4 f4"
    assert edited.chosen == {240}
    assert edited.ways == ((480, 240),)


def test_it_stops_at_the_edges_with_its_shape() -> None:
    both = frozenset({480, 960})
    assert moved(FOUR, both, -9999).chosen == {0, 480}
    low = [note.pitch for note in chosen_notes(moved(FOUR, both, 0, -999))]
    assert low == [0, 2]
    high = [note.pitch for note in chosen_notes(moved(FOUR, both, 0, 999))]
    assert high == [125, 127]


def test_the_tune_grows_behind_its_end() -> None:
    assert moved(FOUR, frozenset({1440}), 480).melody.end == 2400


@given(choices(), TICKS, SEMITONES)
def test_the_chosen_notes_keep_their_shape(
    choice: tuple[Melody, Chosen], ticks: int, semitones: int
) -> None:
    melody, chosen = choice
    before = [note for note in melody if note.onset in chosen]
    edited = moved(melody, chosen, ticks, semitones)
    after = chosen_notes(edited)
    shifts = {(b.onset - a.onset, b.pitch - a.pitch) for a, b in zip(before, after, strict=True)}
    assert len(shifts) <= 1
    assert [(n.duration, n.velocity) for n in before] == [(n.duration, n.velocity) for n in after]
    for late, high in shifts:
        assert abs(late) <= abs(ticks)
        assert abs(high) <= abs(semitones)
        assert not edited.ways or edited.ways == tuple((n.onset, n.onset + late) for n in before)
        if (late, high) == (ticks, semitones) and len(melody) == len(before):
            back = moved(edited.melody, edited.chosen, -ticks, -semitones)
            assert back.melody.notes == melody.notes


@given(choices())
def test_no_way_is_no_change(choice: tuple[Melody, Chosen]) -> None:
    melody, chosen = choice
    assert moved(melody, chosen, 0).melody is melody
    assert moved(melody, frozenset(), 120, 3).melody is melody


@given(choices(), SEMITONES)
def test_transposing_is_done_in_full_or_not_at_all(
    choice: tuple[Melody, Chosen], semitones: int
) -> None:
    melody, chosen = choice
    edited = transposed(melody, chosen, semitones)
    before = [note.pitch for note in melody if note.onset in chosen]
    assert [note.pitch for note in chosen_notes(edited)] in (
        before,
        [pitch + semitones for pitch in before],
    )
    if edited.melody is not melody:
        assert transposed(edited.melody, edited.chosen, -semitones).melody == melody


@pytest.mark.parametrize(
    ("key", "steps", "after"),
    [
        ("C major", 1, "d4 e4 f4 g4"),
        ("C major", -2, "a3 b3 c4 d4"),
        ("D major", 1, "c#4 e4 f#4 f#4"),
        ("A minor", 7, "c5 d5 e5 f5"),
        ("C minor", 1, "d4 eb4 f4 g4"),
    ],
)
def test_steps_of_a_scale(key: str, steps: int, after: str) -> None:
    everything = frozenset({0, 480, 960, 1440})
    edited = stepped(FOUR, everything, steps, key_from_text(key))
    assert edited.melody == melody_from_text(after)


@given(choices(), st.integers(-9, 9), KEYS)
def test_in_the_scale_it_can_be_undone(choice: tuple[Melody, Chosen], steps: int, key: Key) -> None:
    melody, chosen = choice
    tuned = stepped(stepped(melody, chosen, 1, key).melody, chosen, -1, key).melody
    pitches = [note.pitch for note in tuned if note.onset in chosen]
    there = stepped(tuned, chosen, steps, key).melody
    if there is not tuned and all((pitch - 7 * key.fifths) % 12 in MAJOR for pitch in pitches):
        assert stepped(there, chosen, -steps, key).melody == tuned
    assert [(n.onset, n.duration) for n in there] == [(n.onset, n.duration) for n in melody]

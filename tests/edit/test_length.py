"""Notes resized, split and joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.edit.edited import Chosen
from core.edit.length import Edge, joined, resized, split
from core.edit.overlap import SHORTEST
from core.music.melody import Melody, Note
from core.music.text import melody_from_text, text_from_melody
from tests.edit.strategies import TICKS, choices, chosen_notes

FOUR = melody_from_text("c4 d4 e4 f4")
EDGES: tuple[Edge, ...] = ("begin", "end")


@pytest.mark.parametrize(
    ("edge", "ticks", "after"),
    [
        ("end", 240, "c4 d4/4. e4/8 f4/4"),
        ("end", 480, "c4 d4/2 f4/4"),
        ("end", -240, "c4 d4/8 r e4/4 f4"),
        ("begin", -240, "c4/8 d4/4. e4/4 f4"),
        ("begin", -9999, "d4/2 e4/4 f4"),
        ("begin", 240, "c4 r/8 d4 e4/4 f4"),
    ],
)
def test_one_end_moves_and_the_neighbour_gives_way(edge: Edge, ticks: int, after: str) -> None:
    edited = resized(FOUR, frozenset({480}), edge, ticks)
    assert text_from_melody(edited.melody) == after


def test_no_note_gets_shorter_than_a_64th() -> None:
    for edge in EDGES:
        way = -9999 if edge == "end" else 9999
        (note,) = chosen_notes(resized(FOUR, frozenset({480}), edge, way))
        assert note.duration == SHORTEST
        assert note in (Note(480, SHORTEST, 62), Note(960 - SHORTEST, SHORTEST, 62))


def test_chosen_neighbours_stay_bound() -> None:
    both = frozenset({480, 960})
    later = resized(FOUR, both, "end", 120)
    assert [(n.onset, n.end) for n in later.melody] == [
        (0, 480),
        (480, 960),
        (960, 1560),
        (1560, 1920),
    ]
    earlier = resized(FOUR, both, "begin", -120)
    assert [(n.onset, n.end) for n in earlier.melody] == [
        (0, 360),
        (360, 840),
        (840, 1440),
        (1440, 1920),
    ]


@given(choices(), st.sampled_from(EDGES), TICKS)
def test_the_other_end_stands_still(choice: tuple[Melody, Chosen], edge: Edge, ticks: int) -> None:
    melody, chosen = choice
    before = [note for note in melody if note.onset in chosen]
    edited = resized(melody, chosen, edge, ticks)
    after = chosen_notes(edited)
    assert len(after) == len(before)
    for old, new in zip(before, after, strict=True):
        assert (new.pitch, new.velocity) == (old.pitch, old.velocity)
        assert new.duration >= min(SHORTEST, old.duration)
        if edge == "end":
            assert new.onset == old.onset
        elif len(before) == 1:
            assert new.end == old.end


def test_a_note_is_split_where_it_sounds() -> None:
    edited = split(FOUR, frozenset(), 720)
    assert text_from_melody(edited.melody) == "c4 d4/8 d4 e4/4 f4"
    assert edited.chosen == {480, 720}


@pytest.mark.parametrize("tick", [0, 480, 490, 950, 5000])
def test_no_piece_is_shorter_than_a_64th(tick: int) -> None:
    edited = split(FOUR, frozenset({0}), tick)
    assert edited.melody is FOUR
    assert edited.chosen == {0}


@given(choices(), st.integers(0, 9000))
def test_what_was_split_can_be_joined(choice: tuple[Melody, Chosen], tick: int) -> None:
    melody, chosen = choice
    edited = split(melody, chosen, tick)
    if edited.melody is not melody:
        assert len(edited.melody) == len(melody) + 1
        assert joined(edited.melody, edited.chosen).melody == melody


def test_neighbours_are_joined_run_by_run() -> None:
    melody = melody_from_text("c4 r/8 d4 e4/4 f4 g4")
    edited = joined(melody, frozenset(note.onset for note in melody if note.pitch != 64))
    assert text_from_melody(edited.melody) == "c4/2 e4/4 f4/2"
    assert len(edited.chosen) == 2


def test_a_note_alone_takes_the_next_one_in() -> None:
    assert text_from_melody(joined(FOUR, frozenset({480})).melody) == "c4 d4/2 f4/4"
    assert joined(FOUR, frozenset({1440})).melody is FOUR
    assert joined(FOUR, frozenset({0, 960})).melody is FOUR


@given(choices())
def test_joining_keeps_all_sound(choice: tuple[Melody, Chosen]) -> None:
    melody, chosen = choice
    edited = joined(melody, chosen)
    assert edited.melody.end == melody.end
    begins = {note.onset: note for note in melody}
    for note in edited.melody:
        assert begins[note.onset].pitch == note.pitch
    assert len(edited.melody) <= len(melody)

"""Notes drawn and erased, louder and softer."""

from hypothesis import given
from hypothesis import strategies as st

from core.edit.edited import Chosen
from core.edit.pen import drawn, erased, louder, struck
from core.music.melody import Melody, Note
from core.music.text import melody_from_text, text_from_melody
from tests.edit.strategies import choices, chosen_notes

FOUR = melody_from_text("c4 d4 e4 f4")
NOTES = st.builds(Note, st.integers(0, 9000), st.integers(1, 4000), st.integers(0, 127))


def test_a_drawn_note_is_chosen_and_wins() -> None:
    edited = drawn(FOUR, Note(240, 480, 72))
    assert text_from_melody(edited.melody) == "c4/8 c5/4 d4/8 e4/4 f4"
    assert edited.chosen == {240}


@given(choices(), NOTES)
def test_what_is_drawn_where_nothing_sounds_can_be_erased(
    choice: tuple[Melody, Chosen], note: Note
) -> None:
    melody, _ = choice
    edited = drawn(melody, note)
    assert chosen_notes(edited) == [note]
    if not any(n.onset < note.end and note.onset < n.end for n in melody):
        back = erased(edited.melody, edited.chosen)
        assert back.melody.notes == melody.notes
        assert not back.chosen


@given(choices())
def test_erased_notes_leave_rests(choice: tuple[Melody, Chosen]) -> None:
    melody, chosen = choice
    edited = erased(melody, chosen)
    assert list(edited.melody) == [note for note in melody if note.onset not in chosen]
    if not chosen & {note.onset for note in melody}:
        assert edited.melody is melody


def test_each_note_gets_louder_as_far_as_it_can() -> None:
    soft = struck(FOUR, frozenset({0}), {0: 120, 480: 60})
    assert [note.velocity for note in soft.melody] == [120, 60, 88, 88]
    assert soft.chosen == {0}
    up = louder(soft.melody, frozenset({0, 480}), 20)
    assert [note.velocity for note in up.melody] == [127, 80, 88, 88]
    down = louder(up.melody, frozenset({480}), -200)
    assert [note.velocity for note in down.melody] == [127, 1, 88, 88]


@given(choices(), st.integers(-127, 127))
def test_velocity_changes_nothing_else(choice: tuple[Melody, Chosen], by: int) -> None:
    melody, chosen = choice
    edited = louder(melody, chosen, by)
    shape = [(n.onset, n.duration, n.pitch) for n in melody]
    assert [(n.onset, n.duration, n.pitch) for n in edited.melody] == shape
    assert edited.melody.end == melody.end
    assert edited.chosen == chosen & {n.onset for n in melody}

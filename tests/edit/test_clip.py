"""Notes copied, pasted and duplicated."""

from hypothesis import given
from hypothesis import strategies as st

from core.edit.clip import copied, duplicated, pasted, repeated
from core.edit.edited import Chosen
from core.edit.pen import erased
from core.music.melody import Melody
from core.music.text import melody_from_text, text_from_melody
from tests.edit.strategies import SEMITONES, TICKS, choices, chosen_notes

FOUR = melody_from_text("c4 d4 e4 f4")


def test_a_clip_begins_with_its_first_note() -> None:
    clip = copied(FOUR, frozenset({480, 1440}))
    assert text_from_melody(clip) == "d4 r f4"
    assert copied(FOUR, frozenset()) == Melody()


def test_pasted_notes_win_and_their_rests_do_not() -> None:
    edited = pasted(FOUR, melody_from_text("r/8 a4 r c5"), 480)
    assert text_from_melody(edited.melody) == "c4 d4/8 a4 e4 c5 f4/4"
    assert edited.chosen == {720, 1200}


def test_repeated_notes_stand_right_behind() -> None:
    edited = repeated(FOUR, frozenset({960, 1440}))
    assert text_from_melody(edited.melody) == "c4 d4 e4 f4 e4 f4"
    assert edited.chosen == {1920, 2400}
    assert repeated(FOUR, frozenset()).melody is FOUR


@given(choices())
def test_cut_and_pasted_where_it_was_nothing_has_changed(choice: tuple[Melody, Chosen]) -> None:
    melody, chosen = choice
    clip = copied(melody, chosen)
    onsets = [note.onset for note in melody if note.onset in chosen]
    if clip:
        cut = erased(melody, chosen).melody
        assert pasted(cut, clip, onsets[0]).melody.notes == melody.notes


@given(choices(), st.integers(0, 9000))
def test_all_of_a_clip_is_pasted(choice: tuple[Melody, Chosen], tick: int) -> None:
    melody, chosen = choice
    clip = copied(melody, chosen)
    edited = pasted(melody, clip, tick)
    assert copied(edited.melody, edited.chosen) == clip


@given(choices(), TICKS, SEMITONES)
def test_copies_have_the_shape_of_the_chosen(
    choice: tuple[Melody, Chosen], ticks: int, semitones: int
) -> None:
    melody, chosen = choice
    edited = duplicated(melody, chosen, ticks, semitones)
    before, after = copied(melody, chosen), chosen_notes(edited)
    shape = [(note.onset, note.duration) for note in before]
    assert [(n.onset - after[0].onset, n.duration) for n in after] == shape

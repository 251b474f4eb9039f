import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.key import Key, key_from_text
from core.music.melody import Note
from core.music.scale import scale_classes
from core.music.text import parse
from core.notation.spelling import Name, signature_alteration, spelled
from tests.songs import keys


def names(notes: str, key: str) -> str:
    """The letters and signs of the typed notes, spelled anew from their pitches."""
    line = parse(notes).melody.notes
    return " ".join(
        name.letter + ("#" * name.alteration or "b" * -name.alteration)
        for name in spelled(line, key_from_text(key))
    )


@pytest.mark.parametrize(
    ("notes", "key"),
    [
        ("c4 d4 e4 f4 g4 a4 b4", "C major"),
        ("gb4 ab4 bb4 cb5 db5 eb5 f5", "Gb major"),
        ("f#4 g#4 a#4 b4 c#5 d#5 e#5", "F# major"),
        ("a4 b4 c5 d5 e5 f#5 g#5 a5 g5 f5", "A minor"),
        ("d#4 e#4 f#4 g#4 a#4 b#4 c##5 d#5", "D# minor"),
        ("ab3 bb3 cb4 db4 eb4 f4 g4 ab4", "Ab minor"),
    ],
)
def test_scales_are_spelled_as_they_are_written(notes: str, key: str) -> None:
    assert names(notes, key) == " ".join(word.rstrip("345") for word in notes.split())


@pytest.mark.parametrize(
    ("notes", "key", "spelling"),
    [
        ("g4 g#4 a4", "C major", "g g# a"),
        ("a4 g#4 g4", "C major", "a ab g"),
        ("a4 g#4 g#4 g4", "C major", "a ab ab g"),
        ("d4 eb4 e4", "C major", "d d# e"),
        ("e4 eb4 d4", "C major", "e eb d"),
        ("g4 f#4 g4", "C major", "g f# g"),
        ("g4 f#4 f4", "C major", "g f# f"),
        ("c4 bb3 a3", "C major", "c bb a"),
        ("c5 g#4 e4", "C major", "c g# e"),
        ("d5 c#5 d5", "A minor", "d c# d"),
    ],
)
def test_other_notes_are_spelled_as_what_they_lead_to(notes: str, key: str, spelling: str) -> None:
    assert names(notes, key) == spelling


@given(st.lists(st.integers(0, 127), max_size=12), keys)
def test_a_name_is_the_pitch_and_has_at_most_two_signs(pitches: list[int], key: Key) -> None:
    line = [Note(480 * place, 480, pitch) for place, pitch in enumerate(pitches)]
    found = list(spelled(line, key))
    assert [name.pitch for name in found] == pitches
    assert all(abs(name.alteration) <= 2 for name in found)


@given(keys)
def test_notes_of_the_signature_need_no_sign(key: Key) -> None:
    for letter in "cdefgab":
        name = Name(letter, signature_alteration(letter, key.fifths), 4)
        home = (name.pitch - 7 * key.fifths) % 12
        assert home in scale_classes("major")


def test_a_step_is_a_place_on_the_staff() -> None:
    assert Name("c", 0, 4).step + 1 == Name("d", -1, 4).step
    assert Name("b", 1, 4).step + 1 == Name("c", 0, 5).step

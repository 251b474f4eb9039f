"""What is edited wins."""

import pytest
from hypothesis import given

from core.edit.overlap import SHORTEST, laid
from core.music.melody import Melody, Note
from tests.music.strategies import melodies


def spans(melody: Melody) -> list[tuple[int, int, int]]:
    return [(note.onset, note.end, note.pitch) for note in melody]


LONG = Melody((Note(480, 480, 60),), 960)


@pytest.mark.parametrize(
    ("over", "left"),
    [
        ((0, 480), (480, 960)),  # before it
        ((0, 600), (600, 960)),  # it begins where the edited one ends
        ((480, 600), (600, 960)),
        ((700, 800), (480, 700)),  # it ends where the edited one begins, and does not come back
        ((700, 1200), (480, 700)),
        ((480, 960), None),
        ((400, 1000), None),
        ((500, 600), (600, 960)),  # 20 ticks before it are nothing
        ((400, 940), None),
        ((400, 930), (930, 960)),  # a 64th is something
    ],
)
def test_another_note_gives_way(over: tuple[int, int], left: tuple[int, int] | None) -> None:
    begin, end = over
    melody = laid(LONG, LONG.notes, [Note(begin, end - begin, 72)])
    others = [(a, b) for a, b, pitch in spans(melody) if pitch == 60]
    assert others == ([] if left is None else [left])
    assert (begin, end, 72) in spans(melody)


def test_a_note_that_is_shorter_than_a_64th_keeps_its_length_or_goes() -> None:
    tiny = Melody((Note(100, 10, 60),), 110)
    assert spans(laid(tiny, tiny.notes, [Note(0, 100, 72)])) == [(0, 100, 72), (100, 110, 60)]
    assert spans(laid(tiny, tiny.notes, [Note(0, 105, 72)])) == [(0, 105, 72)]


def test_of_edited_notes_one_ends_where_the_next_begins() -> None:
    both = [Note(0, 300, 60), Note(240, 300, 62)]
    assert spans(laid(Melody(), (), both)) == [(0, 240, 60), (240, 540, 62)]


@pytest.mark.parametrize(
    ("before", "over", "end"),
    [
        (Melody((Note(0, 480, 60),), 480), Note(480, 480, 62), 960),
        (Melody((Note(0, 480, 60),), 480), Note(240, 120, 62), 360),
        (Melody((Note(0, 480, 60),), 1920), Note(480, 480, 62), 1920),
        (Melody((Note(0, 480, 60),), 1920), Note(1800, 480, 62), 2280),
        (Melody((), 1920), Note(0, 480, 62), 1920),
    ],
)
def test_where_the_tune_ends(before: Melody, over: Note, end: int) -> None:
    assert laid(before, before.notes, [over]).end == end


def test_without_a_note_it_is_empty() -> None:
    assert laid(Melody((Note(0, 480, 60),), 1920), (), ()) == Melody()


@given(melodies(), melodies())
def test_edited_notes_stay_and_the_others_keep_parts(below: Melody, above: Melody) -> None:
    melody = laid(below, below.notes, above)
    assert set(above) <= set(melody)
    kept = [note for note in melody if note not in set(above)]
    for note in kept:
        source = [n for n in below if n.onset <= note.onset and note.end <= n.end]
        assert [(n.pitch, n.velocity) for n in source] == [(note.pitch, note.velocity)]
        assert note.duration >= min(SHORTEST, source[0].duration)
    assert melody.end >= (max(n.end for n in melody) if melody else 0)
    assert laid(melody, kept, above) == melody, "what has given way once fits"


@given(melodies())
def test_what_touches_nothing_changes_nothing(melody: Melody) -> None:
    if melody:
        assert laid(melody, melody.notes, ()) == melody

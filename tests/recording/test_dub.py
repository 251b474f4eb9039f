from hypothesis import given
from hypothesis import strategies as st

from core.music.melody import Melody, Note
from core.recording.dub import notes_from_line, overdubbed, replaced
from core.recording.line import line_from_strokes
from core.recording.stroke import Stroke
from tests.music.strategies import melodies
from tests.recording.strategies import played

TUNE = Melody((Note(0, 480, 60), Note(480, 480, 62), Note(960, 960, 64)), 1920)


def test_what_is_replaced_goes_and_the_rest_stays() -> None:
    new = (Note(600, 100, 70),)
    made = replaced(TUNE, new, 500, 960)
    assert made.notes == (Note(0, 480, 60), Note(480, 20, 62), *new, Note(960, 960, 64))
    assert made.end == 1920


def test_behind_the_tune_it_grows() -> None:
    made = replaced(TUNE, (Note(2000, 100, 70),), 1900, 2300)
    assert made.notes[-2:] == (Note(960, 940, 64), Note(2000, 100, 70))
    assert made.end == 2100


def test_a_new_note_ends_where_the_tune_goes_on() -> None:
    assert replaced(TUNE, (Note(400, 900, 70),), 400, 500).notes[1] == Note(400, 560, 70)


def test_over_the_tune_the_new_notes_win_and_the_tune_fills_the_gaps() -> None:
    made = overdubbed(TUNE, (Note(240, 300, 70), Note(1000, 10, 71)))
    assert made.notes == (
        *(Note(0, 240, 60), Note(240, 300, 70)),
        *(Note(960, 40, 64), Note(1000, 10, 71)),
    )
    assert made.end == 1920


@given(melodies(), played(), st.integers(0, 3000), st.integers(1, 4000))
def test_every_new_note_is_in_the_melody_and_nothing_outside_is_touched(
    base: Melody, strokes: tuple[Stroke, ...], start: int, length: int
) -> None:
    end = start + length
    line = [s for s in line_from_strokes(strokes, 0) if start <= s.onset < end - 1]
    notes = [n for n in notes_from_line(line) if n.onset < end]
    made = replaced(base, notes, start, end)
    assert [(n.onset, n.pitch) for n in made if start <= n.onset < end] == [
        (n.onset, n.pitch) for n in notes
    ]
    assert {n for n in base if n.end <= start or n.onset >= end} <= set(made.notes)
    assert set(notes) <= set(overdubbed(base, notes).notes)


@given(melodies(), played())
def test_notes_over_a_tune_lie_there_as_if_they_came_one_by_one(
    base: Melody, strokes: tuple[Stroke, ...]
) -> None:
    notes, melody = notes_from_line(line_from_strokes(strokes, 0)), base
    for note in notes:
        before = melody.until(note.onset).notes if note.onset < melody.end else melody.notes
        after = (other for other in melody if other.onset >= note.end)
        melody = Melody((*before, note, *after), max(melody.end, note.end))
    assert overdubbed(base, notes) == melody

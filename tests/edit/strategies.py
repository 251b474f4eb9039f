"""Melodies with some of their notes chosen."""

from hypothesis import strategies as st

from core.edit.edited import Chosen, Edited
from core.music.melody import Melody, Note
from tests.music.strategies import melodies

TICKS = st.integers(-3000, 3000)
SEMITONES = st.integers(-130, 130)


@st.composite
def choices(draw: st.DrawFn) -> tuple[Melody, Chosen]:
    """Of the onsets some stand for no note."""
    melody = draw(melodies())
    onsets = [note.onset for note in melody]
    chosen = draw(st.frozensets(st.sampled_from([*onsets, 7]), max_size=len(onsets)))
    return melody, chosen


def chosen_notes(edited: Edited) -> list[Note]:
    """Each onset that is chosen has its note."""
    notes = [note for note in edited.melody if note.onset in edited.chosen]
    assert len(notes) == len(edited.chosen)
    return notes

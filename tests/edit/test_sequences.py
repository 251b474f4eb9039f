"""Whatever is done to notes, one after the other: the rules hold, and undo brings all back."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from core.compose.pins.pin import Pin
from core.document import Document
from core.edit.clip import copied, duplicated, pasted, repeated
from core.edit.edited import Chosen, Edited
from core.edit.grid import quantised
from core.edit.length import joined, resized, split
from core.edit.motion import moved, stepped, transposed
from core.edit.pen import drawn, erased, louder
from core.music.key import C_MAJOR
from core.music.melody import Melody, Note
from core.music.meter import MeterMap
from core.music.song import Song
from core.project import Project
from core.recording.quantisation import Quantisation
from core.words import Words
from tests.music.strategies import melodies

Operation = Callable[[Melody, Chosen, int], Edited]

OPERATIONS: dict[str, Operation] = {
    "move": lambda m, c, n: moved(m, c, 10 * n, n % 5 - 2),
    "lengthen": lambda m, c, n: resized(m, c, "end", 10 * n),
    "begin": lambda m, c, n: resized(m, c, "begin", 10 * n),
    "draw": lambda m, _, n: drawn(m, Note(20 * abs(n), 10 * abs(n) + 7, abs(n) % 128)),
    "erase": lambda m, c, _: erased(m, c),
    "split": lambda m, c, n: split(m, c, 10 * abs(n)),
    "join": lambda m, c, _: joined(m, c),
    "copy": lambda m, c, n: duplicated(m, c, 10 * n, n % 3),
    "repeat": lambda m, c, _: repeated(m, c),
    "paste": lambda m, c, n: pasted(m, copied(m, c), 10 * abs(n)),
    "transpose": lambda m, c, n: transposed(m, c, n),
    "step": lambda m, c, n: stepped(m, c, n % 15 - 7, C_MAJOR),
    "quantise": lambda m, c, n: quantised(
        m, c, Quantisation((0, 120, 160, 480)[n % 4], abs(n) / 500), MeterMap()
    ),
    "louder": lambda m, c, n: louder(m, c, n),
}

STEPS = st.lists(
    st.tuples(
        st.sampled_from(sorted(OPERATIONS)),
        st.integers(-500, 500),
        st.integers(1, 5),
        st.booleans(),
    ),
    max_size=12,
)


@given(melodies(), st.integers(0, 4000), STEPS)
def test_rules_hold_and_undo_brings_all_back(
    melody: Melody, seed_end: int, steps: list[tuple[str, int, int, bool]]
) -> None:
    song = Song(melody, seed_end=min(seed_end, melody.end))
    pins = tuple(Pin.of(note) for note in melody if note.onset >= song.seed_end)
    document = Document(Project(song, pins=pins))
    states = [(document.song, document.pins)]
    for name, number, share, merge in steps:
        before = document.song.melody
        chosen = frozenset(note.onset for note in before.notes[number % share :: share])
        edited = OPERATIONS[name](before, chosen, number)
        assert edited.chosen <= {note.onset for note in edited.melody}
        document.edit(Words(name), edited, merge)
        document.close_step()
        after = document.song
        assert 0 <= after.seed_end <= after.melody.end
        assert all(pin.is_in(after) for pin in document.pins)
        assert len({pin.onset for pin in document.pins}) == len(document.pins)
        if (document.song, document.pins) != states[-1]:
            assert set(after.seed) <= set(after.melody), "no note is cut where the seed ends"
            states.append((document.song, document.pins))
    there = list(states)
    while document.undo_label:
        assert (document.song, document.pins) == there.pop()
        document.undo()
    assert (document.song, document.pins) == states[0]
    for state in states[1:]:
        document.redo()
        assert (document.song, document.pins) == state

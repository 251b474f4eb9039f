"""Chosen notes on a grid."""

from hypothesis import given

from core.edit.edited import Chosen
from core.edit.grid import quantised
from core.music.melody import Melody, Note
from core.music.meter import MeterMap
from core.recording.quantisation import Quantisation
from tests.edit.strategies import choices, chosen_notes
from tests.music.strategies import meter_maps
from tests.recording.strategies import quantisations

LOOSE = Melody((Note(20, 200, 60), Note(250, 200, 62), Note(470, 500, 64)), 970)
FOUR = MeterMap()


def test_only_the_chosen_notes_move() -> None:
    edited = quantised(LOOSE, frozenset({20, 470}), Quantisation(240), FOUR)
    assert [(n.onset, n.end) for n in edited.melody] == [(0, 240), (250, 450), (480, 960)]
    assert edited.chosen == {0, 480}
    assert edited.ways == ((20, 0), (470, 480))


def test_half_the_strength_goes_half_the_way() -> None:
    edited = quantised(LOOSE, frozenset({20}), Quantisation(240, 0.5, moves_ends=False), FOUR)
    assert chosen_notes(edited) == [Note(10, 200, 60)]


@given(choices(), quantisations(), meter_maps())
def test_no_chosen_note_is_lost(
    choice: tuple[Melody, Chosen], by: Quantisation, meters: MeterMap
) -> None:
    melody, chosen = choice
    before = [note for note in melody if note.onset in chosen]
    after = chosen_notes(quantised(melody, chosen, by, meters))
    assert [(n.pitch, n.velocity) for n in after] == [(n.pitch, n.velocity) for n in before]

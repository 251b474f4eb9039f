"""Notes that were heard find those that were sent."""

from core.sound.playing.schedule import note_off, note_on
from tests.bench.matching import matched

SENT = [(place, 40 + place % 36) for place in range(100)]


def heard(places: list[int]) -> list[tuple[float, bytes]]:
    ons = [(float(place), note_on(40 + place % 36, 80)) for place in places]
    return [each for on in ons for each in (on, (on[0], note_off(on[1][1])))]


def test_every_note_is_found_and_ends_are_no_notes() -> None:
    found = matched(SENT, heard(list(range(100))))
    assert found.pairs == [(place, float(place)) for place in range(100)]
    assert not found.strange


def test_what_is_lost_or_comes_twice_moves_nothing_else() -> None:
    there = [place for place in range(100) if place not in (7, 8, 50)]
    found = matched(SENT, heard(sorted([*there, 30, 60])))
    assert found.pairs == [(place, float(place)) for place in there]
    assert found.strange == [(30.0, note_on(70, 80)), (60.0, note_on(64, 80))]

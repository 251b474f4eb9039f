from itertools import pairwise

from hypothesis import given

from core.model.event import Event, events_from_melody
from core.music.melody import Melody, Note
from tests.songs import melodies


@given(melodies())
def test_events_leave_no_gap_and_lose_nothing(melody: Melody) -> None:
    events = list(events_from_melody(melody))
    tick = 0
    for event in events:
        assert event.onset == tick
        tick = event.end
    assert tick == melody.end
    told = [(e.onset, e.duration, e.pitch) for e in events if e.pitch is not None]
    assert told == [(note.onset, note.duration, note.pitch) for note in melody]
    silent = [event.pitch is None for event in events]
    assert (True, True) not in list(pairwise(silent))


def test_rests_stand_before_between_and_behind() -> None:
    melody = Melody((Note(240, 240, 60), Note(600, 120, 62)), 960)
    assert list(events_from_melody(melody)) == [
        Event(0, 240, None),
        Event(240, 240, 60),
        Event(480, 120, None),
        Event(600, 120, 62),
        Event(720, 240, None),
    ]

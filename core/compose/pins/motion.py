"""Pins go with their notes."""

from collections.abc import Iterable, Sequence

from core.compose.pins.pin import Pin
from core.music.melody import Melody, Note


def pins_moved(
    pins: Sequence[Pin], before: Melody, after: Melody, ways: Sequence[tuple[int, int]]
) -> tuple[Pin, ...]:
    """`pins` of the melody `before`, in `after`.

    `ways` are (onset before, onset in `after`) of the notes that were edited. The pin of one that
    is as long as it was, wherever it went, goes with it and holds as much of it as it did. One
    where such a note has come to stand goes. The others stay; some hold no note any more.
    """
    if not pins:
        return ()
    then = _by_onset(before, [onset for onset, _ in ways])
    now = _by_onset(after, [onset for _, onset in ways])
    whole = {
        onset: now[new]
        for onset, new in ways
        if onset in then and new in now and then[onset].duration == now[new].duration
    }
    taken = {new for onset, new in ways if onset != new}
    return tuple(
        Pin.of(whole[pin.onset], pitch=pin.pitch is not None, rhythm=pin.duration is not None)
        if pin.onset in whole
        else pin
        for pin in pins
        if pin.onset in whole or pin.onset not in taken
    )


def _by_onset(melody: Melody, onsets: Iterable[int]) -> dict[int, Note]:
    wanted = set(onsets)
    return {note.onset: note for note in melody if note.onset in wanted}

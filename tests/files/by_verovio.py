"""A score as Verovio plays it, in our ticks, to compare with."""

import base64
import io

from core.music.melody import QUARTER
from tests.files.returning import Fields

_TOUCH = 8
"""Ticks by which Verovio ends notes early, and by which its own ticks may differ from ours."""


def notes_in(score: str) -> Fields:
    """(onset, duration, pitch) of each note of a text in kern or MusicXML, ties joined."""
    import mido  # type: ignore[import-untyped]
    import verovio

    verovio.enableLog(verovio.LOG_OFF)
    engraver = verovio.toolkit()
    assert engraver.loadData(score)
    file = mido.MidiFile(file=io.BytesIO(base64.b64decode(engraver.renderToMIDI())))
    scale = QUARTER / file.ticks_per_beat
    notes: Fields = []
    begun: dict[int, int] = {}
    for track in file.tracks:
        tick = 0
        for message in track:
            tick += message.time
            if message.type == "note_on" and message.velocity:
                begun[message.note] = tick
            elif message.type in ("note_on", "note_off"):
                onset = begun.pop(message.note)
                duration = round((tick - onset) * scale)
                notes.append((round(onset * scale), duration, message.note))
    return sorted(notes)


def assert_same(theirs: Fields, ours: Fields) -> None:
    assert [pitch for *_, pitch in theirs] == [pitch for *_, pitch in ours]
    for (onset, duration, _), (our_onset, our_duration, _) in zip(theirs, ours, strict=True):
        assert abs(onset - our_onset) <= _TOUCH
        assert abs(duration - our_duration) <= _TOUCH

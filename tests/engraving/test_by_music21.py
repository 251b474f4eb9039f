"""What is written, read back by a stranger: music21 knows MEI too."""

import pytest

from core.engraving.mei import mei_from_sheet
from core.music.key import Key
from core.music.melody import QUARTER
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.notation.sheet import sheet_from_song
from core.notation.spelling import spelled
from tests.notation.shorthand import song

CHANGING = MeterMap(((0, Meter(4, 4)), (1920, Meter(3, 4)), (4800, Meter(6, 8))))

TUNES = {
    "shapes": song("c4/4 d4/8 e4 f4/8. g4/16 a4/4 | b4/2. c5/4 | r/8 c5/4. d5/2"),
    "ties": song("c4/2 d4/2~ | d4/1~ | d4/4 e4/4. f4/8 g4/4~ | g4/8 a4/2~ a4/4."),
    "triplets": song(
        "(3 c4/8 d4 e4) (3 f4/4 g4 a4) b4/4 | (3 c5/16 d5 c5) b4/8 r/4 c5/6 d5/12 e5/4"
    ),
    "upbeat": song("g4/8 a4 | c5/4 d5 e5 f5 | g5/2.", pickup=480),
    "compound": song("g4/8 | c5/4. e5/4 d5/8 | c5/2.", "6/8", pickup=240),
    "changes": Song(
        song("c4/4 d4 e4 f4 | g4/4 a4 b4 | c5/4 b4 a4 | c4/4. d4/4.").melody, CHANGING, Key()
    ),
    "sharps": song("f#4/4 g#4 a4 b4 | e#4/4 f#4 c#5/2", key="F# minor"),
    "flats": song("bb4/4 ab4 gb4 f4 | a4/4 bb4 e5 eb5", key="Bb minor"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", TUNES)
def test_music21_reads_what_the_tune_has(name: str) -> None:
    from music21 import converter
    from music21.meter.base import TimeSignature
    from music21.note import Note
    from music21.stream.base import Score

    tune = TUNES[name]
    mei = mei_from_sheet(sheet_from_song(tune))
    score = converter.parse(mei, format="mei", forceSource=True, storePickle=False)
    assert isinstance(score, Score)
    (part,) = score.parts
    line = part.stripTies().flatten()
    read = [
        (int(n.offset * QUARTER), int(n.quarterLength * QUARTER), n.pitch.nameWithOctave)
        for n in line.getElementsByClass(Note)
    ]
    assert tune.key is not None
    names = (
        f"{name.letter.upper()}{'#' * name.alteration or '-' * -name.alteration}{name.octave}"
        for name in spelled(tune.melody.notes, tune.key)
    )
    told = [(note.onset, note.duration) for note in tune.melody]
    assert read == [(*times, name) for times, name in zip(told, names, strict=True)]
    meters = [(m.offset * QUARTER, m.ratioString) for m in line.getElementsByClass(TimeSignature)]
    assert meters == [(tick, str(meter)) for tick, meter in tune.meters.changes]

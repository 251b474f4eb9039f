from dataclasses import replace

import pytest

from core.files.part import Part
from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import MOST_TEMPI, TempoMap
from gui.files.partwords import FACTS, remarks_of, size_of

MELODY = Melody((Note(480, 480, 61), Note(960, 960, 70)), 1920)
SONG = Song(MELODY, key=Key(-3, "minor"), tempos=TempoMap.constant(92.4))


def facts(song: Song) -> dict[str, str]:
    return {str(fact.name): str(fact.text(Part(song, 2))) for fact in FACTS}


def test_facts_are_said_in_the_key() -> None:
    assert facts(SONG) == {
        "Key": "C minor",
        "Meter": "4/4",
        "Tempo": "92 quarters a minute",
        "Bars": "1",
        "Notes": "2",
        "Range": "D♭4 to B♭4",
    }


def test_what_changes_or_is_only_thought_is_said_so() -> None:
    meters = MeterMap(((0, Meter(3, 4)), (480, Meter(2, 4))), 480)
    told = facts(Song(MELODY, meters))
    assert told["Key"].endswith("(estimated)")
    assert told["Meter"] == "3/4, changing"
    assert told["Bars"] == "2 and an upbeat"


@pytest.mark.parametrize(
    ("part", "size"),
    [
        (Part(SONG, 3), "3 notes, D♭4 to B♭4"),
        (Part(SONG, 3, "Solo", channel=2, program=73), "Flute, 3 notes, D♭4 to B♭4"),
        (Part(SONG, 3, channel=2, program=73), "Channel 2, 3 notes, D♭4 to B♭4"),
        (Part(SONG, 3, "flute", channel=2, program=73), "Channel 2, 3 notes, D♭4 to B♭4"),
        (Part(SONG, 3, "Solo", channel=2), "Channel 2, 3 notes, D♭4 to B♭4"),
        (Part(SONG, 1, channel=2), "1 note, D♭4 to B♭4"),
        (
            Part(SONG, 3, "Kit", channel=10, program=0, is_drums=True),
            "Channel 10, 3 notes, D♭4 to B♭4",
        ),
    ],
)
def test_a_part_is_told_from_others_of_its_name(part: Part, size: str) -> None:
    assert size_of(part) == size


def test_remarks() -> None:
    plain = Part(SONG, 2)
    assert list(remarks_of(plain, has_recipe=False)) == []
    restless = TempoMap.from_changes((tick, 60 + tick % 2) for tick in range(2 * MOST_TEMPI))
    rich = Part(replace(SONG, tempos=restless), 5, is_drums=True)
    said = [str(words) for words in remarks_of(rich, has_recipe=True)]
    assert [sentence.partition(" ")[0] for sentence in said] == ["These", "Of", "The", "The"]

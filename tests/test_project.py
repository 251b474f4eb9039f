import json
import random
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.compose.controls import Controls
from core.compose.measures import Measures, Take
from core.compose.pins.pin import Pin
from core.errors import UserError
from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.project import (
    LARGEST_FILE,
    Project,
    project_from_file,
    project_from_text,
    save_project,
    text_from_project,
)
from core.words import Words, counted
from tests.songs import songs

controls = st.builds(Controls, st.floats(0, 2), st.integers(1, 256), st.integers(0, 2**31 - 1))
measures = st.builds(
    Measures,
    bits_per_note=st.floats(0, 20),
    surprise=st.floats(0, 40),
    span=st.integers(0, 127),
    repetition=st.floats(0, 1),
    closeness=st.floats(0, 1),
    copied=st.none() | st.integers(0, 64),
)
takes = st.builds(Take, songs(), controls, measures, st.lists(st.text().map(Words)).map(tuple))
SMALL = Project(
    Song(
        Melody((Note(0, 480, 60), Note(480, 960, 64, 100)), 1920),
        MeterMap(((0, Meter(3, 4)), (1440, Meter(2, 4)))),
        Key(-1),
        title="Übung",
        seed_end=480,
    ),
    Controls(temperature=0.8, bars=12, random_seed=7),
    "german-classic.keras",
)


pins = st.builds(
    Pin, st.integers(0, 9999), st.none() | st.integers(1, 999), st.none() | st.integers(0, 127)
)


@given(
    songs(),
    controls,
    st.text(max_size=20),
    st.text(max_size=20),
    st.lists(takes, max_size=2).map(tuple),
    st.lists(pins, max_size=3).map(tuple),
)
def test_text_holds_everything(
    song: Song,
    chosen: Controls,
    model: str,
    mapping: str,
    starred: tuple[Take, ...],
    pinned: tuple[Pin, ...],
) -> None:
    project = Project(song, chosen, model, mapping, starred, pinned)
    text = text_from_project(project)
    text.encode("utf-8")
    assert project_from_text(text) == project


def test_the_text_can_be_read_by_people(tmp_path: Path) -> None:
    save_project(SMALL, tmp_path / "a.cantilena")
    text = (tmp_path / "a.cantilena").read_text(encoding="utf-8")
    assert text == (
        "{\n"
        '  "format": "cantilena project",\n'
        '  "version": 1,\n'
        '  "title": "Übung",\n'
        '  "key": "F major",\n'
        '  "tempo": 100.0,\n'
        '  "meters": [[0, "3/4"], [1440, "2/4"]],\n'
        '  "pickup": 0,\n'
        '  "phrase_ends": [],\n'
        '  "seed_end": 480,\n'
        '  "end": 1920,\n'
        '  "model": "german-classic.keras",\n'
        '  "controls": {"temperature": 0.8, "bars": 12, "random_seed": 7, '
        '"rhythm_temperature": null, "top_p": 1.0, "lowest": null, "highest": null, '
        '"in_scale": false, "density": 0.0, "motion": 0.0, "motives": 0.0, "ending": "free", '
        '"takes": 1, "phrase": 0, "quote": null, "blend": "", "blend_share": 0.0},\n'
        '  "notes": [\n'
        "    [0, 480, 60, 88],\n"
        "    [480, 960, 64, 100]\n"
        "  ]\n"
        "}\n"
    )
    assert project_from_file(tmp_path / "a.cantilena") == SMALL


def refusal(tmp_path: Path, text: str) -> str:
    path = tmp_path / "bad.cantilena"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as refused:
        project_from_file(path)
    sentence = str(refused.value)
    assert sentence.startswith(f"'{path}' is no proper Cantilena project: ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no readable JSON in line 1"),
        ("c4 d4", "no readable JSON"),
        ("[1]", "no JSON object"),
        ("{}", "some other JSON text"),
        ("[" * 100_000, "no readable JSON"),
        ('{"format": NaN}', "no readable JSON"),
        ('{"format": 1' + "0" * 5000 + "}", "no readable JSON"),
        ('{"format": "cantilena project"}', "no version number"),
    ],
)
def test_a_text_that_is_no_project_is_refused(tmp_path: Path, text: str, words: str) -> None:
    assert words in refusal(tmp_path, text)


@pytest.mark.parametrize(
    ("entry", "value", "words"),
    [
        ("version", 2, "saved by a newer version of the program, so update"),
        ("version", True, "no version number"),
        ("surprise", 1, "unknown entry 'surprise'"),
        ("key", "H major", "is no key"),
        ("key", 3, "'key' is no text"),
        ("tempo", "fast", "tempo is no number from 20 to 400"),
        ("tempo", True, "tempo is no number from 20 to 400"),
        ("tempo", 19.9, "tempo is no number from 20 to 400"),
        ("tempo", 400.5, "tempo is no number from 20 to 400"),
        ("mapping", 7, "'mapping' is no text"),
        ("meters", [], "meters must begin at 0"),
        ("meters", [[0, "5/7"]], "5/7"),
        ("meters", [[0, 4]], "not an onset and a meter"),
        ("meters", "4/4", "'meters' is no list"),
        ("pickup", 5000, "upbeat must be shorter"),
        ("pickup", -1, "'pickup' is no number of ticks"),
        ("end", 0, "before its last note"),
        ("end", 10**12, "'end' is no number of ticks"),
        ("seed_end", 1.5, "'seed_end' is no number of ticks"),
        ("phrase_ends", [None], "'phrase_ends' is no number of ticks"),
        ("title", None, "'title' is no text"),
        ("notes", [[0, 480, 60]], "is not four whole numbers"),
        ("notes", [[0, 480, True, 88]], "is not four whole numbers"),
        ("notes", [[0, 480, 128, 88]], "pitch must be 0 to 127"),
        ("notes", [[0, 0, 60, 88]], "duration > 0"),
        ("notes", [[0, 480, 60, 88], [0, 480, 62, 88]], "before 480"),
        ("controls", {"bars": 0}, "Length in bars must be 1 to 256"),
        ("controls", {"bars": 1.5}, "'bars' of the wrong kind"),
        ("controls", {"speed": 1}, "unknown entry 'speed'"),
        ("controls", {"ending": "loud"}, "'ending' of the wrong kind"),
        ("controls", {"lowest": "c4"}, "'lowest' of the wrong kind"),
        ("controls", {"lowest": 72, "highest": 60}, "lies above the highest one"),
        ("controls", [], "controls are no JSON object"),
        ("pins", {}, "'pins' is no list"),
        ("pins", [{"duration": 480}], "pins have no 'onset'"),
        ("pins", [{"onset": 0, "pitch": 128}], "A pin has a pitch from 0 to 127"),
    ],
)
def test_an_entry_that_is_wrong_is_named(
    tmp_path: Path, entry: str, value: object, words: str
) -> None:
    values = json.loads(text_from_project(SMALL))
    assert words in refusal(tmp_path, json.dumps({**values, entry: value}))


@pytest.mark.parametrize(
    ("entry", "value", "words"),
    [
        ("measures", {"surprise": 1}, "measures have no 'bits_per_note'"),
        ("measures", 7, "measures are no JSON object"),
        ("controls", {"bars": 0}, "Length in bars"),
        ("notices", [1], "notices are not all text"),
        ("notes", [[0, 480, 60]], "is not four whole numbers"),
        ("loud", True, "unknown entry 'loud'"),
    ],
)
def test_what_is_wrong_with_a_take_is_named(
    tmp_path: Path, entry: str, value: object, words: str
) -> None:
    take = Take(SMALL.song, SMALL.controls, Measures(2.1, 6.0, 12, 0.2, 0.5, 7), (Words("Hm."),))
    values = json.loads(text_from_project(replace(SMALL, takes=(take,))))
    values["takes"][0][entry] = value
    assert words in refusal(tmp_path, json.dumps(values))


def test_notices_can_be_said_in_any_language_later() -> None:
    notice = counted("{n} notes lie {where}", "{n} note lies {where}", 1, where=Words("low"))
    take = Take(SMALL.song, SMALL.controls, Measures(2.1, 6.0, 12, 0.2, 0.5, 7), (notice,))
    text = text_from_project(replace(SMALL, takes=(take,)))
    (back,) = project_from_text(text).takes[0].notices
    assert (back, back.template, back.number) == (notice, notice.template, 1)
    assert isinstance(back.values["where"], Words)


def test_notices_of_earlier_versions_are_texts_alone() -> None:
    take = Take(SMALL.song, SMALL.controls, Measures(2.1, 6.0, 12, 0.2, 0.5, 7), ())
    values = json.loads(text_from_project(replace(SMALL, takes=(take,))))
    values["takes"][0]["notices"] = ["Hm {x}."]
    assert project_from_text(json.dumps(values)).takes[0].notices == ("Hm {x}.",)


def test_takes_are_objects(tmp_path: Path) -> None:
    values = json.loads(text_from_project(SMALL))
    assert "'takes' is no JSON object" in refusal(tmp_path, json.dumps({**values, "takes": [3]}))


def test_a_missing_entry_is_named(tmp_path: Path) -> None:
    values = json.loads(text_from_project(SMALL))
    del values["notes"]
    assert "'notes' is missing" in refusal(tmp_path, json.dumps(values))


def test_a_whole_number_will_do_for_a_tempo_and_a_temperature() -> None:
    text = text_from_project(SMALL).replace("100.0", "100").replace("0.8", "1")
    project = project_from_text(text)
    assert (project.song.tempo, project.controls.temperature) == (100.0, 1.0)


def test_a_file_of_any_size_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "huge.cantilena"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE * 100)
    with pytest.raises(UserError, match="larger than 16 MB"):
        project_from_file(path)


def test_a_project_that_could_not_be_opened_again_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.cantilena"
    save_project(SMALL, path)
    monkeypatch.setattr("core.project.LARGEST_FILE", 2_000_000)
    notes = tuple(Note(onset, 10, 60) for onset in range(0, 100_000, 10))
    take = Take(Song(Melody(notes, 100_000)), SMALL.controls, Measures(2, 6, 12, 0, 0), ())
    with pytest.raises(UserError, match=r"takes 2\.5 MB, and no more than 2 MB could"):
        save_project(replace(SMALL, takes=(take,) * 12), path)
    assert project_from_file(path) == SMALL


def test_the_version_before_the_last_save_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.cantilena"
    for bars in (5, 6, 7, 7):
        save_project(replace(SMALL, controls=Controls(bars=bars)), path)
    assert project_from_file(tmp_path / "a.backup.cantilena").controls.bars == 6


SAVE_FOR_EVER = """
import sys
from itertools import count
from pathlib import Path
from core.music.melody import Melody, Note
from core.music.song import Song
from core.project import Project, save_project

notes = tuple(Note(onset, 10, 60) for onset in range(0, 100_000, 10))
print("ready", flush=True)
for end in count(int(sys.argv[2])):
    save_project(Project(Song(Melody(notes, end))), Path(sys.argv[1]))
"""


@pytest.mark.slow
def test_a_program_killed_while_saving_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.cantilena"
    moment = random.Random(7)
    ends = set()
    for attempt in range(1, 16):
        command = [sys.executable, "-c", SAVE_FOR_EVER, str(path), str(attempt * 100_000)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as saving:
            assert saving.stdout is not None
            saving.stdout.readline()
            time.sleep(moment.uniform(0.05, 0.5))
            saving.kill()
        if path.exists():
            ends.add(project_from_file(path).song.melody.end)
    assert len(ends) > 3, "several programs came as far as saving"

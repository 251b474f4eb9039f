import json
import os
import random
import re
import subprocess
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.batch import MOST, Batch
from core.compose.controls import Controls
from core.compose.measures import Measures, Take
from core.compose.pins.pin import Pin
from core.errors import UserError
from core.makerrecord import key_of
from core.model.mark import Maker, Mark
from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.project import (
    LARGEST_FILE,
    Project,
    is_project,
    project_for,
    project_from_file,
    project_from_text,
    save_project,
    text_from_project,
)
from core.sight import Sight
from core.songrecord import _numerals, values_from_song
from core.takerecord import line_from_take
from core.wordrecord import object_from_words
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
marks = st.builds(Mark, st.text(), st.text(), st.sampled_from(("ab" * 32, "0" * 64)))
makers = st.none() | st.builds(Maker, marks, st.none() | marks)
notices = st.lists(st.text().map(Words)).map(tuple)
takes = st.builds(Take, songs(anywhere=True), controls, measures, notices, makers)
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


@st.composite
def batches(draw: st.DrawFn, starred: tuple[Take, ...]) -> Batch:
    drawn = draw(st.lists(takes, max_size=3).map(tuple))
    everything = st.none() | st.sampled_from((*starred, *drawn)) if starred or drawn else st.none()
    pair = draw(everything), draw(everything)
    return Batch(drawn, pair, draw(st.integers(0, 1)))


shown = st.booleans()
sights = st.builds(
    Sight,
    st.floats(-1e6, 1e6),
    st.floats(0.001, 48_000),
    st.floats(0, 127),
    st.integers(5, 96),
    *(shown, shown, shown, shown),
) | st.builds(Sight, *(st.none(),) * 4, *(shown, shown, shown, shown))


@given(
    st.data(),
    songs(anywhere=True),
    controls,
    st.text(max_size=20),
    st.text(max_size=20),
    st.lists(takes, max_size=2).map(tuple),
    st.lists(pins, max_size=3).map(tuple),
    st.none() | sights,
    st.none() | controls,
    makers,
)
def test_text_holds_everything(
    data: st.DataObject,
    song: Song,
    chosen: Controls,
    model: str,
    mapping: str,
    starred: tuple[Take, ...],
    pinned: tuple[Pin, ...],
    sight: Sight | None,
    asked: Controls | None,
    maker: Maker | None,
) -> None:
    batch = data.draw(batches(starred))
    project = Project(song, chosen, model, mapping, starred, pinned, "", batch, sight, asked, maker)
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


MARK = Mark("german", "Übung", "ab" * 32)
NO_MARK = {"name": "a", "title": "Mine", "identity": "AB" * 32}
TAKE = Take(SMALL.song, SMALL.controls, Measures(2.1, 6.0, 12, 0.2, 0.5, 7), (Words("Hm."),))
OTHER = replace(TAKE, controls=Controls(random_seed=9))


def test_what_a_project_does_not_have_is_not_written_so_earlier_versions_can_read_it() -> None:
    values = json.loads(text_from_project(SMALL))
    assert not values.keys() & {
        "takes",
        "drawn",
        "pair",
        "view",
        "made_with",
        "makers",
        "made_by",
        "pins",
        "recipe",
        "mapping",
    }
    assert values["version"] == 1


plain = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
odd_controls = st.builds(
    Controls,
    st.sampled_from((0, 0.0, -0.0, 1, 1.0, True)),
    st.sampled_from((4, 4.0)),
    st.integers(0, 3),
    motion=st.sampled_from((0, 0.0, -0.0)),
    blend=st.text(),
)


@given(st.lists(st.tuples(songs(), odd_controls | controls, measures, notices, makers), max_size=4))
def test_the_line_of_a_take_is_what_an_encoder_would_write(
    drawn: list[tuple[Song, Controls, Measures, tuple[Words, ...], Maker | None]],
) -> None:
    for song, chosen, measured, said, maker in drawn:
        take = Take(song, chosen, measured, said, maker)
        values = {
            **values_from_song(song),
            "controls": asdict(chosen),
            **({} if maker is None else {"made_by": key_of(maker)}),
            "measures": asdict(measured),
            "notices": [object_from_words(notice) for notice in said],
            "notes": [[n.onset, n.duration, n.pitch, n.velocity] for n in song.melody],
        }
        written = re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", plain(values))
        assert line_from_take(take) == written
        assert line_from_take(take) == written, "again, from what is remembered"


def test_there_is_no_end_to_the_numbers_of_a_tune() -> None:
    notes = tuple(Note(onset, 7, 60) for onset in range(0, 7 * 30_000, 7))
    song = Song(Melody(notes, notes[-1].end))
    assert project_from_text(text_from_project(Project(song))).song == song
    assert len(_numerals) <= 20_000


def test_what_made_takes_is_written_once() -> None:
    takes = tuple(
        replace(TAKE, controls=Controls(random_seed=number), maker=Maker(MARK))
        for number in range(3)
    )
    irish = replace(TAKE, maker=Maker(MARK, replace(MARK, name="irish")))
    project = replace(SMALL, takes=(*takes, TAKE), batch=Batch((irish,)), maker=Maker(MARK))
    text = text_from_project(project)
    values = json.loads(text)
    german, other = values["makers"]
    assert values["makers"][german] == {
        "model": {"name": "german", "title": "Übung", "identity": "ab" * 32},
        "blend": None,
    }
    assert [take.get("made_by") for take in values["takes"]] == [german, german, german, None]
    assert (values["made_by"], values["drawn"][0]["made_by"]) == (german, other)
    assert sum(line.startswith(f'    "{german}": {{"model": ') for line in text.splitlines()) == 1
    back = project_from_text(text)
    assert back == project
    assert back.takes[0].maker is back.takes[1].maker is back.maker, "in memory too"


def test_the_line_of_a_take_stays_as_it_is_whatever_stands_beside_it() -> None:
    take = replace(TAKE, maker=Maker(MARK))
    other = replace(TAKE, maker=Maker(replace(MARK, name="irish")))
    alone, both = (
        [
            line.rstrip(",")
            for line in text_from_project(replace(SMALL, takes=takes)).splitlines()
            if '"measures"' in line
        ]
        for takes in ((take,), (other, take))
    )
    assert alone == both[1:]


def test_takes_without_a_star_are_kept_with_the_two_that_are_compared() -> None:
    project = replace(SMALL, takes=(TAKE,), batch=Batch((OTHER,), (OTHER, TAKE), 1))
    values = json.loads(text_from_project(project))
    assert values["pair"] == {"a": 1, "b": 0, "latest": "b"}
    back = project_from_text(text_from_project(project))
    assert back == project
    assert back.batch.pair[1] is back.takes[0], "it is one take, and not one that is like it"


def test_a_compared_take_that_is_gone_is_none() -> None:
    project = replace(SMALL, batch=Batch((OTHER,), (OTHER, TAKE)))
    assert project_from_text(text_from_project(project)).batch.pair == (OTHER, None)


def test_another_tune_takes_over_the_choices_only() -> None:
    project = replace(
        SMALL, takes=(TAKE,), pins=(Pin(0),), recipe="{}", batch=Batch((OTHER,)), sight=Sight()
    )
    assert project_for(Song(), project) == replace(SMALL, song=Song())


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
        ("tempo_changes", 90, "'tempo_changes' is no list"),
        ("tempo_changes", [[480]], "change of tempo [480] is not an onset and a tempo"),
        ("tempo_changes", [[480, 401]], "tempo is no number from 20 to 400"),
        ("tempo_changes", [[-1, 90]], "'tempo_changes' is no number of ticks"),
        ("tempo_changes", [[0, 90]], "tempi must begin at 0 and rise"),
        ("tempo_changes", [[1, 90]] * 5000, "tempo changes more than 4,999 times"),
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
        ("drawn", 3, "'drawn' is no list"),
        ("drawn", [3], "one of its takes is no JSON object"),
        ("drawn", [{}] * (MOST + 1), "'drawn' has more than 32 entries"),
        ("pair", {"a": 0, "b": None, "latest": "a"}, "'pair' names a take that is not there"),
        ("pair", {"a": True, "b": None, "latest": "a"}, "'pair' names a take that is not there"),
        ("pair", {"a": None, "b": None}, "'pair' is not two takes and the latest of them"),
        ("pair", {"a": None, "b": None, "latest": "c"}, "'pair' is not two takes"),
        ("made_with", {"bars": 0}, "Length in bars must be 1 to 256"),
        ("makers", [], "makers are no JSON object"),
        ("makers", {"a": {"model": None}}, "not a model and a blend"),
        ("makers", {"a": {"model": None, "blend": None}}, "'model' names no model"),
        ("makers", {"a": {"model": NO_MARK, "blend": None}}, "'Mine' is named without its hash"),
        ("made_by", "a", "made by what is not among its makers"),
        ("made_by", [], "made by what is not among its makers"),
        ("view", 3, "choices of view are no JSON object"),
        ("view", {"zoom": 1}, "unknown entry 'zoom'"),
        ("view", {"shows_score": 1}, "'shows_score' of the wrong kind"),
        ("view", {"left": 0.0}, "A piano roll cannot stand"),
        ("view", {"left": 0, "quarter_px": 0, "top": 70, "row_px": 9}, "A piano roll cannot"),
        ("view", {"left": 1e300, "quarter_px": 9, "top": 70, "row_px": 9}, "A piano roll cannot"),
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
        ("made_by", "a", "made by what is not among its makers"),
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
    assert "takes is no JSON object" in refusal(tmp_path, json.dumps({**values, "takes": [3]}))


def test_a_missing_entry_is_named(tmp_path: Path) -> None:
    values = json.loads(text_from_project(SMALL))
    del values["notes"]
    assert "'notes' is missing" in refusal(tmp_path, json.dumps(values))


def test_a_whole_number_will_do_for_a_tempo_and_a_temperature() -> None:
    text = text_from_project(SMALL).replace("100.0", "100").replace("0.8", "1")
    project = project_from_text(text)
    assert (project.song.tempo, project.controls.temperature) == (100.0, 1.0)


def test_a_project_is_known_by_its_name_or_by_how_it_begins(tmp_path: Path) -> None:
    bare, other, pipe = tmp_path / "bare", tmp_path / "other", tmp_path / "pipe"
    save_project(SMALL, bare)
    other.write_text("c4 d4")
    os.mkfifo(pipe)
    assert is_project(bare)
    assert is_project(tmp_path / "not there.Cantilena")
    assert not any(map(is_project, (other, pipe, tmp_path / "gone", tmp_path, Path("a\0b"))))
    bare.rename(tmp_path / "a.mid")
    assert not is_project(tmp_path / "a.mid"), "a name that says something else is believed"


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


def test_takes_without_a_star_give_way_where_there_is_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.cantilena"
    monkeypatch.setattr("core.project.LARGEST_FILE", 4_000)
    save_project(replace(SMALL, takes=(TAKE,), batch=Batch((OTHER,) * 9, (TAKE, None))), path)
    assert project_from_file(path) == replace(SMALL, takes=(TAKE,), batch=Batch((), (TAKE, None)))
    save_project(replace(SMALL, batch=Batch((OTHER,) * 9, (OTHER, None))), path)
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

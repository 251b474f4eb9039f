import json
import shutil
from pathlib import Path
from random import Random

import pytest

from core.compose.quotation import Quotations
from core.corpus.preparation import transposed_home
from core.errors import UserError
from core.files.decoding import TextError
from core.files.kern import song_from_kern_file
from core.model.bundle import open_model
from core.model.library import CLASSIC_MODEL, DEFAULT_MODEL, bundled_models
from core.model.note.dataset import is_told
from core.model.note.model import NoteModel
from core.model.originality import (
    RUN,
    Indexing,
    Originality,
    hashes_from_melody,
    index_path,
    indexes_beside,
    longest_shared,
    read_index,
    write_index,
)
from core.music.melody import Melody, Note
from core.music.song import Song

SONGS = 300


def tune(random: Random, notes: int = 40) -> Melody:
    line, tick, pitch = [], 0, 67
    for _ in range(notes):
        duration = random.choice((120, 240, 240, 480, 720))
        pitch = min(84, max(55, pitch + random.choice((-4, -2, -1, 0, 1, 2, 3))))
        line.append(Note(tick, duration, pitch))
        tick += duration
    return Melody(tuple(line), tick)


def songs(random_seed: int, number: int = SONGS) -> list[Song]:
    random = Random(random_seed)
    return [Song(tune(random), title=f"Song {place}") for place in range(number)]


def index_of(learnt: list[Song]) -> Originality:
    indexing = Indexing()
    for song in learnt:
        indexing.add(song)
    return indexing.index


LEARNT = songs(1)
INDEX = index_of(LEARNT)
EXACT = Quotations(song.melody for song in LEARNT)


def patched(own: Melody, other: Melody, begin: int, notes: int) -> Melody:
    """`own` with a run of another tune in its middle, in another key."""
    line, tick = [], 0
    run = other.transposed(5).notes[begin : begin + notes]
    for note in (*own.notes[:10], *run, *own.notes[10:20]):
        line.append(Note(tick, note.duration, note.pitch))
        tick += note.duration
    return Melody(tuple(line), tick)


def test_no_run_is_overlooked_and_most_are_measured_nearly() -> None:
    random = Random(2)
    beyond = []
    for _ in range(300):
        other = random.choice(LEARNT).melody
        mixed = patched(tune(random), other, random.randrange(15), random.randrange(4, 24))
        exact, told = EXACT.longest(mixed), INDEX.longest(mixed).notes
        assert told >= exact or exact < RUN
        beyond.append(told - max(exact, RUN - 1))
    assert sum(beyond) / len(beyond) < 3
    assert sum(more <= 1 for more in beyond) > 100


def test_a_song_is_found_in_any_key_with_its_title() -> None:
    found = [INDEX.longest(song.melody.transposed(-3)) for song in LEARNT]
    assert {shared.notes for shared in found} == {40}
    named = [song.title in shared.titles for song, shared in zip(LEARNT, found, strict=True)]
    assert sum(named) > 0.85 * SONGS
    assert max(len(shared.titles) for shared in found) <= 2, "and hardly ever with another"


def test_false_alarms_are_as_frequent_as_they_shall_be() -> None:
    others = [INDEX.longest(song.melody) for song in songs(7)]
    assert all(shared.notes < 24 for shared in others)
    assert sum(bool(shared.titles) for shared in others) < 0.02 * SONGS
    hits = [hit for s in songs(7) for hit in INDEX.may_have(hashes_from_melody(s.melody))]
    assert 0.37 < sum(hits) / len(hits) < 0.43, "or notes could be guessed one by one from it"


def test_another_index_of_the_same_songs_tells_no_more() -> None:
    other = index_of([*LEARNT[1::2], *LEARNT[::2], *songs(8, 200)])
    assert len(other.filter) != len(INDEX.filter)
    strange = [hashes_from_melody(song.melody) for song in songs(7)]
    both = [INDEX.may_have(hashes) & other.may_have(hashes) for hashes in strange]
    hits = [hit for found in both for hit in found]
    assert 0.35 < sum(hits) / len(hits) < 0.4


def test_short_tunes_and_no_songs_share_nothing() -> None:
    assert INDEX.longest(Melody()) == (0, ())
    assert INDEX.longest(LEARNT[0].melody.until(700)).notes < RUN
    assert index_of([]).longest(LEARNT[0].melody).notes < 20
    assert index_of([]).longest(LEARNT[0].melody).titles == ()
    assert longest_shared((), LEARNT[0].melody, 0) is None
    assert longest_shared((index_of([]), INDEX), LEARNT[0].melody, 0) == INDEX.longest(
        LEARNT[0].melody
    )


def test_what_the_seed_shares_by_itself_does_not_count() -> None:
    own = LEARNT[0].melody
    strange = tune(Random(99), 12)
    mixed = Melody((*own.notes[:20], *(note.moved(own.notes[20].onset) for note in strange)), 99999)
    assert INDEX.longest(mixed).notes >= 20
    assert INDEX.longest(mixed, known=20 + 8).notes < 20


def test_it_comes_back_from_its_file_and_holds_no_order(tmp_path: Path) -> None:
    path = index_path(tmp_path / "own.keras")
    write_index(INDEX, path)
    (back,) = indexes_beside(tmp_path / "own.keras")
    tunes = [song.melody for song in LEARNT]
    assert [back.longest(melody) for melody in tunes] == [INDEX.longest(m) for m in tunes]
    assert indexes_beside(tmp_path / "other.keras") == ()
    write_index(index_of(LEARNT), tmp_path / "again.index")
    assert (tmp_path / "again.index").read_bytes() == path.read_bytes()


def file_with(**members: object) -> bytes:
    head = {"format": "cantilena originality", "version": 1, "run": RUN, "places": 8, "marks": 0}
    return json.dumps(head | members).encode() + b"\nabc"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}\n",
        b"\xff\x00\n",
        b"[" * 100_000,
        b"[" + b"{}," * 100_000 + b"{}]\n",  # ten times as much memory as letters
        file_with(version=2),
        file_with(marks=9),
        file_with(places=-8),
        file_with(places=1e9),
        file_with(run=6),
    ],
)
def test_another_file_is_refused_in_a_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "own.index"
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"own\.index' is no index of songs, or a damaged one"):
        read_index(path)


def test_damaged_titles_are_refused_too(tmp_path: Path) -> None:
    path = tmp_path / "own.index"
    write_index(INDEX, path)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(UserError, match="titles"):
        _ = read_index(path).titles


def test_a_model_with_a_damaged_index_is_refused_and_one_without_is_opened(tmp_path: Path) -> None:
    model = tmp_path / "own.keras"
    shutil.copy(CLASSIC_MODEL, model)
    assert open_model(model).indexes == ()
    index_path(model).write_bytes(b"something else")
    with pytest.raises(UserError, match=r"own\.index' is no index of songs"):
        open_model(model)


def test_every_model_in_the_box_has_its_index() -> None:
    for path in bundled_models():
        (index,) = open_model(path).indexes
        assert len(index.titles) > 1000, path


@pytest.mark.slow
def test_the_german_index_knows_the_songs_that_the_model_learnt_from(essen: Path) -> None:
    model = open_model(DEFAULT_MODEL)
    assert isinstance(model, NoteModel)
    learnt, whole, named = 0, 0, 0
    for file in sorted((essen / "asia").rglob("*.krn"))[::10]:
        try:
            song = song_from_kern_file(file)
        except TextError:
            continue
        if len(song.melody) < 2 * RUN or not is_told(transposed_home(song), model.vocabulary):
            continue
        learnt += 1
        shared = model.indexes[0].longest(song.melody)
        whole += shared.notes == len(song.melody)
        named += song.title in shared.titles
    assert learnt > 50
    assert whole > 0.95 * learnt, "but for variants of songs that the model is tried on"
    assert named > 0.7 * learnt

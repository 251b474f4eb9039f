from pathlib import Path

import pytest

from core.compose.controls import Controls
from core.errors import UserError
from core.files.midi import write_midi
from core.files.reading import song_from_file
from core.music.melody import Melody, Note
from core.music.song import Song
from core.project import Project, save_project

SONG = Song(Melody((Note(0, 480, 67), Note(480, 480, 69)), 960), title="A tune", seed_end=480)


def test_the_same_tune_is_read_from_every_kind_of_file(tmp_path: Path) -> None:
    write_midi(SONG, tmp_path / "a.mid")
    write_midi(SONG, tmp_path / "a.MIDI")
    save_project(Project(SONG, Controls(bars=3)), tmp_path / "a.cantilena")
    (tmp_path / "a.txt").write_text("g4\na4\n")
    (tmp_path / "a.krn").write_text("**kern\n4g\n4a\n*-\n")
    songs = {path.name: song_from_file(path) for path in tmp_path.iterdir()}
    assert {song.melody for song in songs.values()} == {SONG.melody}
    assert songs["a.cantilena"] == songs["a.mid"] == songs["a.MIDI"] == SONG
    assert (songs["a.txt"].seed_end, songs["a.krn"].seed_end) == (960, 960), "all is the user's"


def test_other_kinds_are_named_with_those_that_can_be_read(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        song_from_file(tmp_path / "a.mp3")
    assert str(refused.value) == (
        f"'{tmp_path / 'a.mp3'}' is of no kind that can be read; those are "
        ".mid, .midi, .krn, .kern, .txt and .cantilena."
    )


@pytest.mark.parametrize(
    ("name", "content", "place"),
    [
        ("a.txt", b"c4 d4\n\n  e4 d4~ f4", "line 3, column 6: "),
        ("a.krn", b"**kern\n4c\n4zz\n*-\n", "line 3: "),
    ],
)
def test_a_mistake_is_found_in_its_line(
    tmp_path: Path, name: str, content: bytes, place: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        song_from_file(path)
    assert str(refused.value).startswith(f"'{path}', {place}")
    assert str(refused.value).endswith(".")

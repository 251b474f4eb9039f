"""What a reader promises of whatever it takes for a tune, a project, a recipe or settings."""

import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from core.clip import clip_from_data, data_from_clip
from core.errors import UserError
from core.files.abc import song_from_abc, tunes_from_abc
from core.files.abc_writing import abc_from_song
from core.files.kern import song_from_kern
from core.files.kern_writing import kern_from_song
from core.files.midi import bytes_from_song, song_from_midi
from core.files.midi_file import LARGEST_FILE, MOST_BEATS
from core.music.melody import QUARTER, Melody
from core.music.song import Song
from core.music.tempo import FASTEST_TEMPO, MOST_TEMPI, SLOWEST_TEMPO
from core.project import Project, project_from_text, text_from_project
from core.recipe import Recipe, is_recipe, recipe_from_text, text_from_recipe
from core.record import FormatError

LONGEST_SENTENCE = 1_000
"""Letters, the path of the file aside: more is no sentence that anybody reads."""

_LAST_TICK = 1 << 31
_MOST_WRITTEN = 1_000


def check_song(song: Song) -> None:
    """It is one that the program can show, keep as a project, write and read again."""
    melody = song.melody
    assert all(SLOWEST_TEMPO <= tempo <= FASTEST_TEMPO for _, tempo in song.tempos.changes)
    assert len(song.tempos.changes) <= MOST_TEMPI
    assert all(type(n.onset) is int and type(n.duration) is int for n in melody)
    assert 0 <= song.seed_end <= _LAST_TICK
    assert melody.end <= _LAST_TICK
    song.meters.position(melody.end)
    _ = song.bars
    kept = replace(song, catalogue="")
    if len(melody) > _MOST_WRITTEN:  # the same once more, and slow
        return
    assert project_from_text(text_from_project(Project(kept))).song == kept
    if melody.notes:
        _check_texts(song)
    data = bytes_from_song(song)
    if melody.notes and melody.end <= MOST_BEATS * QUARTER:
        assert len(data) <= LARGEST_FILE
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "tune.mid"
            path.write_bytes(data)
            assert song_from_midi(path).melody == melody


def _check_texts(song: Song) -> None:
    """As kern and as ABC its notes are the same, but for their velocities."""
    written = [(note.onset, note.duration, note.pitch) for note in song.melody]
    with suppress(UserError):  # for a note that the format cannot hold
        kern, abc = kern_from_song(song), abc_from_song(song)
        for read in (song_from_kern(kern), song_from_abc(tunes_from_abc(abc)[0])):
            assert [(note.onset, note.duration, note.pitch) for note in read.melody] == written


def check_project(project: Project) -> None:
    assert project_from_text(text_from_project(project)) == project
    if is_recipe(project.recipe):
        with suppress(UserError, FormatError):
            check_recipe(recipe_from_text(project.recipe))
    check_song(project.song)
    for take in project.takes:
        check_song(take.song)


def check_recipe(recipe: Recipe) -> None:
    assert recipe_from_text(text_from_recipe(recipe)) == recipe
    check_song(recipe.song)
    check_song(recipe.seed)


def check_clip(clip: Melody) -> None:
    assert clip_from_data(data_from_clip(clip)).notes == clip.notes
    check_song(Song(clip))


def check_sentence(sentence: str, path: Path) -> None:
    """What is said to the user: one line, no longer than a sentence is."""
    said = sentence.replace(str(path), "")
    assert said.strip(), "a refusal says why"
    assert len(said) <= LONGEST_SENTENCE, f"a sentence of {len(said)} letters"
    assert "\n" not in said, "a sentence is one line"


def check_any(_: object) -> None:
    """A value that is true as soon as it is made."""

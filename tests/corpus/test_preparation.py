from dataclasses import replace

import pytest

from core.corpus.packing import pack, unpack
from core.corpus.preparation import (
    CLASSIC_DURATIONS,
    has_durations,
    packed_home,
    transposed_home,
)
from core.corpus.tonality import key_by_music21
from core.errors import UserError
from core.files.kern import song_from_kern
from core.music.key import A_MINOR, C_MAJOR, Key
from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.text import melody_from_text
from tests.corpus.tunes import KEYLESS, SCALE, UPBEAT


def song(text: str, key: Key | None = C_MAJOR) -> Song:
    return Song(melody_from_text(text), key=key)


@pytest.mark.parametrize(
    ("key", "text", "moved"),
    [
        (Key(1), "g4 b4", "c5 e5"),
        (Key(-1), "f4 a4", "c4 e4"),
        (Key(6), "f#4", "c4"),
        (Key(3, "minor"), "f#4 a4", "a4 c5"),
        (Key(-3, "minor"), "c4 eb4", "a3 c4"),
    ],
)
def test_songs_move_home_by_the_nearest_interval(key: Key, text: str, moved: str) -> None:
    prepared = transposed_home(song(text, key))
    assert prepared.melody == melody_from_text(moved)
    assert prepared.key == (A_MINOR if key.mode == "minor" else C_MAJOR)


def test_all_else_stays_as_it_was() -> None:
    before = song_from_kern(UPBEAT)
    after = transposed_home(song_from_kern(SCALE))
    assert transposed_home(before) == before
    assert after.meters == song_from_kern(SCALE).meters
    assert after.phrase_ends == song_from_kern(SCALE).phrase_ends


@pytest.mark.parametrize("text", [SCALE, UPBEAT, KEYLESS])
def test_a_packed_song_comes_home_packed(text: str) -> None:
    song = song_from_kern(text)
    home = transposed_home(replace(song, key=song.key or Key(-1)))
    assert unpack(packed_home(pack(song), lambda _: Key(-1))) == home


@pytest.mark.slow
def test_a_song_without_a_key_is_estimated_by_music21() -> None:
    keyless = song_from_kern(KEYLESS)
    assert keyless.key is None
    assert key_by_music21(keyless.melody) == Key(-1)
    assert transposed_home(keyless).melody == keyless.melody.transposed(-5)
    assert key_by_music21(Melody()) == C_MAJOR


def test_a_song_at_the_edge_of_midi_is_refused() -> None:
    with pytest.raises(UserError, match="leaves the range"):
        transposed_home(Song(Melody((Note(0, 480, 126),), 480), key=Key(1)))


@pytest.mark.parametrize(
    ("text", "is_classic"),
    [
        ("c4/16 c4/8 c4/8. c4/4 c4/4. c4/2 c4/2. c4/1", True),
        ("c4/4 r/4 c4/2", True),
        ("c4/32", False),
        ("c4/2 c4/1.", False),
        ("c4/2~ c4/8", False),
        ("c4/4 r/32 c4/4", False),
        ("c4/4 r/1.", False),
        ("", True),
    ],
)
def test_the_classic_durations(text: str, is_classic: bool) -> None:
    assert has_durations(song(text)) == is_classic


def test_other_durations_can_be_asked_for() -> None:
    assert has_durations(song("c4/12 d4 e4"), {160})
    assert not has_durations(song("c4/12 d4 e4"), CLASSIC_DURATIONS)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.files.abc_writing import abc_from_song
from core.files.kern_writing import kern_from_song
from core.files.musicxml_writing import musicxml_from_song
from core.music.melody import Melody, Note
from core.music.song import Song
from core.pasted import suffix_of_text

SONG = Song(Melody((Note(0, 480, 60), Note(480, 480, 62)), 960), title="Small")


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        (abc_from_song(SONG), ".abc"),
        (kern_from_song(SONG), ".krn"),
        (musicxml_from_song(SONG), ".musicxml"),
        ("%abc-2.1\r\n\r\nX: 3\r\nT:Red\r\nK: D\r\nABc\r\n", ".abc"),
        ("!!!COM: Anon\n!! note\n**kern\t**text\n4c\tla\n*-\t*-", ".krn"),
        ("<!DOCTYPE score-partwise PUBLIC ''>\n<score-partwise>", ".musicxml"),
        ("c4 d4 e4", None),
        ("K: is a letter, X:1 too", None),
        ("", None),
        ("<html><body>X:1</body></html>", None),
    ],
)
def test_kinds_of_text(text: str, suffix: str | None) -> None:
    assert suffix_of_text(text) == suffix


@given(st.text())
def test_any_text_is_of_some_kind_or_none(text: str) -> None:
    assert suffix_of_text(text) in (None, ".abc", ".krn", ".musicxml")

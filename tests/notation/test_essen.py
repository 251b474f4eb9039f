"""Spelled as the editors of a large collection spelled: nothing but the pitches is known here."""

import re
from itertools import islice
from pathlib import Path

import pytest

from core.files.decoding import text_from_file
from core.files.kern import song_from_kern
from core.files.transcript import MOST_CHARACTERS
from core.music.scale import is_in_scale
from core.music.tonality import estimate_key
from core.notation.spelling import spelled

_NAME = re.compile(r"([A-Ga-g])\1*([#-]*)")


def written(text: str) -> list[str]:
    """The letters and signs of a kern tune, one for each note; what ties go on to is none."""
    tokens = (line for line in text.splitlines() if line and line[0] not in "!*=.")
    notes = (token for token in tokens if not set(token) & set("r_]"))
    found = (_NAME.search(re.sub(r"[^A-Ga-g#-]", "", token)) for token in notes)
    return [name[1].lower() + name[2] for name in found if name is not None]


@pytest.mark.slow
def test_notes_are_spelled_as_their_editors_did(essen: Path) -> None:
    same = chromatic = same_chromatic = notes = 0
    for file in islice(sorted(essen.rglob("*.krn")), 0, None, 7):
        text = text_from_file(file, MOST_CHARACTERS)
        song = song_from_kern(text)
        names = written(text)
        if len(names) != len(song.melody):
            continue  # chords, and the like
        key = song.key or estimate_key(song.melody)
        for note, name, theirs in zip(
            song.melody, spelled(song.melody.notes, key), names, strict=True
        ):
            ours = name.letter + ("#" * name.alteration or "-" * -name.alteration)
            is_outside = not is_in_scale(note.pitch, key)
            notes += 1
            same += ours == theirs
            chromatic += is_outside
            same_chromatic += is_outside and ours == theirs
    assert notes > 50_000
    assert same / notes > 0.998
    assert same_chromatic / chromatic > 0.9

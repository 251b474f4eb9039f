"""`hear`: what a model makes of a seed."""

import json
from pathlib import Path

import pytest

from core import cli
from core.model.library import CLASSIC_MODEL


def report(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    assert cli.run(["hear", *arguments, "--json"]) == 0
    loaded = json.loads(capsys.readouterr().out)
    assert isinstance(loaded, dict)
    return loaded


def test_each_note_has_its_bits_and_the_key_its_margin(capsys: pytest.CaptureFixture[str]) -> None:
    found = report(capsys, "c4 d4 e4 g#4", "--key", "C major")
    assert (found["key"], found["found_key"], found["second_key"]) == (
        *("C major", "A minor", "C major"),
    )
    notes = found["notes"]
    assert isinstance(notes, list)
    assert [note["pitch"] for note in notes] == [60, 62, 64, 68]
    assert max(notes, key=lambda note: note["pitch_bits"])["pitch"] == 68
    assert notes[3]["heard"] == {"onset": 1440, "duration": 480, "pitch": 68}


def test_a_file_is_heard_as_if_its_notes_were_typed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = tmp_path / "seed.txt"
    seed.write_text("c4 e4/8 f4 g4/2")
    model = str(CLASSIC_MODEL)
    assert report(capsys, str(seed), "--model", model) == report(
        capsys, "c4 e4/8 f4 g4/2", "--model", model
    )


def test_the_remarks_are_lines_behind_the_key(capsys: pytest.CaptureFixture[str]) -> None:
    notes = report(capsys, "c4 d4 e4/12")["notes"]
    assert isinstance(notes, list)
    assert cli.run(["hear", "c4 d4 e4/12"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "Key: C major (G major next, 0.7 bits less likely)",
        *(note["remark"] for note in notes),
    ]


def test_an_empty_seed_has_no_surprises(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(capsys, "")["notes"] == []

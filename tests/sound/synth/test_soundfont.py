from pathlib import Path

import pytest

from core.sound.synth import soundfont
from core.sound.synth.soundfont import VARIABLE, find_soundfont


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(soundfont, "_FOLDERS", (str(tmp_path / "missing"), str(tmp_path)))
    return tmp_path


def test_nothing_is_found_where_nothing_is(folder: Path) -> None:
    (folder / "readme.txt").touch()
    assert find_soundfont({}) is None


def test_the_systems_choice_comes_before_known_names_and_those_before_others(folder: Path) -> None:
    for name in ("aaa.sf2", "TimGM6mb.sf2", "default-GM.sf3"):
        (folder / name).touch()
    assert find_soundfont({}) == folder / "default-GM.sf3"
    (folder / "default-GM.sf3").unlink()
    assert find_soundfont({}) == folder / "TimGM6mb.sf2"
    (folder / "TimGM6mb.sf2").unlink()
    assert find_soundfont({}) == folder / "aaa.sf2"


def test_a_broken_link_is_no_soundfont(folder: Path) -> None:
    (folder / "default-GM.sf2").symlink_to(folder / "gone.sf2")
    assert find_soundfont({}) is None


def test_the_variable_wins_even_if_its_file_is_missing(folder: Path) -> None:
    (folder / "default-GM.sf2").touch()
    assert find_soundfont({VARIABLE: "/nowhere/own.sf2"}) == Path("/nowhere/own.sf2")

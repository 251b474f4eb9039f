"""The settings on the disk: of many windows, of newer versions, damaged, and not to be written."""

import errno
import json
import os
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.compose.controls import Controls
from core.errors import UserError
from core.memory import MOST_KEPT, load_settings, save_settings, settings_file
from core.settings import Settings, text_from_settings
from tests.fuzz.variation import bytes_varied, json_varied
from tests.mounting import run_as_mounter
from tests.test_settings import CHOSEN, values_of


def write(content: str | bytes) -> Path:
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def kept() -> list[bytes]:
    """What is kept beside, the oldest first."""
    files = settings_file().parent.glob("settings.unread-*.json")
    return [file.read_bytes() for file in sorted(files, key=lambda f: int(f.stem.split("-")[-1]))]


def test_the_first_start_has_the_defaults_and_nothing_to_say() -> None:
    assert load_settings() == (Settings(), None)


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    save_settings(CHOSEN)
    assert load_settings() == (CHOSEN, None)
    assert settings_file().is_relative_to(tmp_path), "a test's settings are its own"
    assert [file.name for file in settings_file().parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "no readable JSON"),
        ("[]", "no JSON object"),
        ('{"version": 2, "tempo": NaN}', "no readable JSON"),
        (b"\xff\x00", "no text file"),
        (b" " * 1_000_001, "larger than 1 MB"),
    ],
)
def test_a_file_of_no_use_gives_the_defaults_and_one_message_and_is_kept(
    content: str | bytes, words: str
) -> None:
    path = write(content)
    loaded, message = load_settings()
    assert loaded == Settings()
    assert message is not None
    assert words in message
    assert str(path) in message
    assert message.endswith(" What was in it is kept in 'settings.unread-1.json'.")
    assert "\n" not in message
    assert kept() == [content if isinstance(content, bytes) else content.encode()]
    assert load_settings() == (Settings(), None), "and it is told once"


def test_entries_that_cannot_be_understood_are_named_and_the_file_is_kept() -> None:
    values = values_of(CHOSEN) | {"tempo": 5, "odd\nname": 1}
    path = write(json.dumps(values))
    loaded, message = load_settings()
    assert loaded == replace(CHOSEN, tempo=100.0)
    assert message == (
        f"Some settings are the defaults again, as '{path}' has what cannot be understood: "
        "tempo, odd name. What was in it is kept in 'settings.unread-1.json'."
    )
    assert kept() == [json.dumps(values).encode()]
    assert load_settings()[0] == loaded, "after a kill, before anything was written"
    assert len(kept()) == 1
    save_settings(loaded, loaded)
    assert load_settings() == (loaded, None)
    assert len(kept()) == 1


def test_of_many_strange_entries_a_few_are_named() -> None:
    write(json.dumps({"version": 2, **{f"entry{number}": 0 for number in range(50_000)}}))
    _, message = load_settings()
    assert message is not None
    assert "entry0, entry1, entry2, entry3, entry4, …." in message


def test_what_a_newer_version_wrote_is_kept_and_told_once() -> None:
    values = values_of(CHOSEN) | {"version": 3, "scent": "rose"}
    write(json.dumps(values))
    loaded, message = load_settings()
    assert loaded == CHOSEN
    assert message is not None
    assert message.startswith("A newer version of the program wrote the settings")
    save_settings(loaded, loaded)
    assert load_settings() == (CHOSEN, None)
    assert [json.loads(file) for file in kept()] == [values]


def test_none_that_is_kept_is_overwritten_and_of_many_the_oldest_go() -> None:
    for number in range(MOST_KEPT + 3):
        write(f"damaged {number}")
        load_settings()
    assert kept() == [f"damaged {number}".encode() for number in range(3, MOST_KEPT + 3)]


def test_a_folder_in_the_place_of_the_file_is_put_aside() -> None:
    settings_file().mkdir(parents=True)
    loaded, message = load_settings()
    assert loaded == Settings()
    assert message is not None
    save_settings(CHOSEN)
    assert load_settings() == (CHOSEN, None)


def test_a_folder_that_may_not_be_looked_into_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    monkeypatch.setattr(Path, "exists", refuse)
    loaded, complaint = load_settings()
    assert loaded == Settings()
    assert complaint is not None
    assert "may not be read" in complaint


def test_each_window_writes_what_was_changed_in_it() -> None:
    save_settings(CHOSEN)
    first = replace(CHOSEN, tempo=60.0)
    second = replace(CHOSEN, seed="d4", controls=Controls(bars=5))
    save_settings(first, CHOSEN)
    save_settings(second, CHOSEN)
    assert load_settings() == (replace(second, tempo=60.0), None)
    third = replace(first, tempo=70.0)
    save_settings(third, first)
    assert load_settings() == (replace(second, tempo=70.0), None)


@settings(max_examples=25)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 3), st.integers(30, 99)), max_size=20))
def test_of_two_windows_the_last_choice_of_each_thing_is_kept(
    choices: list[tuple[bool, int, int]],
) -> None:
    settings_file().unlink(missing_ok=True)
    start = Settings()
    windows, written = [start, start], [start, start]
    expected = start
    for is_second, what, number in choices:

        def chosen(settings: Settings, what: int = what, number: int = number) -> Settings:
            match what:
                case 0:
                    return replace(settings, tempo=float(number))
                case 1:
                    return replace(settings, seed=f"c{number}")
                case 2:
                    return replace(settings, controls=replace(settings.controls, bars=number))
            return replace(settings, layout=replace(settings.layout, takes_px=number))

        changed = chosen(windows[is_second])
        if changed != windows[is_second]:
            expected = chosen(expected)
        windows[is_second] = changed
        save_settings(changed, written[is_second])
        written[is_second] = changed
    assert load_settings() == (expected, None)


def test_a_file_that_is_damaged_while_the_program_runs_is_kept_and_written_anew() -> None:
    save_settings(CHOSEN)
    write("damaged")
    now = replace(CHOSEN, tempo=60.0)
    save_settings(now, CHOSEN)
    assert load_settings() == (now, None)
    assert kept() == [b"damaged"]


def test_nothing_is_written_where_nothing_was_changed() -> None:
    save_settings(CHOSEN)
    before = settings_file().stat().st_mtime_ns, settings_file().stat().st_ino
    save_settings(CHOSEN, CHOSEN)
    assert before == (settings_file().stat().st_mtime_ns, settings_file().stat().st_ino)


def test_a_place_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    with pytest.raises(UserError, match="settings cannot be kept"):
        save_settings(CHOSEN)


READ_ONLY_AND_FULL = """
import os, subprocess, sys
from dataclasses import replace
from core.errors import UserError
from core.memory import load_settings, save_settings, settings_file
from core.settings import Settings

disk = sys.argv[1]
os.environ["XDG_CONFIG_HOME"] = disk
def mount(*options):
    subprocess.run(["mount", *options, disk], check=True)
def refusal():
    try:
        save_settings(Settings(tempo=90.0), chosen)
    except UserError as error:
        return str(error)
chosen = Settings(tempo=60.0)
mount("-t", "tmpfs", "-o", "size=64k", "tmpfs")
save_settings(chosen)
mount("-o", "remount,ro")
assert refusal() == (
    f"The settings cannot be kept: '{settings_file()}' cannot be written, its folder is read-only; "
    "choose another folder."
), refusal()
assert load_settings() == (chosen, None)
mount("-o", "remount,rw")
try:
    with open(disk + "/filler", "wb", buffering=0) as filler:
        while True:
            filler.write(bytes(4096))
except OSError:
    pass
assert "There is no room left on the disk" in refusal()
assert load_settings() == (chosen, None)
os.unlink(disk + "/filler")
save_settings(Settings(tempo=90.0), chosen)
assert load_settings() == (Settings(tempo=90.0), None)
"""


@pytest.mark.slow
def test_on_a_disk_that_is_full_or_read_only_the_settings_stay_as_they_are(tmp_path: Path) -> None:
    run_as_mounter(READ_ONLY_AND_FULL, tmp_path)


@given(st.integers(0, 2**32), st.integers(1, 4), st.booleans())
def test_whatever_the_file_holds_there_are_settings_that_can_be_kept(
    number: int, times: int, keeps_json: bool
) -> None:
    chance = Random(number)
    content = text_from_settings(CHOSEN).encode()
    for _ in range(times):
        content = (json_varied if keeps_json else bytes_varied)(content, chance)
    write(content)
    loaded, _ = load_settings()
    now = replace(loaded, tempo=61.0)
    save_settings(now, loaded)
    assert load_settings() == (now, None)
    assert len(kept()) <= MOST_KEPT

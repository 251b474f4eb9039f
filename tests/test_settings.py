import errno
import json
import os
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.compose.controls import Controls
from core.errors import UserError
from core.layout import Layout
from core.recording.choices import RecordingChoices
from core.settings import (
    Settings,
    load_settings,
    save_settings,
    settings_file,
    settings_from_text,
    text_from_settings,
)
from core.sound.choices import SoundChoices

CHOSEN = Settings(
    output="FLUID Synth",
    controls=Controls(bars=16),
    sound=SoundChoices(soundfont="own.sf2", volume=0.25, program=73, thru=False, count_in=2),
    tempo=72.5,
    keeps_random_seed=True,
    layout=Layout(column_px=400, shows_piano=False, unfolds_live=True),
)


def test_the_first_start_has_the_defaults_and_nothing_to_say() -> None:
    assert load_settings() == (Settings(), None)


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    save_settings(CHOSEN)
    assert load_settings() == (CHOSEN, None)
    assert settings_file().is_relative_to(tmp_path), "a test's settings are its own"


def test_a_file_from_before_there_were_choices_of_sound_is_read() -> None:
    values = json.loads(text_from_settings(CHOSEN))
    del values["sound"]
    assert settings_from_text(json.dumps(values)) == replace(CHOSEN, sound=SoundChoices())
    values["sound"] = {"volume": 0.5, "channel": 3}
    partly = SoundChoices(volume=0.5, channel=3)
    assert settings_from_text(json.dumps(values)) == replace(CHOSEN, sound=partly)


def test_the_word_that_once_was_the_layout_is_forgotten() -> None:
    values = json.loads(text_from_settings(CHOSEN))
    values |= {"version": 1, "layout": "without piano"}
    assert settings_from_text(json.dumps(values)) == replace(CHOSEN, layout=Layout())


@given(st.text(max_size=30), st.floats(20, 400), st.booleans(), st.floats(0, 2))
def test_text_holds_every_field(text: str, tempo: float, keeps: bool, temperature: float) -> None:
    texts = {field.name: text for field in fields(Settings) if field.type in (str, "str")}
    settings = Settings(
        **texts,
        shows_field=keeps,
        tempo=tempo,
        keeps_random_seed=keeps,
        layout=Layout(shows_piano=keeps),
        controls=Controls(temperature),
        recording=RecordingChoices(waits=keeps, strength=temperature / 2),
        sound=SoundChoices(soundfont=text, input=text, volume=temperature / 2),
    )
    assert settings_from_text(text_from_settings(settings)) == settings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no readable JSON"),
        ("nonsense", "no readable JSON"),
        ("[]", "no JSON object"),
        ("{}", "no version number"),
        ('{"version": 9}', "newer version"),
        ('{"version": 1, "output": 3}', "'output' of the wrong kind"),
        ('{"version": 1, "colour": 3}', "unknown entry 'colour'"),
        ('{"version": 1, "tempo": 5}', "tempo is 5"),
        ('{"version": 1, "tempo": NaN}', "no readable JSON"),
        ('{"version": 1, "tempo": 1e999}', "no readable JSON"),
        ('{"version": 1, "controls": {"bars": 1000}}', "Length in bars must be"),
        ('{"version": 1, "controls": 4}', "controls are no JSON object"),
        ('{"version": 1, "sound": {"volume": 1.5}}', "Volume must be 0 to 1"),
        ('{"version": 1, "sound": {"thru": 1}}', "'thru' of the wrong kind"),
        ('{"version": 1, "sound": 4}', "choices of sound are no JSON object"),
        ('{"version": 2, "layout": "wide"}', "layout are no JSON object"),
        ('{"version": 2, "layout": {"column_px": "wide"}}', "'column_px' of the wrong kind"),
    ],
)
def test_a_file_of_no_use_gives_the_defaults_and_one_message(text: str, words: str) -> None:
    path = settings_file()
    path.parent.mkdir(parents=True)
    path.write_text(text)
    settings, message = load_settings()
    assert settings == Settings()
    assert message is not None
    assert words in message
    assert str(path) in message
    assert message.endswith(".")
    assert "\n" not in message
    kept = [file.read_text() for file in path.parent.iterdir()]
    assert kept == [text], "the unreadable file is kept"
    assert load_settings() == (Settings(), None), "and it is told once"


def test_a_folder_that_may_not_be_looked_into_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bool:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    monkeypatch.setattr(Path, "exists", refuse)
    settings, complaint = load_settings()
    assert settings == Settings()
    assert complaint is not None
    assert "may not be read" in complaint


def test_bytes_and_folders_in_the_place_of_the_file_are_survived() -> None:
    path = settings_file()
    path.mkdir(parents=True)
    assert load_settings()[0] == Settings()
    path.write_bytes(b"\xff\x00")
    assert load_settings()[0] == Settings()


def test_a_place_that_cannot_be_written_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    with pytest.raises(UserError, match="settings cannot be kept"):
        save_settings(CHOSEN)

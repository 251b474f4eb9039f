import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.compose.controls import Controls
from core.layout import Layout
from core.music.meter import Meter
from core.record import FormatError
from core.recording.choices import RecordingChoices
from core.settings import (
    Reading,
    Settings,
    settings_from_text,
    text_from_settings,
    with_changes,
)
from core.sound.choices import SoundChoices

CHOSEN = Settings(
    output="FLUID Synth",
    meter=Meter(3, 4),
    upbeat=480,
    controls=Controls(bars=16),
    sound=SoundChoices(soundfont="own.sf2", volume=0.25, program=73, thru=False, count_in=2),
    tempo=72.5,
    keeps_random_seed=True,
    layout=Layout(column_px=400, shows_piano=False, unfolds_live=True),
)


def values_of(settings: Settings) -> dict[str, object]:
    values: dict[str, object] = json.loads(text_from_settings(settings))
    return values


def test_a_file_from_before_there_were_choices_of_sound_is_read() -> None:
    values = values_of(CHOSEN)
    del values["sound"]
    assert settings_from_text(json.dumps(values)) == Reading(replace(CHOSEN, sound=SoundChoices()))
    values["sound"] = {"volume": 0.5, "channel": 3}
    partly = SoundChoices(volume=0.5, channel=3)
    assert settings_from_text(json.dumps(values)) == Reading(replace(CHOSEN, sound=partly))


def test_the_word_that_once_was_the_layout_is_forgotten() -> None:
    values = values_of(CHOSEN) | {"version": 1, "layout": "without piano"}
    assert settings_from_text(json.dumps(values)) == Reading(replace(CHOSEN, layout=Layout()))


@given(st.text(max_size=30), st.floats(20, 400), st.booleans(), st.floats(0, 2))
def test_text_holds_every_field(text: str, tempo: float, keeps: bool, temperature: float) -> None:
    text = text.replace("\0", "")
    texts = {field.name: text for field in fields(Settings) if field.type in (str, "str")}
    settings = Settings(
        **texts,
        meter=Meter(int(tempo) % 64 + 1, 8),
        upbeat=int(tempo),
        shows_field=keeps,
        tempo=tempo,
        keeps_random_seed=keeps,
        layout=Layout(shows_piano=keeps),
        controls=Controls(temperature),
        recording=RecordingChoices(waits=keeps, strength=temperature / 2),
        sound=SoundChoices(soundfont=text, input=text, volume=temperature / 2),
    )
    assert settings_from_text(text_from_settings(settings)) == Reading(settings)


@pytest.mark.parametrize("text", ["", "nonsense", "[]", "3", '{"tempo": NaN}', '{"tempo": 1e999}'])
def test_what_is_no_json_object_is_no_settings(text: str) -> None:
    with pytest.raises(FormatError):
        settings_from_text(text)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("version", "2"),
        ("version", 0),
        ("output", 3),
        ("output", "a\0b"),
        ("geometry", "\ud800"),
        ("seed", "c4 " * 10_000),
        ("colour", 3),
        ("tempo", 5),
        ("tempo", "fast"),
        ("meter", "3/4"),
        ("meter.unit", 5),
        ("meter.beats", 2.5),
        ("upbeat", "long"),
        ("controls", 4),
        ("controls.bars", 1000),
        ("controls.mood", "sad"),
        ("controls.blend", "\0"),
        ("sound", None),
        ("sound.volume", 1.5),
        ("sound.thru", 1),
        ("recording.grid", 7),
        ("recording.mode", "lazy"),
        ("layout", "wide"),
        ("layout.column_px", "wide"),
        ("layout.column_px", 10**9),
        ("layout.takes_px", -1),
        ("layout.score_zoom", 1e300),
    ],
)
def test_an_entry_that_cannot_be_understood_is_the_default_and_all_others_are_as_chosen(
    place: str, value: object
) -> None:
    values = values_of(CHOSEN)
    name, _, entry = place.partition(".")
    default = values_of(Settings())
    if entry:
        group, usual = values[name], default[name]
        assert isinstance(group, dict)
        assert isinstance(usual, dict)
        values[name] = group | {entry: value}
        default[name] = group | ({entry: usual[entry]} if entry in usual else {})
    else:
        values[name] = value
    expected = values_of(CHOSEN) | ({name: default[name]} if name in default else {})
    reading = settings_from_text(json.dumps(values))
    assert reading.strange == (place,)
    assert not reading.is_newer
    assert values_of(reading.settings) == expected


def test_of_two_entries_that_do_not_go_together_one_stays() -> None:
    values = values_of(CHOSEN)
    values["controls"] = {"lowest": 70, "highest": 60, "bars": 12}
    reading = settings_from_text(json.dumps(values))
    assert reading.strange == ("controls.highest",)
    assert reading.settings == replace(CHOSEN, controls=Controls(lowest=70, bars=12))


def test_what_a_newer_version_wrote_is_taken_as_far_as_it_is_known() -> None:
    values = values_of(CHOSEN) | {"version": 3, "scent": "rose", "tempo": {"begin": 60}}
    reading = settings_from_text(json.dumps(values))
    assert reading == Reading(replace(CHOSEN, tempo=100.0), ("tempo", "scent"), is_newer=True)


def test_only_what_was_changed_is_changed() -> None:
    before = CHOSEN
    there = replace(CHOSEN, tempo=60.0, controls=Controls(bars=4, takes=3), seed="c4")
    now = replace(CHOSEN, controls=Controls(bars=32), output="synth")
    changed = with_changes(there, before, now)
    assert changed == replace(there, controls=Controls(bars=32, takes=3), output="synth")


def test_changes_that_do_not_go_with_those_of_others_take_their_group_with_them() -> None:
    before = Settings()
    there = Settings(controls=Controls(lowest=70, bars=5), tempo=50.0)
    now = Settings(controls=Controls(highest=60))
    assert with_changes(there, before, now) == replace(there, controls=now.controls)

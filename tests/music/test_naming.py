import pytest

from core.music.key import Key, key_from_text
from core.music.naming import key_words, pitch_words


@pytest.mark.parametrize(
    ("pitch", "key", "name"),
    [
        (60, None, "C4"),
        (66, "G major", "F♯4"),
        (66, "Db major", "G♭4"),
        (59, "Cb major", "C♭4"),
        (60, "C# major", "B♯3"),
        (67, "G# minor", "F♯♯4"),
        (0, "C major", "C-1"),
    ],
)
def test_pitches_are_spelled_for_the_key(pitch: int, key: str | None, name: str) -> None:
    assert pitch_words(pitch, key_from_text(key) if key else None) == name


def test_every_pitch_of_every_key_has_a_name() -> None:
    for fifths in range(-7, 8):
        for key in (Key(fifths), Key(fifths, "minor")):
            names = {pitch_words(pitch, key) for pitch in range(128)}
            assert len(names) == 128


def test_keys_are_named_by_tonic_and_mode() -> None:
    assert key_words(key_from_text("F# minor")) == "F♯ minor"
    assert key_words(key_from_text("Bb")) == "B♭ major"
    names = {key_words(Key(f, mode)) for f in range(-7, 8) for mode in ("major", "minor")}
    assert len(names) == 30

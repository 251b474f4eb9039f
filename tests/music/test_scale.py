from core.music.key import key_from_text
from core.music.scale import is_in_scale
from core.music.text import melody_from_text


def inside(notes: str, key: str) -> list[bool]:
    return [is_in_scale(n.pitch, key_from_text(key)) for n in melody_from_text(notes).notes]


def test_a_major_scale_has_its_seven_notes() -> None:
    assert all(inside("d4 e4 f#4 g4 a4 b4 c#5", "D major"))
    assert not any(inside("eb4 f4 g#4 bb4 c5", "D major"))


def test_minor_has_both_its_sixths_and_sevenths() -> None:
    assert all(inside("d4 e4 f4 g4 a4 bb4 b4 c5 c#5", "D minor"))
    assert not any(inside("eb4 f#4 g#4", "D minor"))

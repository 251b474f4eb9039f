import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.errors import UserError
from core.music.key import C_MAJOR, Key, key_from_text
from core.music.melody import Melody, Note
from core.music.text import melody_from_text, parse, text_from_melody
from tests.music.strategies import melodies
from tests.music.test_key import KEYS


def said(text: str) -> list[tuple[int, int, int]]:
    return [(note.onset, note.duration, note.pitch) for note in melody_from_text(text)]


@pytest.mark.parametrize(
    ("text", "pitches"),
    [
        ("c4 C4 a4 b4 c5", [60, 60, 69, 71, 72]),
        ("f#4 g##4 bb4 ebb4 Bb4 BB4", [66, 69, 70, 62, 70, 70]),
        ("b-4 e-3 f♯4 d♭4", [70, 51, 66, 61]),
        ("c0 g9 cb0 b#8", [12, 127, 11, 120]),
    ],
)
def test_pitches(text: str, pitches: list[int]) -> None:
    assert [note.pitch for note in melody_from_text(text)] == pitches


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("c4 d4/8 e4 f4/4. g4", [480, 240, 240, 720, 720]),
        ("c4. d4 e4/8 f4. g4/16", [720, 720, 240, 360, 120]),
        ("c4/1 d4/2 e4/32 f4/64. g4/12 a4/192", [1920, 960, 60, 45, 160, 10]),
        ("c4/2 (3 d4/8 e4 f4) g4 a4", [960, 160, 160, 160, 240, 240]),
        ("(3c4/4 d4/8) (3 e4. f4 g4/4.)", [320, 160, 240, 240, 480]),
    ],
)
def test_lengths_hold_until_the_next(text: str, lengths: list[int]) -> None:
    assert [note.duration for note in melody_from_text(text)] == lengths


def test_rests_ties_and_bar_lines() -> None:
    assert said("r/8 c4~ | c4/4 r/2 c#4~ db4~ c#4 r") == [
        (240, 720, 60),
        (1920, 2880, 61),
    ]
    assert melody_from_text("c4 r").end == 960


def test_each_note_has_its_place() -> None:
    text = "c4 x9 d4~ | d4/2 r (3 e4/8 f4 g4)"
    typed = parse(text)
    shown = [text[start:end] for start, end in typed.places]
    assert shown == ["c4", "d4~ | d4/2", "e4/8", "f4", "g4"]
    assert len(typed.melody) == 5


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "|", " | | "])
def test_blank_text_is_an_empty_melody(text: str) -> None:
    assert parse(text).melody == Melody()
    assert parse(text).mistakes == ()


@pytest.mark.parametrize(
    ("text", "marked", "reason"),
    [
        ("c4 h4 d4", "h4", "There is no note 'h'"),
        ("c4 4", "4", "There is no note '4'"),
        ("c4 d", "d", "has no octave"),
        ("c10", "c10", "MIDI note 132"),
        ("cbbbbbbbbbbbbb0", "cbbbbbbbbbbbbb0", "MIDI note -1"),
        ("c999999999999999999999", "c999999999999999999999", "MIDI note"),
        ("c" + "#" * 60 + "4", "c" + "#" * 60 + "4", "too long"),
        ("c4/7", "c4/7", "no length of a note"),
        ("c4/0", "c4/0", "no length of a note"),
        ("c4/", "c4/", "no length of a note"),
        ("c4/128.", "c4/128.", "too short"),
        ("(3 c4/128. d4/8) e4/3.", "e4/3.", ""),
        ("c4/8~.", "c4/8~.", "is no note"),
        ("c4~ d4", "c4~", "one pitch"),
        ("c4~ r c4", "c4~", "one pitch"),
        ("d4 c4~", "c4~", "missing"),
        ("r~ c4", "r~", "ties a rest"),
        ("(3 c4 d4 e4", "(3", "not closed"),
        ("c4 )", ")", "not open"),
        ("(c4 d4", "(", "begins with (3"),
        ("(3 c4 (3 d4)", "(3", "triplet within"),
    ],
)
def test_a_mistake_is_marked_where_it_stands(text: str, marked: str, reason: str) -> None:
    typed = parse(text)
    if not reason:
        assert typed.mistakes == ()
        return
    assert len(typed.mistakes) == 1
    mistake = typed.mistakes[0]
    assert text[mistake.start : mistake.end] == marked
    assert reason in mistake.sentence
    with pytest.raises(UserError, match=f"^Column {mistake.start + 1}: "):
        melody_from_text(text)


def test_what_is_right_beside_a_mistake_is_kept() -> None:
    typed = parse("c4/8 x4 d4 e4~ f4")
    assert [(note.duration, note.pitch) for note in typed.melody] == [
        (240, 60),
        (240, 62),
        (240, 64),
        (240, 65),
    ]
    assert [mistake.start for mistake in typed.mistakes] == [5, 11]


@given(st.text() | st.text("abcdefgr#b0123456789/.~()| -", max_size=60))
@example("(3" * 1000)
def test_no_text_is_too_odd(text: str) -> None:
    typed = parse(text)
    starts = [mistake.start for mistake in typed.mistakes]
    assert starts == sorted(starts)
    assert all(text[m.start : m.end].strip() and m.sentence for m in typed.mistakes)


@given(melodies(), KEYS)
def test_written_and_read_again_a_melody_is_the_same(melody: Melody, key: Key) -> None:
    assert melody_from_text(text_from_melody(melody, key)) == melody


@given(melodies(unit=1))
def test_recorded_times_are_rounded_and_nothing_is_lost(melody: Melody) -> None:
    again = melody_from_text(text_from_melody(melody))
    assert [note.pitch for note in again] == [note.pitch for note in melody]
    # Each note too short to be written may push the next by what it lacks.
    drift = 10 + sum(10 for note in melody if note.duration < 20)
    assert all(
        abs(mine.onset - note.onset) <= drift for mine, note in zip(again, melody, strict=True)
    )


@pytest.mark.parametrize(
    "text",
    [
        "c4 d4 e4/8 f4 g4/4. r/8",
        "(3 c4/8 d4 e4) f4/4",
        "(3 c4 r e4) (3 g4/8 a4 b4)",
        "c4/2~ c4/8 e4",
        "r/1 c4/16. d4/32",
        "c4/12 d4 e4/8",
    ],
)
def test_melodies_are_written_as_a_musician_would(text: str) -> None:
    assert text_from_melody(melody_from_text(text)) == text


@pytest.mark.parametrize(
    ("key", "text"), [("F minor", "ab4 db5"), ("E major", "g#4 c#5"), ("C# major", "g#4 c#5")]
)
def test_pitches_are_spelled_for_the_key(key: str, text: str) -> None:
    assert text_from_melody(melody_from_text("g#4 c#5"), key_from_text(key)) == text


def test_the_lowest_octave_can_be_typed() -> None:
    lowest = Melody((Note(0, 480, 0), Note(480, 480, 12)), 960)
    for fifths in range(-7, 8):
        assert melody_from_text(text_from_melody(lowest, Key(fifths))) == lowest
    assert text_from_melody(lowest, C_MAJOR) == "cbbbbbbbbbbbb0 c0"


def test_ten_thousand_notes_are_read() -> None:
    text = " ".join(f"{letter}{octave}/8." for octave in (3, 4) for letter in "cdefg") + " "
    melody = parse(text * 1000).melody
    assert len(melody) == 10_000
    assert melody.end == 10_000 * 360


def test_of_very_many_mistakes_the_first_are_told() -> None:
    typed = parse("( " * 5_000 + "c4")
    assert len(typed.mistakes) == 1_000
    assert typed.mistakes[-1].start == 1_998
    assert len(typed.melody) == 1

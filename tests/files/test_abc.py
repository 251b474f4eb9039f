import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.files.abc import contents_from_abc, song_from_abc, tunes_from_abc, tunes_from_abc_file
from core.files.decoding import TextError
from core.music.key import Key
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap

HEADER = "X:1\nT:Small tune\nM:4/4\nL:1/8\nK:C\n"


def abc(music: str, header: str = HEADER) -> Song:
    (tune,) = tunes_from_abc(header + music)
    return song_from_abc(tune)


def heard(song: Song) -> list[tuple[float, float, int]]:
    """(onset, duration, pitch), times in eighths."""
    return [(n.onset / 240, n.duration / 240, n.pitch) for n in song.melody]


def pitches(music: str, header: str = HEADER) -> list[int]:
    return [note.pitch for note in abc(music, header).melody]


def durations(music: str, header: str = HEADER) -> list[float]:
    return [duration for _, duration, _ in heard(abc(music, header))]


def test_notes_octaves_lengths_and_rests() -> None:
    assert heard(abc("C, C c c' | z2 B3/2 A/ G// F/4 x2")) == [
        (0, 1, 48),
        (1, 1, 60),
        (2, 1, 72),
        (3, 1, 84),
        (6, 1.5, 71),
        (7.5, 0.5, 69),
        (8, 0.25, 67),
        (8.25, 0.25, 65),
    ]
    assert abc("C, C c c' | z2 B3/2 A/ G// F/4 x2").melody.end == 240 * 10.5


def test_a_rest_of_whole_bars() -> None:
    assert heard(abc("c8 | Z2 | d8")) == [(0, 8, 72), (24, 8, 74)]
    assert heard(abc("Z20 | d8")) == [(160, 8, 74)]


def test_accidentals_hold_to_the_bar_line_in_their_octave() -> None:
    assert pitches("^F F f =F | F _B B") == [66, 66, 77, 65, 65, 70, 70]


def test_from_version_2_1_on_they_hold_in_every_octave() -> None:
    assert pitches("^F F f | f", "%abc-2.1\n" + HEADER) == [66, 66, 78, 77]


def test_a_tied_note_keeps_its_accidental_over_the_bar_line() -> None:
    assert heard(abc("^F4- | F2 F2")) == [(0, 6, 66), (6, 2, 65)]


def test_ties_join_notes_of_one_pitch_only() -> None:
    assert heard(abc("c2- | c2 d-e")) == [(0, 4, 72), (4, 1, 74), (5, 1, 76)]


@pytest.mark.parametrize(
    ("music", "expected"),
    [
        ("c>d", [1.5, 0.5]),
        ("c<d", [0.5, 1.5]),
        ("c>>d", [1.75, 0.25]),
        ("(c>.d) e", [1.5, 0.5, 1]),
        ("c2>d2 e", [3, 1, 1]),
    ],
)
def test_broken_rhythms(music: str, expected: list[float]) -> None:
    assert durations(music) == expected


def test_tuplets() -> None:
    assert durations("(3cde f") == [2 / 3] * 3 + [1]
    assert durations("(3:2:2 c2d e") == [4 / 3, 2 / 3, 1]
    assert durations("(5cdefg a") == [0.4] * 5 + [1]
    assert durations("(2cd e", HEADER.replace("4/4", "6/8")) == [1.5, 1.5, 1]


def test_grace_notes_decorations_texts_and_lyrics_are_passed_over() -> None:
    music = '{cd}"Am7"!trill!~c .d "^slow"uTe \\\nw: la la la\n% c d e\nf y g`a'
    assert pitches(music) == [72, 74, 76, 77, 79, 81]


def test_of_a_chord_the_highest_note_is_kept() -> None:
    assert heard(abc("[CEG]2 [c2e2]")) == [(0, 2, 67), (2, 2, 76)]


def test_repeats_and_endings_stand_in_the_order_of_the_text() -> None:
    song = abc("|: c4 d4 |1 e8 :|2 f8 |]")
    assert [pitch for *_, pitch in heard(song)] == [72, 74, 76, 77]
    assert song.meters.is_constant


def test_a_repeat_before_an_upbeat_cuts_no_bar() -> None:
    song = abc("G | c4 c4 | d4 d3 :: G | e4 e4 | f4 f3 :|")
    assert song.meters == MeterMap.constant(Meter(4, 4), 240)


def test_an_upbeat_and_a_change_of_meter() -> None:
    song = abc("G2 | c8 | [M:3/4] c6 | d6 |\nM:4/4\ne8 |")
    assert song.meters == MeterMap(
        ((0, Meter(4, 4)), (2400, Meter(3, 4)), (5280, Meter(4, 4))), pickup=480
    )


@pytest.mark.parametrize(
    ("field", "key", "sounds"),
    [
        ("G", Key(1), 66),
        ("Gm", Key(-2, "minor"), 65),
        ("G minor", Key(-2, "minor"), 65),
        ("Edor", Key(1, "minor"), 66),
        ("D Mixolydian", Key(2), 66),
        ("Ador", Key(0, "minor"), 66),
        ("Flyd", Key(-1), 65),
        ("F# clef=treble", Key(6), 66),
        ("Bb", Key(-2), 65),
        ("C ^f", Key(0), 66),
        ("Hp", None, 66),
        ("none", None, 65),
    ],
)
def test_keys(field: str, key: Key | None, sounds: int) -> None:
    song = abc("F", HEADER.replace("K:C", f"K:{field}"))
    assert song.key == key
    assert song.melody.notes[0].pitch == sounds


def test_a_later_key_alters_but_the_first_one_counts() -> None:
    song = abc("F [K:G] F")
    assert [n.pitch for n in song.melody] == [65, 66]
    assert song.key == Key(0)


@pytest.mark.parametrize(
    ("field", "tempo"),
    [("1/4=90", 90), ("3/8=40", 60), ('"Lively" 1/8=200', 100), ("240", 120), ("1/4=9999", 100)],
)
def test_tempi(field: str, tempo: float) -> None:
    assert abc("c", HEADER.replace("K:C", f"Q:{field}\nK:C")).tempo == tempo


def test_a_tempo_in_the_music_holds_from_there() -> None:
    tune = abc("c2 [Q:1/4=90] d2>[Q:1/8=100]e2 | \nQ:1/4=50\nf2-[Q:1/4=200]f2", HEADER)
    assert tune.tempos == TempoMap(((0, 90), (1200, 50), (1920, 200)))


def test_the_length_of_a_note_follows_the_meter_where_none_is_given() -> None:
    assert durations("c", "X:1\nM:2/4\nK:C\n") == [0.5]
    assert durations("c", "X:1\nM:3/4\nK:C\n") == [1]


@pytest.mark.parametrize(
    ("field", "meter"), [("C", "4/4"), ("C|", "2/2"), ("2+3/8", "5/8"), ("none", "4/4")]
)
def test_meters(field: str, meter: str) -> None:
    assert str(abc("c", f"X:1\nM:{field}\nK:C\n").meters.meter) == meter


def test_the_first_voice_is_the_melody() -> None:
    header = "X:1\nM:4/4\nL:1/8\nV:low\nV:high\nK:C\n"
    assert pitches("V:high\nc d | e &C C |\nV:low\nC, D,\n[V:high] f\n", header) == [72, 74, 76, 77]


def test_each_voice_with_notes_is_a_part() -> None:
    """As abcjs, EasyABC and abc2midi write them: in blocks, by turns, and within a line."""
    (tune,) = tunes_from_abc(
        'X:1\nT:Three\nM:3/4\nL:1/4\nQ:90\nV:S name="Soprano" clef=treble\n'
        'V:B nm="Bass"\nV:E\nK:G\n'
        "V:S\ncde|\n[V:B] G,3|\nV:S\n[L:1/8] f2 g4|\n[M:4/4][V:B] B,3|\n[V:T]z3|\n"
    )
    contents = contents_from_abc(tune)
    assert [(part.name, part.notes) for part in contents.parts] == [("Soprano", 5), ("Bass", 2)]
    soprano, bass = (part.song for part in contents.parts)
    assert [(n.onset, n.duration, n.pitch) for n in soprano.melody] == [
        *((0, 480, 72), (480, 480, 74), (960, 480, 76)),
        *((1440, 480, 78), (1920, 960, 79)),
    ]
    assert [(n.onset, n.duration, n.pitch) for n in bass.melody] == [
        *((0, 1440, 55), (1440, 1440, 59)),
    ]
    assert contents.proposal.song == song_from_abc(tune) == soprano
    assert {(song.title, song.tempo, str(song.key)) for song in (soprano, bass)} == {
        ("Three", 90.0, "G major")
    }
    assert str(bass.meters.meter) == "3/4"


def test_what_stands_before_any_voice_is_the_first_voice() -> None:
    (tune,) = tunes_from_abc("X:1\nL:1/4\nK:C\nc\nV:2\nC\nV:1\nd\n")
    pitches = [[n.pitch for n in part.song.melody] for part in contents_from_abc(tune).parts]
    assert pitches == [[72, 74], [60]]


def test_too_many_voices_are_refused() -> None:
    (tune,) = tunes_from_abc("X:1\nK:C\n" + "".join(f"V:{n}\nc\n" for n in range(201)))
    with pytest.raises(TextError, match="200 voices") as refused:
        song_from_abc(tune)
    assert refused.value.line == 403


def test_notes_are_counted_in_all_voices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.files.abc.MOST_NOTES", 5)
    (tune,) = tunes_from_abc("X:1\nK:C\nV:1\ncde\nV:2\n[ce]d\nV:1\ng\n")
    with pytest.raises(TextError, match="More than 5 notes") as refused:
        song_from_abc(tune)
    assert refused.value.line == 8


def test_a_fermata_ends_a_phrase() -> None:
    assert abc("c2 Hd2 e2 !fermata!f2").phrase_ends == (960, 1920)


def test_several_tunes_in_a_text_and_what_stands_above_them() -> None:
    text = "L:1/4\n\nX:1\nT:One\nT:Uno\nK:C\nc\n\nNot music: bad\n\nX:7\nK:G\nf"
    one, two = (song_from_abc(tune, "seven") for tune in tunes_from_abc(text))
    assert (one.title, [n.pitch for n in one.melody]) == ("One", [72])
    assert (two.title, [n.pitch for n in two.melody]) == ("seven", [78])
    assert one.melody.end == two.melody.end == 480


def test_a_comment_does_not_end_a_tune() -> None:
    assert pitches("c\n%\nd") == [72, 74]


def test_an_old_file_is_read_in_the_alphabet_of_dos(tmp_path: Path) -> None:
    path = tmp_path / "old.abc"
    path.write_bytes("X:1\r\nT:Grüne Wälder\r\nK:C\r\nc".encode("cp437"))
    (tune,) = tunes_from_abc_file(path)
    assert song_from_abc(tune).title == "Grüne Wälder"


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("X:1\nT:none", 1, "no line K:"),
        ("X:1\nK:C\nz4", 1, "no note"),
        ("X:1\nK:C\nc99999 d", 3, "no length of a note"),
        ("X:1\nK:C\nc\nd/0", 4, "divides by nothing"),
        ("X:1\nL:1/1\nK:C\nc999", 4, "longer than 16 whole notes"),
        ("X:1\nK:C\nC,,,,,,,", 3, "out of range"),
        ("X:1\nL:4/1\nK:C\n" + "c4" * 313 * 4, 4, "20,000 quarters"),
    ],
)
def test_what_is_no_melody_is_refused_with_its_line(text: str, line: int, sentence: str) -> None:
    (tune,) = tunes_from_abc(text)
    with pytest.raises(TextError, match=sentence) as caught:
        song_from_abc(tune)
    assert caught.value.line == line


@pytest.mark.parametrize("bracket", ["{", "[w:", '["', "[|", '"', "!", "(", "-"])
def test_brackets_that_never_end_take_no_longer_than_other_signs(bracket: str) -> None:
    begun = time.process_time()
    assert pitches(f"c {bracket * 100_000}\nd")[-1] == 74
    assert time.process_time() - begun < 3, "as long as the square of their number takes"


def test_the_text_above_many_tunes_is_read_once() -> None:
    tunes = tunes_from_abc("L:1/2\nM:3/4\n%abc-2.1\n" * 1_000 + "L:1/4\n" + "X:1\nK:C\nc\n" * 3)
    assert [len(tune.header) for tune in tunes] == [3, 3, 3]
    song = song_from_abc(tunes[2])
    assert (song.melody.end, str(song.meters.meter)) == (480, "3/4")


def test_long_tunes_and_too_many_are_refused() -> None:
    with pytest.raises(TextError, match="20,000 tunes"):
        tunes_from_abc("X:1\n" * 20_001)
    (tune,) = tunes_from_abc("X:1\nK:C\n" + "z" * 1_000_000)
    with pytest.raises(TextError, match="1,000,000 characters"):
        song_from_abc(tune)


MUSIC = st.text("cCdFgG^_=,'/123456789|:[](){}<>-zZ&\"! \n%H", max_size=60)


@given(st.text(max_size=60), MUSIC)
@example("M:0/0", "c")
@example("K:\nL:0/9", "[[|]]")
@example("Q:0/0=0", "(1c(9d((3")
def test_any_text_is_a_song_or_is_refused(header: str, music: str) -> None:
    for tune in tunes_from_abc(f"X:1\n{header}\nK:C\n{music}"):
        with suppress(TextError):
            assert song_from_abc(tune).melody.notes

import io
import random
import time
from dataclasses import replace
from pathlib import Path

import mido  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UserError
from core.files.midi import (
    LONGEST_REMARK,
    bytes_from_song,
    contents_from_midi,
    remarks_in_midi,
    song_from_midi,
    tunes_in_midi,
    write_midi,
)
from core.files.midi_file import MOST_BEATS, MOST_EVENTS
from core.files.transcript import LONGEST_QUARTERS, MOST_NOTES
from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import MOST_TEMPI, TempoMap
from tests.songs import melodies, songs

SONG = Song(
    Melody(
        (
            Note(0, 480, 67),
            Note(480, 960, 72, 100),
            Note(1440, 480, 74),
            Note(2400, 960, 76),
        ),
        3840,
    ),
    MeterMap.constant(Meter(3, 4), 480),
    Key(-2, "minor"),
    tempos=TempoMap.constant(90.0),
    title="Grüße",
    seed_end=1440,
)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    write_midi(SONG, tmp_path / "song.mid")
    return tmp_path / "song.mid"


def messages(track: mido.MidiTrack) -> list[str]:
    tick, found = 0, []
    for message in track:
        tick += message.time
        parts = {k: v for k, v in message.dict().items() if k not in ("type", "time", "channel")}
        found.append(f"{tick} {message.type} {' '.join(map(str, parts.values()))}".strip())
    return found


def test_any_sequencer_finds_everything_in_its_place(saved: Path) -> None:
    file = mido.MidiFile(saved, charset="utf-8")
    assert (file.type, file.ticks_per_beat, len(file.tracks)) == (1, 480, 2)
    assert messages(file.tracks[0]) == [
        "0 track_name Grüße",
        "0 set_tempo 666667",
        "0 key_signature Gm",
        "0 time_signature 1 4 24 8",
        "480 time_signature 3 4 24 8",
        "1440 marker Continuation",
        "3840 end_of_track",
    ]
    assert messages(file.tracks[1]) == [
        "0 track_name Grüße",
        "0 program_change 0",
        "0 note_on 67 88",
        "480 note_off 67 0",
        "480 note_on 72 100",
        "1440 note_off 72 0",
        "1440 note_on 74 88",
        "1920 note_off 74 0",
        "2400 note_on 76 88",
        "3360 note_off 76 0",
        "3840 end_of_track",
    ]
    assert file.length == pytest.approx(3840 / 480 * 60 / 90, rel=1e-5)


def test_the_same_song_makes_the_same_bytes() -> None:
    assert bytes_from_song(SONG) == bytes_from_song(replace(SONG))


def test_a_song_comes_back_whole(saved: Path) -> None:
    assert song_from_midi(saved) == SONG


@given(songs(anywhere=True))
def test_songs_come_back(song: Song) -> None:
    # What the format cannot tell: phrases, changes of meter behind the end, an empty song, and
    # whether a short first bar was meant as an upbeat.
    if not song.melody.notes:
        return
    path = Path("unused.mid")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("core.files.midi_file.read_file", lambda *_: bytes_from_song(song))
        again = song_from_midi(path)
    assert again.melody == song.melody
    assert (again.key, again.tempos, again.title) == (song.key, song.tempos, song.title)
    assert again.seed_end == (song.seed_end or song.melody.end)
    meters = song.meters
    if meters.is_constant or (meters.pickup and meters.changes[-1][0] < song.melody.end):
        assert again.meters == meters


@pytest.mark.parametrize("end", [480, 960])
def test_a_seed_that_is_only_an_upbeat_keeps_its_meter(tmp_path: Path, end: int) -> None:
    song = Song(Melody((Note(0, 480, 67),), end), MeterMap.constant(Meter(4, 4), 960), seed_end=end)
    write_midi(song, tmp_path / "upbeat.mid")
    again = song_from_midi(tmp_path / "upbeat.mid")
    assert (again.meters, again.melody) == (song.meters, song.melody)


def save(path: Path, *tracks: list[mido.Message], **header: int) -> Path:
    mido.MidiFile(tracks=[mido.MidiTrack(track) for track in tracks], **header).save(path)
    return path


def note(pitch: int, start: int, length: int, channel: int = 0) -> list[mido.Message]:
    return [
        mido.Message("note_on", note=pitch, time=start, channel=channel),
        mido.Message("note_on", note=pitch, velocity=0, time=length, channel=channel),
    ]


def test_the_tune_of_another_program_is_found(tmp_path: Path) -> None:
    conductor = [
        mido.MetaMessage("track_name", name="A song"),
        mido.MetaMessage("set_tempo", tempo=400_000),
        mido.MetaMessage("set_tempo", tempo=999_999, time=96),
    ]
    bass = [m for _ in range(8) for m in note(40, 0, 96)]
    drums = [m for _ in range(90) for m in note(90, 0, 12, channel=9)]
    tune = [m for pitch in (72, 74, 76, 77) for m in note(pitch, 24, 96)]
    path = save(tmp_path / "a.mid", conductor, bass, drums, tune, ticks_per_beat=96)
    song = song_from_midi(path)
    assert [(n.onset, n.duration, n.pitch) for n in song.melody] == [
        (120, 480, 72),
        (720, 480, 74),
        (1320, 480, 76),
        (1920, 480, 77),
    ]
    assert (song.title, song.tempo, song.key) == ("A song", 150.0, None)
    assert (song.meters, song.seed_end) == (MeterMap(), 2400)


def test_one_track_of_several_channels_is_several_voices(tmp_path: Path) -> None:
    track = []
    for pitch in (72, 74, 76):
        high, low = note(pitch, 0, 480), note(48, 0, 0, channel=1)
        track += [high[0], low[0], high[1], low[1]]
    song = song_from_midi(save(tmp_path / "a.mid", track, type=0))
    assert [n.pitch for n in song.melody] == [72, 74, 76]
    assert song.tempo == 120.0, "what the format says where a file says nothing"


def test_notes_that_are_never_ended_or_struck_twice_are_ended(tmp_path: Path) -> None:
    track = [
        mido.Message("note_on", note=60),
        mido.Message("note_on", note=60, time=480),
        mido.MetaMessage("end_of_track", time=480),
    ]
    song = song_from_midi(save(tmp_path / "a.mid", track))
    assert [(n.onset, n.duration) for n in song.melody] == [(0, 480), (480, 480)]


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as refused:
        song_from_midi(path)
    assert str(path) in str(refused.value)
    return str(refused.value)


def test_files_out_of_bounds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, tune = tmp_path / "a.mid", note(60, 0, 480)
    assert "no notes, or only drums" in refusal(save(path, []))
    assert "no notes, or only drums" in refusal(save(path, note(60, 0, 480, channel=9)))
    assert "no notes, or only drums" in refusal(save(path, [], type=2))
    long = save(path, note(60, 480 * MOST_BEATS, 1))
    assert f"longer than {MOST_BEATS} beats" in refusal(long)
    monkeypatch.setattr("core.files.midi_file.MOST_EVENTS", 100)
    assert "more than 100 events" in refusal(save(path, tune * 51))
    data = bytearray(bytes_from_song(SONG))
    for division in (b"\0\0", b"\xe7\0", b"\xe6\x28"):
        data[12:14] = division
        path.write_bytes(data)
        assert "does not say how long a beat is" in refusal(path)
    data[8:10], data[12:14] = b"\0\3", b"\1\xe0"
    path.write_bytes(data)
    assert "format 3" in refusal(path)
    path.write_bytes(bytes(4_000_001))
    assert "larger than 4 MB" in refusal(path)
    path.write_text("c4 d4 e4")
    assert "no MIDI file" in refusal(path)
    assert "There is no file" in refusal(tmp_path / "missing.mid")


def test_damaged_files_are_read_or_refused_in_a_sentence(tmp_path: Path) -> None:
    random_source = random.Random(2)
    whole = bytes_from_song(SONG)
    refused = 0
    for index in range(400):
        data = bytearray(whole)
        for _ in range(random_source.randint(1, 4)):
            data[random_source.randrange(len(data))] = random_source.randrange(256)
        path = tmp_path / f"{index}.mid"
        path.write_bytes(data[: random_source.choice([len(data), random_source.randrange(200)])])
        try:
            song_from_midi(path)
        except UserError:
            refused += 1
    assert 100 < refused < 400


def test_the_file_is_put_in_place_whole_or_not_at_all(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder"):
        write_midi(SONG, tmp_path / "missing" / "a.mid")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_music21_sees_the_same_score(saved: Path) -> None:
    import music21

    score = music21.converter.parse(saved, forceSource=True, storePickle=False)
    played = [
        (float(n.getOffsetInHierarchy(score)), float(n.quarterLength), n.pitch.midi)
        for n in score.recurse().notes
    ]
    assert played == [(0, 1, 67), (1, 2, 72), (3, 1, 74), (5, 2, 76)]
    first_bar, second_bar = list(score.recurse().getElementsByClass("Measure"))[:2]
    assert (first_bar.duration.quarterLength, second_bar.offset) == (1.0, 1.0)
    marks = score.recurse()
    assert [t.ratioString for t in marks.getElementsByClass("TimeSignature")][:2] == ["1/4", "3/4"]
    assert {k.sharps for k in marks.getElementsByClass("KeySignature")} == {-2}
    assert {round(m.number) for m in marks.getElementsByClass("MetronomeMark")} == {90}


def test_an_empty_song_is_a_file_without_notes() -> None:
    assert mido.MidiFile(file=io.BytesIO(bytes_from_song(Song()))).length == 0


def test_numbers_without_end_and_too_many_events_are_refused_before_they_cost_anything(
    tmp_path: Path,
) -> None:
    head = b"MThd\0\0\0\6\0\0\0\1\1\xe0MTrk"
    path, begun = tmp_path / "a.mid", time.process_time()
    for track, words in (
        (b"\x81" * 3_900_000, "no MIDI file"),
        (b"\0\x90\x40\x40" + b"\0\x40\x40" * 1_300_000, "more than 250000 events"),
    ):
        path.write_bytes(head + len(track).to_bytes(4, "big") + track)
        assert words in refusal(path)
    assert time.process_time() - begun < 5


def test_a_remark_that_no_reader_would_take_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.mid"
    write_midi(SONG, path, "a" * LONGEST_REMARK)
    assert remarks_in_midi(path) == ["a" * LONGEST_REMARK]
    write_midi(SONG, path, "a" * (LONGEST_REMARK + 1))
    assert remarks_in_midi(path) == []


def test_as_many_notes_as_other_files_may_have_can_be_written_and_read() -> None:
    assert 2 * MOST_NOTES < MOST_EVENTS
    assert MOST_BEATS >= LONGEST_QUARTERS


def program(number: int, channel: int = 0) -> mido.Message:
    return mido.Message("program_change", program=number, channel=channel)


def test_a_file_of_format_0_offers_each_channel_with_its_program(tmp_path: Path) -> None:
    track = [
        mido.MetaMessage("track_name", name="All in one"),
        *(program(73, 0), program(32, 1), program(5, 9)),
        *[m for pitch in (72, 74) for m in note(pitch, 0, 480)],
        *[m for _ in range(3) for m in note(40, 0, 480, channel=1)],
        *[m for _ in range(4) for m in note(36, 0, 480, channel=9)],
    ]
    contents = contents_from_midi(save(tmp_path / "a.mid", track, type=0))
    told = [(p.channel, p.program, p.notes, p.name, p.is_drums) for p in contents.parts]
    assert told == [(1, 73, 2, "", False), (2, 32, 3, "", False), (10, 5, 4, "", True)]
    assert contents.proposed == 0
    assert {part.song.title for part in contents.parts} == {"All in one"}


def test_tracks_are_named_and_take_programs_from_a_track_of_settings(tmp_path: Path) -> None:
    settings = [mido.MetaMessage("track_name", name="A song"), program(40, 0), program(42, 1)]
    first = [mido.MetaMessage("track_name", name="Erste Geige  "), *note(76, 0, 480)]
    second = [
        mido.MetaMessage("instrument_name", name="Violoncello"),
        *(program(43, 1), *note(50, 0, 480, channel=1)),
    ]
    contents = contents_from_midi(save(tmp_path / "a.mid", settings, first, second))
    told = [(p.name, p.program, p.channel) for p in contents.parts]
    assert told == [("Erste Geige", 40, 1), ("Violoncello", 43, 2)]


def test_each_track_of_format_2_is_a_tune(tmp_path: Path) -> None:
    path = tmp_path / "a.mid"
    tracks = [
        [mido.MetaMessage("set_tempo", tempo=500_000)],
        [
            mido.MetaMessage("track_name", name="One"),
            mido.MetaMessage("set_tempo", tempo=1_000_000),
            *note(60, 0, 480),
        ],
        [mido.MetaMessage("time_signature", numerator=3, denominator=4), *note(62, 0, 480)],
    ]
    save(path, *tracks, type=2)
    assert tunes_in_midi(path) == ["One", ""]
    one, two = song_from_midi(path), song_from_midi(path, 2)
    assert ([n.pitch for n in one.melody], one.title, one.tempo) == ([60], "One", 60.0)
    assert ([n.pitch for n in two.melody], two.tempo) == ([62], 120.0)
    assert (str(one.meters.meter), str(two.meters.meter)) == ("4/4", "3/4")
    with pytest.raises(UserError, match="no tune 3"):
        song_from_midi(path, 3)


@pytest.mark.parametrize(("division", "ticks"), [(b"\xe7\x28", 500), (b"\xe8\x04", 48)])
def test_half_a_second_of_film_is_a_quarter(tmp_path: Path, division: bytes, ticks: int) -> None:
    path = save(
        tmp_path / "a.mid", [mido.MetaMessage("set_tempo", tempo=10), *note(60, ticks, ticks)]
    )
    data = bytearray(path.read_bytes())
    data[12:14] = division  # 25 frames of 40 parts, 24 frames of 4 parts
    path.write_bytes(data)
    song = song_from_midi(path)
    assert [(n.onset, n.duration) for n in song.melody] == [(480, 480)]
    assert song.tempo == 120


def test_a_name_that_nobody_can_read_is_none(tmp_path: Path) -> None:
    named = [mido.MetaMessage("track_name", name="\x81\x85\x9f"), *note(60, 0, 480)]
    contents = contents_from_midi(save(tmp_path / "a.mid", named, note(62, 0, 480)))
    assert {part.name for part in contents.parts} == {""}


def test_tempi_of_all_tracks_hold_from_where_they_stand(tmp_path: Path) -> None:
    tempi = [mido.MetaMessage("set_tempo", tempo=t, time=480) for t in (500_000, 500_000, 600_000)]
    later = [mido.MetaMessage("set_tempo", tempo=t, time=1200) for t in (250_000, 9_000_000)]
    song = song_from_midi(save(tmp_path / "a.mid", tempi, [*later, *note(60, 0, 480)]))
    changes = ((0, 120.0), (1200, 240.0), (1440, 100.0), (2400, 20.0))
    assert song.tempos == TempoMap(changes), "before the first a file is at 120"


def test_of_countless_tempi_the_first_are_taken(tmp_path: Path) -> None:
    count = 2 * MOST_TEMPI
    tempi = [mido.MetaMessage("set_tempo", tempo=500_000 + n, time=1) for n in range(count)]
    song = song_from_midi(save(tmp_path / "a.mid", tempi, note(60, 0, 480)))
    assert len(song.tempos.changes) == MOST_TEMPI


def test_running_status_and_notes_ended_by_loudness_0(tmp_path: Path) -> None:
    track = b"\0\x90\x3c\x40\x83\x60\x3c\0\0\x3e\x40\x83\x60\x3e\0\0\xff\x2f\0"
    path = tmp_path / "a.mid"
    head = b"MThd\0\0\0\6\0\0\0\1\1\xe0MTrk"
    path.write_bytes(head + len(track).to_bytes(4, "big") + track)
    assert [(n.onset, n.duration, n.pitch) for n in song_from_midi(path).melody] == [
        *((0, 480, 60), (480, 480, 62)),
    ]


def test_drums_can_be_had_by_whoever_asks_for_them(tmp_path: Path) -> None:
    contents = contents_from_midi(save(tmp_path / "a.mid", note(36, 0, 480, channel=9)))
    assert contents.proposal.is_drums
    assert [n.pitch for n in contents.proposal.song.melody] == [36]


@given(st.lists(melodies(12).filter(lambda melody: bool(melody.notes)), min_size=1, max_size=5))
def test_each_track_comes_back_as_a_part(lines: list[Melody]) -> None:
    """As a sequencer writes them: a track of settings, then a track and a channel for each."""
    tracks = [mido.MidiTrack([mido.MetaMessage("track_name", name="All")])]
    for channel, line in enumerate(lines):
        events = [
            (tick, mido.Message(kind, note=note.pitch, velocity=note.velocity, channel=channel))
            for note in line
            for tick, kind in ((note.onset, "note_on"), (note.end, "note_off"))
        ]
        begin, track = 0, mido.MidiTrack([mido.MetaMessage("track_name", name=f"V{channel}")])
        for tick, message in events:
            track.append(message.copy(time=tick - begin))
            begin = tick
        track.append(mido.MetaMessage("end_of_track", time=line.end - begin))
        tracks.append(track)
    out = io.BytesIO()
    mido.MidiFile(tracks=tracks, ticks_per_beat=480).save(file=out)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("core.files.midi_file.read_file", lambda *_: out.getvalue())
        contents = contents_from_midi(Path("unused.mid"))
    assert [part.song.melody for part in contents.parts] == lines
    assert [(part.name, part.channel) for part in contents.parts] == [
        (f"V{number}", number + 1) for number in range(len(lines))
    ]

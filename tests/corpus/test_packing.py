from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.corpus.packing import (
    Entry,
    bytes_from_entries,
    entries_from_bytes,
    heads_of,
    moved,
    pack,
    pack_refusal,
    unpack,
    unpack_refusal,
)
from core.music.key import C_MAJOR, Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from core.words import Words
from tests.music.strategies import melodies

SONG = Song(
    Melody((Note(0, 480, 60), Note(480, 960, 67, 40), Note(2000, 1, 127)), 2400),
    MeterMap(((0, Meter(3, 4)), (1440, Meter(6, 8))), 480),
    Key(-3, "minor"),
    TempoMap(((0, 96.5), (480, 20.0), (960, 400))),
    "Grüße, \u201cSmall\u201d\n\ud800",
    seed_end=480,
    phrase_ends=(480, 2400),
    catalogue="E0001A",
)


def test_a_song_comes_out_as_it_was_put_in() -> None:
    readable = SONG.title.replace("\ud800", "?")
    assert unpack(pack(SONG, 7)) == Song(
        SONG.melody,
        SONG.meters,
        SONG.key,
        SONG.tempos,
        readable,
        SONG.seed_end,
        SONG.phrase_ends,
        SONG.catalogue,
    )


@given(melodies().filter(lambda melody: bool(melody.notes)), st.text())
def test_any_melody_and_title(melody: Melody, title: str) -> None:
    found = unpack(pack(Song(melody, title=title)))
    assert found.melody == melody
    assert found.title == title.encode("utf-8", "replace").decode()


@given(melodies().filter(lambda melody: bool(melody.notes)), st.integers(-6, 5))
def test_moving_a_packed_song_is_moving_the_song(melody: Melody, semitones: int) -> None:
    packed = pack(replace(SONG, melody=melody))
    wanted = {note.pitch + semitones for note in melody}
    if min(wanted) < 0 or max(wanted) > 127:
        with pytest.raises(ValueError, match="range"):
            moved(packed, semitones, C_MAJOR)
        return
    before = unpack(packed)
    assert unpack(moved(packed, semitones, C_MAJOR)) == replace(
        before, melody=before.melody.transposed(semitones), key=C_MAJOR
    )


def test_a_refusal_holds_no_song() -> None:
    packed = pack_refusal(3, Words("It is {what}.", what="wrong"), 2)
    assert unpack_refusal(packed) == (3, "It is wrong.")
    assert not packed.is_song
    with pytest.raises(ValueError, match="no song"):
        unpack(packed)


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'["","",[[0,90]],null,[[0,4,4]],0,"x",0,[]]',
        b'["","",[[0,90]],null,[[0,4,3]],0,2400,0,[]]',
        b'["","",[[0,90]],[99,"major"],[[0,4,4]],0,2400,0,[]]',
        b'["","",[[0,90]],null,[[0,4,4]],0,2400,0,["x"]]',
        b'["","",[[0,90]],null,[7],0,2400,0,[]]',
        b'["","",90,null,[[0,4,4]],0,2400,0,[]]',
        b'["","",[],null,[[0,4,4]],0,2400,0,[]]',
        b'["","",[7],null,[[0,4,4]],0,2400,0,[]]',
        b'["","",[[0,12]],null,[[0,4,4]],0,2400,0,[]]',
        b'["","",[[0,90],[480,NaN]],null,[[0,4,4]],0,2400,0,[]]',
        b'["","",[[0,90],[1' + 400 * b"0" + b",60]],null,[[0,4,4]],0,2400,0,[]]",
        b'["","",[[0,90]' + 5000 * b",[0,90]" + b"],null,[[0,4,4]],0,2400,0,[]]",
        b'["","",[[0,90]],null,[[0,4,4]],0,99999999999999999,0,[]]',
        b'["","",[[0,90]],null,[[0,4,4]],0,2400,-1,[]]',
    ],
)
def test_whatever_is_no_song_or_refusal_is_told(head: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  Python's own sentences are as good
        unpack(pack(SONG)._replace(head=head))
    with pytest.raises(ValueError):  # noqa: PT011
        unpack_refusal(pack_refusal(3, Words("Bad."))._replace(head=head))


ENTRIES = [
    Entry(0, pack(SONG)),
    Entry(0, None),
    Entry(70_000, pack_refusal(None, Words("Bad."), 9)),
]


def test_entries_come_out_one_by_one() -> None:
    assert list(entries_from_bytes(bytes_from_entries(ENTRIES))) == ENTRIES


@given(st.integers(min_value=1))
def test_bytes_that_are_cut_off_are_told(cut: int) -> None:
    data = bytes_from_entries(ENTRIES)
    cut_off = data[: -(1 + cut % (len(data) - 1))]
    whole = [len(bytes_from_entries(ENTRIES[:count])) for count in range(len(ENTRIES))]
    if len(cut_off) in whole:
        assert list(entries_from_bytes(cut_off)) == ENTRIES[: whole.index(len(cut_off))]
    else:
        with pytest.raises(ValueError, match="cut off"):
            list(entries_from_bytes(cut_off))


def test_heads_are_read_at_once() -> None:
    one, other = heads_of([pack(SONG), pack(Song(SONG.melody))])
    assert (one.catalogue, one.pickup, one.end) == ("E0001A", 480, 2400)
    assert other.key is None
    assert list(map(tuple, other.meters)) == [(0, 4, 4)]

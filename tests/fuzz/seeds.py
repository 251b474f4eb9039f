"""Small files of each kind, written here: where a fuzzer begins."""

import io
import json
import tempfile
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from core.batch import Batch
from core.clip import data_from_clip
from core.compose.controls import Controls
from core.compose.measures import Measures, Take
from core.compose.pins.pin import Pin
from core.corpus import cache as songcache
from core.corpus.packing import Entry, bytes_from_entries, pack, pack_refusal
from core.corpus.partpacking import bytes_from_contents
from core.files.midi import bytes_from_song
from core.files.musicxml_writing import musicxml_from_song
from core.files.part import Contents, Part
from core.lock import Holder
from core.model.bundle import save_bundle
from core.model.card import Card
from core.model.mark import Maker, Mark
from core.model.originality import Indexing, write_index
from core.music.key import Key
from core.music.melody import Melody
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap
from core.music.text import melody_from_text
from core.preview import Preview, preview_from_song
from core.project import Project, text_from_project
from core.recent import Recent, text_from_recents
from core.recipe import Recipe, text_from_recipe
from core.record import object_from_record
from core.recovery.entry import line_from_work
from core.settings import Settings, text_from_settings
from core.sight import Sight
from core.wordrecord import object_from_words
from core.words import Words, counted
from tests.model.archive.mutations import EMBEDDED, MAPPING
from tests.model.archive.strangers import PLAIN, archive, hdf5
from tests.model.note.test_bundle import archive as note_archive
from tests.model.tunes import NOTE_WORDS, TUNES

TYPED = "% a remark\nc4 d#4/8 eb4. | (3 f4/8 g4 a4) r/4 b-3/2~ b-3/8 C5/16"
KERN = (
    "!!!OTL: Small\n!!!SCT: X1\n**kern\t**text\n*k[f#]\t*\n*G:\t*\n*M3/4\t*\n*MM90\t*\n4g\ta\n"
    "=1\t=1\n4.a\tb\n8bb-\t.\n[4g\t.\n=2\t=2\n2g];\tc\n8qe\t.\n{4r\t.\n*M4/4\t*\n=3\t=3\n3%2c}\t.\n"
    "*MM60.5\t*\n4a 4c\t.\n==\t==\n*-\t*-\n"
)
ABC = (
    "%abc-2.1\nL:1/8\n\nX:1\nT:Small\nM:6/8\nL:1/8\nQ:3/8=90\nK:Dmix\nd2f a>b|(3agf [Ac]2 z|"
    '{g}=c,,/2 _B\'3/2-B "Am" !fermata! x3 |1 Z2 :|2 [K:G] [L:1/4] c^c/d// & [Q:1/8=200] e ||\n'
    "V:2\nccc\n\nX:2\nT:Other\nM:C|\nK:none\nHABc-|c4|]\n"
)
XML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<score-partwise version="4.0"><work><work-title>Small'
    "</work-title></work><part-list><score-part id='P1'><part-name>Voice</part-name></score-part>"
    "</part-list><part id='P1'><measure number='0' implicit='yes'><attributes><divisions>4"
    "</divisions><key><fifths>1</fifths><mode>major</mode></key><time><beats>3</beats>"
    "<beat-type>4</beat-type></time><transpose><chromatic>-2</chromatic></transpose></attributes>"
    "<direction><sound tempo='90'/></direction><note><pitch><step>G</step><alter>1</alter>"
    "<octave>4</octave></pitch><duration>4</duration><tie type='start'/><type>quarter</type></note>"
    "</measure><measure number='1'><direction><direction-type><metronome><beat-unit>half"
    "</beat-unit><per-minute>40</per-minute></metronome></direction-type><offset>2</offset>"
    "</direction><note><pitch><step>G</step><octave>4</octave></pitch><duration>"
    "8</duration><tie type='stop'/></note><note><chord/><pitch><step>B</step><octave>4</octave>"
    "</pitch><duration>8</duration><notations><fermata/></notations></note><note><rest/><duration>4"
    "</duration></note><backup><duration>4</duration></backup><forward><duration>4</duration>"
    "</forward></measure></part></score-partwise>"
)
CONTAINER = '<container><rootfiles><rootfile full-path="s.xml"/></rootfiles></container>'

_TUNE = melody_from_text("g4 c5/2 d5/4 r e5/2")
_SONG = Song(
    _TUNE, MeterMap(((0, Meter(3, 4)), (1920, Meter(6, 8))), 480), Key(-2),
    TempoMap(((0, 90.0), (1440, 60.0))), "Ähre", 1920, (1440, _TUNE.end),
)  # fmt: skip
_CONTROLS = Controls(0.9, bars=4, random_seed=7, ending="tonic", lowest=50)
_MARK = Mark("german", "German", "0123456789abcdef" * 4)
_RECIPE = Recipe(
    Maker(_MARK), _CONTROLS, _SONG,
    melody_from_text("c4 d4/8 e4").notes, (Pin(480, 240, 60), Pin(960)), 16, (0, 480),
)  # fmt: skip


def packed(members: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return content.getvalue()


@cache
def recipe() -> tuple[bytes, ...]:
    return (text_from_recipe(_RECIPE).encode(),)


@cache
def remarks() -> tuple[bytes, ...]:
    return (b"%" + recipe()[0] + b"\nc4 d4\n",)


@cache
def remarks_in_scores() -> tuple[bytes, ...]:
    return (musicxml_from_song(_SONG, recipe()[0].decode()).encode(),)


@cache
def mxl() -> tuple[bytes, ...]:
    return (packed({"META-INF/container.xml": CONTAINER.encode(), "s.xml": XML.encode()}),)


@cache
def index() -> tuple[bytes, ...]:
    indexing = Indexing()
    for number, tune in enumerate(TUNES):
        indexing.add(Song(tune, title=f"Tune {number}"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.index"
        write_index(indexing.index, path)
        return (path.read_bytes(),)


@cache
def midi() -> tuple[bytes, ...]:
    remark = text_from_recipe(_RECIPE)
    events = (
        b"\0\xff\x58\4\3\2\x18\x08" + b"\0\xff\x59\2\xfe\1" + b"\0\xff\x51\3\7\xa1\x20"
        b"\0\xff\x03\4Tune" + b"\0\xf0\3\x43\x12\xf7" + b"\0\xc1\x05" + b"\0\x91\x40\x50"
        b"\x83\x60\x43\x50" + b"\0\x40\0" + b"\x60\x81\x43\x40" + b"\0\xe1\0\x40" + b"\0\xff\x2f\0"
    )
    head = b"MThd\0\0\0\6\0\0\0\1\0\x60"
    plain = head + b"MTrk" + len(events).to_bytes(4, "big") + events
    return bytes_from_song(_SONG), bytes_from_song(_SONG, remark), plain


@cache
def project() -> tuple[bytes, ...]:
    said = (Words("The tune is over."), counted("{n} notes", "{n} note", 2, more=Words("More")))
    take = Take(_SONG, _CONTROLS, Measures(2.5, 9.0, 12, 0.5, 0.25, 8, "One; other"), said)
    drawn = replace(take, controls=Controls(), maker=Maker(_MARK, _MARK))
    full = Project(
        *(_SONG, _CONTROLS, "german", "map.json", (take,), (Pin(0),), text_from_recipe(_RECIPE)),
        Batch((drawn,), (take, None), 1),
        Sight(0.0, 96.0, 72.5, 16, shows_score=True),
        _CONTROLS,
        Maker(_MARK),
    )
    return text_from_project(Project()).encode(), text_from_project(full).encode()


@cache
def settings() -> tuple[bytes, ...]:
    other = Settings("Port", "m.keras", seed="c4", controls=_CONTROLS, tempo=90, language="de")
    return text_from_settings(Settings()).encode(), text_from_settings(other).encode()


@cache
def kept_work() -> tuple[bytes, ...]:
    head = line_from_work(Project(_SONG), Path("tune.cantilena")).encode()
    return tuple(head + text for text in project())


@cache
def recent() -> tuple[bytes, ...]:
    one = Recent(Path("/tunes/a.cantilena"), 1.5e9, preview_from_song(_SONG), 15 * 10**14)
    other = Recent(Path("b.mid"), 1.6e9, Preview(), 0)
    return (text_from_recents((one, other)).encode(),)


@cache
def lock() -> tuple[bytes, ...]:
    return (json.dumps(object_from_record(Holder("ada", "desk", 7, 1.5e9))).encode(),)


@cache
def known() -> tuple[bytes, ...]:
    files = [["/tunes/a.abc", 300, 10**18], ["/tunes/b.krn", 7, 5]]
    refusal = pack_refusal(3, Words("It is {what}.", what="wrong"), 2)
    packed = (Entry(0, pack(_SONG, 1)), Entry(0, refusal), Entry(1, pack(Song(_TUNE))))
    return (json.dumps(files).encode() + b"\n" + bytes_from_entries(packed),)


@cache
def contents() -> tuple[bytes, ...]:
    parts = (Part(Song(_TUNE), 9, "Flute", 1), Part(_SONG, 5, "", 0, 10, None, True))
    return (bytes_from_contents(Contents(parts, 0)),)


KEPT = b"what was kept" * 9
"""In the cache."""


@cache
def cached() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(songcache, "cache_folder", lambda: Path(folder))
        songcache.save(b"name", KEPT, songcache.silent)
        return tuple(path.read_bytes() for path in Path(folder).iterdir())


@cache
def words() -> tuple[bytes, ...]:
    inner = counted("{n:,} notes", "{n:,} note", 1)
    outer = Words("{a}, {b:.2f} and {c:d}", a=inner, b=0.5, c=3)
    return tuple(json.dumps(object_from_words(w)).encode() for w in (Words("So."), inner, outer))


@cache
def clip() -> tuple[bytes, ...]:
    return data_from_clip(_TUNE), data_from_clip(Melody())


@cache
def keras() -> tuple[bytes, ...]:
    card = Card("Mine", "note", bits_per_note=3.5, command="train")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mine.keras"
        save_bundle(note_archive(), NOTE_WORDS, card, path)
        return archive(), archive(packing=zipfile.ZIP_DEFLATED), path.read_bytes()


@cache
def h5() -> tuple[bytes, ...]:
    return hdf5(PLAIN), hdf5(EMBEDDED)


MAPPINGS = (
    MAPPING.encode(),
    b'["/", "r", "_", "60", "62"]',
    b'{"0": "/", "1": "r", "2": "_", "3": "60"}',
)

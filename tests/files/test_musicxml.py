import io
import time
import zipfile
from pathlib import Path
from xml.etree.ElementTree import ParseError

import pytest

from core.errors import UserError
from core.files.musicxml import LARGEST_FILE, contents_from_musicxml, song_from_musicxml
from core.music.key import Key
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap

pytestmark = pytest.mark.slow  # music21 takes a second to load

ATTRIBUTES = """<attributes><divisions>4</divisions><key><fifths>0</fifths><mode>dorian</mode></key>
<time><beats>3</beats><beat-type>4</beat-type></time></attributes>"""

BASS = '<score-part id="P2"><part-name>Bass</part-name></score-part>'


def note(step: str, octave: int, duration: int, inside: str = "", first: str = "") -> str:
    return (
        f"<note>{first}<pitch><step>{step}</step><octave>{octave}</octave></pitch>"
        f"<duration>{duration}</duration>{inside}</note>"
    )


def score(*measures: str, title: str = "Small", name: str = "Voice", more: str = "") -> str:
    bars = "".join(f'<measure number="{n}">{bar}</measure>' for n, bar in enumerate(measures))
    return (
        '<?xml version="1.0" encoding="UTF-8"?><score-partwise version="4.0">'
        f"<work><work-title>{title}</work-title></work><part-list>"
        f'<score-part id="P1"><part-name>{name}</part-name></score-part>'
        f'{BASS if more else ""}</part-list><part id="P1">{bars}</part>{more}</score-partwise>'
    )


def read(folder: Path, text: str | bytes, name: str = "tune.musicxml") -> Song:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return song_from_musicxml(path)


def heard(song: Song) -> list[tuple[int, int, int]]:
    """(onset, duration, pitch), times in sixteenths."""
    return [(n.onset // 120, n.duration // 120, n.pitch) for n in song.melody]


UPBEAT_TIE_GRACE = score(
    ATTRIBUTES + '<direction><sound tempo="90"/></direction>' + note("D", 4, 4),
    "<note><grace/><pitch><step>E</step><octave>5</octave></pitch></note>"
    + note("D", 5, 8, '<tie type="start"/>')
    + note("A", 4, 8, first="<chord/>")
    + note("D", 5, 4, '<tie type="stop"/>'),
    note("F", 4, 8, "<notations><fermata/></notations>")
    + "<note><rest/><duration>4</duration></note>",
)


def test_a_melody_with_upbeat_tie_grace_note_chord_and_fermata(tmp_path: Path) -> None:
    song = read(tmp_path, UPBEAT_TIE_GRACE)
    assert heard(song) == [(0, 4, 62), (4, 12, 74), (16, 8, 65)]
    assert song.melody.end == 28 * 120
    assert song.meters == MeterMap.constant(Meter(3, 4), 480)
    assert (song.key, song.tempo, song.title) == (Key(-1, "minor"), 90, "Small")
    assert song.phrase_ends == (24 * 120,)


def test_a_transposing_instrument_is_read_as_it_sounds(tmp_path: Path) -> None:
    clarinet = ATTRIBUTES.replace(
        "</attributes>",
        "<transpose><diatonic>-1</diatonic><chromatic>-2</chromatic></transpose></attributes>",
    )
    song = read(tmp_path, score(clarinet + note("D", 5, 12), note("E", 5, 12)))
    assert heard(song) == [(0, 12, 72), (12, 12, 74)]
    assert song.key == Key(-3, "minor")


def test_of_several_parts_the_melody_is_taken(tmp_path: Path) -> None:
    bass = f'<part id="P2"><measure number="0">{ATTRIBUTES}{note("C", 2, 12)}</measure></part>'
    song = read(tmp_path, score(ATTRIBUTES + note("G", 4, 12), name="Flute", more=bass))
    assert heard(song) == [(0, 12, 67)]


def test_a_signature_alone_leaves_the_key_open(tmp_path: Path) -> None:
    open_key = ATTRIBUTES.replace("<mode>dorian</mode>", "")
    assert read(tmp_path, score(open_key + note("G", 4, 12))).key is None


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


CONTAINER = b'<container><rootfiles><rootfile full-path="s.xml"/></rootfiles></container>'


def test_a_compressed_file(tmp_path: Path) -> None:
    data = packed({"META-INF/container.xml": CONTAINER, "s.xml": UPBEAT_TIE_GRACE.encode()})
    assert read(tmp_path, data, "tune.mxl").title == "Small"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<html></html>", "no MusicXML score"),
        (UPBEAT_TIE_GRACE.replace("partwise", "timewise"), "ordered by time"),
        (UPBEAT_TIE_GRACE.replace("<fifths>0", "<fifths>99999999"), "at most 7 sharps or flats"),
        (UPBEAT_TIE_GRACE.replace("<duration>4", "<duration>400000000"), "number too long"),
        (UPBEAT_TIE_GRACE.replace("<beats>3", "<beats>100"), "number too long"),
        (UPBEAT_TIE_GRACE.replace("<beats>3", "<beats>1e400"), "number too long"),
        ('<!DOCTYPE a [<!ENTITY b "c">]>' + UPBEAT_TIE_GRACE, "entities of its own"),
        (score(ATTRIBUTES), "no note"),
        (score(ATTRIBUTES, "<note/>" * 100_001), "100,000 notes"),
    ],
)
def test_what_is_no_melody_is_refused_in_a_sentence(
    tmp_path: Path, text: str, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        read(tmp_path, text)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK no zip", "no compressed MusicXML"),
        (packed({"s.xml": b""}), "no compressed MusicXML"),
        (packed({"META-INF/container.xml": b"<container/>"}), "which of its members"),
        (
            packed({"META-INF/container.xml": CONTAINER, "s.xml": bytes(LARGEST_FILE + 1)}),
            "unpacks to more than 20 MB",
        ),
    ],
    ids=["no zip", "no container", "no root", "bomb"],
)
def test_broken_and_swelling_archives_are_refused(
    tmp_path: Path, data: bytes, sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        read(tmp_path, data, "tune.mxl")


@pytest.mark.parametrize("start", ["http://localhost:1/", "https://localhost:1/", "MThd", "~/"])
def test_a_text_is_never_taken_for_an_address_or_the_name_of_a_file(
    tmp_path: Path, start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from music21 import converter

    taken: list[str] = []
    for name in ("parseURL", "parseFile"):
        monkeypatch.setattr(converter, name, lambda *_, **__: taken.append("taken"))
    with pytest.raises(ParseError):
        read(tmp_path, start + UPBEAT_TIE_GRACE)
    assert taken == []


def test_entities_are_not_smuggled_in_by_another_encoding(tmp_path: Path) -> None:
    """The text is decoded here, so what it says of its encoding is not believed by expat either."""
    bomb = '<!DOCTYPE a [<!ENTITY b "c">]>'.encode("cp037").decode("latin-1")
    declared = UPBEAT_TIE_GRACE.replace("UTF-8", "cp037")
    with pytest.raises(ParseError):
        read(tmp_path, declared.replace("?>", "?>" + bomb, 1))
    assert heard(read(tmp_path, declared)) == heard(read(tmp_path, UPBEAT_TIE_GRACE))
    wide = ('<!DOCTYPE a [<!ENTITY b "c">]>' + UPBEAT_TIE_GRACE).encode("utf-16")
    with pytest.raises(UserError, match="entities of its own"):
        read(tmp_path, wide)


def test_what_a_score_links_to_outside_is_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.dtd"
    secret.write_text("not even looked at <<<")
    linked = f'<!DOCTYPE score-partwise SYSTEM "{secret.as_uri()}"><score-partwise'
    text = UPBEAT_TIE_GRACE.replace("<score-partwise", linked, 1)
    assert heard(read(tmp_path, text)) == heard(read(tmp_path, UPBEAT_TIE_GRACE))
    entity = linked.replace("><", ' [<!ENTITY a SYSTEM "x">]><')
    with pytest.raises(UserError, match="entities of its own"):
        read(tmp_path, UPBEAT_TIE_GRACE.replace("<score-partwise", entity, 1))


@pytest.mark.parametrize("name", ["../secret.xml", "/etc/passwd", "C:/secret.xml", "", "s.xml/.."])
def test_a_compressed_file_reads_its_own_members_only(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.xml").write_text(UPBEAT_TIE_GRACE)
    folder = tmp_path / "folder"
    folder.mkdir()
    container = CONTAINER.replace(b"s.xml", name.encode())
    members = {"META-INF/container.xml": container, "s.xml": UPBEAT_TIE_GRACE.encode()}
    with pytest.raises(UserError):
        read(folder, packed(members), "tune.mxl")


def test_more_members_than_a_score_has_are_refused_before_they_are_listed(tmp_path: Path) -> None:
    members = {f"{number}.xml": b"" for number in range(1_001)}
    with pytest.raises(UserError, match="packed in a way that is not read"):
        read(tmp_path, packed(members | {"META-INF/container.xml": CONTAINER}), "tune.mxl")


def test_blanks_in_a_key_cost_no_time(tmp_path: Path) -> None:
    begun = time.process_time()
    with pytest.raises(UserError, match="at most 7 sharps"):
        read(tmp_path, UPBEAT_TIE_GRACE.replace("<fifths>0", "<fifths>" + " " * 100_000 + "x"))
    assert time.process_time() - begun < 3


def test_parts_and_voices_can_be_chosen(tmp_path: Path) -> None:
    """Two voices on a staff, as MuseScore and Finale write them, and a part with a program."""
    back = "<backup><duration>12</duration></backup>"
    first = ATTRIBUTES + note("G", 4, 4, "<voice>1</voice>") + note("A", 4, 8, "<voice>1</voice>")
    two = score(
        first + back + note("C", 4, 12, "<voice>2</voice>"),
        note("B", 4, 12, "<voice>1</voice>"),
        more=f'<part id="P2"><measure number="0">{ATTRIBUTES}{note("C", 3, 12)}</measure>'
        f'<measure number="1">{note("G", 2, 12)}</measure></part>',
    )
    path = tmp_path / "two.musicxml"
    path.write_text(two)
    contents = contents_from_musicxml(path)
    told = [(part.name, part.voice, part.notes) for part in contents.parts]
    assert told == [("Voice", 0, 4), ("Voice", 1, 3), ("Voice", 2, 1), ("Bass", 0, 2)]
    assert [heard(part.song) for part in contents.parts] == [
        [(0, 4, 67), (4, 8, 69), (12, 12, 71)],
        [(0, 4, 67), (4, 8, 69), (12, 12, 71)],
        [(0, 12, 60)],
        [(0, 12, 48), (12, 12, 43)],
    ]
    assert contents.proposed == 0
    assert contents.proposal.song == song_from_musicxml(path)
    assert {str(part.song.meters.meter) for part in contents.parts} == {"3/4"}


def test_tempi_hold_from_where_they_stand(tmp_path: Path) -> None:
    mark = (
        "<direction><direction-type><metronome><beat-unit>quarter</beat-unit><beat-unit-dot/>"
        "<per-minute>{}</per-minute></metronome></direction-type>"
    )
    bars = (
        ATTRIBUTES + note("D", 4, 4),
        note("D", 5, 8) + mark.format(40) + "</direction>" + note("E", 5, 4),
        mark.format(60) + '<offset>2</offset><sound tempo="90"/></direction>' + note("F", 5, 8)
        + '<sound tempo="72.5"/>' + note("E", 5, 4),
    )  # fmt: skip
    bar = 480 + 3 * 480
    changes = ((0, 60.0), (bar + 240, 90.0), (bar + 960, 72.5))
    assert read(tmp_path, score(*bars)).tempos == TempoMap(changes)

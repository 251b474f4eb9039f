"""MusicXML out: valid by the official schema, read again by music21 and by Verovio."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings

from core.corpus.reading import kern_files
from core.errors import UserError
from core.files.heading import title_line
from core.files.kern import song_from_kern_file
from core.files.musicxml import song_from_musicxml
from core.files.musicxml_writing import musicxml_from_song
from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from tests.files.by_verovio import assert_same, notes_in
from tests.files.returning import fields, notated_songs, phrased_songs, written_meters
from tests.notation.shorthand import song

SCHEMA = Path(__file__).parent / "schema" / "musicxml-4.0.xsd"

Reader = Callable[[str], Song]
Check = Callable[[str], None]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    path = tmp_path_factory.mktemp("musicxml") / "no title.musicxml"

    def read(text: str) -> Song:
        path.write_text(text, encoding="utf-8")
        return song_from_musicxml(path)

    return read


@pytest.fixture(scope="module")
def validate() -> Check:
    import xmlschema

    # What it imports, XML's own attributes and links, comes with the library: nothing is fetched.
    return xmlschema.XMLSchema(SCHEMA, allow="local").validate


def test_a_tune_is_written_as_a_musician_would() -> None:
    tune = replace(
        song("a4/8 g4 f#4/4.~ f#4/8 (3 d4/8 e4 f4) r/4 | r/1", "3/4", "D minor", pickup=480),
        title="<A tune> & more",
    )
    tune = tune.with_melody(
        replace(tune.melody, notes=(Note(0, 240, 69, 45), *tune.melody.notes[1:]))
    )
    text = musicxml_from_song(tune, '{"a": 1}')
    assert "<work-title>&lt;A tune&gt; &amp; more</work-title>" in text
    assert '<miscellaneous-field name="cantilena recipe">{"a": 1}</miscellaneous-field>' in text
    assert "<fifths>-1</fifths><mode>minor</mode>" in text
    assert "<per-minute>100</per-minute>" in text
    upbeat, first, second, rest, *_ = text.split("<measure ")[1:]
    assert upbeat.startswith('number="0" implicit="yes">')
    assert '<note dynamics="50.00"><pitch><step>A</step><octave>4</octave></pitch>' in upbeat
    assert upbeat.count("<note>") == 1, "how loud a note is stands only where it is not as usual"
    assert first.startswith('number="1"><note><pitch><step>F</step><alter>1</alter>')
    assert "<type>half</type><accidental>sharp</accidental>" in first
    assert first.count("<actual-notes>3</actual-notes><normal-notes>2</normal-notes>") == 3
    assert re.findall(r'<tuplet type="(\w+)"/>', first) == ["start", "stop"]
    assert re.findall(r'<beam number="1">(\w+)</beam>', first) == ["begin", "continue", "end"]
    assert '<rest measure="yes"/><duration>1440</duration><voice>1</voice></note>' in second
    assert rest.startswith('number="3"><note><rest/><duration>480</duration><voice>1</voice><type>')
    assert rest.count("light-heavy") == text.count("<barline ") == 1


def test_what_no_shape_lasts_has_a_duration_alone() -> None:
    tune = Song(Melody((Note(0, 473, 60),), 480), key=Key())
    assert "<duration>473</duration><voice>1</voice></note>" in musicxml_from_song(tune)


@pytest.mark.parametrize(("pitch", "key"), [(11, Key()), (0, Key()), (12, Key(7))])
def test_what_the_format_cannot_name_is_refused(pitch: int, key: Key) -> None:
    with pytest.raises(UserError, match="no notes below C0"):
        musicxml_from_song(Song(Melody((Note(0, 480, pitch),), 480), key=key))


def test_a_song_without_a_note_is_refused() -> None:
    with pytest.raises(UserError, match="no note to write"):
        musicxml_from_song(Song())


def heightened(tune: Song) -> Song:
    """The same with no notes so low that the format has no name for them."""
    notes = (replace(n, pitch=max(n.pitch, 14)) for n in tune.melody)
    return tune.with_melody(Melody(tuple(notes), tune.melody.end))


def written(tune: Song) -> str:
    """The file of a song; songs with lower notes than the format has are passed over."""
    try:
        return musicxml_from_song(tune, '{"a": "<b>"}')
    except UserError:
        assume(False)
        raise


@pytest.mark.slow
@given(phrased_songs(anywhere=True).map(heightened))
def test_songs_come_back(read: Reader, tune: Song) -> None:
    # Where phrases and the seed end the format does not say.
    assert read(written(tune)) == replace(
        tune,
        meters=written_meters(tune),
        title=title_line(tune) or "no title",
        phrase_ends=(),
        seed_end=0,
    )


@pytest.mark.slow
@given(phrased_songs(anywhere=True).map(heightened))
def test_the_official_schema_holds(validate: Check, tune: Song) -> None:
    validate(written(tune))


@pytest.mark.slow
def test_the_schema_would_see_a_mistake(validate: Check) -> None:
    import xmlschema

    text = musicxml_from_song(song("c4/1"))
    validate(text)
    for right, wrong in (("</duration>", "</duration><grace/>"), (">whole<", ">large<")):
        assert right in text
        with pytest.raises(xmlschema.XMLSchemaValidationError):
            validate(text.replace(right, wrong))


@pytest.mark.slow
@given(notated_songs())
def test_verovio_plays_the_same(tune: Song) -> None:
    assert_same(notes_in(musicxml_from_song(tune)), fields(tune))


@pytest.mark.slow
def test_the_essen_collection_comes_back(essen: Path, read: Reader) -> None:
    paths = kern_files([essen])
    if settings.get_current_profile_name() != "long":
        paths = random.Random(9).sample(paths, 100)
    for path in paths:
        if path.name != "han0953.krn":  # which has no note
            tune = replace(song_from_kern_file(path), phrase_ends=(), catalogue="")
            again = read(musicxml_from_song(tune))
            assert again == replace(tune, title=tune.title or "no title"), path


@pytest.mark.slow
@pytest.mark.parametrize("ticks", [1920, 3840, 480, 720, 33])
def test_a_rest_alone_in_a_short_bar_stays_short(read: Reader, ticks: int) -> None:
    meter = Meter(8, 2)
    tune = Song(Melody((Note(0, meter.bar, 60),), meter.bar + ticks), MeterMap.constant(meter))
    assert read(musicxml_from_song(tune)).melody == tune.melody


@pytest.mark.slow
def test_a_title_of_digits_is_no_number_that_is_too_long(read: Reader) -> None:
    assert read(musicxml_from_song(replace(song("c4/1"), title="20261123"))).title == "20261123"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("dynamics", "velocity"), [("100", 90), ("900", 127), ("0", 1), ("nan", 88)]
)
def test_loudness_is_kept_within_bounds(read: Reader, dynamics: str, velocity: int) -> None:
    text = musicxml_from_song(song("c4/1")).replace("<note>", f'<note dynamics="{dynamics}">')
    assert [note.velocity for note in read(text).melody] == [velocity]


@pytest.mark.slow
def test_a_bar_that_is_cut_short_stays_short(read: Reader) -> None:
    # Two that together fill one, too: they are no bar with a repeat sign in it.
    line = song("c4/1 | d4/2 | e4/2 | f4/1").melody
    meters = MeterMap(((0, Meter()), (1920 + 960, Meter()), (3840, Meter())))
    tune = Song(line, meters, Key(), title="A tune")
    assert read(musicxml_from_song(tune)).meters == meters

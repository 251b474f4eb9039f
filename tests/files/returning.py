"""Songs to write in notation, and what must come back of them when they are read again."""

from dataclasses import replace

from hypothesis import strategies as st

from core.music.melody import DEFAULT_VELOCITY, Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from tests.songs import keys, songs

_METERS = st.builds(
    Meter, st.sampled_from([2, 3, 4, 5, 6, 7, 9, 12]), st.sampled_from([4, 8])
) | st.just(Meter(2, 2))
_GROUPS = st.sampled_from(
    [
        *((480,), (240, 240), (360, 120), (120, 120, 240), (60, 60, 120, 240), (720, 240)),
        *((160, 160, 160), (320, 160), (160, 320), (80, 80, 80, 240), (160, 80, 80, 160)),
        *((960,), (320, 320, 320), (640, 320), (96, 96, 96, 96, 96), (1920,), (2400,)),
    ]
)


@st.composite
def phrased_songs(draw: st.DrawFn, anywhere: bool = False) -> Song:
    """Songs of any notes, also such as no shape lasts, whose phrases end where notes do."""
    song = draw(songs(anywhere).filter(lambda song: bool(song.melody.notes)))
    ends = [note.end for note in song.melody]
    phrase_ends = tuple(sorted(draw(st.sets(st.sampled_from(ends), max_size=4))))
    seed_end = draw(st.sampled_from(ends) | st.integers(0, song.melody.end))
    return replace(song, phrase_ends=phrase_ends, seed_end=seed_end)


@st.composite
def notated_songs(draw: st.DrawFn, most_changes: int = 2) -> Song:
    """Songs as people write them: shapes, dots, tuplets, ties over bar lines, rests."""
    notes: list[Note] = []
    now = 0
    for group in draw(st.lists(_GROUPS, min_size=1, max_size=12)):
        for duration in group:
            if not notes or draw(st.integers(0, 5)):
                notes.append(Note(now, duration, draw(st.integers(30, 95))))
            now += duration
    changes = [(0, draw(_METERS))]
    pickup = onset = draw(st.sampled_from([0, 240, 480]).filter(lambda p: p < changes[0][1].bar))
    for _ in range(draw(st.integers(0, most_changes))):
        last = changes[-1][1]
        onset += last.bar * draw(st.integers(1, 3))
        changes.append((onset, draw(_METERS.filter(last.__ne__))))
    meters = MeterMap(tuple(changes), pickup)
    return Song(Melody(tuple(notes), now), meters, draw(st.none() | keys), title="A tune")


Fields = list[tuple[int, int, int]]


def fields(song: Song) -> Fields:
    """(onset, duration, pitch) of each note."""
    return [(note.onset, note.duration, note.pitch) for note in song.melody]


def quiet(song: Song) -> Song:
    """The song without what text formats have no place for: how loud each note is."""
    notes = tuple(replace(note, velocity=DEFAULT_VELOCITY) for note in song.melody)
    return replace(song, melody=replace(song.melody, notes=notes))


def own_notes(song: Song) -> int:
    """How many notes are the user's own; all where the song does not say."""
    return sum(note.onset < (song.seed_end or song.melody.end) for note in song.melody)


def written_meters(song: Song) -> MeterMap:
    """The bar lines within the song: notation has none behind its end."""
    meters, end = song.meters, song.melody.end
    changes = tuple((onset, meter) for onset, meter in meters.changes if onset < end)
    return MeterMap(changes, meters.pickup if meters.pickup < end else 0)

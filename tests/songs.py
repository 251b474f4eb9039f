"""Songs of every kind for property tests."""

from collections.abc import Sequence

from hypothesis import strategies as st

from core.music.key import Key
from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.tempo import TempoMap

titles = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
keys = st.builds(Key, st.integers(-7, 7), st.sampled_from(["major", "minor"]))
meters = st.builds(Meter, st.integers(1, 16), st.sampled_from([1, 2, 4, 8, 16, 32]))


@st.composite
def melodies(draw: st.DrawFn, longest: int = 40) -> Melody:
    """Lines of any length of notes and rests, with a rest at the end now and then."""
    notes, onset = [], 0
    for _ in range(draw(st.integers(0, longest))):
        onset += draw(st.sampled_from([0, 0, 0, 120, 480, 7]))
        duration = draw(st.sampled_from([120, 160, 240, 480, 720, 1920, 1]))
        notes.append(Note(onset, duration, draw(st.integers(0, 127)), draw(st.integers(1, 127))))
        onset += duration
    return Melody(tuple(notes), onset + draw(st.sampled_from([0, 0, 480, 33])))


@st.composite
def meter_maps(draw: st.DrawFn) -> MeterMap:
    """An upbeat of whole sixteenths or triplets, and changes of meter on bar lines or off them."""
    first = draw(meters)
    upbeats = [pickup for pickup in (0, 120, 160, 320, 360, 480, 960) if pickup < first.bar]
    pickup = draw(st.sampled_from(upbeats))
    changes = [(0, first)]
    onset = pickup
    for _ in range(draw(st.integers(0, 3))):
        onset += changes[-1][1].bar * draw(st.integers(1, 4))
        changes.append((onset, draw(meters.filter(lambda m: m != changes[-1][1]))))
    return MeterMap(tuple(changes), pickup)


@st.composite
def tempo_maps(draw: st.DrawFn, ticks: Sequence[int]) -> TempoMap:
    """Tempi that change at some of these ticks."""
    changed = draw(st.sets(st.sampled_from(ticks), max_size=4)) if ticks else set()
    tempi = st.integers(200, 4000).map(lambda tenths: tenths / 10)
    return TempoMap.from_changes((onset, draw(tempi)) for onset in {0, *changed})


@st.composite
def songs(draw: st.DrawFn, anywhere: bool = False) -> Song:
    """Songs whose tempo changes with notes, or `anywhere` in them."""
    melody = draw(melodies())
    onsets = [note.onset for note in melody]
    return Song(
        melody=melody,
        meters=draw(meter_maps()),
        key=draw(st.none() | keys),
        tempos=draw(tempo_maps(range(melody.end) if anywhere else onsets)),
        title=draw(titles),
        seed_end=draw(st.integers(0, melody.end)),
        phrase_ends=tuple(sorted(draw(st.sets(st.integers(0, 10_000), max_size=5)))),
    )

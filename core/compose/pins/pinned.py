"""A tune that leads into pinned notes; and bars of a tune that are drawn anew, the rest staying."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.compose.continuation import Continuation, continue_song, relaxed, within_range
from core.compose.controls import Controls
from core.compose.drawing import Drawing
from core.compose.pins.particle import PARTICLES, Lead, lead, step
from core.compose.pins.pin import LEAST_GAP, Pin, Room, checked_pins
from core.compose.pins.route import Station, stations_from_melody, stations_from_pins
from core.compose.wishes.register import heard_semitones, made_semitones
from core.errors import UserError
from core.model.family import Model
from core.music.melody import Melody, Note
from core.music.meter import MeterMap, place_words
from core.music.song import Song
from core.music.tonality import estimate_key
from core.words import Words, counted

_FORESIGHT = 8
"""So many notes and rests behind a selection decide on what leads into them."""

_COLLAPSED = 1.5
"""Where fewer particles count than this, hardly more than chance led there."""


@dataclass(frozen=True, slots=True)
class Led:
    """A finished tune with its pins.

    `particles` is how many were drawn at once. `effective` is how many of them counted where they
    were fewest (see core.compose.pins.particle.Lead), `effective_end` behind the last pin; both are
    1 where one was enough, because nothing is pinned or nothing is left to chance. `notices` are
    sentences for the user. `bits` are the surprise of each note that was drawn or pinned, as in
    core.compose.drawing.Drawing; infinite where the model holds one for impossible.
    """

    song: Song
    notices: tuple[Words, ...]
    particles: int
    effective: float
    effective_end: float
    bits: tuple[float, ...]


def lead_song(
    model: Model,
    seed: Song,
    controls: Controls,
    pins: Iterable[Pin] = (),
    particles: int = PARTICLES,
) -> Iterator[float | Led]:
    """Goes on from `seed` as continue_song does, and leads into the pins: each of them is kept.

    Yields the share that is done and at last the tune. Without pins it is the very tune of
    continue_song. UserError, before anything is drawn, where the pins contradict the seed, the
    controls or each other.
    """
    continuation = continue_song(model, seed, controls)
    kept = _checked(pins, continuation, continuation.end)
    stations = stations_from_pins(kept, model, continuation.made)
    drawing, span = continuation.drawing(stations), (seed.melody.end, continuation.end)
    for drawn in draw_along(continuation, drawing, kept, span, particles):
        yield drawn if isinstance(drawn, float) else drawn.led(continuation.song(drawn.notes))


def redraw_song(
    model: Model,
    song: Song,
    controls: Controls,
    begin: int,
    end: int,
    pins: Iterable[Pin] = (),
    particles: int = PARTICLES,
) -> Iterator[float | Led]:
    """Draws the notes anew that begin from tick `begin` to before tick `end`; all others stay.

    A note that sounds into the selection keeps its length, and one that sounds out of it is drawn
    with it. What is drawn leads into what follows, and into `pins`, which lie in the selection; it
    fills the song's own length, whatever `controls.bars` says. Yields and raises as lead_song.
    """
    melody = song.melody
    before = tuple(note for note in melody if note.onset < begin)
    within = tuple(note for note in melody if begin <= note.onset < end)
    behind = tuple(note for note in melody if note.onset >= end)
    begin = max(begin, before[-1].end if before else 0)
    end = min(max(end, within[-1].end if within else 0), melody.end)
    if end - begin < LEAST_GAP:
        raise UserError("Nothing in the selection can be drawn anew; select a bar of the tune.")
    key = song.key or estimate_key(melody)
    made = made_semitones(model, controls, heard_semitones(model, melody, key))
    kept_song = replace(
        song, melody=Melody(before, begin), key=key, seed_end=min(song.seed_end, begin)
    )
    notices = tuple(_misheard(model, song))
    # Where only a rest follows, the tune ends with the selection.
    last = melody.end if behind else end
    continuation = Continuation(model, kept_song, controls, last, made, made, notices)
    kept = _checked(pins, continuation, end)
    stations = stations_from_pins(kept, model, made)
    if behind:
        moved = (replace(n, pitch=model.nearest_pitch(n.pitch + made)) for n in behind)
        following = Melody(tuple(moved), melody.end)
        stations += stations_from_melody(following, end)
    drawing = continuation.drawing(stations)
    for drawn in draw_along(continuation, drawing, kept, (begin, end), particles):
        if isinstance(drawn, float):
            yield drawn
        else:
            notes = (*before, *drawn.notes, *behind)
            seed_end = song.seed_end if begin >= song.seed_end else begin
            whole = replace(song, melody=Melody(notes, melody.end), key=key, seed_end=seed_end)
            yield drawn.led(whole)


@dataclass(frozen=True, slots=True)
class Drawn:
    """New notes in the user's key, and how they came to be."""

    notes: tuple[Note, ...]
    notices: tuple[Words, ...]
    particles: int
    effective: tuple[float, ...]
    bits: tuple[float, ...]

    def led(self, song: Song) -> Led:
        counts = self.effective or (1.0,)
        return Led(song, self.notices, self.particles, min(counts), counts[-1], self.bits)


def _checked(pins: Iterable[Pin], continuation: Continuation, end: int) -> tuple[Pin, ...]:
    seed = continuation.seed
    assert seed.key is not None  # a continuation names it
    room = Room(seed.meters, seed.key, seed.melody.end, end)
    return checked_pins(pins, room, continuation.controls)


def _misheard(model: Model, song: Song) -> Iterator[Words]:
    count = len(model.misheard(song.melody, song.meters))
    if count:
        yield counted(
            "{n} notes of the tune have a rhythm that the model does not know; "
            "it hears the nearest one.",
            "{n} note of the tune has a rhythm that the model does not know; "
            "it hears the nearest one.",
            count,
        )


def draw_along(
    continuation: Continuation,
    drawing: Drawing,
    pins: Sequence[Pin],
    span: tuple[int, int],
    particles: int,
) -> Iterator[float | Drawn]:
    """Draws the notes of a span of ticks, along the drawing's route, which may go on behind it.

    Yields the share that is done and at last the notes, those of the pins as they were pinned.
    """
    controls = continuation.controls
    begin, end = span
    stations = drawing.route.stations if drawing.route is not None else ()
    is_chance = controls.temperature > 0 or bool(controls.rhythm_temperature)
    number = particles if stations and is_chance else 1
    ahead = min(len(stations), len(pins) + _FORESIGHT)
    found: Lead | None = None
    for reached in lead(drawing, controls.random_seed, number, ahead):
        if isinstance(reached, Lead):
            found = reached
        else:
            yield min(1.0, (reached - begin) / (end - begin))
    assert found is not None  # it comes last
    particle = found.particle
    cursor = particle.drawing.cursor
    while end == continuation.end and not cursor.is_done:
        step([particle])
        yield min(1.0, (cursor.tick - begin) / (end - begin))
    pinned = {pin.onset: pin for pin in pins}
    made = particle.notes
    surprises = zip(made, particle.drawing.bits[-len(made) :] if made else (), strict=True)
    within = [(note, bits) for note, bits in surprises if begin <= note.onset < end]
    notes = (replace(n, pitch=within_range(n.pitch - continuation.made)) for n, _ in within)
    kept = tuple(_as_pinned(note, pinned.get(note.onset)) for note in notes)
    warnings = _warnings(found, stations, continuation.seed.meters)
    notices = *warnings, *relaxed(particle.drawing)
    if stations and number < particles:
        in_vain = Words("At temperature 0 every try is the same, so nothing leads into what stays.")
        notices = *notices, in_vain
    bits = tuple(bits for _, bits in within)
    yield Drawn(kept, (*continuation.notices, *notices), number, found.effective, bits)


def _as_pinned(note: Note, pin: Pin | None) -> Note:
    """The note as it was pinned, where the model heard the nearest one that it knows."""
    if pin is None:
        return note
    pitch = note.pitch if pin.pitch is None else pin.pitch
    return replace(note, pitch=pitch, velocity=pin.velocity)


def _warnings(found: Lead, stations: Sequence[Station], meters: MeterMap) -> Iterator[Words]:
    """A sentence where hardly anything led into the stations."""
    if not stations:
        return
    counts = found.effective
    where = place_words(meters, stations[counts.index(min(counts))].onset)
    if min(counts) == 0:
        yield Words(
            "The model holds what stands in {place} for impossible, so nothing leads to it.",
            place=where,
        )
    elif min(counts) < _COLLAPSED <= found.number:
        yield Words(
            "Hardly any try led to what stands in {place}, so the notes before it may not suit it.",
            place=where,
        )

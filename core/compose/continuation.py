"""A seed goes in, and the notes that go on from it come out, one by one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from core.compose.controls import MOST_BARS, Controls
from core.compose.drawing import Drawing, step
from core.compose.pins.route import Route, Station, pitches_of
from core.compose.trail import Trail
from core.compose.wishes.phrasing import phrase_ends
from core.compose.wishes.quoting import Quoting
from core.compose.wishes.register import heard_semitones, made_semitones, moved, possible_ending
from core.errors import UserError
from core.model.event import events_from_melody
from core.model.family import SILENCE, Frame, Model
from core.music.ending import closing_classes
from core.music.key import Key
from core.music.melody import HIGHEST_PITCH, LOWEST_PITCH, Melody, Note
from core.music.naming import pitch_words, tonic_words
from core.music.song import Song
from core.music.tonality import estimate_key
from core.words import Words, counted


class SeedTooLong(UserError):  # noqa: N818
    """The seed fills the bars asked for; `bars_needed` is the least that leaves room to go on.

    `bars_needed` is None where no length that can be asked for would do.
    """

    def __init__(self, sentence: Words, bars_needed: int | None) -> None:
        super().__init__(sentence)
        self.bars_needed = bars_needed


@dataclass(frozen=True, slots=True)
class Continuation:
    """A tune about to be made. To iterate is to make it; each iteration makes the same one.

    `seed` is the song that goes on, in the user's key, which it names; `end` is the tick on which
    the tune will end. `heard` semitones lead from the seed's pitches to those that the model hears,
    `made` from the new notes to those that it makes.
    `notices` are sentences for the user: what the model hears otherwise than it was written, and
    which wishes cannot be met. `played` are notes behind the seed that are kept as they are; new
    ones begin where it ends.
    """

    model: Model
    seed: Song
    controls: Controls
    end: int
    heard: int
    made: int
    notices: tuple[Words, ...]
    played: Melody = field(default_factory=Melody)

    def __iter__(self) -> "Making":
        """The new notes in the user's key, each as soon as it is complete.

        The first one takes as long as the model needs to hear the seed.
        """
        return Making(self)

    def drawing(
        self,
        stations: Sequence[Station] = (),
        known: Sequence[Station] | None = None,
        trail: Trail | None = None,
    ) -> Drawing:
        """The drawing of the new notes, which pass the `stations`, in the model's pitches.

        The tune is laid out for those that are `known` beforehand (default: all of them): it has
        room for their pitches, and ends as the last of them, if this is its end. With a `trail` it
        is the same tune, but quicker where it goes the way of the last one.
        """
        known = stations if known is None else known
        model, seed, made = self.model, self.seed, self.made
        heard = Melody(
            tuple(
                replace(note, pitch=model.nearest_pitch(note.pitch + self.heard))
                for note in seed.melody
            ),
            seed.melody.end,
        )
        mode = (seed.key or Key()).mode
        wished = moved(self.controls, made)
        ending = possible_ending(wished, mode)
        last = known[-1].pitch if known and known[-1].passed_at == self.end else None
        if last is not None and last != SILENCE:
            ending = "tonic" if last % 12 in closing_classes("tonic", mode) else "open"
        frame = Frame(
            *(seed.meters, mode, self.end, ending, wished.lowest, wished.highest),
            pitches_of(known),
            tuple(phrase_ends(seed.meters, self.controls.phrase, self.end)),
        )
        route = Route(stations) if stations else None
        drawing = Drawing(model, heard, frame, wished, route, self._quoting(), trail)
        played = (replace(n, pitch=model.nearest_pitch(n.pitch + made)) for n in self.played)
        for event in events_from_melody(Melody(tuple(played), self.played.end), seed.melody.end):
            drawing.hear(event)
        return drawing

    def _quoting(self) -> Quoting | None:
        if self.controls.quote is None:
            return None
        known = ((note.pitch + self.made, note.duration) for note in self.seed.melody)
        return Quoting(self.model.indexes, self.controls.quote, known)

    def song(self, notes: Iterable[Note]) -> Song:
        """The seed with what was played and `notes` behind it, the former as they are.

        With all notes it ends where the frame ends, with the first few where the last of them does.
        """
        return replace(
            self.seed,
            melody=self.seed.melody.extended((*self.played, *notes)),
            seed_end=self.seed.melody.end,
        )


class Making:
    """The new notes of a continuation, one by one; `notices` say which wishes gave way so far."""

    def __init__(self, continuation: Continuation, trail: Trail | None = None) -> None:
        """`trail`: see Continuation.drawing."""
        self._semitones = continuation.made
        self._drawing = continuation.drawing(trail=trail)

    def __iter__(self) -> "Making":
        return self

    def __next__(self) -> Note:
        return self._moved(next(self._drawing))

    def _moved(self, note: Note) -> Note:
        return Note(note.onset, note.duration, within_range(note.pitch - self._semitones))

    @property
    def is_done(self) -> bool:
        return self._drawing.is_done

    @property
    def bits(self) -> tuple[float, ...]:
        """How much each of the notes so far surprised the model; see Drawing."""
        return tuple(self._drawing.bits)

    @property
    def notices(self) -> tuple[Words, ...]:
        """A sentence for each bound that notes so far had to leave."""
        return tuple(relaxed(self._drawing))


def step_together(makings: Sequence[Making]) -> list[Note | None]:
    """One decision of each, none of them done; the note that it completed, if any.

    All are made by one model, which computes them at once.
    """
    notes = step([making._drawing for making in makings])
    return [note and making._moved(note) for making, note in zip(makings, notes, strict=True)]


def continue_song(model: Model, seed: Song, controls: Controls) -> Continuation:
    """Prepares the tune that goes on from `seed` under `controls`. Quick: nothing is drawn yet.

    An empty seed is a beginning too: the model then invents the whole tune. SeedTooLong where the
    seed leaves no room in the bars asked for.
    """
    end = seed.meters.end_of(controls.bars)
    if seed.melody.end >= end:
        raise _seed_too_long(seed, controls.bars)
    return continue_to(model, seed, controls, end)


def continue_to(model: Model, seed: Song, controls: Controls, end: int) -> Continuation:
    """The same up to the tick `end`, behind that of the seed, however many bars are asked for."""
    key = seed.key or estimate_key(seed.melody)
    heard = heard_semitones(model, seed.melody, key)
    made = made_semitones(model, controls, heard)
    notices = (*_notices(model, seed, key, heard), *_unmet(model, controls, made, key))
    return Continuation(model, replace(seed, key=key), controls, end, heard, made, notices)


def relaxed(drawing: Drawing) -> Iterator[Words]:
    """A sentence for each bound that notes so far had to leave."""
    for name, count in drawing.yielded.items():
        match name:
            case "range":
                yield counted(
                    "{n} notes lie outside the range, where the model had no other to go on with.",
                    "{n} note lies outside the range, where the model had no other to go on with.",
                    count,
                )
            case "scale":
                yield counted(
                    "{n} notes lie outside the scale, where the model had no other to go on with.",
                    "{n} note lies outside the scale, where the model had no other to go on with.",
                    count,
                )
            case "quotations":
                yield counted(
                    "{n} notes lie outside the limit for quotations, "
                    "where the model had no other to go on with.",
                    "{n} note lies outside the limit for quotations, "
                    "where the model had no other to go on with.",
                    count,
                )


def _seed_too_long(seed: Song, bars: int) -> SeedTooLong:
    end = seed.melody.end
    needed = next((n for n in range(bars + 1, MOST_BARS + 1) if seed.meters.end_of(n) > end), None)
    lengths = {"seed": _bars(seed.bars), "whole": _bars(bars)}
    if needed is None:
        sentence = Words(
            "The seed is {seed} long and the tune shall be {whole} long in all; shorten the seed.",
            **lengths,
        )
    else:
        sentence = Words(
            "The seed is {seed} long and the tune shall be {whole} long in all; "
            "ask for {needed} bars or more, or shorten the seed.",
            needed=needed,
            **lengths,
        )
    return SeedTooLong(sentence, needed)


def _bars(number: int) -> Words:
    return counted("{n} bars", "{n} bar", number)


def _unmet(model: Model, controls: Controls, semitones: int, key: Key) -> Iterator[Words]:
    if controls.ending not in ("free", possible_ending(moved(controls, semitones), key.mode)):
        tonic = tonic_words(key)
        if controls.ending == "tonic":
            yield Words(
                "The range has no tonic ({tonic}), so the ending asked for is left out.",
                tonic=tonic,
            )
        else:
            yield Words(
                "The range has nothing but the tonic ({tonic}), "
                "so the ending asked for is left out.",
                tonic=tonic,
            )
    if controls.phrase and not model.knows_phrases:
        yield Words("This model does not know phrases, so the phrase length asked for is left out.")
    if controls.quote is not None and not model.indexes:
        yield Words("The model has no index of its songs, so quotations are not limited.")


def _notices(model: Model, seed: Song, key: Key, semitones: int) -> Iterator[Words]:
    if not seed.melody.notes:
        yield Words("The seed has no notes: the model begins the tune itself.")
    replaced = {
        note.pitch: heard - semitones
        for note in seed.melody
        if (heard := model.nearest_pitch(note.pitch + semitones)) != note.pitch + semitones
    }
    for pitch, heard in sorted(replaced.items()):
        yield Words(
            "The model does not know {pitch} (MIDI {number}); it hears {heard} instead.",
            pitch=pitch_words(pitch, key),
            number=pitch,
            heard=pitch_words(heard, key),
        )
    moved = len(model.misheard(seed.melody, seed.meters))
    if moved:
        yield counted(
            "{n} notes of the seed have a rhythm that the model does not know; "
            "it hears the nearest one.",
            "{n} note of the seed has a rhythm that the model does not know; "
            "it hears the nearest one.",
            moved,
        )


def within_range(pitch: int) -> int:
    """`pitch` moved by as many octaves as it needs to be a MIDI note."""
    while pitch > HIGHEST_PITCH:
        pitch -= 12
    while pitch < LOWEST_PITCH:
        pitch += 12
    return pitch

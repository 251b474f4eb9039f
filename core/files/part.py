"""What a file offers to be taken: its parts and voices, one of which is proposed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.files.skyline import Voice, most_melodic
from core.music.program import PROGRAMS
from core.music.song import Song
from core.words import Words

MOST_PARTS = 200
"""Of more parts than that those with the most notes are offered."""


@dataclass(frozen=True, slots=True)
class Part:
    """A melody of a file, and what tells it from the others there.

    `notes` is how many the file has of it: of those that begin together only the highest is in
    `song`. `name` is the file's own for it, '' for none. `voice` counts from 1 where it is one
    voice of a part; 0 is all of the part. `channel` (1 to 16) and `program` (0 to 127, as General
    MIDI counts them) are those of a MIDI file, 0 and None where there is none.
    """

    song: Song
    notes: int
    name: str = ""
    voice: int = 0
    channel: int = 0
    program: int | None = None
    is_drums: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """The parts of a tune in a file, at least one; drums stand last.

    `proposed` is the place in them, from 0, of the one that most likely is the melody.
    """

    parts: tuple[Part, ...]
    proposed: int = 0

    @property
    def proposal(self) -> Part:
        return self.parts[self.proposed]


def name_of_part(part: Part, number: int) -> Words:
    """What it is called in a list, in which it has that number from 1."""
    name: Words | str = part.name
    if part.is_drums:
        name = Words("{name} (drums)", name=name) if name else Words("Drums")
    elif not name and part.program is not None:
        name = PROGRAMS[part.program]
    elif not name and part.channel:
        name = Words("Channel {n}", n=part.channel)
    elif not name:
        name = Words("Part {n}", n=number)
    if part.voice:
        return Words("{name}, voice {n}", name=name, n=part.voice)
    return name if isinstance(name, Words) else Words("{name}", name=name)


def contents_from_song(song: Song) -> Contents:
    """Of a file with one melody."""
    return Contents((Part(song, len(song.melody)),))


def contents_from_parts(parts: Sequence[tuple[Part, Voice]], most: int = MOST_PARTS) -> Contents:
    """The parts, at least one, each with the notes from which `most_melodic` chooses.

    Whole parts are proposed, and drums only where there is nothing else.
    """
    melodic = [voice for part, voice in parts if not part.is_drums and not part.voice]
    proposed = most_melodic(melodic) if melodic else parts[0][1]
    fullest = sorted(parts, key=lambda one: (one[1] is not proposed, -one[0].notes))[:most]
    kept = {id(voice) for _, voice in fullest}
    ordered = sorted((one for one in parts if id(one[1]) in kept), key=lambda one: one[0].is_drums)
    place = next(place for place, (_, voice) in enumerate(ordered) if voice is proposed)
    return Contents(tuple(part for part, _ in ordered), place)


def with_all_own(contents: Contents) -> Contents:
    """Where a song does not say which part of it was composed, all of it is the user's own."""
    return replace(contents, parts=tuple(map(_all_own, contents.parts)))


def _all_own(part: Part) -> Part:
    song = part.song
    return replace(part, song=replace(song, seed_end=song.seed_end or song.melody.end))

"""What comes back of real songs from each format: python -m tests.files.roundtrips FOLDER SPLIT.

FOLDER has the songs in kern, SPLIT says which of them are of the test part (docs/corpus.md). Each
is given what kern has no place for: a tempo, a loudness for each note, a seed. Prints a table in
Markdown: of how many songs each thing came back exactly.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from core.carried import recipe_text_in
from core.corpus.reading import kern_files
from core.corpus.split import split_from_file
from core.errors import UserError
from core.files.kern import song_from_kern_file
from core.files.musicxml import song_from_musicxml
from core.music.song import Song
from core.music.tempo import TempoMap
from core.opening import song_from_file
from core.writing import write_song

KINDS = (".mid", ".musicxml", ".mxl", ".krn", ".abc", ".txt", ".cantilena")
RECIPE = '{"format": "cantilena recipe", "more": "<&>"}'
TEMPO, LATER_TEMPO = 92.5, 60.0
SEED_NOTES = 8

ASPECTS: dict[str, Callable[[Song], object]] = {
    "onsets, durations, pitches": lambda s: [(n.onset, n.duration, n.pitch) for n in s.melody],
    "end": lambda s: s.melody.end,
    "loudness": lambda s: [n.velocity for n in s.melody],
    "meters and upbeat": lambda s: s.meters,
    "key": lambda s: s.key,
    "tempo": lambda s: s.tempo,
    "where it changes, and to what": lambda s: s.tempos.changes[1:],
    "title": lambda s: s.title,
    "end of the seed": lambda s: s.seed_end,
    "ends of phrases": lambda s: s.phrase_ends,
    "number in the catalogue": lambda s: s.catalogue,
}


def songs(folder: Path, split: Path) -> Iterator[Song]:
    parts = split_from_file(split)
    for path in kern_files([folder]):
        if parts.part(path) == "test":
            yield full(song_from_kern_file(path))


def full(song: Song) -> Song:
    notes = tuple(
        replace(note, velocity=30 + number * 7 % 90) for number, note in enumerate(song.melody)
    )
    seed_end = notes[min(SEED_NOTES, len(notes)) - 1].end
    melody = replace(song.melody, notes=notes)
    changes = ((0, TEMPO), (notes[len(notes) // 2].onset, LATER_TEMPO))
    return replace(song, melody=melody, tempos=TempoMap(changes), seed_end=seed_end)


def read(path: Path) -> Song:
    if path.suffix in (".musicxml", ".mxl"):  # here, as a process for each takes a second
        return song_from_musicxml(path)
    return song_from_file(path)


def table(tunes: list[Song]) -> Iterator[str]:
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    with tempfile.TemporaryDirectory() as folder:
        for kind in KINDS:
            for tune in tunes:
                path = Path(folder, f"{tune.title or 'tune'}"[:40].replace("/", "-") + kind)
                try:
                    write_song(tune, path, RECIPE)
                    again = read(path)
                except UserError as error:
                    print(f"{kind}: {error}", file=sys.stderr)
                    continue
                for name, part in ASPECTS.items():
                    counts[kind][name] += part(again) == part(tune)
                counts[kind]["recipe"] += (recipe_text_in(path) or "").strip() == RECIPE
    yield f"| of {len(tunes)} songs | {' | '.join(f'`{kind}`' for kind in KINDS)} |"
    yield "|---" * (len(KINDS) + 1) + "|"
    for name in (*ASPECTS, "recipe"):
        yield f"| {name} | {' | '.join(str(counts[kind][name]) for kind in KINDS)} |"


if __name__ == "__main__":
    print("\n".join(table(list(songs(Path(sys.argv[1]), Path(sys.argv[2]))))))

"""The whole Essen collection through our reader, and beside music21's.

Skipped without the collection. A sample is compared with music21; `make long` compares all
German songs (some minutes). docs/kern.md names each file that differs, and why.
"""

import random
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import settings

from core.corpus.reading import Skipped, kern_files, read_songs
from core.corpus.report import report_from_results
from core.files.kern import song_from_kern_file
from core.music.song import Song
from tests.corpus.by_music21 import Reading, reading_of

pytestmark = pytest.mark.slow

SAMPLE = 40
PAGE = Path(__file__).parents[2] / "docs" / "kern.md"
NAMED_IN_DOCS = set(re.findall(r"`(\w+\.krn)`", PAGE.read_text(encoding="utf-8")))


def test_every_file_is_read_but_the_one_without_a_note(essen: Path) -> None:
    report = report_from_results(read_songs(kern_files([essen])))
    assert (report.files, report.read, report.notes) == (8473, 8472, 444_931)
    assert [(one.path.name, one.line) for one in report.skipped] == [("han0953.krn", 18)]
    assert (report.families, report.near_duplicates) == (5478, 4095)


def test_german_songs(essen: Path) -> None:
    report = report_from_results(read_songs(kern_files([essen / "europa" / "deutschl"]), workers=2))
    assert (report.files, report.read, report.notes) == (5365, 5365, 264_089)
    assert report.upbeats == 4156
    assert sum(n for key, n in report.keys.items() if key.endswith("minor")) == 610


@pytest.mark.timeout(1800)
def test_german_songs_are_as_music21_reads_them(essen: Path) -> None:
    paths = kern_files([essen / "europa" / "deutschl"])
    if settings.get_current_profile_name() != "long":
        odd = [path for path in paths if path.name in NAMED_IN_DOCS]
        paths = odd + random.Random(1).sample(paths, SAMPLE)
    differing = {
        path.name for path in paths if [*differences(song_from_kern_file(path), reading_of(path))]
    }
    assert differing == {path.name for path in paths} & NAMED_IN_DOCS


def differences(song: Song, theirs: Reading) -> Iterator[str]:
    ours = [(Fraction(n.onset), Fraction(n.duration), n.pitch) for n in song.melody]
    if ours != theirs.notes:
        yield "notes"
    if song.melody.end != theirs.end:
        yield "end"
    if song.key != theirs.keys[0]:
        yield "key"
    lines = set(song.meters.lines(song.melody.end)) | {0, song.melody.end}
    if not lines.issuperset(theirs.bar_lines):
        yield "bar lines"
    # music21 passes over *MX and *MFREI, so it has no meter in those songs.
    if theirs.meters and str(song.meters.meter) != dict(theirs.meters)[Fraction(0)]:
        yield "meter"
    first = next((line for line in theirs.bar_lines if line), song.melody.end)
    is_short = first < min(song.meters.meter.bar, song.melody.end)
    if song.meters.pickup != (first if is_short else 0):
        yield "upbeat"


def test_nothing_is_skipped_in_silence(essen: Path) -> None:
    paths = kern_files([essen / "asia" / "china" / "han"])
    results = list(read_songs(paths))
    assert [result.path for result in results] == paths
    assert sum(isinstance(result, Skipped) for result in results) == 1

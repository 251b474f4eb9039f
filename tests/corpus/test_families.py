from itertools import pairwise
from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.corpus import likeness
from core.corpus.families import families_of
from core.corpus.packing import pack
from core.corpus.reading import SongFile
from core.corpus.split import split_by_families
from core.music.melody import Melody, Note
from core.music.song import Song

TUNE = bytes((60, 62, 64, 65, 67, 65, 64, 62, 60, 67, 69, 71, 72, 67, 64, 60))
OTHER = bytes((60, 60, 67, 67, 69, 69, 67, 65, 65, 64, 64, 62, 62, 60))


def file(pitches: bytes, name: str = "x.krn", number: int = 0, catalogue: str = "") -> SongFile:
    notes = (Note(480 * place, 480, pitch) for place, pitch in enumerate(pitches))
    song = Song(Melody(tuple(notes), 480 * len(pitches)), catalogue=catalogue)
    return SongFile(Path("folder") / name, pack(song, number))


def moved(pitches: bytes, semitones: int) -> bytes:
    return bytes(pitch + semitones for pitch in pitches)


def test_the_same_tune_in_another_key_is_of_the_family() -> None:
    assert families_of([file(TUNE), file(OTHER), file(moved(TUNE, -7))]) == [0, 1, 0]


def test_the_same_beginning_is_enough() -> None:
    other_end = TUNE[:13] + bytes((80, 70, 60, 50, 40, 30)) * 5
    assert families_of([file(TUNE), file(other_end)]) == [0, 0]
    other_start = bytes((50,)) + other_end[1:]
    assert families_of([file(TUNE), file(other_start)]) == [0, 1]


def test_runs_of_intervals_in_common_count_wherever_they_stand() -> None:
    later = bytes((55, 48)) + TUNE + bytes((48,))
    assert families_of([file(TUNE), file(later)]) == [0, 0]
    diluted = TUNE[3:12] + OTHER + bytes((40, 50, 41, 51, 42, 52, 43, 53, 44, 54))
    assert families_of([file(TUNE), file(diluted)]) == [0, 1]


def test_short_tunes_have_no_runs_and_stay_alone() -> None:
    assert families_of([file(TUNE[:5]), file(TUNE[:5]), file(TUNE)]) == [0, 1, 2]
    assert families_of([]) == []


@pytest.mark.parametrize(
    ("one", "other", "is_one_family"),
    [
        ("E0113", "E0113A", True),
        ("Q0155d.", "Q0155O", True),
        ("E0113A", "E0114A", False),
        ("16.Jh", "16.Jh", False),
        ("", "", False),
    ],
)
def test_variants_under_one_number_of_a_catalogue(
    one: str, other: str, is_one_family: bool
) -> None:
    found = families_of([file(TUNE, "a.abc", 1, one), file(OTHER, "b.abc", 2, other)])
    assert found == [0, 0 if is_one_family else 1]


def test_variants_by_the_names_of_their_files() -> None:
    assert families_of([file(TUNE, "reel12a.krn"), file(OTHER, "reel12b.krn")]) == [0, 0]
    assert families_of([file(TUNE, "reel12.krn"), file(OTHER, "reel13.krn")]) == [0, 1]
    # Tunes of one file have its name in common, and nothing else.
    assert families_of([file(TUNE, "set1.abc", 1), file(OTHER, "set1.abc", 2)]) == [0, 1]


def test_who_is_related_to_one_is_related_to_all() -> None:
    bridge = file(OTHER, catalogue="A0001")
    found = families_of([file(TUNE, catalogue="A0001B"), file(moved(OTHER, 3)), bridge])
    assert found == [0, 0, 0]


def by_definition(tunes: list[bytes]) -> list[int]:
    """The same in a few lines, slowly."""
    intervals = [[b - a for a, b in pairwise(tune)] for tune in tunes]
    runs = [{tuple(i[k : k + 6]) for k in range(len(i) - 5)} for i in intervals]
    found = list(range(len(tunes)))
    for one in range(len(tunes)):
        for other in range(one):
            beginning = intervals[one][:12]
            shared, both = runs[one] & runs[other], runs[one] | runs[other]
            if (len(beginning) == 12 and beginning == intervals[other][:12]) or (
                shared and len(shared) >= 0.35 * len(both)
            ):
                low, high = sorted((found[one], found[other]))
                found = [low if family == high else family for family in found]
    numbers: dict[int, int] = {}
    return [numbers.setdefault(family, len(numbers)) for family in found]


TUNES = st.lists(st.lists(st.sampled_from((60, 61, 63)), max_size=24).map(bytes), max_size=12)


@pytest.mark.parametrize("block", [1, 2_000_000])
@given(tunes=TUNES.map(lambda tunes: [tune for tune in tunes if tune]))
def test_the_index_finds_what_the_definition_says(block: int, tunes: list[bytes]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(likeness, "_BLOCK", block)
        assert families_of([file(tune, f"{chr(97 + n)}.krn") for n, tune in enumerate(tunes)]) == (
            by_definition(tunes)
        )


def test_a_split_keeps_families_together_and_does_not_depend_on_the_folder() -> None:
    many = [file(bytes((60, 60 + n % 12, 60 + n // 12, 50)), f"{n:03}x.krn") for n in range(144)]
    tunes = [*many, file(TUNE, "one.krn"), file(moved(TUNE, 1), "two.krn")]
    split = split_by_families(tunes, families_of(tunes))
    parts = [split.part(PurePath(f"elsewhere/{n:03}x.krn")) for n in range(144)]
    assert 100 <= parts.count("train") <= 130
    assert parts.count("validation") >= 5
    assert parts.count("test") >= 5
    assert split.family(PurePath("one.krn")) == split.family(PurePath("two.krn"))
    assert split.part(PurePath("one.krn")) == split.part(PurePath("two.krn"))
    assert split.is_classic(PurePath("one.krn"))


def test_tunes_of_one_file_have_places_of_their_own() -> None:
    tunes = [file(TUNE, "set.abc", 1), file(OTHER, "set.abc", 2)]
    split = split_by_families(tunes, families_of(tunes))
    assert [split.family(tune.name) for tune in tunes] == [0, 1]

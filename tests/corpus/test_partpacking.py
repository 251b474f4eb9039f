import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.corpus.partpacking import bytes_from_contents, contents_from_bytes
from core.files.part import Contents, Part
from core.files.transcript import LONGEST_TITLE
from core.words import shown
from tests.notation.shorthand import song
from tests.songs import songs, titles

parts = st.builds(
    Part,
    songs().filter(lambda song: bool(song.melody.notes)),
    st.integers(1, 1000),
    titles.map(shown),
    st.integers(0, 3),
    st.integers(0, 16),
    st.none() | st.integers(0, 127),
    st.booleans(),
)


@given(st.lists(parts, min_size=1, max_size=3), st.data())
def test_what_a_file_offers_comes_back(offered: list[Part], data: st.DataObject) -> None:
    proposed = data.draw(st.integers(0, len(offered) - 1))
    contents = Contents(tuple(offered), proposed)
    packed = bytes_from_contents(contents)
    assert contents_from_bytes(packed) == contents
    with pytest.raises(ValueError, match=r"cut off|song for each|no song"):
        contents_from_bytes(packed[: -data.draw(st.integers(1, 60))])


def test_a_name_is_one_line_and_short_whoever_sends_it() -> None:
    sent = bytes_from_contents(Contents((Part(song("c4"), 1, "a\nb" * 9_000),)))
    (part,) = contents_from_bytes(sent).parts
    assert "\n" not in part.name
    assert len(part.name) <= LONGEST_TITLE + 1

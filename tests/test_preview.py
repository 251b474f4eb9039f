import json

import pytest
from hypothesis import given

from core.music.song import Song
from core.preview import Preview, preview_from_song, preview_from_value, values_from_preview
from core.record import FormatError
from tests.songs import songs


@given(songs())
def test_a_preview_comes_back_from_json(song: Song) -> None:
    preview = preview_from_song(song)
    assert preview.notes == len(song.melody)
    assert preview_from_value(json.loads(json.dumps(values_from_preview(preview)))) == preview


@pytest.mark.parametrize(
    ("entry", "value"),
    [("title", 3), ("bars", -1), ("notes", "many"), ("key", "H major"), ("key", 1)],
)
def test_what_is_no_preview_is_refused(entry: str, value: object) -> None:
    with pytest.raises(FormatError):
        preview_from_value({**values_from_preview(Preview("Tune", 8, 30)), entry: value})

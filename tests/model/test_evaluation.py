from pathlib import Path

import pytest

from core.corpus.reading import read_songs, song_files
from core.errors import UserError
from core.model.evaluation import Score, evaluation_of, score_songs
from tests.model.tunes import tiny_model

MODEL = tiny_model()
TEXTS = {
    "a": "**kern\n*M4/4\n*C:\n4c\n4d\n4r\n4e\n*-\n",
    "b": "**kern\n*M4/4\n*F:\n4f\n4g\n2f\n*-\n",
    "c": "**kern\n*M4/4\n*C:\n6c\n6d\n6e\n2c\n*-\n",
    "d": "**kern\n4c\nwhat\n*-\n",
    "e": "**kern\n*M4/4\n*C:\n1ccccc\n*-\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.krn").write_text(text)
    return tmp_path


def test_bits_of_all_songs_are_divided_by_their_notes_and_rests(folder: Path) -> None:
    results = list(score_songs(MODEL, read_songs(song_files([folder]))))
    evaluation = evaluation_of(results)
    assert (evaluation.songs, evaluation.notes, evaluation.events) == (2, 6, 7)
    bits = [result.cost.bits for result in results if isinstance(result, Score)]
    assert evaluation.bits_per_note == pytest.approx(sum(bits) / 7)
    of_durations = [r.cost.duration_bits for r in results if isinstance(r, Score)]
    assert evaluation.bits_per_note_duration == pytest.approx(sum(of_durations) / 7)
    assert [(skipped.path.name, skipped.reason) for skipped in evaluation.skipped] == [
        ("c.krn", "off the sixteenth grid"),
        ("d.krn", evaluation.skipped[1].reason),
        ("e.krn", "the model does not know pitch 108"),
    ]


def test_nothing_to_evaluate_is_an_error_that_says_why(folder: Path) -> None:
    evaluation = evaluation_of(score_songs(MODEL, read_songs([folder / "c.krn"])))
    with pytest.raises(UserError, match="off the sixteenth grid"):
        _ = evaluation.bits_per_note

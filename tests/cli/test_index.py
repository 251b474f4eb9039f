import json
import shutil
from pathlib import Path
from random import Random

import pytest

from core import cli
from core.files.kern import song_from_kern_file
from core.model.bundle import open_model
from core.model.library import CLASSIC_MODEL
from core.model.originality import longest_shared


@pytest.fixture
def songs(tmp_path: Path) -> Path:
    folder = tmp_path / "songs"
    folder.mkdir()
    random = Random(1)
    for number in range(40):
        notes = "\n".join(
            f"{random.choice((4, 8))}{pitch}" for pitch in random.choices("cdefgab", k=24)
        )
        text = f"!!!OTL: Tune {number}\n**kern\n*M3/4\n*C:\n{notes}\n*-\n"
        (folder / f"tune{number}.krn").write_text(text)
    return folder


def test_a_finished_model_gets_an_index_of_what_it_learnt_from(
    songs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tmp_path / "own.keras"
    shutil.copy(CLASSIC_MODEL, model)
    assert cli.run(["index", str(model), str(songs), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["file"] == str(tmp_path / "own.index")
    assert 20 < report["songs"] < 40, "those to validate with and to test on are not learnt from"
    shared = [
        longest_shared(open_model(model).indexes, song_from_kern_file(file).melody, 0)
        for file in songs.iterdir()
    ]
    assert sum(one is not None and one.notes == 24 for one in shared) == report["songs"]
    assert any(one is not None and "Tune" in "".join(one.titles) for one in shared)


def test_a_folder_without_songs_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tmp_path / "own.keras"
    shutil.copy(CLASSIC_MODEL, model)
    (tmp_path / "empty").mkdir()
    assert cli.run(["index", str(model), str(tmp_path / "empty")]) == 2
    assert "There are no songs in" in capsys.readouterr().err
    assert not (tmp_path / "own.index").exists()

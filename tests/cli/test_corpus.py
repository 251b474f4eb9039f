import json
from pathlib import Path

import pytest

from core import cli

TUNE = "**kern\n*M2/4\n*C:\n4c\n4d\n=\n[2e\n=\n4e]\n4r\n==\n*-\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "below").mkdir()
    (tmp_path / "a.krn").write_text(TUNE)
    (tmp_path / "below" / "b.krn").write_text(TUNE.replace("2/4", "4/4"))
    (tmp_path / "c.krn").write_text("**kern\n4c\n4zz\n*-\n")
    (tmp_path / "notes.md").write_text("no song")
    return tmp_path


def test_the_report_counts_files_and_notes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["corpus", str(folder), "--json"]) == 0
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert err == ""
    assert {name: report[name] for name in ("files", "read", "skipped", "notes")} == {
        "files": 3,
        "read": 2,
        "skipped": 1,
        "notes": 6,
    }
    assert isinstance(report["seconds"], float)


def test_for_people_it_names_what_was_skipped(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["corpus", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("2 of 3 files read in ")
    assert err.startswith(f"Skipped {folder / 'c.krn'}, line 3: ")

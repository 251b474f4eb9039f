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
    assert report["meters"] == {"2/4": 1, "4/4": 1}
    assert report["keys"] == {"C major": 2}
    assert report["durations"] == {"1": 4, "3": 2}
    assert (report["families"], report["near_duplicates"]) == (2, 0)


def test_for_people_it_names_what_was_skipped(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["corpus", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("2 of 3 files read in ")
    assert err.startswith(f"Skipped {folder / 'c.krn'}, line 3: ")


def test_of_a_file_with_several_tunes_each_is_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "set.abc").write_text("X:1\nK:C\ncd\n\nX:2\nK:C\nz\n\nX:3\nK:G\nc\n")
    assert cli.run(["corpus", str(folder), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["files"], report["read"], report["skipped"]) == (4, 3, 1)
    assert (report["tunes"], report["notes"]) == (4, 9)
    assert [(r["file"], r.get("tune")) for r in report["reasons"]] == [
        (str(folder / "c.krn"), None),
        (str(folder / "set.abc"), 2),
    ]


def test_the_second_time_it_says_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reports = []
    for _ in range(2):
        assert cli.run(["corpus", str(folder), "--json"]) == 0
        reports.append(json.loads(capsys.readouterr().out))
        del reports[-1]["seconds"]
    assert reports[0] == reports[1]


def test_a_folder_without_songs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["corpus", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("0 of 0 files read")


def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["corpus", "nowhere"]) == 2
    assert capsys.readouterr().err == "There is no folder 'nowhere'; name one that is there.\n"

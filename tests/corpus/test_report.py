import json
from pathlib import Path

from core.corpus.reading import read_songs
from core.corpus.report import report_from_results
from tests.corpus.tunes import write_tunes


def test_a_report_counts_what_was_read(tmp_path: Path) -> None:
    ticks = iter((10.0, 12.5))
    report = report_from_results(read_songs(write_tunes(tmp_path)), clock=lambda: next(ticks))
    found = json.loads(json.dumps(report.to_json()))
    reasons = found.pop("reasons")
    assert found == {
        "files": 5,
        "read": 4,
        "skipped": 1,
        "tunes": 4,
        "notes": 27,
        "seconds": 2.5,
        "meters": {"4/4": 2, "3/4": 1, "2/4": 1},
        "changing": 1,
        "upbeats": 1,
        "keys": {"G major": 1, "A minor": 1, "not named": 1, "C major": 1},
        "durations": {"0.25": 1, "0.5": 7, "0.75": 1, "1": 9, "1.5": 1, "2": 6, "3": 1, "4": 1},
        "classic": 4,
        "families": 4,
        "near_duplicates": 0,
    }
    assert [(reason["file"], reason["line"]) for reason in reasons] == [
        (str(tmp_path / "broken000.krn"), 4)
    ]
    assert "'4ce'" in reasons[0]["reason"]

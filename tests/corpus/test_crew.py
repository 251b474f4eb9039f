import multiprocessing
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from core.corpus.crew import packed_files, read_files
from core.corpus.packing import Packed, unpack, unpack_refusal
from core.corpus.reading import Skipped, SongFile, read_songs
from core.files.kern import song_from_kern
from core.files.midi import write_midi
from tests.corpus.readers import endless, strange
from tests.corpus.tunes import SCALE
from tests.files.test_musicxml import UPBEAT_TIE_GRACE

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("suffix", [".krn", ".xml"])  # many files at once, or one
def test_files_that_hang_crash_raise_or_take_all_memory_cost_only_themselves(suffix: str) -> None:
    names = ["a0", "hang1", "a2", "crash3", "a4", "greedy5", "a6", "raise7", "a8", "crash9"]
    names += [f"b{number}" for number in range(100)]
    files = [Path(name + suffix) for name in names]
    with closing(read_files(files, workers=2, most_seconds=3.0, read=strange)) as results:
        found = {names[file]: tunes for file, tunes in results}
    assert sorted(found) == sorted(names)
    reasons = {}
    for name, (packed,) in found.items():
        if packed.is_song:
            assert unpack(packed).title == name
        else:
            reasons[name] = unpack_refusal(packed)[1]
    assert reasons == {
        "hang1": "Reading it took longer than 3 seconds.",
        "crash3": "The process that read it was killed.",
        "crash9": "The process that read it was killed.",
        "greedy5": "It takes more memory than there is for one file.",
        "raise7": "It cannot be read (ZeroDivisionError: division by zero).",
    }
    assert not multiprocessing.active_children()


def test_closing_ends_processes_that_hang(tmp_path: Path) -> None:
    results = read_files([tmp_path / "a.xml", tmp_path / "b.xml"], 2, read=mixed)
    assert next(results)[0] == 1
    start = time.monotonic()
    results.close()
    assert time.monotonic() - start < 10
    assert not multiprocessing.active_children()


def mixed(path: Path) -> Iterator[Packed]:
    return endless(path) if path.stem == "a" else strange(path)


def test_processes_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from core.corpus.crew import read_files; "
        "from tests.corpus.readers import endless; "
        "list(read_files([Path(sys.argv[1]) / 'a.xml'], 1, read=endless))"
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], cwd=ROOT)
    told = tmp_path / "a.pid"
    wait_for(lambda: told.exists() and told.read_text() != "")
    child = psutil.Process(int(told.read_text()))
    parent.kill()
    parent.wait()
    assert child.wait(timeout=20) is None or not child.is_running()


def test_ctrl_c_ends_the_command_and_its_processes(tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number:03}.xml").write_text(UPBEAT_TIE_GRACE)
    command = [sys.executable, "main.py", "corpus", str(tmp_path)]
    parent = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    family = psutil.Process(parent.pid)
    wait_for(lambda: len(family.children(recursive=True)) >= 2)
    children = family.children(recursive=True)
    os.killpg(parent.pid, signal.SIGINT)  # as a terminal does: to all of them
    out, err = parent.communicate(timeout=20)
    assert (parent.returncode, out, err) == (130, b"", b"")
    assert psutil.wait_procs(children, timeout=5)[1] == []


VALUES = ("", "-1", "0", "99", "100000", "1e9", "NaN", "x", "-9999999", "0.0001")


def mutated(text: str, random_choices: random.Random) -> str:
    """Well-formed, and wrong: elements are gone or repeated, or hold what they should not."""
    for _ in range(random_choices.randint(1, 4)):
        found = random_choices.choice([*re.finditer(r"<(\w[\w-]*)[^<>/]*>([^<>]*)</\1>", text)])
        element = found.group()
        value = random_choices.choice(VALUES)
        changed = random_choices.choice(
            ("", element * 3, element.replace(f">{found[2]}<", f">{value}<"))
        )
        text = text[: found.start()] + changed + text[found.end() :]
    return text


def test_altered_scores_are_songs_or_are_refused_in_a_sentence(tmp_path: Path) -> None:
    random_choices = random.Random(1)
    files = [tmp_path / f"{number}.xml" for number in range(60)]
    for path in files:
        path.write_text(mutated(UPBEAT_TIE_GRACE, random_choices))
    with closing(read_files(files, workers=2, most_seconds=3.0)) as results:
        found = dict(results)
    assert sorted(found) == list(range(60))
    for packed in (tunes[0] for tunes in found.values()):
        if packed.is_song:
            assert unpack(packed).melody.notes
        else:
            assert unpack_refusal(packed)[1].endswith(".")


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end, "it never came to pass"
        time.sleep(0.02)


def test_all_kinds_of_files_are_read_together(tmp_path: Path) -> None:
    (tmp_path / "a.krn").write_text(SCALE)
    (tmp_path / "b.abc").write_text("X:1\nT:One\nK:C\nc4\n\nX:2\nK:C\nc0\n\nX:3\nT:Three\nK:C\nd4")
    (tmp_path / "c.musicxml").write_text(UPBEAT_TIE_GRACE)
    (tmp_path / "d.mid").write_bytes(b"MThd, not really")
    (tmp_path / "e.xml").write_text("<html/>")
    write_midi(song_from_kern(SCALE, "By MIDI"), tmp_path / "f.mid")
    results = list(read_songs(sorted(tmp_path.iterdir()), workers=2))
    told = [
        (r.name.name, r.song.title) if isinstance(r, SongFile) else (r.path.name, r.number, r.line)
        for r in results
    ]
    assert told == [
        ("a.krn", "a"),
        ("b.abc#1", "One"),
        ("b.abc", 2, 8),
        ("b.abc#3", "Three"),
        ("c.musicxml", "Small"),
        ("d.mid", 0, None),
        ("e.xml", 0, None),
        ("f.mid", "By MIDI"),
    ]
    assert isinstance(results[-2], Skipped)
    assert results[-2].reason == "It is no MusicXML score."


def test_a_file_is_read_the_same_in_this_process(tmp_path: Path) -> None:
    path = tmp_path / "b.abc"
    path.write_text("X:1\nK:C\nc4\n\nX:2\nK:C\nd4")
    assert [unpack(packed).melody.notes[0].pitch for packed in packed_files(path)] == [72, 74]

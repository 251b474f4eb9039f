"""The main job as a person does it: the real program, a real screen, a real synthesizer.

Pictures are left in build/pictures.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from core.files.midi import song_from_midi
from core.music.melody import Melody
from core.music.song import Song
from core.music.text import melody_from_text
from core.project import project_from_file
from core.recovery.entry import project_from_kept
from core.recovery.slot import recovery_folder
from core.sound.synth.soundfont import find_soundfont
from tests import desktop, sound
from tests.desktop import Desktop, wait_until
from tests.sound.hearing import pitches_heard
from tests.sound.jack import fluidsynth, jack_server, recording

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "build" / "pictures"
SEED = "c4 d4 e4 g4 | e4/2 c4"
BARS, TEMPO = 6, 120

missing = [*desktop.MISSING, *sound.jack.MISSING]
pytestmark = [
    pytest.mark.gui,
    pytest.mark.midi,
    pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}"),
]


@contextmanager
def program(there: Desktop, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """The program of a user, whose settings and files are those of the running test."""
    with subprocess.Popen(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env=there.environment,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            there.wait_for_window("Cantilena")
            yield process
        finally:
            process.kill()


def answer_dialog(there: Desktop, title: str, path: Path) -> None:
    there.wait_for_window(title)
    there.press("ctrl+a")
    there.type(str(path))
    there.press("Return")
    wait_until(path.exists, f"{path.name} is written")


def most_in_order(ones: list[int], others: list[int]) -> int:
    """How many of the one list stand in the other in the same order."""
    best = [0] * (len(others) + 1)
    for one in ones:
        before = best.copy()
        for place, other in enumerate(others):
            is_longer = one == other
            best[place + 1] = max(best[place], before[place + 1], before[place] + is_longer)
    return best[-1]


def heard_well(song: Song, recorded: Callable[[], Path]) -> bool:
    """Whether a listener finds the pitches of `song`, repeated ones once, in what is `recorded`.

    When the machine halts, JACK's time halts and the player's goes on: notes are then short in the
    recording, or lost. So one of ten may be, and a tune that is not heard is played again, twice.
    """
    expected = [pitch for pitch, _ in groupby(n.pitch for n in song.melody if n.duration >= 240)]
    for _ in range(3):
        heard = pitches_heard(recorded())
        if most_in_order(expected, heard) >= 0.9 * len(expected):
            return True
        print(f"played {expected}, heard {heard}")
    return False


def test_seed_generate_hear_see_export(tmp_path: Path) -> None:
    soundfont = find_soundfont()
    assert soundfont is not None
    PICTURES.mkdir(parents=True, exist_ok=True)
    midi, project, again = tmp_path / "tune.mid", tmp_path / "tune.cantilena", tmp_path / "cli.mid"
    with (
        jack_server(tmp_path, period=2048) as server,  # long: short ones are lost at each halt
        fluidsynth(server, soundfont),
        desktop.desktop() as there,  # last: it hands the name of the server on
        program(there) as process,
    ):
        there.press("ctrl+l", "ctrl+a")
        there.type(SEED)
        there.press("alt+l")
        there.type(f"{BARS}\t")
        there.press("alt+o")
        there.type(f"{TEMPO}\t")
        there.picture(PICTURES / "1-seed.png")
        there.press("ctrl+Return")
        there.picture(PICTURES / "2-generated.png")

        def is_connected() -> bool:
            there.press("alt+u")
            there.type("fsynth")  # in vain until the player has told which outputs there are
            time.sleep(1)
            return bool(server.cables("fsynth:midi_00"))

        wait_until(is_connected, "the output is open")
        there.press("ctrl+s")
        answer_dialog(there, "Save", project)

        def is_generated() -> bool:
            there.press("ctrl+s")
            song = project_from_file(project).song
            return song.melody.end == BARS * song.meters.meter.bar

        wait_until(is_generated, "the tune is there")
        there.press("ctrl+e")
        answer_dialog(there, "Export", midi)
        song = song_from_midi(midi)
        seconds = song.melody.end / 480 * 60 / TEMPO

        def recorded() -> Path:
            path = tmp_path / "heard.wav"
            with recording("fsynth:left", path, seconds + 2) as recorder:
                there.press("ctrl+Home", "space")
                assert recorder.wait(seconds + 20) == 0
            return path

        assert heard_well(song, recorded)
        there.press("ctrl+Home", "space")
        there.picture(PICTURES / "3-playing.png")
        there.press("ctrl+q")
        assert process.wait(10) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""

    assert song.melody.end == BARS * song.meters.meter.bar
    assert song.melody.notes[-1].end == song.melody.end
    typed = melody_from_text(SEED)
    assert [(n.onset, n.duration, n.pitch) for n in song.melody.until(typed.end)] == [
        (n.onset, n.duration, n.pitch) for n in typed
    ]

    number = json.loads(project.read_text())["controls"]["random_seed"]
    command = ["generate", "--seed", SEED, "--bars", str(BARS), "--random-seed", str(number)]
    subprocess.run(
        [sys.executable, "main.py", *command, "--tempo", str(TEMPO), "--out", str(again)],
        cwd=ROOT,
        check=True,
    )
    assert song_from_midi(again).melody == song.melody


def test_nothing_is_left_when_the_window_is_killed(tmp_path: Path) -> None:
    with jack_server(tmp_path, 256), desktop.desktop() as there, program(there) as process:
        window = psutil.Process(process.pid)
        wait_until(lambda: window.children(recursive=True), "the player process")
        children = window.children(recursive=True)
        process.kill()
        process.wait()
        _, alive = psutil.wait_procs(children, timeout=5)
        assert not alive


def test_work_of_a_window_that_was_killed_is_restored(tmp_path: Path) -> None:
    again = tmp_path / "again.cantilena"
    with jack_server(tmp_path, 256), desktop.desktop() as there:
        with program(there) as process:
            there.press("ctrl+l", "ctrl+a")
            there.type(SEED)
            wait_until(lambda: kept_seed() == melody_from_text(SEED), "what was typed is kept")
            process.kill()
            process.wait()
        with program(there) as process:
            time.sleep(2)  # until it has looked
            there.picture(PICTURES / "5-offer.png")
            there.press("ctrl+shift+o")
            there.wait_for_window("Unsaved work")
            there.picture(PICTURES / "6-unsaved.png")
            there.press("Return")
            there.wait_for_window("Untitled")
            there.press("ctrl+s")
            answer_dialog(there, "Save", again)
            assert project_from_file(again).song.seed == melody_from_text(SEED)
            wait_until(lambda: not kept_works(), "nothing unsaved is left")
            there.press("ctrl+q")
            assert process.wait(10) == 0


def kept_works() -> list[Path]:
    return list(recovery_folder().glob("*/work"))


def kept_seed() -> Melody | None:
    works = kept_works()
    return project_from_kept(works[0]).song.seed if works else None


@pytest.mark.skipif(
    not os.access("/proc/kmsg", os.R_OK), reason="no file here keeps readers waiting"
)
def test_a_dialog_does_not_wait_for_a_file_that_does_not_answer(tmp_path: Path) -> None:
    with jack_server(tmp_path, 256), desktop.desktop() as there, program(there) as process:
        there.press("ctrl+o")
        there.wait_for_window("Open")
        there.type("/proc/none.mid")
        there.press("Return")
        there.picture(PICTURES / "4-dialog.png")
        process.terminate()
        assert process.wait(10) == 143


def test_no_screen_is_one_sentence() -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "QT_QPA_PLATFORM")}
    done = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1

"""The window never waits: what takes long is not done on the main thread.

The bound is for work that is in the wrong place, which would take seconds here. How long the main
thread really is busy, 50 ms at most by our own rule, is measured by tests/bench/waiting.py.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from core.compose.controls import Controls
from core.files.midi import write_midi
from core.music.melody import Melody, Note
from core.music.song import Song
from core.project import Project
from core.sound.synth.instruments import Instrument
from core.words import Words
from gui.files.kinds import KINDS, ROLL
from gui.job import Job
from gui.studio import Studio
from tests.gui.fakes import FakePlayer, FakeUser
from tests.gui.files.imported import shown_import
from tests.gui.heartbeat import Heartbeat
from tests.gui.panels.test_seed import type_seed
from tests.sound.synth.fonts import write_soundfont

LONGEST_SECONDS = 0.5
MANY = "c4/16 d4 e4 f#4 " * 2500


def assert_never_waits(scenario: Callable[[], None]) -> None:
    heartbeat = Heartbeat()
    scenario()
    assert heartbeat.longest_seconds < LONGEST_SECONDS


@pytest.fixture
def long_file(tmp_path: Path) -> Path:
    notes = tuple(Note(480 * n, 480, 60 + n % 12) for n in range(10_000))
    write_midi(Song(Melody(notes, 4_800_000)), tmp_path / "long.mid")
    return tmp_path / "long.mid"


def idle(studio: Studio, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not studio.findChildren(Job) and not studio.generation.is_running)
    qtbot.wait(60)


def test_ten_thousand_notes_pasted_undone_and_played(
    studio: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    def scenario() -> None:
        studio.document.new()
        with qtbot.waitSignal(studio.window.seed.typed, timeout=5000):
            studio.window.seed.field.setPlainText(MANY)
        qtbot.wait(60)
        QTimer.singleShot(0, studio.playback.toggle)
        qtbot.wait(60)
        for tick in range(0, 400_000, 40_000):
            player.tick = float(tick)
            qtbot.wait(16)
        QTimer.singleShot(0, studio.playback.toggle)
        qtbot.wait(60)
        QTimer.singleShot(0, studio.document.undo)
        qtbot.wait(60)
        QTimer.singleShot(0, studio.document.redo)
        qtbot.wait(60)

    assert_never_waits(scenario)
    assert len(studio.document.song.seed) == 10_000


def test_the_longest_tune_made(studio: Studio, qtbot: QtBot) -> None:
    studio.document.set_controls(Controls(bars=256))

    def scenario() -> None:
        QTimer.singleShot(0, studio.generate)
        qtbot.wait(30)
        idle(studio, qtbot)

    assert_never_waits(scenario)
    assert studio.document.song.bars == 256


@pytest.mark.slow
def test_long_files_opened_saved_and_exported(
    studio: Studio, qtbot: QtBot, user: FakeUser, tmp_path: Path, long_file: Path
) -> None:
    user.answer = "discard"

    def scenario() -> None:
        studio.document.new()
        QTimer.singleShot(0, lambda: studio.files.open_path(long_file))
        QTimer.singleShot(0, shown_import(studio, qtbot).take_tune.click)
        qtbot.waitUntil(lambda: len(studio.document.song.seed) == 10_000)
        idle(studio, qtbot)
        for action, name in (("save", "long.cantilena"), ("export", "again.mid")):
            user.to_save = tmp_path / name
            QTimer.singleShot(0, studio.actions[action].trigger)
            qtbot.wait(20)
            idle(studio, qtbot)

    assert_never_waits(scenario)
    assert len(studio.window.seed.text) > 20_000
    assert (tmp_path / "again.mid").stat().st_size > 20_000


@pytest.mark.slow
def test_pictures_of_a_long_tune_exported(
    studio: Studio, qtbot: QtBot, user: FakeUser, tmp_path: Path
) -> None:
    pytest.importorskip("verovio")
    notes = tuple(Note(240 * n, 240, 60 + n % 12) for n in range(2000))
    files = [tmp_path / "long.pdf", tmp_path / "long.png", tmp_path / "roll.png"]

    def scenario() -> None:
        studio.document.show(Project(Song(Melody(notes, 480_000))))
        for file in files:
            user.to_save, user.kind = file, KINDS.index(ROLL) if file == files[2] else None
            QTimer.singleShot(0, studio.actions["export"].trigger)
            qtbot.wait(20)
            qtbot.waitUntil(lambda: not studio.writing.findChildren(Job), timeout=30_000)

    assert_never_waits(scenario)
    assert all(file.stat().st_size > 200_000 for file in files)


def test_as_many_takes_as_there_can_be_drawn_chosen_and_drawn_again(
    studio: Studio, qtbot: QtBot
) -> None:
    def scenario() -> None:
        studio.document.set_controls(Controls(bars=32, takes=16))
        QTimer.singleShot(0, studio.generate)
        qtbot.wait(30)
        idle(studio, qtbot)
        for take in studio.takes.all:
            QTimer.singleShot(0, lambda take=take: studio.takes.choose(take))
            qtbot.wait(5)
        studio.document.set_controls(replace(studio.document.controls, temperature=0.8))
        qtbot.wait(300)
        studio.takes.stop()
        idle(studio, qtbot)

    assert_never_waits(scenario)
    assert len(studio.takes.all) == 16


def test_every_knob_turned(studio: Studio, qtbot: QtBot) -> None:
    generate, transport = studio.window.generate, studio.window.transport

    def scenario() -> None:
        for turn in range(30):
            generate.temperature.setValue(turn / 20)
            generate.bars.setValue(turn + 1)
            transport.tempo.setValue(60 + turn)
            qtbot.wait(1)

    assert_never_waits(scenario)
    assert studio.document.song.tempo == 89


def test_a_large_soundfont_chosen_and_a_long_tune_written_as_sound(
    studio: Studio, qtbot: QtBot, user: FakeUser, tmp_path: Path
) -> None:
    pytest.importorskip("fluidsynth", exc_type=ImportError)
    pytest.importorskip("soundfile")
    many = [
        Instrument(bank, program, Words(f"{bank}")) for bank in range(20) for program in range(100)
    ]
    user.to_open = write_soundfont(tmp_path / "many.sf2", many)
    user.to_save = tmp_path / "long.flac"

    def scenario() -> None:
        type_seed(studio, "c4/16 e4 g4 r " * 40)
        studio.actions["sound"].trigger()
        qtbot.wait(30)
        studio.toning.choose(tmp_path / "many.sf2")
        qtbot.waitUntil(lambda: not studio.toning.is_busy, timeout=20_000)
        with qtbot.waitSignal(studio.writing.reported, timeout=20_000):
            studio.actions["export_audio"].trigger()

    assert_never_waits(scenario)
    assert studio.sound.choices.soundfont == str(tmp_path / "many.sf2")
    assert (tmp_path / "long.flac").stat().st_size > 100_000

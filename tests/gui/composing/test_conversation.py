"""You play in time, and are answered on the next line, however long the answer takes."""

import time
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from core.compose.live import answer as answering
from core.music.melody import Note
from core.settings import Settings
from core.sound.reports import Received
from gui.composing.dialogue import ANSWER
from gui.composing.request import Request
from gui.recording.recording import RECORD
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakePlayer
from tests.gui.panels.test_seed import type_seed
from tests.gui.recording.test_recording import AS_PLAYED, Hands, notes

BAR, BEAT = 1920, 480


@pytest.fixture
def studio(open_studio: Open) -> Studio:
    return open_studio(Settings(seed="c4", recording=AS_PLAYED))


@pytest.fixture
def hands(studio: Studio, player: FakePlayer, qtbot: QtBot) -> Hands:
    """Has played a phrase of three beats, which nobody has answered yet."""
    type_seed(studio, "")
    studio.window.live.opener.click()
    studio.window.live.listens.click()
    assert studio.desk.recording.state == "waiting"
    begun = time.perf_counter()
    player.reports.append(Received(bytes((0x90, 60, 80)), begun, None))
    qtbot.waitUntil(lambda: studio.playback.is_playing)
    for tick, message in (
        (0, None),
        (470, (0x80, 60, 0)),
        (480, (0x90, 62, 80)),
        (1440, (0x80, 62, 0)),
    ):
        player.tick = float(tick)
        if message is not None:
            player.reports.append(Received(bytes(message), begun + tick / 800, float(tick)))
        qtbot.waitUntil(lambda: not player.reports)
        qtbot.wait(30)
    return Hands(studio, player, qtbot)


def answered(studio: Studio) -> bool:
    return studio.document.undo_label == ANSWER


def answer_of(studio: Studio, phrase_end: int) -> list[Note]:
    return [note for note in studio.document.song.melody if note.onset >= phrase_end]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Answers take as long as what is given takes."""
    quick = answering.answer_song

    def make_slow(wait: Callable[[], object]) -> None:
        def slowly(*arguments: object) -> Iterator[object]:
            wait()
            yield from quick(*arguments)  # type: ignore[arg-type]

        monkeypatch.setattr(answering, "answer_song", slowly)

    return make_slow


def test_a_pause_is_answered_on_the_next_bar(
    studio: Studio, hands: Hands, player: FakePlayer, qtbot: QtBot
) -> None:
    hands.at(1440 + 2 * BEAT - 10)
    qtbot.wait(150)
    assert studio.document.undo_label != RECORD, "the phrase may go on"
    hands.run_to(1440 + 2 * BEAT)
    qtbot.waitUntil(lambda: answered(studio))
    song = studio.document.song
    assert notes(song)[:2] == [(0, 470, 60), (480, 1440, 62)]
    assert answer_of(studio, 1440)[0].onset >= 2 * BAR
    assert song.melody.end == 4 * BAR, "two bars from the line on which it begins"
    assert player.asked[-1] == ("revise", song)
    assert studio.desk.recording.state == "recording", "it listens on"
    studio.document.undo()
    assert studio.document.undo_label == RECORD
    assert notes(studio.document.song) == [(0, 470, 60), (480, 1440, 62)]


def test_the_next_phrase_is_answered_too_and_nothing_is_lost(
    studio: Studio, hands: Hands, qtbot: QtBot
) -> None:
    hands.run_to(1440 + 2 * BEAT)
    qtbot.waitUntil(lambda: answered(studio))
    first = studio.document.song.melody.notes
    end = studio.document.song.melody.end
    hands.run_to(end - 20)
    hands.note(end + 10, end + 400, 72)
    hands.run_to(end + 400 + 2 * BEAT)
    qtbot.waitUntil(lambda: studio.document.song.melody.end > end + BAR)
    qtbot.waitUntil(lambda: answered(studio))
    song = studio.document.song
    assert song.melody.notes[: len(first)] == first
    assert (end + 10, end + 400, 72) in notes(song)
    assert answer_of(studio, end + 400)[0].onset >= end + BAR


def test_an_answer_that_is_late_comes_on_the_next_line(
    studio: Studio, hands: Hands, player: FakePlayer, qtbot: QtBot, slow: Callable[..., None]
) -> None:
    def pass_the_line() -> None:
        while player.tick is not None and player.tick < 2 * BAR + 100:
            player.tick += 100
            time.sleep(0.03)

    slow(pass_the_line)
    hands.run_to(1440 + 2 * BEAT)
    qtbot.waitUntil(lambda: answered(studio))
    assert answer_of(studio, 1440)[0].onset >= 3 * BAR
    assert studio.document.song.melody.end == 5 * BAR


def test_where_the_model_must_be_loaded_first_it_is_waited_for(
    studio: Studio, hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as loading:
        loading.setattr(Request, "why_later", "Wait until the model is open")
        hands.run_to(1440 + 2 * BEAT)
        qtbot.waitUntil(lambda: studio.document.undo_label == RECORD)
        hands.run_to(5 * BAR + 10)
        assert not answered(studio)
    qtbot.waitUntil(lambda: answered(studio))
    assert answer_of(studio, 1440)[0].onset >= 6 * BAR


@pytest.mark.usefixtures("hands")
def test_who_stops_has_all_that_was_played_and_no_answer(studio: Studio, qtbot: QtBot) -> None:
    studio.playback.stop()
    qtbot.waitUntil(lambda: not studio.desk.recording.is_active)
    assert notes(studio.document.song) == [(0, 470, 60), (480, 1440, 62)]
    qtbot.wait(100)
    assert not answered(studio)


@pytest.mark.usefixtures("hands")
def test_who_takes_the_mark_away_has_recorded_enough(studio: Studio) -> None:
    studio.window.live.listens.click()
    assert not studio.desk.recording.is_active
    assert notes(studio.document.song) == [(0, 470, 60), (480, 1440, 62)]

"""You play, the model answers, you play on."""

import pytest
from pytestqt.qtbot import QtBot

from core.compose.controls import MOST_BARS
from core.compose.live.answer import answer
from core.music.melody import Melody
from core.music.song import Song
from core.words import Words
from gui.composing.dialogue import ADOPT, ANSWER
from gui.studio import Studio
from tests.gui.composing.test_generation import wait_for_tune
from tests.gui.fakes import FakePlayer
from tests.gui.panels.test_seed import type_seed
from tests.model.tunes import tiny_model

BAR = 1920


def wait_for_answer(studio: Studio, qtbot: QtBot) -> Song:
    qtbot.waitUntil(lambda: not studio.rework.is_running)
    assert studio.document.undo_label == ANSWER
    return studio.document.song


def test_an_answer_follows_the_phrase_and_sounds(
    studio: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    studio.window.generate.lock.setChecked(True)
    phrase = studio.document.song
    studio.window.live.opener.click()
    studio.window.live.answer_bars.setValue(3)
    studio.window.live.answer_button.click()
    song = wait_for_answer(studio, qtbot)
    made = answer(tiny_model(), phrase, studio.document.controls, 3)
    assert song == made.song(made)
    assert song.melody.end == 4 * BAR
    assert song.seed == phrase.seed, "what the user played is still told apart"
    assert player.asked[-1] == ("play", song, BAR)
    studio.document.undo()
    assert studio.document.song == phrase


def test_answers_differ_unless_the_random_seed_is_locked(studio: Studio, qtbot: QtBot) -> None:
    phrase = studio.document.song
    answers = []
    for is_locked in (False, False, True, True):
        studio.window.generate.lock.setChecked(is_locked)
        studio.actions["answer"].trigger()
        answers.append(wait_for_answer(studio, qtbot))
        qtbot.waitUntil(lambda: studio.playback.is_playing)  # where the next one must be in time
        studio.document.undo()
        assert studio.document.song == phrase
    assert answers[0] != answers[1]
    assert answers[2] == answers[3]


def test_who_plays_on_keeps_the_answer(studio: Studio, qtbot: QtBot) -> None:
    keyboard, seed = studio.window.keyboard, studio.window.seed
    studio.actions["answer"].trigger()
    song = wait_for_answer(studio, qtbot)
    keyboard.note_added.emit(67, "4")
    keyboard.note_added.emit(69, "4")
    dialogue = studio.document.song
    assert dialogue.melody.notes[: len(song.melody)] == song.melody.notes
    assert [note.pitch for note in dialogue.melody.notes[len(song.melody) :]] == [67, 69]
    assert dialogue.melody.notes[len(song.melody)].onset == song.melody.end
    assert dialogue.seed_end == dialogue.melody.end
    assert "g4" in seed.text
    studio.actions["answer"].trigger()
    again = wait_for_answer(studio, qtbot)
    assert again.melody.notes[: len(dialogue.melody)] == dialogue.melody.notes
    assert again.melody.end == 6 * BAR
    keyboard.rest_added.emit("1")
    assert studio.document.song.melody.end == 7 * BAR


def test_while_it_plays_the_answer_joins_in(
    studio: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    studio.playback.toggle()
    qtbot.waitUntil(lambda: studio.playback.is_playing)
    studio.actions["answer"].trigger()
    song = wait_for_answer(studio, qtbot)
    assert player.asked[-1] == ("revise", song)
    assert sum(isinstance(asked, tuple) and asked[0] == "play" for asked in player.asked) == 1


def test_the_tune_can_become_the_seed(studio: Studio, qtbot: QtBot) -> None:
    assert not studio.actions["adopt"].isEnabled()
    studio.generate()
    wait_for_tune(studio, qtbot)
    tune = studio.document.song
    studio.actions["adopt"].trigger()
    assert studio.document.song.seed == tune.melody
    assert studio.document.undo_label == ADOPT
    studio.document.undo()
    assert studio.document.song == tune


def test_nothing_to_answer_is_said_beforehand(studio: Studio, player: FakePlayer) -> None:
    studio.window.live.opener.click()
    type_seed(studio, "")
    assert not studio.window.live.answer_button.isEnabled()
    assert "Play or type a phrase first" in studio.window.live.answer_button.toolTip()
    assert "play" not in [asked[0] for asked in player.asked if isinstance(asked, tuple)]


def test_a_tune_that_is_as_long_as_can_be_gets_no_answer(studio: Studio, qtbot: QtBot) -> None:
    song = studio.document.song
    long = Melody(song.melody.notes, MOST_BARS * BAR)
    studio.document.commit(Words("Make it long"), song.with_melody(long))
    studio.actions["answer"].trigger()
    qtbot.wait(50)
    assert studio.document.undo_label == "Make it long"
    assert "more than 256 bars" in studio.window.message.sentence


@pytest.mark.parametrize("text", ["x9", "c4 x9"])
def test_a_seed_that_cannot_be_read_gets_no_answer(studio: Studio, text: str) -> None:
    type_seed(studio, text)
    assert not studio.actions["answer"].isEnabled()

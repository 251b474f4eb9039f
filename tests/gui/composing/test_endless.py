"""The tune goes on for as long as it plays."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from core.compose.controls import MOST_BARS
from core.music.melody import Melody, Note
from core.recording.choices import RecordingChoices
from core.sound.reports import Received
from core.words import Words
from gui.composing.endless import ENDLESS
from gui.recording.recording import RECORD
from gui.studio import Studio
from tests.gui.composing.test_following import turn
from tests.gui.composing.test_live import before, ghosts, play_to
from tests.gui.fakes import FakePlayer
from tests.gui.panels.test_seed import type_seed

BAR = 1920


@pytest.fixture
def endless(studio: Studio) -> Studio:
    studio.window.live.opener.click()
    studio.window.live.endless.click()
    return studio


def end(studio: Studio) -> int:
    return studio.document.song.melody.end


def wait_for_bars(studio: Studio, qtbot: QtBot, bars: int) -> None:
    qtbot.waitUntil(lambda: end(studio) >= bars * BAR)


def follow_each_other(notes: Sequence[Note]) -> bool:
    return all(later.onset >= sooner.end for sooner, later in pairwise(notes))


def test_the_tune_grows_ahead_of_the_playhead(
    endless: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    seed = endless.document.song
    qtbot.wait(50)
    assert endless.document.song == seed, "nothing plays yet"
    for bar in range(0, 40, 2):
        play_to(endless, qtbot, player, bar * BAR)
        wait_for_bars(endless, qtbot, bar + 4)
        assert end(endless) < (bar + 12) * BAR, "not much more than is needed"
    song = endless.document.song
    assert follow_each_other(song.melody.notes)
    assert song.melody.notes[: len(seed.melody)] == seed.melody.notes
    assert song.seed_end == seed.seed_end
    assert player.asked[-1] == ("revise", song)
    assert sum(isinstance(asked, tuple) and asked[0] == "play" for asked in player.asked) == 1


def test_all_of_it_is_one_step_and_undone_it_does_not_grow_again(
    endless: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    seed = endless.document.song
    for bar in range(0, 20, 2):
        play_to(endless, qtbot, player, bar * BAR)
        wait_for_bars(endless, qtbot, bar + 4)
    assert endless.document.undo_label == ENDLESS
    endless.document.undo()
    assert endless.document.song == seed
    qtbot.wait(100)
    assert endless.document.song == seed
    assert not endless.window.live.endless.isChecked()


def test_a_pause_of_the_user_is_no_end_of_the_step(
    endless: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    seed = endless.document.song
    for bar in range(0, 8, 2):
        play_to(endless, qtbot, player, bar * BAR)
        wait_for_bars(endless, qtbot, bar + 4)
        endless.document.close_step()
    endless.document.undo()
    assert endless.document.song == seed


def test_it_ends_with_the_music(endless: Studio, qtbot: QtBot, player: FakePlayer) -> None:
    play_to(endless, qtbot, player, 0)
    wait_for_bars(endless, qtbot, 4)
    endless.playback.toggle()
    qtbot.waitUntil(lambda: not endless.playback.is_playing)
    song = endless.document.song
    qtbot.wait(100)
    assert endless.document.song == song
    endless.playback.seek(end(endless) - BAR)
    endless.playback.toggle()
    wait_for_bars(endless, qtbot, song.bars + 3)
    assert endless.document.song.melody.notes[: len(song.melody)] == song.melody.notes


def test_a_knob_changes_what_comes_behind_the_line(
    endless: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    play_to(endless, qtbot, player, 0)
    wait_for_bars(endless, qtbot, 4)
    play_to(endless, qtbot, player, BAR + 10)
    first = endless.document.song
    qtbot.waitUntil(lambda: ghosts(endless) == 2 * BAR)
    turn(endless, lowest=60, highest=60)
    qtbot.waitUntil(lambda: endless.document.song.melody != first.melody)
    second = endless.document.song
    assert before(second, 2 * BAR) == before(first, 2 * BAR)
    behind = [note.pitch for note in second.melody if note.onset >= 2 * BAR]
    assert behind
    assert set(behind) == {60}
    endless.document.undo()
    assert endless.document.song.melody.end == BAR, "one step with what was before the knob"


def test_a_knob_leaves_all_of_the_seed(endless: Studio, qtbot: QtBot, player: FakePlayer) -> None:
    type_seed(endless, "c4/2 d4 e4 f4 g4 a4 b4 c5")
    seed = endless.document.song
    play_to(endless, qtbot, player, 0)
    play_to(endless, qtbot, player, BAR)
    wait_for_bars(endless, qtbot, 5)
    first = endless.document.song
    turn(endless, lowest=60, highest=60)
    qtbot.waitUntil(lambda: endless.document.song.melody != first.melody)
    song = endless.document.song
    assert song.seed == seed.seed
    assert {note.pitch for note in song.melody if note.onset >= song.seed_end} == {60}


def test_typing_takes_the_place_of_what_was_composed(
    endless: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    play_to(endless, qtbot, player, 0)
    wait_for_bars(endless, qtbot, 4)
    type_seed(endless, "g4 a4 b4 g4")
    wait_for_bars(endless, qtbot, 4)
    song = endless.document.song
    assert [note.pitch for note in song.melody.notes[:4]] == [67, 69, 71, 67]
    assert follow_each_other(song.melody.notes)


def test_a_cadence_every_few_bars(endless: Studio, qtbot: QtBot, player: FakePlayer) -> None:
    endless.window.live.cadence.setValue(2)
    type_seed(endless, "c4 d4 e4 f4 e4/2 c4")
    for bar in range(0, 16, 2):
        play_to(endless, qtbot, player, bar * BAR)
        wait_for_bars(endless, qtbot, bar + 4)
    song = endless.document.song
    lasts = {note.end: note.pitch % 12 for note in song.melody}
    assert song.key is not None
    assert {lasts.get(line) for line in range(4 * BAR, 16 * BAR, 2 * BAR)} == {song.key.tonic}


def test_the_longest_tune_there_can_be_ends(
    endless: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    song = endless.document.song
    last = Note((MOST_BARS - 4) * BAR, BAR, 60)
    melody = Melody((*song.melody.notes, last), (MOST_BARS - 2) * BAR)
    endless.document.commit(Words("Make it long"), song.with_melody(melody))
    play_to(endless, qtbot, player, (MOST_BARS - 3) * BAR)
    qtbot.waitUntil(lambda: not endless.window.live.endless.isChecked())
    assert "at most 256 bars" in endless.window.message.sentence
    assert end(endless) == melody.end


def test_what_was_recorded_goes_on_by_itself_from_the_next_line(
    endless: Studio, qtbot: QtBot, player: FakePlayer
) -> None:
    endless.window.record.show_choices(RecordingChoices(grid=0))
    type_seed(endless, "")
    endless.actions["record"].trigger()
    qtbot.waitUntil(lambda: endless.playback.is_playing)
    for tick, message in ((100, (0x90, 60, 80)), (1000, (0x80, 60, 0)), (2 * BAR + 100, (0xF8,))):
        player.tick = float(tick)
        player.reports.append(Received(bytes(message), 0.0, float(tick)))
        qtbot.wait(30)
    assert end(endless) == 0, "nothing is composed into a recording"
    endless.actions["record"].trigger()
    assert endless.document.undo_label == RECORD
    assert endless.playback.is_playing
    wait_for_bars(endless, qtbot, 5)
    first, *others = endless.document.song.melody.notes
    assert (first.onset, first.end) == (100, 1000)
    assert others[0].onset >= 3 * BAR

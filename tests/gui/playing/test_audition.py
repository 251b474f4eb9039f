"""A tune that is heard before it is taken, beside that of the window."""

from pytestqt.qtbot import QtBot

from core.music.melody import Melody, Note
from core.music.song import Song
from core.music.tempo import TempoMap
from core.sound.reports import Failed, Restarted, Started, Stopped
from core.words import Words
from gui.studio import Studio
from tests.gui.fakes import FakePlayer

LATE = Song(Melody((Note(960, 480, 72),), 1440), tempos=TempoMap.constant(80))


def test_it_begins_with_its_first_note(studio: Studio, player: FakePlayer) -> None:
    audition = studio.playback.audition
    audition.play(LATE)
    assert player.asked[-1] == ("play", LATE, 960)
    studio.playback.poll()
    assert (audition.is_playing, studio.playback.is_playing) == (True, False)


def test_the_tune_of_the_window_stops_for_it(studio: Studio, player: FakePlayer) -> None:
    playback = studio.playback
    playback.toggle()
    playback.poll()
    assert playback.is_playing
    playback.audition.play(LATE)
    playback.poll()
    assert (playback.is_playing, playback.audition.is_playing) == (False, True)
    player.reports.append(Stopped(1440))
    playback.poll()
    assert not playback.audition.is_playing


def test_another_song_takes_its_place(studio: Studio, player: FakePlayer) -> None:
    audition = studio.playback.audition
    audition.play(LATE)
    audition.play(Song(LATE.melody, tempos=TempoMap.constant(100)))
    studio.playback.poll()
    assert audition.is_playing
    player.reports.append(Stopped(1440))
    studio.playback.poll()
    assert not audition.is_playing


def test_what_plays_afterwards_is_the_windows_own(
    studio: Studio, player: FakePlayer, qtbot: QtBot
) -> None:
    playback = studio.playback
    with qtbot.waitSignals([playback.audition.told]):
        playback.audition.play(LATE)
        player.reports[:] = [Failed(Words("Nothing is open."))]
        playback.poll()
    player.reports.append(Started(0))
    playback.poll()
    assert playback.is_playing
    assert not playback.audition.is_playing


def test_a_player_that_was_started_again_plays_nothing(studio: Studio, player: FakePlayer) -> None:
    playback = studio.playback
    playback.audition.play(LATE)
    playback.poll()
    player.reports.append(Restarted(Words("The player was started again.")))
    playback.poll()
    assert not playback.audition.is_playing
    assert "started again" in studio.window.message.sentence, "that is for everybody"


def test_to_stop_what_does_not_sound_asks_for_nothing(studio: Studio, player: FakePlayer) -> None:
    before = list(player.asked)
    studio.playback.audition.stop()
    assert player.asked == before

from dataclasses import replace

from core.music.span import Span
from core.settings import Settings
from core.sound.choices import SoundChoices
from gui.studio import Studio
from tests.gui.conftest import Open
from tests.gui.fakes import FakePlayer


def followed(player: FakePlayer) -> list[object]:
    return [asked for asked in player.asked if isinstance(asked, tuple) and asked[0] == "follow"]


def test_the_tune_lies_ready_as_soon_as_another_machine_may_start_it(
    studio: Studio, player: FakePlayer
) -> None:
    assert not followed(player)
    studio.sound.choose(replace(studio.sound.choices, follows_clock=True))
    assert followed(player) == [("follow", studio.document.song, None)]
    player.asked.clear()
    studio.window.seed.clear()
    assert followed(player) == [("follow", studio.document.song, None)]
    player.asked.clear()
    loop = Span(0, 960)
    studio.playback.choose_loop(loop)
    assert followed(player) == [("follow", studio.document.song, loop)]
    studio.sound.choose(replace(studio.sound.choices, follows_clock=False))
    assert followed(player)[-1] == ("follow", None, None)


def test_following_is_remembered_and_asked_for_before_the_player_starts(
    open_studio: Open, player: FakePlayer
) -> None:
    studio = open_studio(Settings(sound=SoundChoices(follows_clock=True)))
    before = player.asked[: player.asked.index("start")]
    assert ("follow", studio.document.song, None) in before

"""Two takes are exchanged at the bar line, and the player has it before that comes."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.music.melody import Melody
from core.music.song import Song
from core.music.span import Span
from core.music.splice import spliced
from core.music.tempo import TempoMap
from core.sound.playing.manner import PLAIN
from core.sound.playing.schedule import NOTE_OFF, NOTE_ON, kind_of
from core.sound.playing.transport import Transport, piece_from_song
from core.sound.reports import Stopped
from gui.panels.takecard import Role
from gui.panels.takes import TakesPanel
from gui.studio import Studio
from gui.takes.comparing import sounding_since
from tests.gui.fakes import FakePlayer
from tests.gui.takes.test_takes import draw, press, songs
from tests.music.strategies import melodies

BAR = 1920
Key = Qt.Key


class Comparison:
    """Takes 1 and 3 are A and B, 3 is the tune, and it plays in the second bar."""

    def __init__(self, studio: Studio, player: FakePlayer, qtbot: QtBot) -> None:
        self.studio, self.player, self.qtbot = studio, player, qtbot
        self.panel: TakesPanel = draw(studio, qtbot)
        press(self.panel, Key.Key_3)
        self.one, self.three = songs(self.panel)[0], songs(self.panel)[2]
        studio.playback.toggle()
        qtbot.waitUntil(lambda: studio.playback.is_playing)
        self.go_to(BAR + 500)
        player.asked.clear()

    def go_to(self, tick: float) -> None:
        self.player.tick = tick
        self.studio.playback.poll()

    def exchange(self) -> None:
        self.studio.actions["exchange"].trigger()

    @property
    def heard(self) -> Song:
        """What the player was given last."""
        asked = self.player.asked[-1]
        assert isinstance(asked, tuple)
        assert asked[0] == "revise"
        assert isinstance(asked[1], Song)
        return asked[1]

    @property
    def awaited(self) -> list[int]:
        rows = self.panel.list.model()
        return [r for r in range(rows.rowCount()) if rows.index(r, 0).data(Role.AWAITED)]


@pytest.fixture
def comparison(studio: Studio, player: FakePlayer, qtbot: QtBot) -> Comparison:
    return Comparison(studio, player, qtbot)


def notes(melody: Melody, begin: int, end: int) -> list[tuple[int, int]]:
    return [(n.onset, n.pitch) for n in melody if begin <= n.onset < end]


def test_the_other_take_comes_with_the_next_bar(comparison: Comparison) -> None:
    studio, here, there = comparison.studio, comparison.three, comparison.one
    comparison.exchange()
    assert studio.document.song == here, "the tune is the same until the bar line"
    assert comparison.awaited == [0]
    assert "with bar 3" in studio.window.statusBar().currentMessage()
    heard = comparison.heard.melody
    assert notes(heard, BAR + 500, 2 * BAR) == notes(here.melody, BAR + 500, 2 * BAR)
    assert notes(heard, 2 * BAR, 99 * BAR) == notes(there.melody, 2 * BAR, 99 * BAR)
    sounding = [n for n in here.melody if n.onset <= BAR + 500 < n.end]
    assert set(sounding) <= set(heard.notes), "what sounds is not struck again"
    comparison.go_to(2 * BAR - 1)
    assert studio.document.song == here
    comparison.go_to(2 * BAR)
    assert studio.document.song == there == comparison.heard
    assert comparison.awaited == []
    assert studio.playback.is_playing


def test_just_before_a_bar_line_it_waits_for_the_next_one(comparison: Comparison) -> None:
    comparison.go_to(2 * BAR - 20)
    comparison.exchange()
    comparison.go_to(2 * BAR + 100)
    assert comparison.studio.document.song == comparison.three, "that one comes too soon to be kept"
    comparison.go_to(3 * BAR)
    assert comparison.studio.document.song == comparison.one


def test_asked_twice_nothing_changes(comparison: Comparison) -> None:
    comparison.exchange()
    comparison.exchange()
    assert comparison.heard == comparison.three
    assert comparison.awaited == []
    comparison.go_to(2 * BAR + 10)
    assert comparison.studio.document.song == comparison.three


def test_a_loop_comes_back_with_the_other_take(comparison: Comparison) -> None:
    here, there = comparison.three, comparison.one
    comparison.studio.playback.choose_loop(Span(BAR, 2 * BAR))
    comparison.exchange()
    heard = comparison.heard.melody
    assert notes(heard, BAR + 500, 2 * BAR) == notes(here.melody, BAR + 500, 2 * BAR)
    since = max(n.onset for n in here.melody if n.onset <= BAR + 500)
    assert notes(heard, BAR, since) == notes(there.melody, BAR, since), "what the loop comes to"
    comparison.go_to(BAR + 10)
    assert comparison.studio.document.song == there


def test_what_stops_before_the_line_exchanges_at_once(comparison: Comparison) -> None:
    comparison.exchange()
    comparison.player.tick = None
    comparison.player.reports.append(Stopped(BAR + 600))
    comparison.studio.playback.poll()
    assert comparison.studio.document.song == comparison.one


def test_another_tune_ends_the_waiting(comparison: Comparison) -> None:
    comparison.exchange()
    press(comparison.panel, Key.Key_4)
    assert comparison.awaited == []
    four = songs(comparison.panel)[3]
    comparison.go_to(2 * BAR + 10)
    assert comparison.studio.document.song == four


def struck(messages: Sequence[bytes]) -> list[tuple[bool, int]]:
    """Which pitches begin (True) and end, in order; programs and the like are left out."""
    kinds = {NOTE_ON: True, NOTE_OFF: False}
    return [(kinds[kind_of(m)], m[1]) for m in messages if kind_of(m) in kinds]


@given(melodies(unit=60), melodies(unit=60), st.integers(0, 40), st.integers(1, 40))
def test_no_note_is_lost_or_struck_twice_or_sounds_into_another(
    here: Melody, there: Melody, place: int, further: int
) -> None:
    """What the player sends when it is given the three tunes of an exchange one after another."""
    tick = 60 * place
    line = tick + 60 * further
    one, other = Song(here), Song(there)
    bridge = spliced(other, one, sounding_since(one, tick), line)
    player = Transport(piece_from_song(one, PLAIN), 0, TempoMap.constant(60.0), 0.0, manner=PLAIN)

    def reach(tick: int) -> list[bytes]:
        return list(player.take(player.timeline.seconds_at(tick)))

    sent = [*reach(tick - 1), *player.revise(piece_from_song(bridge, PLAIN)), *reach(line - 1)]
    if player.is_over:
        return  # the tune ended before its line
    sent += [*player.revise(piece_from_song(other, PLAIN)), *reach(10**6)]
    onsets = [n.pitch for n in here if n.onset < line] + [n.pitch for n in there if n.onset >= line]
    assert [pitch for is_on, pitch in struck(sent) if is_on] == onsets
    sounding: list[int] = []
    for is_on, pitch in struck(sent):
        if is_on:
            assert not sounding, "the tune has one voice"
            sounding.append(pitch)
        elif sounding == [pitch]:
            sounding.clear()
    last = [n.pitch for n in there if n.end == there.end]
    assert sounding in ([], last), "what sounds to the very end is silenced with the tune"

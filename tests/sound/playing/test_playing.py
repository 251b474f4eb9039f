"""Whatever is done while it plays: every note sounds once, in its place, and ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.music.melody import Melody, Note
from core.music.meter import Meter, MeterMap
from core.music.song import Song
from core.music.span import Span
from core.music.tempo import TempoMap
from core.sound.playing.manner import Manner
from tests.sound.fakes import is_note_on, sounding_after
from tests.sound.playing.ticking import Ticking

TEMPI = st.sampled_from([30.0, 60.0, 120.0, 240.0])
TEMPOS = st.builds(
    lambda first, later: TempoMap(((0, first), *sorted(later.items()))),
    TEMPI,
    st.dictionaries(st.integers(1, 3000) | st.sampled_from([240, 480, 960]), TEMPI, max_size=4),
)
METERS = (
    MeterMap(),
    MeterMap.constant(Meter(3, 4), 480),
    MeterMap.constant(Meter(6, 8), 240),
    MeterMap(((0, Meter(2, 4)), (960, Meter(5, 8)), (2160, Meter(3, 8))), 240),
)
ticks = st.one_of(st.integers(0, 3000), st.integers(0, 12).map(lambda n: 240 * n))
manners = st.builds(
    Manner,
    st.integers(0, 3),
    st.sampled_from([0, 0, 3]),
    st.sampled_from([0.0, 1 / 3, 0.75]),
    st.booleans(),
    st.booleans(),
)


@st.composite
def tunes(draw: st.DrawFn) -> Song:
    notes, onset = [], 0
    for _ in range(draw(st.integers(0, 12))):
        onset += draw(st.sampled_from([0, 0, 0, 120, 7]))
        duration = draw(st.sampled_from([60, 120, 160, 240, 480, 960, 1]))
        notes.append(Note(onset, duration, draw(st.integers(60, 63))))
        onset += duration
    melody = Melody(tuple(notes), onset + draw(st.sampled_from([0, 480])))
    return Song(melody, draw(st.sampled_from(METERS)))


@st.composite
def loops(draw: st.DrawFn) -> Span | None:
    begin = draw(ticks)
    return draw(st.sampled_from([None, Span(begin, begin + draw(ticks) + 1)]))


@pytest.mark.slow
@given(st.data())
def test_every_tick_is_played_once_and_in_order(data: st.DataObject) -> None:
    ticking = Ticking()

    def play() -> None:
        count_in = data.draw(st.sampled_from([0, 0, 480, 1000, 1920]))
        from_tick, loop, runs_on = data.draw(ticks), data.draw(loops()), data.draw(st.booleans())
        ticking.play(data.draw(tunes()), from_tick, loop, count_in, runs_on, data.draw(TEMPOS))

    play()
    for _ in range(data.draw(st.integers(1, 12))):
        ticking.wait(data.draw(st.integers(1, 4000)))
        assert ticking.heard == ticking.expected
        assert ticking.clocks == ticking.expected_clocks
        if not ticking.is_past_the_end:
            assert ticking.told_position == pytest.approx(ticking.position, abs=1e-3)
        assert len(sounding_after(ticking.stage.first.sent)) <= 2, "a note and a click at most"
        match data.draw(
            st.sampled_from(["play", "stop", "seek", "loop", "on", "tempos", "manner", "revise"])
        ):
            case "play":
                play()
            case "stop":
                ticking.stop()
                assert not sounding_after(ticking.stage.first.sent)
            case "seek":
                ticking.seek(data.draw(ticks))
            case "loop":
                ticking.set_loop(data.draw(loops()))
            case "on":
                ticking.run_on(data.draw(st.booleans()))
            case "tempos":
                ticking.set_tempos(data.draw(TEMPOS))
            case "manner":
                ticking.set_manner(data.draw(manners))
            case "revise":
                ticking.revise(data.draw(tunes()))
    ticking.wait(3000)
    assert ticking.heard == ticking.expected
    ticking.stop()
    sent = ticking.stage.first.sent
    assert not sounding_after(sent)
    offs = sum(message[0] & 0xF0 == 0x80 for message in sent)
    assert offs == sum(map(is_note_on, sent)), "one ending to each beginning"

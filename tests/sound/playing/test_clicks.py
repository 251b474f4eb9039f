"""The metronome strikes the felt beats, with the accent on the bar."""

import pytest

from core.music.meter import Meter, MeterMap
from core.sound.playing.clicks import ACCENT, CHANNEL, LENGTH, Clicks, count_in_ticks
from tests.sound.fakes import is_note_on, sounding_after

FOUR = MeterMap()


def strokes(clicks: Clicks, end: int) -> list[tuple[int, bool]]:
    """(tick, whether it is an accent) of each stroke before `end`."""
    struck, sent = [], list[bytes]()
    while clicks.next < end:
        tick, messages = int(clicks.next), clicks.take()
        sent += messages
        struck += [(tick, m[1] == ACCENT) for m in messages if is_note_on(m)]
    assert {message[0] & 0x0F for message in sent} <= {CHANNEL}
    assert len(sounding_after(sent)) <= 1
    return struck


@pytest.mark.parametrize(
    ("meters", "expected"),
    [
        (FOUR, [(0, True), (480, False), (960, False), (1440, False), (1920, True)]),
        (MeterMap.constant(Meter(6, 8)), [(0, True), (720, False), (1440, True)]),
        (MeterMap.constant(Meter(3, 4), 480), [(0, False), (480, True), (960, False)]),
        (MeterMap.constant(Meter(4, 4), 240), [(240, True), (720, False), (1200, False)]),
        (
            MeterMap(((0, Meter(2, 4)), (960, Meter(3, 8)))),
            [(0, True), (480, False), (960, True), (1200, False), (1440, False), (1680, True)],
        ),
    ],
)
def test_beats_come_from_the_meters(meters: MeterMap, expected: list[tuple[int, bool]]) -> None:
    clicks = Clicks(meters, 0, 0, is_on=True)
    assert strokes(clicks, 100_000)[: len(expected)] == expected


def test_a_stroke_ends_by_itself() -> None:
    clicks = Clicks(FOUR, 0, 0, is_on=True)
    clicks.take()
    assert clicks.next == LENGTH
    assert not sounding_after([bytes((0x99, ACCENT, 1)), *clicks.take()])


def test_without_a_metronome_only_the_count_in_is_heard() -> None:
    clicks = Clicks(FOUR, -1920, 0, is_on=False)
    expected = [(-1920, True), (-1440, False), (-960, False), (-480, False)]
    assert strokes(clicks, 10_000) == expected


@pytest.mark.parametrize(
    ("meters", "tick", "bars", "expected"),
    [
        (FOUR, 0, 1, 1920),
        (FOUR, 1920, 2, 3840),
        (FOUR, 2400, 1, 1920 + 480),
        (MeterMap.constant(Meter(4, 4), 480), 0, 1, 1920 + 1440),
        (MeterMap.constant(Meter(3, 4), 240), 0, 1, 1440 + 1200),
        (FOUR, 0, 0, 0),
    ],
)
def test_counting_begins_on_a_bar_line(
    meters: MeterMap, tick: int, bars: int, expected: int
) -> None:
    count_in = count_in_ticks(meters, tick, bars)
    assert count_in == expected
    struck = strokes(Clicks(meters, tick - count_in, tick, is_on=False), tick)
    assert sum(is_accent for _, is_accent in struck) >= bars
    assert not struck or struck[0] == (tick - count_in, True)

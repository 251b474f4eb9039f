"""Pins of the command line, and bars that are drawn anew: `--pin '5 g4/2'`, `--redraw 3-4`."""

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from core.cli.command import Options
from core.cli.values import whole
from core.compose.controls import FEWEST_BARS, MOST_BARS, Controls
from core.compose.pins.pin import Pin
from core.errors import UserError
from core.music.melody import Note
from core.music.meter import MeterMap
from core.music.song import Song
from core.music.text import melody_from_text

if TYPE_CHECKING:
    from core.compose.measures import Take
    from core.compose.pins.pinned import Led
    from core.model.family import Model

MOST_PARTICLES = 256

_PLACE = r"(?P<{0}bar>[0-9]{{1,6}})(:(?P<{0}beat>[0-9]{{1,3}}(\.[0-9]{{1,4}})?))?"
_PIN_PLACE = re.compile(_PLACE.format(""))
_SPAN = re.compile(rf"{_PLACE.format('first_')}(-{_PLACE.format('last_')})?")


def add_pins(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("pins")
    group.add_argument(
        "--pin",
        action="append",
        default=[],
        metavar="'BAR[:BEAT] NOTE …'",
        help="notes that the tune leads into: '5 g4/2' keeps both, '5:3 g4' only the pitch, "
        "'5 x/2' only the rhythm; more notes follow one another; may be given several times",
    )
    group.add_argument(
        "--redraw",
        metavar="BAR[:BEAT][-BAR[:BEAT]]",
        help="draw only these bars of the seed's tune anew, such as 3 or 3-4 or 3:2-4:1; "
        "all other notes stay",
    )
    group.add_argument(
        "--particles",
        type=whole("Number of particles", 1, MOST_PARTICLES),
        metavar="N",
        help="how many tunes are tried at once to lead into what stays (default 16)",
    )


def is_led(options: Options) -> bool:
    """Whether a tune is asked for that leads into something."""
    return bool(options.pin) or options.redraw is not None


def asked(
    options: Options, song: Song
) -> tuple[tuple[Pin, ...], tuple[int, int] | None, int | None]:
    """The pins by their onsets, the ticks to draw anew, and how many particles lead into them, if
    any do."""
    from core.compose.pins.particle import PARTICLES

    told = (pin for text in options.pin for pin in pins_from_text(text, song.meters))
    pins = tuple(sorted(told, key=lambda pin: pin.onset))
    span = None if options.redraw is None else span_from_text(options.redraw, song)
    return pins, span, (options.particles or PARTICLES) if is_led(options) else None


def led_takes(
    options: Options, model: "Model", song: Song, controls: Controls
) -> "Iterator[float | tuple[Take, dict[str, Any]]]":
    """The takes that are asked for, each with what the report says of its particles.

    Each is what a single tune with its random seed would be. Yields the share that is done, too.
    """
    from core.compose.measures import Take
    from core.compose.pins.pinned import Led, lead_song, redraw_song
    from core.compose.take import measure

    pins, span, number = asked(options, song)
    assert number is not None  # something is to be led into
    if span is not None:
        controls = replace(controls, bars=min(max(FEWEST_BARS, song.bars), MOST_BARS))
    for place in range(controls.takes):
        own = replace(controls, random_seed=controls.random_seed + place, takes=1)
        if span is None:
            steps = lead_song(model, song, own, pins, number)
        else:
            steps = redraw_song(model, song, own, *span, pins, number)
        for step in steps:
            if isinstance(step, Led):
                measures = measure(step.song, step.bits or (0.0,), model.indexes)
                yield Take(step.song, own, measures, step.notices), _said(step)
            else:
                yield (place + step) / controls.takes


def _said(led: "Led") -> dict[str, Any]:
    return {
        "particles": led.particles,
        "effective": round(led.effective, 2),
        "effective_end": round(led.effective_end, 2),
    }


def pins_from_text(text: str, meters: MeterMap) -> tuple[Pin, ...]:
    """'5:3 g4/8 a4/8 x/4 c5' as pins: a place, then notes that follow one another.

    A note without a length is free in its length, and must be the last; 'x' is free in its pitch.
    UserError for anything else.
    """
    where, *words = text.split() or [""]
    found = _PIN_PLACE.fullmatch(where)
    if found is None or not words:
        raise UserError(
            f"'{text[:40]}' is no pin; write bar, beat and note, such as '5 g4/2' or '5:3 g4'."
        )
    tick = _tick(found["bar"], found["beat"], meters)
    pins: list[Pin] = []
    for word in words:
        if pins and pins[-1].duration is None:
            raise UserError(
                f"In '{text[:40]}' a note without a length is followed by another; give it one."
            )
        pins.append(_pin(word, tick))
        tick = pins[-1].end or tick
    return tuple(pins)


def _pin(word: str, tick: int) -> Pin:
    is_free = word[:1] in ("x", "X")
    read = melody_from_text(f"c4{word[1:]}" if is_free else word)
    if len(read) != 1:
        raise UserError(f"'{word[:40]}' is not one note that could be pinned, such as g4/2 or x/8.")
    (note,) = read
    has_length = "/" in word or "." in word
    return Pin.of(Note(tick, note.duration, note.pitch), pitch=not is_free, rhythm=has_length)


def span_from_text(text: str, song: Song) -> tuple[int, int]:
    """'3', '3-4' or '3:2-4:1' as the ticks from the first to behind the last bar or beat named.

    UserError for anything else, and where the tune is shorter.
    """
    found = _SPAN.fullmatch(text.strip())
    if found is None:
        raise UserError(f"'{text[:40]}' names no bars; write them such as 3, 3-4 or 3:2-4:1.")
    meters = song.meters
    first = found["first_bar"], found["first_beat"]
    bar, beat = first if found["last_bar"] is None else (found["last_bar"], found["last_beat"])
    begin, last = _tick(*first, meters), _tick(bar, beat, meters)
    end = meters.bar_onset(int(bar) + 1) if beat is None else last + _unit(last, meters)
    if begin >= end:
        raise UserError(f"'{text}' ends before it begins; name the first bar first.")
    if begin >= song.melody.end:
        raise UserError(f"'{text}' lies behind the tune, which ends with bar {song.bars}.")
    return begin, min(end, song.melody.end)


def _tick(bar: str, beat: str | None, meters: MeterMap) -> int:
    """Where a beat of a bar begins; beats are written units of the meter, the first is 1."""
    onset = meters.bar_onset(int(bar))
    meter = meters.meter_at(onset)
    wanted = float(beat or 1)
    if not 1 <= wanted < meter.beats + 1:
        raise UserError(
            f"There is no beat {beat} in bar {bar}, which is in {meter}; "
            f"its beats are 1 to {meter.beats}."
        )
    if int(bar) == 0:
        onset = meters.pickup - meter.bar if beat is not None else 0
    tick = onset + round((wanted - 1) * _unit(onset, meters))
    if tick < 0 or (int(bar) == 0 and not meters.pickup):
        raise UserError(f"There is no bar {bar} or no such beat in it; bars count from 1.")
    return tick


def _unit(tick: int, meters: MeterMap) -> int:
    """Ticks of a written beat there."""
    meter = meters.meter_at(max(0, tick))
    return meter.bar // meter.beats

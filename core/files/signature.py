"""Bar lines as the time signatures of a MIDI file say them, which know no upbeat, and back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.errors import UserError
from core.music.melody import QUARTER, WHOLE
from core.music.meter import COMMON_TIME, Meter, MeterMap

_DENOMINATORS = (1, 2, 4, 8, 16, 32, 64, 128)


@dataclass(frozen=True, slots=True)
class Signature:
    """A time signature as it stands in a file, which may be no meter of ours.

    `click` is the distance of the metronome's clicks in MIDI clocks, 24 to a quarter.
    """

    numerator: int
    denominator: int
    click: int = 24

    @property
    def meter(self) -> Meter | None:
        try:
            return Meter(self.numerator, self.denominator)
        except UserError:
            return None


def signatures_from_meters(meters: MeterMap) -> Iterator[tuple[int, Signature]]:
    """(onset in ticks, signature) of each meter.

    An upbeat is a short bar of its own: 1/4 before 4/4. Where no signature has its length (a
    triplet), the full meter is said again where bar 1 begins.
    """
    changes = meters.changes
    first = meters.meter
    if meters.pickup:
        yield 0, _upbeat(meters.pickup, first)
        if meters.is_constant or meters.pickup < changes[1][0]:
            yield meters.pickup, _signature(first)
        changes = changes[1:]
    for onset, meter in changes:
        yield onset, _signature(meter)


def meters_from_signatures(signatures: Mapping[int, Signature]) -> MeterMap:
    """The bar lines that signatures by their onsets in ticks make.

    A first bar that is shorter than the next meter's is an upbeat. A signature that repeats the
    meter on a bar line, or that is no meter of ours (0/4, 3/64), is left out.
    """
    found = [(onset, s.meter) for onset, s in sorted(signatures.items()) if s.meter or onset == 0]
    pickup = _pickup(signatures, found)
    changes = [(0, COMMON_TIME)]
    line = pickup
    for onset, meter in found:
        if meter is None or onset < pickup:
            continue
        if onset == pickup:
            changes = [(0, meter)]
        elif meter != changes[-1][1] or (onset - line) % meter.bar:
            changes.append((onset, meter))
            line = onset
    return MeterMap(tuple(changes), pickup)


def _signature(meter: Meter) -> Signature:
    return Signature(meter.beats, meter.unit, 24 * meter.beat // QUARTER)


def _upbeat(pickup: int, meter: Meter) -> Signature:
    """The signature of a bar of `pickup` ticks, in the units of `meter` if they divide it."""
    for denominator in _DENOMINATORS:
        numerator, rest = divmod(pickup * denominator, WHOLE)
        if denominator >= meter.unit and rest == 0 and numerator <= 255:
            return Signature(numerator, denominator)
    return _signature(meter)


def _pickup(signatures: Mapping[int, Signature], found: list[tuple[int, Meter | None]]) -> int:
    """Length of the upbeat, 0 if there is none. `found` are the meters that can be used."""
    if len(found) < 2 or found[0][0] != 0:
        return 0
    first, (onset, second) = signatures[0], found[1]
    is_one_bar = onset * first.denominator == first.numerator * WHOLE
    is_short = second is not None and onset < second.bar
    return onset if is_short and (is_one_bar or found[0][1] == second) else 0

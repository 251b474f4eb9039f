"""What the probability field tells of a place, in words."""

from math import log2
from typing import TYPE_CHECKING

from core.music.key import Key
from core.music.length import length_words as note_length
from core.music.naming import pitch_words
from gui.language import tr

if TYPE_CHECKING:
    from core.compose.field import Moment

_MOST_LENGTHS = 3
_IMPOSSIBLE = "impossible for the model"


def cell_words(moment: "Moment", pitch: int, key: Key | None) -> str:
    """'G4 here: 31 %, 1.7 bits; likeliest A4 40 %'; of what stands there its length too."""
    likeliest = moment.ranked()[:1]
    others = [] if pitch in likeliest else [_named_share(moment, one, key) for one in likeliest]
    parts = [
        f"{tr(pitch_words(pitch, key))} here: {_figures(moment.share(pitch))}",
        f"likeliest {others[0]}" if others else "the likeliest",
    ]
    if pitch == moment.event.pitch:
        length = tr(note_length(moment.event.duration))
        parts.append(f"its length, {length}: {_figures(moment.length_share)}")
    return "; ".join(parts)


def lane_words(moment: "Moment") -> str:
    """'Lengths here: quarter 45 %, eighth 30 %, half 10 %; half stands: 10 %, 3.3 bits'."""
    shares = sorted(
        zip(moment.shares.tolist(), moment.durations.tolist(), strict=True), reverse=True
    )
    likely = ", ".join(
        f"{tr(note_length(ticks))} {percent(share)}" for share, ticks in shares[:_MOST_LENGTHS]
    )
    stands = f"{tr(note_length(moment.event.duration))} stands: {_figures(moment.length_share)}"
    return f"Lengths here: {likely}; {stands}"


def _named_share(moment: "Moment", pitch: int | None, key: Key | None) -> str:
    name = "a rest" if pitch is None else tr(pitch_words(pitch, key))
    return f"{name} {percent(moment.share(pitch))}"


def _figures(share: float) -> str:
    return f"{percent(share)}, {log2(1 / share):.1f} bits" if share > 0 else _IMPOSSIBLE


def percent(share: float) -> str:
    """'34 %', or '<1 %'."""
    return f"{100 * share:.0f} %" if share >= 0.01 else "<1 %"

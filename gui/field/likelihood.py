"""What the probability field tells of a place, in words."""

from math import log2
from typing import TYPE_CHECKING

from core.music.key import Key
from core.music.length import length_words
from core.music.naming import pitch_words
from core.words import Words, joined

if TYPE_CHECKING:
    from core.compose.field import Moment

_MOST_LENGTHS = 3


def cell_words(moment: "Moment", pitch: int, key: Key | None) -> Words:
    """'G4 here: 31 %, 1.7 bits; likeliest A4 40 %'; of what stands there its length too."""
    figures = _figures(moment.share(pitch))
    parts = [Words("{note} here: {figures}", note=pitch_words(pitch, key), figures=figures)]
    likeliest = moment.ranked()[:1]
    if pitch in likeliest or not likeliest:
        parts.append(Words("the likeliest"))
    else:
        name = Words("a rest") if likeliest[0] is None else pitch_words(likeliest[0], key)
        share = percent(moment.share(likeliest[0]))
        parts.append(Words("likeliest {note} {share}", note=name, share=share))
    if pitch == moment.event.pitch:
        length, figures = length_words(moment.event.duration), _figures(moment.length_share)
        parts.append(Words("its length, {length}: {figures}", length=length, figures=figures))
    return joined("; ", parts)


def lane_words(moment: "Moment") -> Words:
    """'Lengths here: quarter 45 %, eighth 30 %, half 10 %; half stands: 10 %, 3.3 bits'."""
    shares = sorted(
        zip(moment.shares.tolist(), moment.durations.tolist(), strict=True), reverse=True
    )
    likely = [joined(" ", [length_words(t), percent(s)]) for s, t in shares[:_MOST_LENGTHS]]
    return Words(
        "Lengths here: {lengths}; {length} stands: {figures}",
        lengths=joined(", ", likely),
        length=length_words(moment.event.duration),
        figures=_figures(moment.length_share),
    )


def _figures(share: float) -> Words:
    if share > 0:
        return Words("{share}, {bits:.1f} bits", share=percent(share), bits=log2(1 / share))
    return Words("impossible for the model")


def percent(share: float) -> Words:
    """'34 %', or '<1 %'."""
    return Words("{percent:.0f} %", percent=100 * share) if share >= 0.01 else Words("<1 %")

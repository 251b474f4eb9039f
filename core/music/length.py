"""The lengths of notes in words, as musicians say them."""

from functools import lru_cache

from core.music.melody import QUARTER, WHOLE

_PLAIN = {
    WHOLE: "whole",
    WHOLE // 2: "half",
    QUARTER: "quarter",
    WHOLE // 8: "eighth",
    WHOLE // 16: "sixteenth",
    WHOLE // 32: "thirty-second",
    WHOLE // 64: "sixty-fourth",
}
_DOTTED = {ticks * 3 // 2: f"dotted {name}" for ticks, name in _PLAIN.items()}
_TRIPLETS = {ticks * 2 // 3: f"triplet {name}" for ticks, name in _PLAIN.items()}
_WRITTEN = dict(sorted((_PLAIN | _DOTTED).items(), reverse=True))
_MOST_TIED = 3


@lru_cache(maxsize=256)
def length_name(ticks: int) -> str:
    """'eighth', 'dotted half', 'triplet quarter', 'half tied to an eighth'.

    '0.96 quarters' for a length that nobody would write.
    """
    if ticks in _TRIPLETS:
        return _TRIPLETS[ticks]
    tied: list[str] = []
    rest = ticks
    while rest and len(tied) < _MOST_TIED:
        piece = next((piece for piece in _WRITTEN if piece <= rest), rest + 1)
        tied.append(_WRITTEN.get(piece, ""))
        rest -= piece
    if rest:
        return f"{ticks / QUARTER:.4g} quarters"
    return " tied to ".join([tied[0], *(_with_article(name) for name in tied[1:])])


def _with_article(name: str) -> str:
    return f"an {name}" if name == "eighth" else f"a {name}"

"""The lengths of notes in words, as musicians say them."""

from functools import lru_cache

from core.music.melody import QUARTER, WHOLE
from core.words import Words

_PLAIN = (
    Words("whole", "length of a note"),
    Words("half", "length of a note"),
    Words("quarter", "length of a note"),
    Words("eighth", "length of a note"),
    Words("sixteenth", "length of a note"),
    Words("thirty-second", "length of a note"),
    Words("sixty-fourth", "length of a note"),
)
_DOTTED = (
    Words("dotted whole", "length of a note"),
    Words("dotted half", "length of a note"),
    Words("dotted quarter", "length of a note"),
    Words("dotted eighth", "length of a note"),
    Words("dotted sixteenth", "length of a note"),
    Words("dotted thirty-second", "length of a note"),
    Words("dotted sixty-fourth", "length of a note"),
)
_TRIPLETS = (
    Words("triplet whole", "length of a note"),
    Words("triplet half", "length of a note"),
    Words("triplet quarter", "length of a note"),
    Words("triplet eighth", "length of a note"),
    Words("triplet sixteenth", "length of a note"),
    Words("triplet thirty-second", "length of a note"),
    Words("triplet sixty-fourth", "length of a note"),
)
_PLAIN_TIED = (
    Words("a whole", "what a note is tied to"),
    Words("a half", "what a note is tied to"),
    Words("a quarter", "what a note is tied to"),
    Words("an eighth", "what a note is tied to"),
    Words("a sixteenth", "what a note is tied to"),
    Words("a thirty-second", "what a note is tied to"),
    Words("a sixty-fourth", "what a note is tied to"),
)
_DOTTED_TIED = (
    Words("a dotted whole", "what a note is tied to"),
    Words("a dotted half", "what a note is tied to"),
    Words("a dotted quarter", "what a note is tied to"),
    Words("a dotted eighth", "what a note is tied to"),
    Words("a dotted sixteenth", "what a note is tied to"),
    Words("a dotted thirty-second", "what a note is tied to"),
    Words("a dotted sixty-fourth", "what a note is tied to"),
)
_OF_TRIPLETS = {(WHOLE >> place) * 2 // 3: words for place, words in enumerate(_TRIPLETS)}
_WRITTEN = dict(
    sorted(
        (
            (ticks, both)
            for place in range(len(_PLAIN))
            for ticks, both in (
                (WHOLE >> place, (_PLAIN[place], _PLAIN_TIED[place])),
                ((WHOLE >> place) * 3 // 2, (_DOTTED[place], _DOTTED_TIED[place])),
            )
        ),
        reverse=True,
    )
)
"""By ticks, the longest first: what the length is called, and the same as what is tied to."""

_MOST_TIED = 3


@lru_cache(maxsize=256)
def length_words(ticks: int) -> Words:
    """'eighth', 'dotted half', 'triplet quarter', 'half tied to an eighth'.

    '0.96 quarters' for a length that nobody would write.
    """
    if ticks in _OF_TRIPLETS:
        return _OF_TRIPLETS[ticks]
    pieces: list[int] = []
    rest = ticks
    while rest and len(pieces) < _MOST_TIED:
        piece = next((piece for piece in _WRITTEN if piece <= rest), None)
        if piece is None:
            break
        pieces.append(piece)
        rest -= piece
    if rest:
        return Words("{quarters:.4g} quarters", quarters=ticks / QUARTER)
    first, *tied = (_WRITTEN[piece][place > 0] for place, piece in enumerate(pieces))
    if not tied:
        return first
    if len(tied) == 1:
        return Words("{first} tied to {second}", first=first, second=tied[0])
    second, third = tied
    return Words(
        "{first} tied to {second} tied to {third}", first=first, second=second, third=third
    )

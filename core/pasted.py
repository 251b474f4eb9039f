"""Text from a clipboard: which kind of music it is, if any."""

import re

_LOOKED_AT = 10_000
_KERN = re.compile(r"^\*\*kern\b", re.MULTILINE)
_ABC = re.compile(r"^X:\s*\d", re.MULTILINE)
_KEY_OF_ABC = re.compile(r"^K:", re.MULTILINE)
_SCORE = re.compile(r"<score-partwise\b|<score-timewise\b|<!DOCTYPE score-")


def suffix_of_text(text: str) -> str | None:
    """The end of the name of a file that would hold such a text: '.krn', '.abc' or '.musicxml'.

    None for typed notes, and whatever else it may be. Only its begin is looked at.
    """
    begin = text[:_LOOKED_AT].replace("\r", "\n")
    if _SCORE.search(begin):
        return ".musicxml"
    if _KERN.search(begin):
        return ".krn"
    if _ABC.search(begin) and _KEY_OF_ABC.search(begin):
        return ".abc"
    return None

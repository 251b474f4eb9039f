"""The names of pitches and keys as they are shown to people; as they are typed: core.music.key."""

from core.music.key import C_MAJOR, Key, pitch_name
from core.words import Words

_SIGNS = {"": "", "#": "♯", "b": "♭", "##": "♯♯", "bb": "♭♭"}

_NOTES = (
    Words("C", "note name"),
    Words("D", "note name"),
    Words("E", "note name"),
    Words("F", "note name"),
    Words("G", "note name"),
    Words("A", "note name"),
    Words("B", "note name"),
    Words("C♯", "note name"),
    Words("D♯", "note name"),
    Words("E♯", "note name"),
    Words("F♯", "note name"),
    Words("G♯", "note name"),
    Words("A♯", "note name"),
    Words("B♯", "note name"),
    Words("C♭", "note name"),
    Words("D♭", "note name"),
    Words("E♭", "note name"),
    Words("F♭", "note name"),
    Words("G♭", "note name"),
    Words("A♭", "note name"),
    Words("B♭", "note name"),
    Words("C♯♯", "note name"),
    Words("D♯♯", "note name"),
    Words("E♯♯", "note name"),
    Words("F♯♯", "note name"),
    Words("G♯♯", "note name"),
    Words("A♯♯", "note name"),
    Words("B♯♯", "note name"),
    Words("C♭♭", "note name"),
    Words("D♭♭", "note name"),
    Words("E♭♭", "note name"),
    Words("F♭♭", "note name"),
    Words("G♭♭", "note name"),
    Words("A♭♭", "note name"),
    Words("B♭♭", "note name"),
)
_KEYS = (
    Words("C♭ major", "key"),
    Words("G♭ major", "key"),
    Words("D♭ major", "key"),
    Words("A♭ major", "key"),
    Words("E♭ major", "key"),
    Words("B♭ major", "key"),
    Words("F major", "key"),
    Words("C major", "key"),
    Words("G major", "key"),
    Words("D major", "key"),
    Words("A major", "key"),
    Words("E major", "key"),
    Words("B major", "key"),
    Words("F♯ major", "key"),
    Words("C♯ major", "key"),
    Words("A♭ minor", "key"),
    Words("E♭ minor", "key"),
    Words("B♭ minor", "key"),
    Words("F minor", "key"),
    Words("C minor", "key"),
    Words("G minor", "key"),
    Words("D minor", "key"),
    Words("A minor", "key"),
    Words("E minor", "key"),
    Words("B minor", "key"),
    Words("F♯ minor", "key"),
    Words("C♯ minor", "key"),
    Words("G♯ minor", "key"),
    Words("D♯ minor", "key"),
    Words("A♯ minor", "key"),
)
_NOTES_BY_NAME = {str(words): words for words in _NOTES}
_KEYS_BY_NAME = {str(words): words for words in _KEYS}


def pitch_words(pitch: int, key: Key | None = None) -> Words:
    """'F♯4' for 66 in G major; without a key as in C major."""
    typed = pitch_name(pitch, key or C_MAJOR)
    octave = typed.lstrip("abcdefg#")
    letter, signs = typed[0].upper(), typed[1 : len(typed) - len(octave)]
    return Words(
        "{note}{octave}", "pitch", note=_NOTES_BY_NAME[letter + _SIGNS[signs]], octave=octave
    )


def tonic_words(key: Key) -> Words:
    """'F♯', 'B♭'."""
    tonic = key.tonic_name
    return _NOTES_BY_NAME[tonic[0] + _SIGNS[tonic[1:]]]


def key_words(key: Key) -> Words:
    """'F♯ minor', 'B♭ major'."""
    tonic = key.tonic_name
    return _KEYS_BY_NAME[f"{tonic[0]}{_SIGNS[tonic[1:]]} {key.mode}"]

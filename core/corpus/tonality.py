"""The key of a melody as music21 estimates it."""

from core.music.key import Key, key_from_text
from core.music.melody import QUARTER, Melody


def key_by_music21(melody: Melody) -> Key:
    """music21's estimate (its default profile, Aarden and Essen), an empty melody C major.

    Slow: the first call loads music21, each takes milliseconds. core.music.tonality is the fast
    estimate of the program's own.
    """
    from music21.note import Note
    from music21.stream.base import Stream

    if not melody.notes:
        return Key()
    stream: Stream[Note] = Stream()
    for note in melody:
        stream.insert(note.onset / QUARTER, Note(note.pitch, quarterLength=note.duration / QUARTER))
    found = stream.analyze("key")
    return key_from_text(f"{found.tonic.name} {found.mode}")

"""A song into a sound file, as it is heard through the built-in synth."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from core.disk import open_whole
from core.errors import UserError
from core.files.audio import AudioFile
from core.music.song import Song
from core.sound.choices import Tone
from core.sound.playing.manner import PLAIN, Manner
from core.sound.synth.fluid import RATE
from core.sound.synth.rendering import rendered
from core.words import Words


def write_audio(
    song: Song, path: Path, tone: Tone, manner: Manner = PLAIN, remark: str = ""
) -> Generator[float, None, str]:
    """Writes the song, wholly or not at all; `path` ends in one of SUFFIXES.

    Yields again and again which part of it is done, 0 to 1, and returns a sentence where something
    is to be known about the file. Whoever has enough closes the generator. UserError where it
    cannot be made, and for a song without a note.
    """
    if not song.melody.notes:
        raise UserError("There is no note to write as sound.")
    done, whole = 0, max(1, round(song.tempos.seconds_at(song.melody.end) * RATE))
    with (
        open_whole(path) as file,
        AudioFile(file, path.suffix.lower(), RATE, song.title, remark) as audio,
        closing(rendered(song, tone, manner)) as pieces,
    ):
        for piece in pieces:
            if piece is not None:
                audio.write(piece)
                done += len(piece)
            yield min(1.0, done / whole)
    if not audio.clipped:
        return ""
    return Words("The loudest places of '{path}' are cut off; choose a lower volume.", path=path)

"""The kinds of files that a tune can be exported to, for the table; sound has a door of its own."""

from dataclasses import dataclass

from core.corpus.formats import KERN_SUFFIXES
from core.files import abc, midi, musicxml
from core.opening import TEXT_SUFFIX
from core.words import Words
from core.writing import DRAWING_SUFFIX
from gui.language import tr


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind under a name that the settings remember it by; a new file has the first suffix."""

    name: str
    text: Words
    suffixes: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """The filter of a file dialog."""
        return f"{tr(self.text)} ({' '.join(f'*{suffix}' for suffix in self.suffixes)})"


_UNCOMPRESSED = tuple(name for name in musicxml.SUFFIXES if name != musicxml.COMPRESSED_SUFFIX)

MIDI = Kind("midi", Words("MIDI"), midi.SUFFIXES)
PAGES = Kind("pages", Words("Score on pages to print"), (".pdf",))
SCORE = Kind("score", Words("Score as a picture"), (".png",))
ROLL = Kind("roll", Words("Piano roll as a picture"), (".png",))
KINDS = (
    MIDI,
    Kind("musicxml", Words("MusicXML"), _UNCOMPRESSED),
    Kind("compressed", Words("MusicXML, compressed"), (musicxml.COMPRESSED_SUFFIX,)),
    PAGES,
    SCORE,
    ROLL,
    Kind("drawing", Words("Score as one drawing"), (DRAWING_SUFFIX,)),
    Kind("abc", Words("ABC"), abc.SUFFIXES),
    Kind("kern", Words("kern"), KERN_SUFFIXES),
    Kind("text", Words("Typed notes"), (TEXT_SUFFIX,)),
)


def kind_named(name: str) -> Kind:
    """The kind that is remembered by `name`; MIDI where there is none."""
    return next((kind for kind in KINDS if kind.name == name), MIDI)


def kind_of(suffix: str, chosen: Kind) -> Kind | None:
    """What a file of that suffix becomes: what was `chosen` if that has it, else the first that
    has; None where none has."""
    kinds = (kind for kind in (chosen, *KINDS) if suffix.lower() in kind.suffixes)
    return next(kinds, None)

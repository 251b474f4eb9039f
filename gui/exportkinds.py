"""The kinds of files that a tune can be exported to, for the table; sound has a door of its own."""

from dataclasses import dataclass

from core.words import Words
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


MIDI = Kind("midi", Words("MIDI"), (".mid", ".midi"))
PAGES = Kind("pages", Words("Score on pages to print"), (".pdf",))
SCORE = Kind("score", Words("Score as a picture"), (".png",))
ROLL = Kind("roll", Words("Piano roll as a picture"), (".png",))
KINDS = (
    MIDI,
    Kind("musicxml", Words("MusicXML"), (".musicxml", ".xml")),
    Kind("compressed", Words("MusicXML, compressed"), (".mxl",)),
    PAGES,
    SCORE,
    ROLL,
    Kind("drawing", Words("Score as one drawing"), (".svg",)),
    Kind("abc", Words("ABC"), (".abc",)),
    Kind("kern", Words("kern"), (".krn", ".kern")),
    Kind("text", Words("Typed notes"), (".txt",)),
)


def kind_named(name: str) -> Kind:
    """The kind that is remembered by `name`; MIDI where there is none."""
    return next((kind for kind in KINDS if kind.name == name), MIDI)


def kind_of(suffix: str, chosen: Kind) -> Kind | None:
    """What a file of that suffix becomes: what was `chosen` if that has it, else the first that
    has; None where none has."""
    kinds = (kind for kind in (chosen, *KINDS) if suffix.lower() in kind.suffixes)
    return next(kinds, None)

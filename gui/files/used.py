"""A file that was used before, in words."""

from dataclasses import dataclass

from core.preview import moment_text, words_from_preview
from core.recent import Recent
from core.words import Words, joined

_LONGEST_NAME = 48


@dataclass(frozen=True, slots=True)
class Used:
    """A file of the list, with what is in it by now; `is_there` says whether there is such a file.

    `is_twin` says that another one of the list has the same name.
    """

    recent: Recent
    is_there: bool
    is_twin: bool = False

    @property
    def name(self) -> str:
        """Its name for a menu; with its folder if others have the same name."""
        path = self.recent.path
        name = f"{path.name} ({path.parent.name})" if self.is_twin else path.name
        return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"

    @property
    def size(self) -> str:
        """What is said beside the name; empty where nobody knows what is in the file."""
        if not self.is_there:
            return Words("missing", "a file")
        return words_from_preview(self.recent.preview) if self.recent.preview.notes else ""

    @property
    def tip(self) -> Words:
        """All that is known of it."""
        preview, path = self.recent.preview, self.recent.path
        parts: list[str] = [
            *filter(None, (preview.title if preview.title != path.stem else "", self.size)),
            moment_text(self.recent.used_seconds),
            str(path.parent),
        ]
        return joined(" · ", parts)

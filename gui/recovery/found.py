"""Unsaved work that a start has found, in words."""

from dataclasses import dataclass

from core.preview import moment_text, size_words, words_from_preview
from core.recovery.leftover import Leftover
from core.words import Words, joined


@dataclass(frozen=True, slots=True)
class Found:
    """What was left; `is_older` says that its file was saved later, and may have more in it."""

    leftover: Leftover
    is_older: bool

    @property
    def time(self) -> str:
        """When it was kept, with the day unless that is today."""
        return moment_text(self.leftover.entry.kept_seconds)

    @property
    def name(self) -> str:
        """The name of its file, or else its title; Words where it has neither."""
        entry = self.leftover.entry
        if entry.file is not None:
            return entry.file.name
        return entry.preview.title or Words("Untitled")

    @property
    def line(self) -> Words:
        """Its line in a list of several."""
        if self.leftover.is_damaged:
            return joined(" · ", (self.time, Words("damaged")))
        preview = self.leftover.entry.preview
        parts = [self.time, self.name, words_from_preview(preview)]
        if self.is_older:
            parts.append(Words("its file was saved later"))
        return joined(" · ", parts)

    @property
    def sentence(self) -> Words:
        """What to say where it is all there is."""
        if self.leftover.is_damaged:
            return Words("Unsaved work of {time} was found, but it is damaged.", time=self.time)
        size = size_words(self.leftover.entry.preview)
        said = {"time": self.time, "size": size, "file": self.name}
        if self.leftover.entry.file is None:
            return Words("Unsaved work of {time} was found: {size}.", **said)
        if self.is_older:
            return Words(
                "Unsaved work of {time} on '{file}', which was saved later, was found: {size}.",
                **said,
            )
        return Words("Unsaved work of {time} on '{file}' was found: {size}.", **said)

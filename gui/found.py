"""Unsaved work that a start has found, in words."""

import time
from dataclasses import dataclass

from core.music.naming import key_words
from core.recovery.leftover import Leftover
from core.words import Words, counted, joined


@dataclass(frozen=True, slots=True)
class Found:
    """What was left; `is_older` says that its file was saved later, and may have more in it."""

    leftover: Leftover
    is_older: bool

    @property
    def time(self) -> str:
        """When it was kept, with the day unless that is today."""
        kept, now = time.localtime(self.leftover.entry.kept_seconds), time.localtime()
        is_today = (kept.tm_year, kept.tm_yday) == (now.tm_year, now.tm_yday)
        return time.strftime("%H:%M" if is_today else "%Y-%m-%d %H:%M", kept)

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
        parts = [self.time, self.name, self._size]
        if preview.key is not None:
            parts.append(key_words(preview.key))
        if self.is_older:
            parts.append(Words("its file was saved later"))
        return joined(" · ", parts)

    @property
    def sentence(self) -> Words:
        """What to say where it is all there is."""
        if self.leftover.is_damaged:
            return Words("Unsaved work of {time} was found, but it is damaged.", time=self.time)
        said = {"time": self.time, "size": self._size, "file": self.name}
        if self.leftover.entry.file is None:
            return Words("Unsaved work of {time} was found: {size}.", **said)
        if self.is_older:
            return Words(
                "Unsaved work of {time} on '{file}', which was saved later, was found: {size}.",
                **said,
            )
        return Words("Unsaved work of {time} on '{file}' was found: {size}.", **said)

    @property
    def _size(self) -> Words:
        preview = self.leftover.entry.preview
        notes = counted("{n:,} notes", "{n:,} note", preview.notes)
        return counted("{notes} in {n:,} bars", "{notes} in {n:,} bar", preview.bars, notes=notes)

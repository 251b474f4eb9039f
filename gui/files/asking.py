"""The questions that parts of the window have for the user."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gui.files.dialogs import Answer

if TYPE_CHECKING:
    from gui.recovery.found import Found
    from gui.recovery.salvagedialog import Deed


class Asking(Protocol):
    """Who asks the user; gui.files.dialogs.Dialogs does."""

    def file_to_open(self, title: str, folder: str, kinds: str, /) -> Path | None: ...
    def file_to_save(self, title: str, suggestion: Path, kinds: str, /) -> Path | None: ...
    def unsaved(self, name: str) -> Answer: ...
    def file_to_export(
        self, title: str, suggestion: Path, kinds: Sequence[str], chosen: int, replaces: bool, /
    ) -> tuple[Path, int] | None: ...
    def leftover(self, found: "Sequence[Found]", /) -> "tuple[Found, Deed] | None": ...
    def throws_away(self, line: str, /) -> bool: ...
